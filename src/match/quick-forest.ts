// A forest laid out for speed: the same sum as `logOdds` of forest.ts, three times as fast. Method: QuickScorer (Lucchese et
// al., SIGIR 2015). All splits of all trees are sorted by feature and limit; a split that sends a row right strikes out the
// leaves on its left. What is left of a tree's leaves begins with the leaf that the row reaches. No branch depends on a tree.
//
// Example, depth 2: splits 0 (root), 1 (left), 2 (right), leaves a b c d. Split 1 sends right: a is struck out. Split 0 does
// not; b is the first one left, whatever split 2 says.
import type { Forest } from './forest.ts';

/** Leaves of a tree are bits of one number. */
const MOST_DEPTH = 5;

/** Leaves (as bits) that a row no longer reaches when split `node` sends it right. */
const struckOut = (node: number, leaves: number): number => {
  const level = 31 - Math.clz32(node + 1);
  const span = leaves >> level;
  const first = (node + 1 - 2 ** level) * span;
  return ((1 << (span / 2)) - 1) << first;
};

/** @throws RangeError for trees deeper than MOST_DEPTH */
export const quickForest = (forest: Forest): ((features: ArrayLike<number>) => number) => {
  const { depth, base } = forest;
  if (depth > MOST_DEPTH) throw new RangeError(`expected trees of depth ${MOST_DEPTH} at most, got ${depth}`);
  const leaves = 2 ** depth;
  const splits = leaves - 1;
  const trees = forest.leaf.length / leaves;
  const leaf = Float64Array.from(forest.leaf);
  const order = forest.feature
    .map((feature, at) => ({ feature, limit: forest.limit[at] ?? 0, tree: Math.floor(at / splits), node: at % splits }))
    .sort((a, b) => a.feature - b.feature || a.limit - b.limit);
  const features = Math.max(0, ...forest.feature) + 1;
  /** Splits of feature f: from[f] … from[f+1]-1, by rising limit. */
  const from = Int32Array.from({ length: features + 1 }, (_, f) => order.filter(({ feature }) => feature < f).length);
  const limit = Float64Array.from(order, (split) => split.limit);
  const tree = Uint16Array.from(order, (split) => split.tree);
  const kept = Int32Array.from(order, ({ node }) => ~struckOut(node, leaves));
  const left = new Int32Array(trees);
  return (row) => {
    left.fill(-1);
    for (let f = 0; f < features; f++) {
      const value = row[f] ?? 0;
      for (let i = from[f] ?? 0, end = from[f + 1] ?? 0; i < end && value > (limit[i] ?? 0); i++) {
        const of = tree[i] ?? 0;
        left[of] = (left[of] ?? 0) & (kept[i] ?? 0);
      }
    }
    let sum = base;
    for (let t = 0; t < trees; t++) {
      const bits = left[t] ?? 0;
      sum += leaf[t * leaves + 31 - Math.clz32(bits & -bits)] ?? 0;
    }
    return sum;
  };
};
