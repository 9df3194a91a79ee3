// A claim that a sentence may make, with all that the decision and the explanation need of it.
import type { Grounds } from './reason.ts';

export interface Candidate {
  readonly claim: number;
  /** By position in FEATURES. */
  readonly features: Float64Array;
  /** Text of the claim that agreed best, and the best one that asserts (-1: none). */
  readonly text: number;
  readonly assertedText: number;
  /** Best agreement of texts by relation (asserts, denies, questions). */
  readonly byRelation: readonly [number, number, number];
  /** How much the sentence's terms speak for a denial, and for a question (lean-profiles.ts): for the claim, then
   *  for all; then its everyday words (relation-words.ts). */
  readonly leans: readonly number[];
  /** Offsets of the part of the sentence that speaks of the claim (part.ts), its share of the words, its negating words (-1: those
   * of the sentence). */
  readonly part: readonly [from: number, to: number];
  readonly partShare: number;
  readonly partNegations: number;
  /** Whether a contrary concept stood in for one of the wording's. */
  readonly contrary: boolean;
  /** Which words of the sentence agreed. */
  readonly grounds: Grounds;
}
