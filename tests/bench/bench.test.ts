// The benchmark runs and prints every figure. No time is judged here: that is what `npm run bench` is for.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Run, runScript } from '../cli/spawned.ts';
import { givenBy } from './given.ts';
import type { Report } from './report.ts';

const PATIENCE = 180_000;
const bench = (...args: string[]): Promise<Run> => runScript(new URL('bench.ts', import.meta.url), args);

let folder = '';
const put = (name: string, content: string): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'bench-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it(
  'prints JSON and nothing else, with every figure and what it was measured on',
  async () => {
    const row = (id: string, words: number): string =>
      JSON.stringify({ id, text: 'Rain fell on the harbour. '.repeat(words / 5) });
    const news = put('news.jsonl', `${row('long', 400)}\n${row('short', 50)}\n`);
    const { code, out, err } = await bench('--quick', '--json', '--news', news);
    expect([code, err]).toEqual([0, '']);
    const report: Report = JSON.parse(out);
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

describe('flags and files', () => {
  it.each<[args: string, said: RegExp]>([
    ['--loud', /--loud.*\nexpected: bench \[--json\]/],
    ['more', /more.*\nexpected: bench/],
    ['--claims', /--claims.*missing\nexpected: bench/],
    ['--quick --page', /--quick .*--page.*\nexpected: bench/],
    ['--page --rounds 0', /^--rounds: expected a whole number above 0, got "0"/],
    ['--claims DIR/none.json', /^--claims .*none\.json: expected ClaimReviews in JSON .*ENOENT/],
    ['--claims DIR/text.txt', /^--claims .*text\.txt: expected ClaimReviews in JSON .*JSON/],
    ['--claims DIR/empty.json', /^--claims .*empty\.json: expected ClaimReviews in JSON/],
    ['--news DIR/', /^--news .*: expected rows \{id, title, text\} in JSON.*EISDIR/],
    ['--news DIR/text.txt', /^--news .*text\.txt: expected rows .*line 1/],
    ['--news DIR/rows.jsonl', /^--news .*rows\.jsonl: expected rows .*line 2/],
    ['--pages DIR/none', /^--pages .*none: expected a folder of labelled pages: ENOENT/],
  ])('%s: says what was expected', (args, said) => {
    put('text.txt', 'The rain will last until Sunday.');
    put('empty.json', '{}');
    put('rows.jsonl', '{"id": 1, "text": "Rain."}\n{"id": 2}\n');
    expect(() => givenBy(args.replace('DIR', folder).split(' '))).toThrow(said);
  });

  it('are refused with exit code 2 before anything is measured', { timeout: PATIENCE }, async () => {
    const none = join(folder, 'none.jsonl');
    for (const args of [['--loud'], ['--claims', none], ['--news', none]]) {
      const { code, out, err } = await bench(...args);
      // No line of what it is at, as it begins with.
      expect([code, out, err]).toEqual([
        2,
        '',
        expect.stringMatching(/^bench: .*(?:\nexpected: bench .*|: expected .*ENOENT.*)\n$/),
      ]);
    }
  });
});
