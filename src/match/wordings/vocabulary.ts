// Stems the index knows, found by hash: an open-addressing table of (hash, check) pairs that is used as it lies in the bytes.
import { hashWord } from '../../text/words.ts';

/** Twice as many slots as stems, a power of two: probes stay short. */
const slotsFor = (stems: number): number => 2 ** Math.ceil(Math.log2(Math.max(4, stems * 2)));

/** Table columns: `slots` holds stem numbers or -1; `hash` and `check` belong to the stem numbers. */
export interface VocabularyColumns {
  readonly slots: Int32Array;
  readonly hash: Int32Array;
  readonly check: Int32Array;
}

export const buildVocabulary = (stems: readonly string[]): VocabularyColumns => {
  const slots = new Int32Array(slotsFor(stems.length)).fill(-1);
  const hash = new Int32Array(stems.length);
  const check = new Int32Array(stems.length);
  const pair = new Int32Array(2);
  const mask = slots.length - 1;
  stems.forEach((stem, number) => {
    hashWord(stem, pair);
    hash[number] = pair[0] ?? 0;
    check[number] = pair[1] ?? 0;
    let slot = (pair[0] ?? 0) & mask;
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    slots[slot] = number;
  });
  return { slots, hash, check };
};

/** Number of the stem with this hash pair, or -1. */
export const findStem = (table: VocabularyColumns, hash: number, check: number): number => {
  const mask = table.slots.length - 1;
  for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
    const number = table.slots[slot] ?? -1;
    if (number < 0 || (table.hash[number] === hash && table.check[number] === check)) return number;
  }
};
