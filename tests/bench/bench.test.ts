// The benchmark runs and prints every figure. No time is judged here: that is what `npm run bench` is for.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Report } from './report.ts';

const BENCH = fileURLToPath(new URL('bench.ts', import.meta.url));
const PATIENCE = 180_000;

it(
  'prints JSON and nothing else, with every figure and what it was measured on',
  async () => {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [BENCH, '--quick', '--json']);
    expect(stderr).toBe('');
    const report: Report = JSON.parse(stdout);
    expect(report.machine.packages).toHaveProperty('minisearch');
    expect(report.articles.map(({ article }) => article)).toEqual(['demo', 'typical', 'claim-free']);
    for (const { ratio, words } of report.articles) expect([ratio > 0, words]).toEqual([true, 300]);
    for (const { sizes } of report.scale) for (const { matches } of sizes) expect(matches).toBeGreaterThan(0);
    expect(report.engines.engines.map(({ engine }) => engine)).toEqual(['Sidelight', 'MiniSearch', 'FlexSearch', 'Fuse.js']);
    expect(report.rule.ratio).toBeGreaterThan(0);
    const [accuracy] = report.accuracy;
    expect(accuracy?.engines).toHaveLength(3);
    expect(accuracy?.engines[0]?.precision).toBeGreaterThan(0.5);
  },
  PATIENCE,
);
