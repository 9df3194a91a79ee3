// What a reader selects may be anything, a whole page or a run of one word: what it costs grows with its length alone.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pairsOf } from '../../src/match/statement/arrangement.ts';
import { cleanPost } from '../../src/match/statement/clean.ts';
import { compileStatements } from '../../src/match/statement/compile.ts';
import { openStatements } from '../../src/match/statement/open.ts';
import { RUNS } from '../runs.ts';

const milliseconds = (act: () => unknown): number => {
  const start = performance.now();
  act();
  return performance.now() - start;
};

describe('a post', () => {
  test.each([
    ['Whales sing. — Ann Delmar (@ann_d) March 2, 2015', 'Whales sing. . ', 'Ann Delmar ann d'],
    ['Whales sing. —  (@ann)', 'Whales sing. . ', ' ann'],
    ['— Ann (@ann) — Bo\n Karst   (@bo) No.', '. . No.', 'Ann ann Bo\n Karst bo'],
    [`— ${'so '.repeat(40)}(@ann)`, `— ${'so '.repeat(40)}( ann )`, ''],
  ])('%j is read without its signature', (post, text, signature) => {
    expect(cleanPost(post)).toMatchObject({ text, signature });
  });

  test.each([
    ['a dash and spaces', `—${' '.repeat(6000)}x`],
    ['dashes and spaces', '— '.repeat(30_000)],
    ['a dash and handles', `—${'(@a '.repeat(20_000)}`],
  ])('of %s is read at once', (_, post) => {
    expect(milliseconds(() => cleanPost(post))).toBeLessThan(500);
  });
});

test('a selection that repeats two words 4,000 times is looked up in a fraction of a second', () => {
  const claims = Array.from({ length: 100 }, (_, i) => ({ statement: `Alpha beta alpha beta alpha beta gamma ${i}` }));
  const { nearest } = openStatements(compileStatements(claims));
  nearest('alpha', 1);
  expect(milliseconds(() => nearest('alpha beta. '.repeat(4000), 5))).toBeLessThan(3000);
});

test('words are next to and near each other as comparing each place with each other one tells', () => {
  const places = fc.uniqueArray(fc.nat(30), { maxLength: 8 }).map((list) => list.sort((a, b) => a - b));
  const seen = { next: 0, near: 0 };
  fc.assert(
    fc.property(places, places, (first, second) => {
      const at = [first, second];
      const found = pairsOf(
        [0, 1],
        (term) => ({ at: at[term] }) as never,
        () => 1,
      );
      const gaps = first.flatMap((x) => second.map((y) => y - x));
      const next = gaps.includes(1);
      const near = gaps.some((gap) => gap !== 0 && Math.abs(gap) <= 3);
      if (next) seen.next++;
      if (near && !next) seen.near++;
      expect(found).toEqual({ total: 2, next: next ? 2 : 0, near: near ? 2 : 0, run: next ? 2 : 0 });
    }),
    RUNS,
  );
  expect(Math.min(seen.next, seen.near)).toBeGreaterThan(RUNS.numRuns / 20);
});
