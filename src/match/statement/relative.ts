// What the trees of the ranking see: a candidate's features, how far some of them stay behind the best candidate of the
// same query, and the linear score. Trees cut at fixed limits; what is a good value differs from query to query.
import { FEATURES } from './feature-names.ts';

const COMPARED: readonly number[] =
  'covU covUContext cosU f1 f1Context cosContext matched letters bigram numMatched rarest covT softU meanSContext'
    .split(' ')
    .map((name) => FEATURES.indexOf(name));

export const TREE_WIDTH = FEATURES.length + COMPARED.length + 2;

/** Features the trees may not cut at: they would tell single claimants of the learning data by their number of claims. */
export const UNSEEN_BY_TREES: readonly number[] = ['manClaims', 'manKnown'].map((name) => FEATURES.indexOf(name));

/** Fills `out` with `count` rows of TREE_WIDTH from rows of FEATURES and the candidates' linear scores. */
export const relativeRows = (features: Float32Array, scores: Float32Array, count: number, out: Float32Array): void => {
  const width = FEATURES.length;
  const tops = COMPARED.map((f) => {
    let top = -Infinity;
    for (let i = 0; i < count; i++) top = Math.max(top, features[i * width + f] ?? 0);
    return top;
  });
  let best = -Infinity;
  for (let i = 0; i < count; i++) best = Math.max(best, scores[i] ?? 0);
  for (let i = 0; i < count; i++) {
    const at = i * TREE_WIDTH;
    out.set(features.subarray(i * width, (i + 1) * width), at);
    COMPARED.forEach((f, k) => {
      out[at + width + k] = (features[i * width + f] ?? 0) - (tops[k] ?? 0);
    });
    out[at + TREE_WIDTH - 2] = (scores[i] ?? 0) - best;
    out[at + TREE_WIDTH - 1] = scores[i] ?? 0;
  }
};
