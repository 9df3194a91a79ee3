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
export const MOST_WORDS = 1 << 18;

/** Words that there is room for at first; the table grows when it is half full. */
const FIRST_WORDS = 1 << 12;
// A slot of the table: hash, check, word number + 1 (0: empty), nothing. Side by side, so that a look-up touches one line of memory.
const CHECK_AT = 1;
const NUMBER_AT = 2;
const SLOT = 4;

export const newLexicon = (): Lexicon => {
  let capacity = FIRST_WORDS;
  /** Positions in `table`: its length less the last slot's inside. */
  let mask = 2 * SLOT * capacity - SLOT;
  let table = new Int32Array(mask + SLOT);
  const pair = new Int32Array(2);

  /** Position of the slot that holds this word, or of the empty one where it belongs. */
  const find = (hash: number, check: number): number => {
    let at = Math.imul(hash, SLOT) & mask;
    while (table[at + NUMBER_AT] !== 0 && (table[at] !== hash || table[at + CHECK_AT] !== check)) at = (at + SLOT) & mask;
    return at;
  };

  const lexicon: Lexicon = {
    size: 0,
    generation: 0,
    stemHash: new Int32Array(capacity),
    stemCheck: new Int32Array(capacity),
    idf: new Float32Array(capacity),
    flags: new Uint8Array(capacity),
    stems: [],
    lookUp: (text, words, i) => {
      const hash = words.hash[i] ?? 0;
      const check = words.check[i] ?? 0;
      const number = table[find(hash, check) + NUMBER_AT] ?? 0;
      return number > 0 ? number - 1 : add(normal(text.slice(words.start[i], words.end[i])), hash, check);
    },
    numberOf: (form) => {
      hashWord(form, pair);
      const hash = pair[0] ?? 0;
      const check = pair[1] ?? 0;
      const number = table[find(hash, check) + NUMBER_AT] ?? 0;
      return number > 0 ? number - 1 : add(form, hash, check);
    },
  };

  const place = (hash: number, check: number, number: number): void => {
    const at = find(hash, check);
    table[at] = hash;
    table[at + CHECK_AT] = check;
    table[at + NUMBER_AT] = number + 1;
  };

  const grow = (): void => {
    const wider = (from: Int32Array): Int32Array<ArrayBuffer> => {
      const to = new Int32Array(from.length * 2);
      to.set(from);
      return to;
    };
    capacity *= 2;
    lexicon.stemHash = wider(lexicon.stemHash);
    lexicon.stemCheck = wider(lexicon.stemCheck);
    const idf = new Float32Array(capacity);
    idf.set(lexicon.idf);
    lexicon.idf = idf;
    const flags = new Uint8Array(capacity);
    flags.set(lexicon.flags);
    lexicon.flags = flags;
    const old = table;
    mask = 2 * SLOT * capacity - SLOT;
    table = new Int32Array(mask + SLOT);
    for (let at = 0; at < old.length; at += SLOT) {
      const number = old[at + NUMBER_AT] ?? 0;
      if (number > 0) place(old[at] ?? 0, old[at + CHECK_AT] ?? 0, number - 1);
    }
  };

  const add = (form: string, hash: number, check: number): number => {
    if (lexicon.size >= MOST_WORDS) {
      table.fill(0);
      lexicon.size = 0;
      lexicon.stems.length = 0;
      lexicon.generation++;
    }
    if (lexicon.size === capacity) grow();
    const number = lexicon.size++;
    const stem = stemOf(form);
    hashWord(stem, pair);
    lexicon.stems[number] = stem;
    lexicon.stemHash[number] = pair[0] ?? 0;
    lexicon.stemCheck[number] = pair[1] ?? 0;
    const stop = STOP_WORDS.has(form);
    lexicon.idf[number] = stop ? 0 : idfOfHash(pair[0] ?? 0);
    lexicon.flags[number] = (stop ? STOP : 0) | (/\d/.test(form) ? NUMERIC : 0) | (DETERMINERS.has(form) ? DETERMINER : 0);
    place(hash, check, number);
    return number;
  };

  return lexicon;
};
