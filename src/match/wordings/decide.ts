// Which sightings are matches, how sure, and how the passage treats the claim.
import { probability } from '../forest.ts';
import { quickForest } from '../quick-forest.ts';
import type { Relation } from '../types.ts';
import type { Candidate } from './candidate.ts';
import { at } from './features.ts';
import type { Columns } from './layout.ts';
import { secondRows } from './second-look.ts';
import type { Sightings } from './sightings.ts';
import { treatmentOf } from './treatment.ts';
import { DECISION, DENIES, PROMISE, QUESTIONS, SECOND } from './weights.data.ts';

/** Lit from this confidence on: fixed on labelled pages, where it gives about 19 right highlights in 20. */
export const THRESHOLD = 0.55;
const BEFORE = at('sameBefore');
const AGREEMENT = at('agreement');

/** The shipped judge of promise.ts. */
export const promiseOf = quickForest(PROMISE);
const decision = quickForest(DECISION);
const second = quickForest(SECOND);
const denial = quickForest(DENIES);
const doubt = quickForest(QUESTIONS);

/** The first answer, as a probability: by the sentence, those before it, and how far the page's others agree with claims. */
export const firstConfidence = (candidate: Candidate): number => probability(decision(candidate.features));

/** From this first answer on (log-odds of 0.9) a sentence needs no company: a claim made in passing is made. */
const SURE = Math.log(0.9 / 0.1);

/** What a second look leaves of a first answer. @param again the second, in log-odds as well */
export const settled = (odds: number, again: number): number => probability(odds >= SURE ? Math.max(odds, again) : again);

/** Calibrated probability of each sighting that its sentence makes the claim, by all that is known of the text. */
export const confidences = ({ found, topic, sentences }: Sightings): number[] => {
  const odds = found.map(({ features }) => decision(features));
  return secondRows(found, odds, topic, sentences).map((row, i) => settled(odds[i] ?? 0, second(row)));
};

/** @param negations number of negating words in the sentence */
export const relationOf = (
  index: Columns,
  candidate: Candidate & { readonly start: number },
  sentence: string,
  negations: number,
): Relation => {
  const features = treatmentOf(
    index,
    candidate,
    sentence,
    negations,
    candidate.features[BEFORE] ?? 0,
    candidate.features[AGREEMENT] ?? 0,
  );
  const denies = denial(features);
  const questions = doubt(features);
  if (denies > 0 && denies >= questions) return 'denies';
  return questions > 0 ? 'questions' : 'asserts';
};
