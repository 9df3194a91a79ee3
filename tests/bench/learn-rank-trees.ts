// Learns gradient-boosted trees that put lists in order on top of given scores: listwise softmax loss, second-order splits
// over binned features (as in LambdaMART; pairwise gradients weighted by the change in precision came out no better).
// Deterministic. Only the first rows of a list by the given scores are learned from: what lies behind stays behind.
import type { Forest } from '../../src/match/forest.ts';

/** One query: rows of features with the scores to build on. */
export interface ScoredList {
  readonly rows: Float32Array;
  readonly scores: Float32Array;
  readonly count: number;
  readonly right: readonly number[];
}

export interface TreeOptions {
  readonly trees: number;
  readonly depth: number;
  /** Share of a tree's answer that is added. */
  readonly rate: number;
  /** Pull of leaves towards zero. */
  readonly shrink: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leastLeaf: number;
  /** Shares of the features and of the lists that a tree sees. */
  readonly features: number;
  readonly lists: number;
  /** Rows of a list learned from. */
  readonly top: number;
}

const BINS = 32;
/** Further limits near the top of each feature, where the right answers lie. */
const HIGH = [0.98, 0.985, 0.99, 0.995];
const LEAST_GAIN = 1e-4;

const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** As write-forest.ts will: a limit that is some row's own value must not change sides when written. */
const rounded = (x: number): number => Number(x.toPrecision(4));

const edgesOf = (values: Float32Array): number[] => {
  const sorted = values.slice().sort();
  const at = [...Array.from({ length: BINS - 1 }, (_, b) => (b + 1) / BINS), ...HIGH];
  return [...new Set(at.map((share) => rounded(sorted[Math.floor(share * sorted.length)] ?? 0)))].sort((a, b) => a - b);
};

const binOf = (edges: readonly number[], value: number): number => {
  let bin = 0;
  while (bin < edges.length && value > (edges[bin] ?? 0)) bin++;
  return bin;
};

/** The rows of all lists one after the other, with their features in bins. */
const gather = (lists: readonly ScoredList[], width: number, most: number) => {
  const picked: { list: number; row: number; right: boolean }[] = [];
  const ends: number[] = [];
  lists.forEach(({ scores, count, right }, list) => {
    const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
    const first = order.slice(0, most);
    if (first.some((row) => right.includes(row))) for (const row of first) picked.push({ list, row, right: right.includes(row) });
    ends.push(picked.length);
  });
  const edges: number[][] = [];
  const bins: Uint8Array[] = [];
  for (let f = 0; f < width; f++) {
    const values = Float32Array.from(picked, ({ list, row }) => lists[list]?.rows[row * width + f] ?? 0);
    const limits = edgesOf(values);
    edges.push(limits);
    bins.push(Uint8Array.from(values, (value) => binOf(limits, value)));
  }
  return { picked, ends, edges, bins };
};

