// Why a sentence was taken for a claim: the words that filled the slots of the wording it agreed with best, and the names
// that were taken from the sentences before.

import type { Words } from '../../text/words.ts';
import type { Agreement, Reason } from '../types.ts';
import type { Columns } from './layout.ts';
import { CONTEXT, type Reading } from './reading.ts';

/** What is kept of a sentence that may become a match: enough to explain it later. */
export interface Grounds {
  /** Offsets and share of each stretch that agreed, by its first word: start0, end0, weight0, start1, … */
  readonly agreed: readonly number[];
  /** Names that came from context, as the page had last written them. */
  readonly inferred: readonly string[];
}

const STRIDE = 3;

/** Grounds of the sentence just read. */
export const newGrounds = (index: Columns, reading: Reading) => {
  const { stamp, kind, place, until, nameOf } = reading;
  const { slotAt, slotTerm, textWhole } = index;
  /** @param best the text that agreed; @param filled weight that a slot was given */
  return (words: Words, first: number, best: number, filled: (slot: number) => number): Grounds => {
    const whole = textWhole[best] ?? 1;
    const inferred: string[] = [];
    const agreed: number[] = [];
    for (let s = slotAt[best] ?? 0, end = slotAt[best + 1] ?? 0; s < end; s++) {
      const value = filled(s);
      const term = slotTerm[s] ?? 0;
      if (value <= 0 || stamp[term] !== reading.sentence) continue;
      if (kind[term] === CONTEXT) {
        const name = nameOf(term);
        if (name !== '' && !inferred.includes(name)) inferred.push(name);
        continue;
      }
      const from = words.start[first + (place[term] ?? 0)] ?? 0;
      const to = words.end[first + (until[term] ?? 1) - 1] ?? 0;
      // In order of their words, those that begin together by their ends.
      let at = agreed.length;
      while (
        at > 0 &&
        ((agreed[at - STRIDE] ?? 0) > from || (agreed[at - STRIDE] === from && (agreed[at - STRIDE + 1] ?? 0) > to))
      )
        at -= STRIDE;
      // One expression may stand for several terms (the four regions).
      if (at > 0 && agreed[at - STRIDE] === from && agreed[at - STRIDE + 1] === to)
        agreed[at - 1] = (agreed[at - 1] ?? 0) + value / whole;
      else {
        agreed.push(0, 0, 0);
        agreed.copyWithin(at + STRIDE, at);
        agreed[at] = from;
        agreed[at + 1] = to;
        agreed[at + 2] = value / whole;
      }
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

export const reasonOf = (wording: number, { agreed, inferred }: Grounds): Reason => {
  const stretches: Agreement[] = [];
  for (let i = 0; i < agreed.length; i += STRIDE)
    stretches.push({ start: agreed[i] ?? 0, end: agreed[i + 1] ?? 0, weight: agreed[i + 2] ?? 0 });
  return { wording, agreed: stretches, inferred };
};
