// Listwise linear ranking: weights w that maximise the log-likelihood of the right candidates under softmax(w · x), with a
// ridge. Full batch, Adam with a cosine schedule: a convex problem of a few dozen weights.

/** The candidates of one query: `count` rows of features, `right` the rows that answer it, `weight` its share of the loss. */
export interface List {
  readonly rows: Float32Array;
  readonly count: number;
  readonly right: readonly number[];
  readonly weight: number;
}

export interface Scale {
  readonly mean: Float64Array;
  /** Infinity for a feature that is the same everywhere: it puts nothing in order, and its weight stays 0. */
  readonly deviation: Float64Array;
}

const LEAST_DEVIATION = 1e-4;

export const scaleOf = (lists: readonly List[], width: number): Scale => {
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width);
  let n = 0;
  for (const list of lists) {
    n += list.count;
    for (let i = 0; i < list.count * width; i++) mean[i % width] = (mean[i % width] ?? 0) + (list.rows[i] ?? 0);
  }
  for (let f = 0; f < width; f++) mean[f] = (mean[f] ?? 0) / n;
  for (const list of lists)
    for (let i = 0; i < list.count * width; i++) {
      const f = i % width;
      deviation[f] = (deviation[f] ?? 0) + ((list.rows[i] ?? 0) - (mean[f] ?? 0)) ** 2;
    }
  for (let f = 0; f < width; f++) {
    const found = Math.sqrt((deviation[f] ?? 0) / n);
    deviation[f] = found < LEAST_DEVIATION ? Infinity : found;
  }
  return { mean, deviation };
};

/** Pulls smaller than this change no weight visibly. */
const NEGLIGIBLE = 1e-9;

/** Weights of the raw (unscaled) features. `ridge` is the penalty on the scaled ones. */
export const learn = (
  lists: readonly List[],
  width: number,
  scale: Scale,
  ridge: number,
  steps = 200,
  rate = 0.05,
): Float64Array => {
  const w = new Float64Array(width);
  const m = new Float64Array(width);
  const v = new Float64Array(width);
  const raw = new Float64Array(width);
  const gradient = new Float64Array(width);
  const total = lists.reduce((sum, list) => sum + (list.right.length > 0 ? list.weight : 0), 0);
  const scores = new Float64Array(Math.max(...lists.map((list) => list.count)));
  for (let step = 1; step <= steps; step++) {
    for (let f = 0; f < width; f++) raw[f] = (w[f] ?? 0) / (scale.deviation[f] ?? 1);
    gradient.fill(0);
    for (const { rows, count, right, weight } of lists) {
      if (right.length === 0) continue;
      let top = -Infinity;
      for (let i = 0; i < count; i++) {
        let s = 0;
        for (let f = 0, at = i * width; f < width; f++, at++) s += (raw[f] ?? 0) * (rows[at] ?? 0);
        scores[i] = s;
        if (s > top) top = s;
      }
      let sum = 0;
      for (let i = 0; i < count; i++) {
        const e = Math.exp((scores[i] ?? 0) - top);
        scores[i] = e;
        sum += e;
      }
      for (let i = 0; i < count; i++) scores[i] = (scores[i] ?? 0) / sum;
      for (const i of right) scores[i] = (scores[i] ?? 0) - 1 / right.length;
      for (let i = 0; i < count; i++) {
        const p = ((scores[i] ?? 0) * weight) / total;
        if (Math.abs(p) < NEGLIGIBLE) continue;
        for (let f = 0, at = i * width; f < width; f++, at++) gradient[f] = (gradient[f] ?? 0) + p * (rows[at] ?? 0);
      }
    }
    const fade = 0.5 * (1 + Math.cos((Math.PI * step) / steps));
    for (let f = 0; f < width; f++) {
      // Softmax does not see the mean: the gradient of a shift is zero.
      const g = (gradient[f] ?? 0) / (scale.deviation[f] ?? 1) + ridge * (w[f] ?? 0);
      const first = 0.9 * (m[f] ?? 0) + 0.1 * g;
      const second = 0.99 * (v[f] ?? 0) + 0.01 * g * g;
      m[f] = first;
      v[f] = second;
      w[f] = (w[f] ?? 0) - (rate * fade * (first / (1 - 0.9 ** step))) / (Math.sqrt(second / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return w.map((x, f) => x / (scale.deviation[f] ?? 1));
};
