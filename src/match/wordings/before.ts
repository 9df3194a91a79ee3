// What the sentences before tell of a claim: whether the last one agreed with it, and how near to it the best candidates of the
// last few are. Pages go on about a claim, and treat kindred claims together.
import type { Columns } from './layout.ts';
import type { Reading } from './reading.ts';

/** Sentences back that the best candidate of one still tells something of the next. */
const KIN_REACH = 3;
/** Long before any sentence. */
const NEVER = -1000;

export const newBefore = (index: Columns, reading: Reading) => {
  const lastAt = new Int32Array(index.claims).fill(NEVER);
  const lastAgreement = new Float32Array(index.claims);
  const leaders: { readonly sentence: number; readonly claim: number; readonly agreement: number }[] = [];
  return {
    /** How far the sentence just before agreed with the claim. */
    same: (claim: number): number => (reading.sentence - (lastAt[claim] ?? 0) === 1 ? (lastAgreement[claim] ?? 0) : 0),
    /** How far those before agreed with kindred claims. */
    kin: (claim: number): number => {
      let best = 0;
      for (const { sentence, claim: other, agreement } of leaders) {
        if (reading.sentence - sentence <= KIN_REACH)
          best = Math.max(best, agreement * (index.claimKin[claim * index.claims + other] ?? 0));
      }
      return best;
    },
    /** Remembers a candidate of the sentence that is being read. */
    note: (claim: number, agreement: number): void => {
      lastAt[claim] = reading.sentence;
      lastAgreement[claim] = agreement;
    },
    /** Remembers its best one. */
    lead: (claim: number, agreement: number): void => {
      leaders.push({ sentence: reading.sentence, claim, agreement });
      if (leaders.length > KIN_REACH) leaders.shift();
    },
  };
};
