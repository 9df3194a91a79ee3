// Learns gradient-boosted trees for src/match/forest.ts. Deterministic: the random numbers have a fixed seed.
import type { Forest } from '../../src/match/forest.ts';

export interface Sample {
  readonly features: ArrayLike<number>;
  readonly right: boolean;
  readonly weight: number;
}

export interface BoostOptions {
  readonly trees: number;
  readonly depth: number;
  /** Share of a tree's answer that is added. */
  readonly rate: number;
  /** Pull of leaves towards zero. */
  readonly shrink: number;
  /** Least sum of second derivatives in a leaf. */
  readonly leastLeaf: number;
}

const BINS = 32;
const ROWS_SEEN = 0.7;
const FEATURES_SEEN = 0.6;

/** Numerical Recipes' linear congruential generator; enough to pick rows and features. */
const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const edgesOf = (samples: readonly Sample[], feature: number): number[] => {
  const values = samples.map((s) => s.features[feature] ?? 0).sort((a, b) => a - b);
  const edges = new Set<number>();
  for (let b = 1; b < BINS; b++) edges.add(values[Math.floor((b * values.length) / BINS)] ?? 0);
  return [...edges].sort((a, b) => a - b);
};

const binOf = (edges: readonly number[], value: number): number => {
  let bin = 0;
  while (bin < edges.length && value > (edges[bin] ?? 0)) bin++;
  return bin;
};

/** @param count number of features; feature 0 is a constant and never split on */
export const boost = (samples: readonly Sample[], count: number, options: BoostOptions, seed = 7): Forest => {
  const random = randomFrom(seed);
  const rows = samples.length;
  const telling = samples.filter((s) => s.right || random() < 0.2);
  const edges = Array.from({ length: count }, (_, f) => edgesOf(telling, f));
  const bins = edges.map((limits, f) => Uint8Array.from(samples, (s) => binOf(limits, s.features[f] ?? 0)));
  let forRight = 0;
  let forWrong = 0;
  for (const s of samples) {
    if (s.right) forRight += s.weight;
    else forWrong += s.weight;
  }
  const base = Math.log(forRight / forWrong);
  const odds = new Float64Array(rows).fill(base);
  const gradient = new Float64Array(rows);
  const curve = new Float64Array(rows);
  const forest = { depth: options.depth, base, feature: [] as number[], limit: [] as number[], leaf: [] as number[] };
  const leaves = 2 ** options.depth;

  for (let tree = 0; tree < options.trees; tree++) {
    const seen: number[] = [];
    samples.forEach((s, r) => {
      const p = 1 / (1 + Math.exp(-(odds[r] ?? 0)));
      gradient[r] = s.weight * (p - (s.right ? 1 : 0));
      curve[r] = s.weight * p * (1 - p);
      if (random() < ROWS_SEEN) seen.push(r);
    });
    const features = Array.from({ length: count - 1 }, (_, f) => f + 1).filter(() => random() < FEATURES_SEEN);
    const node = new Uint8Array(rows);
    const splitFeature = new Array<number>(leaves - 1).fill(0);
    const splitBin = new Array<number>(leaves - 1).fill(255);
    for (let level = 0; level < options.depth; level++) {
      const nodes = 2 ** level;
      const gain = new Float64Array(nodes).fill(1e-3);
      for (const f of features) {
        const limits = edges[f]?.length ?? 0;
        if (limits === 0) continue;
        const width = limits + 1;
        const sumG = new Float64Array(nodes * width);
        const sumH = new Float64Array(nodes * width);
        const column = bins[f];
        for (const r of seen) {
          const at = (node[r] ?? 0) * width + (column?.[r] ?? 0);
          sumG[at] = (sumG[at] ?? 0) + (gradient[r] ?? 0);
          sumH[at] = (sumH[at] ?? 0) + (curve[r] ?? 0);
        }
        for (let n = 0; n < nodes; n++) {
          let allG = 0;
          let allH = 0;
          for (let b = 0; b < width; b++) {
            allG += sumG[n * width + b] ?? 0;
            allH += sumH[n * width + b] ?? 0;
          }
          let leftG = 0;
          let leftH = 0;
          for (let b = 0; b < limits; b++) {
            leftG += sumG[n * width + b] ?? 0;
            leftH += sumH[n * width + b] ?? 0;
            const rightH = allH - leftH;
            if (leftH < options.leastLeaf || rightH < options.leastLeaf) continue;
            const rightG = allG - leftG;
            const better =
              leftG ** 2 / (leftH + options.shrink) +
              rightG ** 2 / (rightH + options.shrink) -
              allG ** 2 / (allH + options.shrink);
            if (better > (gain[n] ?? 0)) {
              gain[n] = better;
              splitFeature[nodes - 1 + n] = f;
              splitBin[nodes - 1 + n] = b;
            }
          }
        }
      }
      for (let r = 0; r < rows; r++) {
        const at = nodes - 1 + (node[r] ?? 0);
        const right = (bins[splitFeature[at] ?? 0]?.[r] ?? 0) > (splitBin[at] ?? 255);
        node[r] = 2 * (node[r] ?? 0) + (right ? 1 : 0);
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
    for (let r = 0; r < rows; r++) odds[r] = (odds[r] ?? 0) + (answer[node[r] ?? 0] ?? 0);
    splitFeature.forEach((f, at) => {
      const bin = splitBin[at] ?? 255;
      forest.feature.push(f);
      forest.limit.push(bin === 255 ? Infinity : (edges[f]?.[bin] ?? Infinity));
    });
    forest.leaf.push(...answer);
  }
  return forest;
};
