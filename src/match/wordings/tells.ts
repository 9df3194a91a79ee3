// Does a sentence make any of the pack's claims at all? Words tell (Hassan et al., "ClaimBuster", 2017, rank by such a sum): a pack
// may bring a list of them with weights, learned from labelled pages and ordinary news (tests/bench/learn-wordings.ts). One sum
// over the words of a sentence, before anything is looked for.
import type { Analysis } from './analyse.ts';

export interface TellsInput {
  /** Log-odds of a sentence without words, and what a word that the pack does not know adds. */
  readonly base: number;
  readonly unknown: number;
  readonly stems: ReadonlyMap<string, number>;
}

/** Log-odds of a sentence where the pack brings no tells: far below what any list gives, so that the decision can set it apart. */
export const NO_TELLS = -99;
/** Below this no claim is looked for: nine of ten sentences of ordinary news, and two in a thousand that would be lit. */
export const LEAST_TELL = -0.95;

/**
 * Log-odds that the sentence just analysed makes a claim, by its words alone.
 * @param tells by stem; the last two are `unknown` and `base`; empty: the pack brings none
 */
export const tellOf = (tells: Float32Array, { words, stem }: Pick<Analysis, 'words' | 'stem'>): number => {
  if (tells.length === 0) return NO_TELLS;
  if (words === 0) return tells[tells.length - 1] ?? 0;
  const unknown = tells[tells.length - 2] ?? 0;
  let sum = 0;
  for (let i = 0; i < words; i++) {
    const number = stem[i] ?? -1;
    sum += number < 0 ? unknown : (tells[number] ?? 0);
  }
  return (tells[tells.length - 1] ?? 0) + sum / Math.sqrt(words);
};
