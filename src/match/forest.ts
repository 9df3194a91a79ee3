// Gradient-boosted decision trees: a sum of small trees over features, as log-odds. Inference only; the trees are learned
// by tests/bench/ (Friedman 2001; second-order splits as in Chen and Guestrin 2016).

/** Trees of equal depth d, laid out level by level: 2^d − 1 splits and 2^d leaves each. */
export interface Forest {
  readonly depth: number;
  /** Log-odds before any tree. */
  readonly base: number;
  /** By split: which feature; a feature above the limit goes right. A split that never goes right has the limit Infinity. */
  readonly feature: readonly number[];
  readonly limit: readonly number[];
  /** By leaf: added log-odds. */
  readonly leaf: readonly number[];
}

/** Log-odds that the forest gives to these features. */
export const logOdds = (forest: Forest, features: ArrayLike<number>): number => {
  const splits = 2 ** forest.depth - 1;
  const trees = forest.feature.length / splits;
  let sum = forest.base;
  for (let tree = 0; tree < trees; tree++) {
    let node = 0;
    for (let level = 0; level < forest.depth; level++) {
      const at = tree * splits + node;
      node = 2 * node + ((features[forest.feature[at] ?? 0] ?? 0) > (forest.limit[at] ?? Infinity) ? 2 : 1);
    }
    sum += forest.leaf[tree * (splits + 1) + node - splits] ?? 0;
  }
  return sum;
};

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));
