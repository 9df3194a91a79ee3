// Vectors of stems, unpacked from the table that ships when the first is asked for. Stems of like use lie close together:
// kin and synonyms, but opposites and siblings too, so a vector may raise a claim in a ranking and decides nothing.
import { stemOf } from '../../text/stem.ts';
import { hashWord } from '../../text/words.ts';
import { DIMENSIONS, STEMS, TABLE } from './vectors.data.ts';

/** A vector of length 1, or null where a word is not in the table. */
export type Vector = Float32Array | null;

interface Table {
  readonly hashes: Uint32Array;
  readonly components: Float32Array;
}

/** Four bits hold −7 … 7, moved up by so much. */
const ZERO = 8;

/** Scales to length 1. */
export const toUnit = (vector: Float32Array): Float32Array => {
  let square = 0;
  for (const x of vector) square += x * x;
  const length = Math.sqrt(square) || 1;
  for (let d = 0; d < vector.length; d++) vector[d] = (vector[d] ?? 0) / length;
  return vector;
};

const decode = (): Table => {
  const packed = atob(TABLE);
  const hashes = new Uint32Array(STEMS);
  const components = new Float32Array(STEMS * DIMENSIONS);
  let at = 0;
  let hash = 0;
  for (let row = 0; row < STEMS; row++) {
    let delta = 0;
    let unit = 1;
    for (;;) {
      const byte = packed.charCodeAt(at++);
      delta += (byte & 127) * unit;
      if (byte < 128) break;
      unit *= 128;
    }
    hash += delta;
    hashes[row] = hash;
    const vector = components.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS);
    for (let d = 0; d < DIMENSIONS; d += 2) {
      const byte = packed.charCodeAt(at++);
      vector[d] = (byte & 15) - ZERO;
      vector[d + 1] = (byte >> 4) - ZERO;
    }
    toUnit(vector);
  }
  return { hashes, components };
};

let table: Table | null = null;
const pair = new Int32Array(2);

const find = (stem: string): Vector => {
  table ??= decode();
  hashWord(stem, pair);
  const wanted = (pair[0] ?? 0) >>> 0;
  const { hashes, components } = table;
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const hash = hashes[middle] ?? 0;
    if (hash === wanted) return components.subarray(middle * DIMENSIONS, (middle + 1) * DIMENSIONS);
    if (hash < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return null;
};

/** Vector of a stem; of a concept of several words ("new-york") the mean of theirs. */
export const vectorOf = (stem: string): Vector => {
  const found = find(stem);
  if (found !== null || !stem.includes('-')) return found;
  const sum = new Float32Array(DIMENSIONS);
  for (const part of stem.split('-')) addTo(sum, find(stemOf(part)), 1);
  return toUnit(sum);
};

export const addTo = (sum: Float32Array, vector: Vector, weight: number): void => {
  if (vector === null) return;
  for (let d = 0; d < DIMENSIONS; d++) sum[d] = (sum[d] ?? 0) + weight * (vector[d] ?? 0);
};

export const newSum = (): Float32Array => new Float32Array(DIMENSIONS);

/** Four sums side by side: the processor need not wait for one addition to begin the next. */
export const dot = (a: Float32Array, b: Float32Array): number => {
  let [p, q, r, s] = [0, 0, 0, 0];
  for (let d = 0; d < DIMENSIONS; d += 4) {
    p += (a[d] ?? 0) * (b[d] ?? 0);
    q += (a[d + 1] ?? 0) * (b[d + 1] ?? 0);
    r += (a[d + 2] ?? 0) * (b[d + 2] ?? 0);
    s += (a[d + 3] ?? 0) * (b[d + 3] ?? 0);
  }
  return p + q + r + s;
};
