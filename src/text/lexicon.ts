// A cache from words to what is known of them: stem, rarity, class. A page's words are looked up by hash; only a word
// never seen before is sliced, folded and stemmed. Pure cache: dropping it changes no result.
import { idfOfHash } from './frequencies.ts';
import { stemOf } from './stem.ts';
import { DETERMINERS, STOP_WORDS } from './stop-words.ts';
import { hashWord, normal, type Words } from './words.ts';

/** A function word: carries no information of its own. */
export const STOP = 1;
/** The word holds a digit. */
export const NUMERIC = 2;
/** An article or possessive: passed over inside expressions of several words. */
export const DETERMINER = 4;

/** Columns over word numbers (0 … size-1). A word number is valid until the lexicon's `generation` changes. */
export interface Lexicon {
  size: number;
  generation: number;
  stemHash: Int32Array;
  stemCheck: Int32Array;
  /** Information in nats; 0 for stop words. */
  idf: Float32Array;
  flags: Uint8Array;
  stems: string[];
  /** Word number of word `i` of `words`, which were split from `text`. */
  lookUp(text: string, words: Words, i: number): number;
  /** Word number of a word in normal form. */
  numberOf(normalForm: string): number;
}

/** Words kept before the cache starts anew: far above any page's vocabulary (5 MB of text hold about 60,000). */
const MOST_WORDS = 1 << 18;

export const newLexicon = (): Lexicon => {
  let mask = (1 << 15) - 1;
  let slots = new Int32Array(mask + 1).fill(-1);
  let hashes = new Int32Array(1 << 14);
  let checks = new Int32Array(1 << 14);
  const pair = new Int32Array(2);

  const lexicon: Lexicon = {
    size: 0,
    generation: 0,
    stemHash: new Int32Array(1 << 14),
    stemCheck: new Int32Array(1 << 14),
    idf: new Float32Array(1 << 14),
    flags: new Uint8Array(1 << 14),
    stems: [],
    lookUp: (text, words, i) => {
      const hash = words.hash[i] ?? 0;
      const check = words.check[i] ?? 0;
      let slot = hash & mask;
      for (;;) {
        const found = slots[slot] ?? -1;
        if (found < 0) break;
        if (hashes[found] === hash && checks[found] === check) return found;
        slot = (slot + 1) & mask;
      }
      const slice = text.slice(words.start[i], words.end[i]);
      return add(normal(slice), hash, check);
    },
    numberOf: (form) => {
      hashWord(form, pair);
      const hash = pair[0] ?? 0;
      const check = pair[1] ?? 0;
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const found = slots[slot] ?? -1;
        if (found < 0) return add(form, hash, check);
        if (hashes[found] === hash && checks[found] === check) return found;
      }
    },
  };

  const place = (number: number): void => {
    let slot = (hashes[number] ?? 0) & mask;
    while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    slots[slot] = number;
  };

  const grow = (): void => {
    const wider = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(from.length * 2);
      to.set(from);
      return to;
    };
    hashes = wider(hashes);
    checks = wider(checks);
    lexicon.stemHash = wider(lexicon.stemHash);
    lexicon.stemCheck = wider(lexicon.stemCheck);
    const idf = new Float32Array(lexicon.idf.length * 2);
    idf.set(lexicon.idf);
    lexicon.idf = idf;
    const flags = new Uint8Array(lexicon.flags.length * 2);
    flags.set(lexicon.flags);
    lexicon.flags = flags;
    mask = mask * 2 + 1;
    slots = new Int32Array(mask + 1).fill(-1);
    for (let number = 0; number < lexicon.size; number++) place(number);
  };

  const add = (form: string, hash: number, check: number): number => {
    if (lexicon.size >= MOST_WORDS) {
      slots.fill(-1);
      lexicon.size = 0;
      lexicon.stems.length = 0;
      lexicon.generation++;
    }
    if (lexicon.size === hashes.length) grow();
    const number = lexicon.size++;
    hashes[number] = hash;
    checks[number] = check;
    const stem = stemOf(form);
    hashWord(stem, pair);
    lexicon.stems[number] = stem;
    lexicon.stemHash[number] = pair[0] ?? 0;
    lexicon.stemCheck[number] = pair[1] ?? 0;
    const stop = STOP_WORDS.has(form);
    lexicon.idf[number] = stop ? 0 : idfOfHash(pair[0] ?? 0);
    lexicon.flags[number] = (stop ? STOP : 0) | (/\d/.test(form) ? NUMERIC : 0) | (DETERMINERS.has(form) ? DETERMINER : 0);
    place(number);
    return number;
  };

  return lexicon;
};
