import fc from 'fast-check';
import { expect, it } from 'vitest';
import { newFinder } from '../../src/match/wordings/finder.ts';
import { RUNS } from '../runs.ts';

it('finds every posting and no other, in small packs and in large ones', () => {
  const lists = fc
    .integer({ min: 1, max: 600 })
    .chain((claims) =>
      fc.tuple(
        fc.constant(claims),
        fc.array(fc.uniqueArray(fc.nat(claims - 1), { maxLength: 40 }), { minLength: 1, maxLength: 6 }),
      ),
    );
  fc.assert(
    fc.property(lists, ([claims, terms]) => {
      const sorted = terms.map((list) => list.toSorted((a, b) => a - b));
      const postAt = Int32Array.from([0, ...sorted.map((_, t) => sorted.slice(0, t + 1).flat().length)]);
      const postClaim = Int32Array.from(sorted.flat());
      const find = newFinder({ postAt, postClaim, claims });
      sorted.forEach((list, term) => {
        const found = Array.from({ length: claims }, (_, claim) => ({ claim, at: find(term, claim) })).filter(
          ({ at }) => at >= 0,
        );
        expect(found).toEqual(list.map((claim, place) => ({ claim, at: (postAt[term] ?? 0) + place })));
      });
    }),
    RUNS,
  );
});
