// Words of a text with their offsets. A word is a run of letters, digits and combining marks; everything else
// separates. Soft hyphens and zero-width characters inside a word are skipped; the possessive 's is cut off.
// Words are identified by a 64-bit hash of their normal form, so that a page's words cost no string each.

/** Words of one text, as columns. Reused from text to text: copy what must outlive the next call. */
export interface Words {
  count: number;
  /** UTF-16 offsets of each word in the text. */
  start: Int32Array;
  end: Int32Array;
  /** Two independent 32-bit hashes of the normal form. */
  hash: Int32Array;
  check: Int32Array;
  /** Bit set of CAPITAL, DIGITS, FOREIGN. */
  shape: Uint8Array;
}

/** The word begins with a capital letter. */
export const CAPITAL = 1;
/** The word holds a digit. */
export const DIGITS = 2;
/** The word needs Unicode folding: its hash was taken over `normal()` of the slice. */
export const FOREIGN = 4;

const FIRST_CAPACITY = 1024;

/** A fresh set of columns. */
export const newWords = (): Words => ({
  count: 0,
  start: new Int32Array(FIRST_CAPACITY),
  end: new Int32Array(FIRST_CAPACITY),
  hash: new Int32Array(FIRST_CAPACITY),
  check: new Int32Array(FIRST_CAPACITY),
  shape: new Uint8Array(FIRST_CAPACITY),
});

const grow = (words: Words): void => {
  const wider = (from: Int32Array): Int32Array => {
    const to = new Int32Array(from.length * 2);
    to.set(from);
    return to;
  };
  words.start = wider(words.start);
  words.end = wider(words.end);
  words.hash = wider(words.hash);
  words.check = wider(words.check);
  const shape = new Uint8Array(words.shape.length * 2);
  shape.set(words.shape);
  words.shape = shape;
};

// What a character is: 0 separates; a code of 97–122 or 48–57 is the folded letter or digit.
const LETTER = new Uint8Array(128);
for (let code = 97; code <= 122; code++) {
  LETTER[code] = code;
  LETTER[code - 32] = code;
}
for (let code = 48; code <= 57; code++) LETTER[code] = code;

const SOFT_HYPHEN = 0xad;
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const S = 0x73;
const COMMA = 0x2c;
const POINT = 0x2e;
const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};
/** FNV-1a, 32 bit; the check hash is the same walk with another multiplier and start (Murmur3's constant). */
const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
const CHECK_START = 0x2f0b4c47;
const CHECK_PRIME = 0x5bd1e995;

const FOREIGN_WORD = /[\p{L}\p{N}\p{M}]/u;
// Zero-width space, joiners, word joiner, byte-order mark, direction marks: invisible inside words.
const isInvisible = (code: number): boolean =>
  code === SOFT_HYPHEN || (code >= 0x200b && code <= 0x200f) || code === 0x2060 || code === 0xfeff;
/** General Punctuation: the quotes and dashes of most texts, and no letter. Spares them the pattern. */
const isPunctuation = (code: number): boolean => code >= 0x2000 && code <= 0x206f;
const isHigh = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLow = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;
/** The second half of a pair is what the pair is; a half by itself is nothing. */
const isForeign = (text: string, at: number, code: number): boolean => {
  if (isPunctuation(code)) return false;
  if (code < 0xd800 || code > 0xdfff) return FOREIGN_WORD.test(String.fromCharCode(code));
  const first = isLow(code) ? at - 1 : at;
  return isHigh(text.charCodeAt(first)) && FOREIGN_WORD.test(String.fromCodePoint(text.codePointAt(first) ?? code));
};

/** A mark on no letter, as in many emoji, is no word, and neither is its second half. */
const LONE_MARK = /^\p{M}/u;
const opensWord = (text: string, at: number, code: number): boolean =>
  isForeign(text, at, code) && !isLow(code) && !LONE_MARK.test(String.fromCodePoint(text.codePointAt(at) ?? code));

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const MARKS = /\p{M}+/gu;
const GROUPING = /(?<=\d),(?=\d)/g;

