// Why a sentence was taken for a claim: the words that filled the slots of the wording it agreed with best, and the names
// that were taken from the sentences before.

import type { Words } from '../../text/words.ts';
import type { Agreement, Reason } from '../types.ts';
import type { Columns } from './layout.ts';
import { CONTEXT, type Reading } from './reading.ts';

/** What is kept of a sentence that may become a match: enough to explain it later. Plain numbers, as most never do. */
export interface Grounds {
  /** Offsets and share of each stretch that agreed, by its first word: start0, end0, weight0, start1, … */
  readonly agreed: readonly number[];
  /** Terms that came from context. */
  readonly inferred: readonly number[];
}

const STRIDE = 3;

/** Grounds of the sentence just read, over reused columns. */
export const newGrounds = (index: Columns, reading: Reading) => {
  const { analysis, stamp, kind } = reading;
  const { slotAt, slotTerm, textWhole } = index;
  const weight = new Float64Array(index.weight.length);
  const weighedAt = new Int32Array(index.weight.length);
  let round = 0;
  /** @param best the text that agreed; @param filled weight that a slot was given */
  return (words: Words, first: number, best: number, filled: (slot: number) => number): Grounds => {
    round++;
    const whole = textWhole[best] ?? 1;
    const inferred: number[] = [];
    for (let s = slotAt[best] ?? 0, end = slotAt[best + 1] ?? 0; s < end; s++) {
      const value = filled(s);
      if (value <= 0) continue;
      const term = slotTerm[s] ?? 0;
      if (stamp[term] === reading.sentence && kind[term] === CONTEXT) inferred.push(term);
      else {
        weighedAt[term] = round;
        weight[term] = value / whole;
      }
    }
    const agreed: number[] = [];
    for (let h = 0; h < analysis.hits; h++) {
      const term = analysis.hitTerm[h] ?? 0;
      if (weighedAt[term] !== round) continue;
      // A term counts where it stands first.
      weighedAt[term] = 0;
      const from = words.start[first + (analysis.hitFrom[h] ?? 0)] ?? 0;
      const to = words.end[first + (analysis.hitTo[h] ?? 1) - 1] ?? 0;
      agreed.push(from, to, weight[term] ?? 0);
    }
    return { agreed, inferred };
  };
};

/** Share, 0 to 1, of what agreed with `one` that agreed with `two` as well: a sentence may make two claims with different words. */
export const sharedWords = ({ agreed: one }: Grounds, { agreed: two }: Grounds): number => {
  let whole = 0;
  let shared = 0;
  for (let i = 0; i < one.length; i += STRIDE) {
    const start = one[i] ?? 0;
    const end = one[i + 1] ?? 0;
    const weight = one[i + 2] ?? 0;
    whole += weight;
    for (let j = 0; j < two.length && (two[j] ?? 0) < end; j += STRIDE) {
      if ((two[j + 1] ?? 0) <= start) continue;
      shared += weight;
      break;
    }
  }
  return whole > 0 ? shared / whole : 1;
};

/** @param nameOf what the page last called the concept */
export const reasonOf = (wording: number, { agreed, inferred }: Grounds, nameOf: (term: number) => string): Reason => {
  const stretches: Agreement[] = [];
  for (let i = 0; i < agreed.length; i += STRIDE)
    stretches.push({ start: agreed[i] ?? 0, end: agreed[i + 1] ?? 0, weight: agreed[i + 2] ?? 0 });
  return { wording, agreed: stretches, inferred: [...new Set(inferred.map(nameOf).filter((name) => name !== ''))] };
};
