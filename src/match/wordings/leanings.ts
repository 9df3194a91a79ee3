// Which cues speak for a claim being denied or questioned rather than asserted: counted over the claim's own texts.
// Method: naive Bayes with smoothing towards the claim's overall use of the cue.
import { RELATION_CUES } from '../frames/counts.ts';

export interface LeaningText {
  readonly relation: number;
  readonly cues: readonly number[];
}

/** Strength of the smoothing, in texts. */
const SMOOTH = 2;

const ratio = (hits: number, texts: number, otherHits: number, others: number): number => {
  const overall = (hits + otherHits + 0.5) / (texts + others + 1);
  return Math.log((hits + SMOOTH * overall) / (texts + SMOOTH)) - Math.log((otherHits + SMOOTH * overall) / (others + SMOOTH));
};

/** ln P(has | relation) − ln P(has | another relation). */
const leaning = (texts: readonly LeaningText[], relation: number, has: (text: LeaningText) => boolean): number => {
  const mine = texts.filter((text) => text.relation === relation);
  const others = texts.filter((text) => text.relation !== relation);
  return ratio(mine.filter(has).length, mine.length, others.filter(has).length, others.length);
};

/** For each cue: leaning when it is there, leaning when it is not. */
export const cueLeanings = (texts: readonly LeaningText[], relation: number): number[] =>
  RELATION_CUES.flatMap((cue) => [
    leaning(texts, relation, (text) => (text.cues[cue] ?? 0) > 0),
    leaning(texts, relation, (text) => (text.cues[cue] ?? 0) === 0),
  ]);
