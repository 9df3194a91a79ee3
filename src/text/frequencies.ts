// How rare a word is in ordinary news: inverse document frequencies of stems, from the table that ships.
import { STEMS, STEPS_PER_NAT, TABLE } from './frequencies.data.ts';
import { hashWord } from './words.ts';

/** Information of a stem that the table does not hold: it occurs in fewer than about 12 of 37,554 articles. */
export const UNSEEN_IDF = 8;

interface Table {
  readonly hashes: Uint32Array;
  readonly steps: Uint8Array;
}

const decode = (): Table => {
  const packed = atob(TABLE);
  const hashes = new Uint32Array(STEMS);
  const steps = new Uint8Array(STEMS);
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
    steps[row] = packed.charCodeAt(at++);
  }
  return { hashes, steps };
};

let table: Table | null = null;

/** Information in nats, ln(articles / articles with the stem), of the stem with this hash (first of the pair of `hashWord`). */
export const idfOfHash = (stemHash: number): number => {
  table ??= decode();
  const { hashes, steps } = table;
  const wanted = stemHash >>> 0;
  let low = 0;
  let high = hashes.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const hash = hashes[middle] ?? 0;
    if (hash === wanted) return (steps[middle] ?? 0) / STEPS_PER_NAT;
    if (hash < wanted) low = middle + 1;
    else high = middle - 1;
  }
  return UNSEEN_IDF;
};

const pair = new Int32Array(2);

/** Information in nats of a stem. */
export const idfOf = (stem: string): number => {
  hashWord(stem, pair);
  return idfOfHash(pair[0] ?? 0);
};
