// The benchmark runs and prints every figure. No time is judged here: that is what `npm run bench` is for.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import type { Report } from './report.ts';

const BENCH = fileURLToPath(new URL('bench.ts', import.meta.url));
const PATIENCE = 180_000;

it(
  'prints JSON and nothing else, with every figure and what it was measured on',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bench-'));
    const news = join(folder, 'news.jsonl');
    const row = (id: string, words: number): string =>
      JSON.stringify({ id, text: 'Rain fell on the harbour. '.repeat(words / 5) });
    writeFileSync(news, `${row('long', 400)}\n${row('short', 50)}\n`);
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [BENCH, '--quick', '--json', '--news', news]);
    rmSync(folder, { recursive: true });
    expect(stderr).toBe('');
    const report: Report = JSON.parse(stdout);
    expect(report.machine.packages).toHaveProperty('minisearch');
    expect(report.articles.map(({ article }) => article)).toEqual(['demo', 'typical', 'claim-free']);
    for (const { ratio, words } of report.articles) expect([ratio > 0, words]).toEqual([true, 300]);
    expect(report.news).toMatchObject({ articles: 1, words: 300 });
    expect(report.news?.ratio).toBeGreaterThan(0);
    for (const { sizes } of report.scale) for (const { matches } of sizes) expect(matches).toBeGreaterThan(0);
    expect(report.engines.engines.map(({ engine }) => engine)).toEqual(['Sidelight', 'MiniSearch', 'FlexSearch', 'Fuse.js']);
    expect(report.rule.ratio).toBeGreaterThan(0);
    const [accuracy] = report.accuracy;
    expect(accuracy?.engines).toHaveLength(3);
    expect(accuracy?.engines[0]?.precision).toBeGreaterThan(0.5);
  },
  PATIENCE,
);
