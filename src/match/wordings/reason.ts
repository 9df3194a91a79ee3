// Why a sentence was taken for a claim: the words that filled the slots of the wording it agreed with best, and the names
// that were taken from the sentences before.

import type { Words } from '../../text/words.ts';
import type { Agreement, Reason } from '../types.ts';
import type { Columns } from './layout.ts';
import { CONTEXT, type Reading } from './reading.ts';

/** What is kept of a sentence that may become a match: enough to explain it later. */
export interface Grounds {
  readonly agreed: readonly Agreement[];
  /** Terms that came from context. */
  readonly inferred: readonly number[];
}

/** @param best the text that agreed; @param filled weight that a slot was given */
export const groundsOf = (
  index: Columns,
  reading: Reading,
  words: Words,
  first: number,
  best: number,
  filled: (slot: number) => number,
): Grounds => {
  const { analysis, stamp, kind, sentence } = reading;
  const whole = index.textWhole[best] ?? 1;
  const weights = new Map<number, number>();
  const inferred: number[] = [];
  const end = index.slotAt[best + 1] ?? 0;
  for (let s = index.slotAt[best] ?? 0; s < end; s++) {
    const term = index.slotTerm[s] ?? 0;
    const value = filled(s);
    if (value <= 0) continue;
    if (stamp[term] === sentence && kind[term] === CONTEXT) inferred.push(term);
    else weights.set(term, value / whole);
  }
  const agreed: { start: number; end: number; weight: number }[] = [];
  const done = new Set<number>();
  for (let h = 0; h < analysis.hits; h++) {
    const term = analysis.hitTerm[h] ?? 0;
    const weight = weights.get(term);
    if (weight === undefined || done.has(term)) continue;
    done.add(term);
    agreed.push({
      start: words.start[first + (analysis.hitFrom[h] ?? 0)] ?? 0,
      end: words.end[first + (analysis.hitTo[h] ?? 1) - 1] ?? 0,
      weight,
    });
  }
  return { agreed, inferred };
};

/** Share, 0 to 1, of what agreed with `one` that agreed with `two` as well: a sentence may make two claims with different words. */
export const sharedWords = (one: Grounds, two: Grounds): number => {
  let whole = 0;
  let shared = 0;
  for (const { start, end, weight } of one.agreed) {
    whole += weight;
    if (two.agreed.some((other) => other.start < end && start < other.end)) shared += weight;
  }
  return whole > 0 ? shared / whole : 1;
};

/** @param nameOf what the page last called the concept */
export const reasonOf = (wording: number, grounds: Grounds, nameOf: (term: number) => string): Reason => ({
  wording,
  agreed: grounds.agreed,
  inferred: [...new Set(grounds.inferred.map(nameOf).filter((name) => name !== ''))],
});
