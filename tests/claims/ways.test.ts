// Circles, and ways that lead too far, against the obvious walk from every item.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { faultsOf } from '../../src/claims/ways.ts';
import { atLeast, RUNS } from '../runs.ts';

const LIMIT = 4;
type Items = Parameters<typeof faultsOf>[0];

const reachOf = (items: Items, from: number): Set<string> => {
  const reach = new Set(items[from]?.to);
  for (const id of reach) for (const next of items.find((item) => item.id === id)?.to ?? []) reach.add(next);
  return reach;
};

test('all circles are seen as one at least is, in full; without circles, all that lead too far', () => {
  const seen = { circle: 0, many: 0 };
  const items = fc
    .array(fc.array(fc.nat(9), { maxLength: 3 }), { minLength: 1, maxLength: 10 })
    .map((lists) => lists.map((to, i) => ({ id: `${i}`, to: to.filter((one) => one < lists.length).map(String) })));
  fc.assert(
    fc.property(items, (given) => {
      const reaches = given.map((_, from) => reachOf(given, from));
      const inCircle = given.flatMap(({ id }, i) => (reaches[i]?.has(id) ? [i] : []));
      const faults = faultsOf(given, LIMIT);
      const circle = [...faults].filter(([, fault]) => fault === 'circle').map(([i]) => i);
      seen.circle += circle.length;
      expect(circle.every((i) => inCircle.includes(i))).toBe(true);
      expect(circle.length > 0).toBe(inCircle.length > 0);
      if (inCircle.length > 0) return;
      const many = given.flatMap((_, i) => ((reaches[i]?.size ?? 0) > LIMIT ? [i] : []));
      seen.many += many.length;
      expect([...faults.keys()].sort((a, b) => a - b)).toEqual(many);
    }),
    RUNS,
  );
  expect(seen.circle).toBeGreaterThanOrEqual(atLeast(500));
  expect(seen.many).toBeGreaterThanOrEqual(atLeast(4));
});

const web = (count: number, to: (i: number) => readonly number[]): Items =>
  Array.from({ length: count }, (_, i) => ({ id: `${i}`, to: to(i).map(String) }));
const COUNT = 20_000;
const HUNDREDS = Array.from({ length: 199 }, (_, i) => i);

test.each([
  ['that all lead to the same web', web(COUNT, (i) => (i < 199 ? HUNDREDS.slice(i + 1) : [0]))],
  [
    '(a tenth of them) that all name all of a web',
    web(COUNT / 10, (i) => (i < 199 ? HUNDREDS.slice(i + 1) : [...HUNDREDS].reverse())),
  ],
  ['in one chain', web(COUNT, (i) => (i + 1 < COUNT ? [i + 1] : []))],
  ['in one circle', web(COUNT, (i) => [(i + 1) % COUNT])],
])('20,000 items %s take no seconds', (_, items) => {
  const begun = performance.now();
  faultsOf(items, 200);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
