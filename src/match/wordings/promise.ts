// Which of a sentence's leading claims promise enough to be compared with their wordings? A few trees over what the gate has
// added up turn away most, at a fraction of what comparing costs: a cascade (Viola and Jones, 2001).
import type { Feature } from './features.ts';

/** Features that the gate knows, in the order of its rows. */
export const PROMISE_FEATURES = [
  'bias',
  'score',
  'scoreLead',
  'scoreShare',
  'heading',
  'profile',
  'profileShare',
  'profileMargin',
  'chance',
  'chanceLead',
  'diction',
  'dictionLead',
  'tells',
] as const satisfies readonly Feature[];

/** Log-odds, by PROMISE_FEATURES, that a sentence makes the claim. */
export type Promising = (row: ArrayLike<number>) => number;

/** Log-odds below which a claim is turned away: one in twenty. */
export const LEAST_PROMISE = Math.log(0.05 / 0.95);