/** @param unseen features never split on */
export const boostLists = (
  lists: readonly ScoredList[],
  width: number,
  unseen: readonly number[],
  options: TreeOptions,
  seed: number,
): Forest => {
  const random = randomFrom(seed);
  const { picked, ends, edges, bins } = gather(lists, width, options.top);
  const size = picked.length;
  const score = Float64Array.from(picked, ({ list, row }) => lists[list]?.scores[row] ?? 0);
  const gradient = new Float64Array(size);
  const curve = new Float64Array(size);
  const forest = { depth: options.depth, base: 0, feature: [] as number[], limit: [] as number[], leaf: [] as number[] };
  const leaves = 2 ** options.depth;

  const softmax = (from: number, to: number): void => {
    const top = score.subarray(from, to).reduce((a, b) => Math.max(a, b), -Infinity);
    let sum = 0;
    let rights = 0;
    for (let r = from; r < to; r++) {
      sum += Math.exp((score[r] ?? 0) - top);
      if (picked[r]?.right) rights++;
    }
    for (let r = from; r < to; r++) {
      const p = Math.exp((score[r] ?? 0) - top) / sum;
      gradient[r] = p - (picked[r]?.right ? 1 / rights : 0);
      curve[r] = p * (1 - p);
    }
  };

  for (let tree = 0; tree < options.trees; tree++) {
    const seen: number[] = [];
    ends.forEach((to, list) => {
      const from = ends[list - 1] ?? 0;
      softmax(from, to);
      if (random() < options.lists) for (let r = from; r < to; r++) seen.push(r);
    });
    const features = Array.from({ length: width }, (_, f) => f).filter((f) => !unseen.includes(f) && random() < options.features);
    const node = new Uint8Array(size);
    const splitFeature = new Int32Array(leaves - 1);
    const splitLimit = new Float64Array(leaves - 1).fill(Infinity);
    for (let level = 0; level < options.depth; level++) {
      const nodes = 2 ** level;
      const splitBin = new Int32Array(nodes).fill(BINS + HIGH.length);
      const gain = new Float64Array(nodes).fill(LEAST_GAIN);
      for (const f of features) {
        const limits = edges[f] ?? [];
        const column = bins[f] ?? new Uint8Array();
        const across = limits.length + 1;
        const sumG = new Float64Array(nodes * across);
        const sumH = new Float64Array(nodes * across);
        for (const r of seen) {
          const at = (node[r] ?? 0) * across + (column[r] ?? 0);
          sumG[at] = (sumG[at] ?? 0) + (gradient[r] ?? 0);
          sumH[at] = (sumH[at] ?? 0) + (curve[r] ?? 0);
        }
        for (let n = 0; n < nodes; n++) {
          const allG = sumG.subarray(n * across, (n + 1) * across).reduce((a, b) => a + b, 0);
          const allH = sumH.subarray(n * across, (n + 1) * across).reduce((a, b) => a + b, 0);
          let leftG = 0;
          let leftH = 0;
          for (let b = 0; b < limits.length; b++) {
            leftG += sumG[n * across + b] ?? 0;
            leftH += sumH[n * across + b] ?? 0;
            if (leftH < options.leastLeaf || allH - leftH < options.leastLeaf) continue;
            const better =
              leftG ** 2 / (leftH + options.shrink) +
              (allG - leftG) ** 2 / (allH - leftH + options.shrink) -
              allG ** 2 / (allH + options.shrink);
            if (better <= (gain[n] ?? 0)) continue;
            gain[n] = better;
            splitBin[n] = b;
            splitFeature[nodes - 1 + n] = f;
            splitLimit[nodes - 1 + n] = limits[b] ?? Infinity;
          }
        }
      }
      for (let r = 0; r < size; r++) {
        const n = node[r] ?? 0;
        const bin = bins[splitFeature[nodes - 1 + n] ?? 0]?.[r] ?? 0;
        node[r] = 2 * n + (bin > (splitBin[n] ?? 0) ? 1 : 0);
      }
    }
    const sumG = new Float64Array(leaves);
    const sumH = new Float64Array(leaves);
    for (const r of seen) {
      const n = node[r] ?? 0;
      sumG[n] = (sumG[n] ?? 0) + (gradient[r] ?? 0);
      sumH[n] = (sumH[n] ?? 0) + (curve[r] ?? 0);
    }
    const answer = Array.from(sumG, (g, n) => (-options.rate * g) / ((sumH[n] ?? 0) + options.shrink));
    for (let r = 0; r < size; r++) score[r] = (score[r] ?? 0) + (answer[node[r] ?? 0] ?? 0);
    forest.feature.push(...splitFeature);
    forest.limit.push(...splitLimit);
    forest.leaf.push(...answer);
  }
  return forest;
};

/** The mean of forests of equal depth, as one. */
export const meanOf = (forests: readonly Forest[]): Forest => ({
  depth: forests[0]?.depth ?? 0,
  base: 0,
  feature: forests.flatMap((forest) => forest.feature),
  limit: forests.flatMap((forest) => forest.limit),
  leaf: forests.flatMap((forest) => forest.leaf.map((x) => x / forests.length)),
});
