// A sentence as words and marks, with what each does to what the sentence says.
import { stemOf } from '../../text/stem.ts';
import { hashWord, normal } from '../../text/words.ts';
import { kindsOf, MARK, NEGATES } from './cues.ts';
import { openedBy } from './patterns.ts';

/** What is known of a word, wherever it stands. */
interface Known {
  /** In normal form; of a mark the mark itself. */
  readonly form: string;
  readonly stem: string;
  /** Bit set of cues.ts. */
  readonly kinds: number;
  /** Bit set of the patterns that it may begin (patterns.ts). */
  readonly opens: number;
}
export interface Word extends Known {
  /** UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’ʼ]\p{L}+)?|[,;:?()–—]|--/gu;
const CONTRACTED = /n['’ʼ]t$/i;
const POSSESSIVE = /['’ʼ]s?$/i;

const classify = (found: string): Known => {
  if (/^[^\p{L}\p{N}]/u.test(found)) return { form: found, stem: found, kinds: MARK, opens: 0 };
  if (CONTRACTED.test(found)) return { form: 'not', stem: 'not', kinds: NEGATES, opens: openedBy('not') };
  const form = normal(found.replace(POSSESSIVE, ''));
  const stem = stemOf(form);
  return { form, stem, kinds: kindsOf(form, stem), opens: openedBy(form) };
};

// Words that were read before, by hash (src/text/words.ts): stems are the most part of the work. A later one takes the place of one with
// the same last bits.
const PLACES = 1 << 13;
const hashes = new Int32Array(PLACES);
const checks = new Int32Array(PLACES);
const known: (Known | undefined)[] = new Array(PLACES).fill(undefined);
const pair = new Int32Array(2);

/** The word from `start` to `end`. */
const wordAt = (text: string, start: number, end: number): Word => {
  hashWord(text, pair, start, end);
  const hash = pair[0] ?? 0;
  const check = pair[1] ?? 0;
  const at = hash & (PLACES - 1);
  let word = known[at];
  if (word === undefined || hashes[at] !== hash || checks[at] !== check) {
    word = classify(text.slice(start, end));
    hashes[at] = hash;
    checks[at] = check;
    known[at] = word;
  }
  return { start, end, form: word.form, stem: word.stem, kinds: word.kinds, opens: word.opens };
};

const LETTER = 1;
const A_MARK = 2;
const HYPHEN = 3;
const APOSTROPHE = 4;
const FOREIGN = 5;
/** What a character is; 0 separates. */
const KIND = new Uint8Array(0x2027).fill(FOREIGN, 0x80);
for (const letter of 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ') KIND[letter.charCodeAt(0)] = LETTER;
const DIGIT = 6;
for (const digit of '0123456789') KIND[digit.charCodeAt(0)] = DIGIT;
for (const mark of ',;:?()–—') KIND[mark.charCodeAt(0)] = A_MARK;
for (const separator of '‘“”…') KIND[separator.charCodeAt(0)] = 0;
KIND['-'.charCodeAt(0)] = HYPHEN;
for (const apostrophe of "'’") KIND[apostrophe.charCodeAt(0)] = APOSTROPHE;
const kindAt = (text: string, at: number): number => {
  const code = text.charCodeAt(at);
  return code < KIND.length ? (KIND[code] ?? FOREIGN) : FOREIGN;
};

/** What WORD finds in a text of plain characters, in a third of the time; null for others. */
const readPlain = (text: string): Word[] | null => {
  const words: Word[] = [];
  const { length } = text;
  for (let at = 0; at < length; ) {
    const kind = kindAt(text, at);
    const start = at++;
    if (kind === FOREIGN) return null;
    if (kind === A_MARK) words.push(wordAt(text, start, at));
    else if (kind === HYPHEN && at < length && kindAt(text, at) === HYPHEN) words.push(wordAt(text, start, ++at));
    else if (kind === LETTER || kind === DIGIT) {
      let next = kindAt(text, at);
      while (next === LETTER || next === DIGIT) next = kindAt(text, ++at);
      if (at + 1 < length && next === APOSTROPHE && kindAt(text, at + 1) === LETTER) {
        at++;
        while (at < length && kindAt(text, at) === LETTER) at++;
      }
      words.push(wordAt(text, start, at));
    }
  }
  return words;
};

let lastText = '';
let lastWords: readonly Word[] = [];
/** Words and marks of a text, in order. The last answer is kept: a sentence may make several claims. */
export const wordsOf = (text: string): readonly Word[] => {
  if (text !== lastText) {
    lastWords =
      readPlain(text) ?? Array.from(text.matchAll(WORD), ({ 0: found, index }) => wordAt(text, index, index + found.length));
    lastText = text;
  }
  return lastWords;
};