/**
 * The normal form of a word: NFKD without marks, lower case, invisible characters and the commas of numbers dropped (Kraków → krakow, 315,000 → 315000).
 * Marks go before, too: NFKD sorts the marks on a letter, which takes the square of their number.
 */
export const normal = (word: string): string =>
  word.replace(INVISIBLE, '').replace(GROUPING, '').replace(MARKS, '').normalize('NFKD').replace(MARKS, '').toLowerCase();

/** Hash pair of a word already in normal form, or of what stands from `from` to `to`; written to `out[0]` and `out[1]`. */
export const hashWord = (word: string, out: Int32Array, from = 0, to = word.length): void => {
  let hash = FNV_START;
  let check = CHECK_START;
  for (let i = from; i < to; i++) {
    const code = word.charCodeAt(i);
    hash = Math.imul(hash ^ code, FNV_PRIME);
    check = Math.imul(check ^ code, CHECK_PRIME);
  }
  out[0] = hash ^ (hash >>> 15);
  out[1] = check ^ (check >>> 13);
};

const pair = new Int32Array(2);

/**
 * Splits `text` from `from` to `to` (UTF-16 offsets) into words. Fills `words` from its start.
 * Cost: one pass; no allocation for ASCII words.
 */
export const splitWords = (text: string, words: Words, from = 0, to = text.length): void => {
  let count = 0;
  let at = from;
  while (at < to) {
    let code = text.charCodeAt(at);
    let letter = code < 128 ? (LETTER[code] ?? 0) : 0;
    if (letter === 0 && (code < 128 || isInvisible(code) || !opensWord(text, at, code))) {
      at++;
      continue;
    }
    const start = at;
    let shape = code >= 65 && code <= 90 ? CAPITAL : 0;
    let hash = FNV_START;
    let check = CHECK_START;
    let end = at;
    while (at < to) {
      code = text.charCodeAt(at);
      letter = code < 128 ? (LETTER[code] ?? 0) : 0;
      if (letter !== 0) {
        if (letter < 58) shape |= DIGITS;
        hash = Math.imul(hash ^ letter, FNV_PRIME);
        check = Math.imul(check ^ letter, CHECK_PRIME);
      } else if (code < 128) {
        // 315,000 and 10.6 are one number each; the comma is not part of its normal form.
        const numeric = (code === COMMA || code === POINT) && isDigit(text, at - 1) && at + 1 < to && isDigit(text, at + 1);
        if (!numeric) break;
        if (code === POINT) {
          hash = Math.imul(hash ^ code, FNV_PRIME);
          check = Math.imul(check ^ code, CHECK_PRIME);
        }
      } else if (!isInvisible(code)) {
        if (!isForeign(text, at, code)) break;
        shape |= FOREIGN;
      }
      at++;
      end = at;
    }
    if (count === words.start.length) grow(words);
    if ((shape & FOREIGN) !== 0) {
      const slice = text.slice(start, end);
      const form = normal(slice);
      if (/^\p{Lu}/u.test(slice)) shape |= CAPITAL;
      hashWord(form, pair);
      hash = pair[0] ?? 0;
      check = pair[1] ?? 0;
    } else {
      hash ^= hash >>> 15;
      check ^= check >>> 13;
    }
    words.start[count] = start;
    words.end[count] = end;
    words.hash[count] = hash;
    words.check[count] = check;
    words.shape[count] = shape;
    count++;
    // The possessive: ’s at the end of a word belongs to nobody.
    if (at + 1 < to && (code === APOSTROPHE || code === RIGHT_QUOTE)) {
      const next = text.charCodeAt(at + 1) | 32;
      const after = at + 2 < to ? text.charCodeAt(at + 2) : 0;
      const afterIsLetter = after < 128 ? (LETTER[after] ?? 0) !== 0 : isForeign(text, at + 2, after);
      if (next === S && !afterIsLetter) at += 2;
    }
  }
  words.count = count;
};
