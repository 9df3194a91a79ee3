// Logistic regression with a ridge, full batch: a few thousand rows, a few dozen weights.

export interface Labelled {
  readonly row: Float64Array;
  readonly right: boolean;
  readonly weight: number;
}

const STEPS = 400;
const RATE = 0.1;

/** Weights of the raw features; feature 0 must be the constant 1 and is not penalised. */
export const fitLogistic = (cases: readonly Labelled[], width: number, ridge: number): Float64Array => {
  const mean = new Float64Array(width);
  const deviation = new Float64Array(width).fill(1);
  for (let f = 1; f < width; f++) {
    mean[f] = cases.reduce((sum, { row }) => sum + (row[f] ?? 0), 0) / cases.length;
    deviation[f] =
      Math.sqrt(cases.reduce((sum, { row }) => sum + ((row[f] ?? 0) - (mean[f] ?? 0)) ** 2, 0) / cases.length) + 1e-6;
  }
  const scaled = cases.map(({ row }) => row.map((x, f) => (x - (mean[f] ?? 0)) / (deviation[f] ?? 1)));
  const w = new Float64Array(width);
  const m = new Float64Array(width);
  const v = new Float64Array(width);
  for (let step = 1; step <= STEPS; step++) {
    const gradient = w.map((x, f) => (f === 0 ? 0 : ridge * x));
    cases.forEach(({ right, weight }, i) => {
      const row = scaled[i] ?? new Float64Array(width);
      let z = 0;
      for (let f = 0; f < width; f++) z += (w[f] ?? 0) * (row[f] ?? 0);
      const pull = (1 / (1 + Math.exp(-z)) - (right ? 1 : 0)) * weight;
      for (let f = 0; f < width; f++) gradient[f] = (gradient[f] ?? 0) + pull * (row[f] ?? 0);
    });
    const rate = RATE * 0.5 * (1 + Math.cos((Math.PI * step) / STEPS));
    for (let f = 0; f < width; f++) {
      const g = gradient[f] ?? 0;
      m[f] = 0.9 * (m[f] ?? 0) + 0.1 * g;
      v[f] = 0.99 * (v[f] ?? 0) + 0.01 * g * g;
      w[f] = (w[f] ?? 0) - (rate * ((m[f] ?? 0) / (1 - 0.9 ** step))) / (Math.sqrt((v[f] ?? 0) / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  const raw = w.map((x, f) => x / (deviation[f] ?? 1));
  raw[0] = (w[0] ?? 0) - w.reduce((sum, x, f) => (f === 0 ? sum : sum + (x * (mean[f] ?? 0)) / (deviation[f] ?? 1)), 0);
  return raw;
};
