// The fast layout of a forest gives the very sums of the plain one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Forest, logOdds } from '../../src/match/forest.ts';
import { quickForest } from '../../src/match/quick-forest.ts';
import { RUNS } from '../runs.ts';

const FEATURES = 5;
// Few values, so that a row's feature often equals a limit.
const value = fc.constantFrom(-1, 0, 0.25, 0.5, 1, 3);
const forest = fc.integer({ min: 1, max: 3 }).chain((depth) =>
  fc.integer({ min: 1, max: 6 }).chain((trees): fc.Arbitrary<Forest> => {
    const splits = trees * (2 ** depth - 1);
    const leaves = trees * 2 ** depth;
    return fc.record({
      depth: fc.constant(depth),
      base: fc.double({ min: -4, max: 4, noNaN: true }),
      feature: fc.array(fc.nat({ max: FEATURES - 1 }), { minLength: splits, maxLength: splits }),
      limit: fc.array(fc.oneof(value, fc.constant(1e9)), { minLength: splits, maxLength: splits }),
      leaf: fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: leaves, maxLength: leaves }),
    });
  }),
);

describe('quickForest', () => {
  it('gives the sum of logOdds, to the last bit', () => {
    fc.assert(
      fc.property(
        forest,
        fc.array(fc.array(value, { minLength: FEATURES, maxLength: FEATURES }), { maxLength: 8 }),
        (given, rows) => {
          const odds = quickForest(given);
          for (const row of rows) expect(odds(row)).toBe(logOdds(given, row));
        },
      ),
      RUNS,
    );
  });

  it('refuses trees with more leaves than bits', () => {
    expect(() => quickForest({ depth: 4, base: 0, feature: [], limit: [], leaf: [] })).toThrow('depth 3 at most, got 4');
  });
});
