// Sentences of a text by Unicode's rules, with their known mistakes mended: they break after "Gen.", "Mr." and "U.S.".
import { margins } from './margins.ts';
import { sentenceEnd } from './sentence-breaks.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

// A segment that ends so does not end a sentence: titles, months, Latin, "No." before a number.
const OPEN_END =
  /(?:^|[\s("“‘[])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Pres|St|Rev|Hon|Messrs|vs|v|cf|e\.g|i\.e|approx)\.\s*$/;
// A single capital is an initial ("J. Rowling") or a number in a list ("Q. Who? A. Nobody."), but after a word and before a
// typical opener of a sentence it is the last word of its own ("plan B. The army").
const INITIAL = /(?:^|[\s("“‘[])[A-Z]\.\s*$/;
const LAST_LETTER = /[^\s.][\s("“‘[]+[A-Z]\.\s*$/;
const MAYBE_OPEN =
  /(?:^|[\s(])(?:Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|Fig|U\.S|U\.K|U\.N|a\.m|p\.m|etc|Inc|Ltd|Co|Corp|p|pp)\.\s*$/;
const GOES_ON = /^["'“‘(]?[\p{Ll}\p{N}]/u;
// After a country or "Jr." a capitalised word may go on ("U.S. Army", "Jr. said"); a typical opener of a sentence ends it.
const STATE = /(?:U\.S|U\.K|U\.N|Jr|Sr)\.\s*$/;
const OPENER =
  /^["'“‘(]?(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|In|On|At|But|And|So|If|As|When|There|His|Her|Its|Their|For|By|From|After|Before|No|Not|Yet|Nor|What|Who|Why|How)\b(?!\.)/;
const ASKED = /[?!…]['"’”»)]$/;
const LOWER = /^\p{Ll}/u;
const LETTERS = /[\p{L}\p{N}]/u;

const FULL_STOP = 0x2e;
/** Longest word of OPEN_END and MAYBE_OPEN: "approx". */
const LONGEST_OPEN = 6;
const isSmall = (code: number): boolean => code >= 97 && code <= 122;
const isSpace = (code: number): boolean => code <= 32 || code === 0xa0;
const isWordCode = (code: number): boolean => isSmall(code) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);

const hasWord = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (isWordCode(text.charCodeAt(i))) return true;
  return LETTERS.test(text.slice(from, to));
};

const opens = (text: string, start: number, end: number, next: number): boolean => {
  // Nearly all sentences end here, without a pattern: after a long word with a full stop, or with no stop at all.
  let last = end - 1;
  while (last > start && isSpace(text.charCodeAt(last))) last--;
  if (isWordCode(text.charCodeAt(last))) return false;
  if (text.charCodeAt(last) === FULL_STOP) {
    const word = last - LONGEST_OPEN - 1;
    let at = last - 1;
    while (at >= word && isSmall(text.charCodeAt(at))) at--;
    if (at < word) return false;
  }
  const tail = text.slice(Math.max(start, end - 24), end);
  const dot = tail.trimEnd();
  // “Why?” she asked: the quotation's end is not the sentence's.
  if (ASKED.test(dot)) return LOWER.test(text.slice(next, next + 2));
  if (!dot.endsWith('.')) return false;
  if (OPEN_END.test(tail)) return true;
  const head = text.slice(next, next + 24);
  if (INITIAL.test(tail)) return !(LAST_LETTER.test(tail) && OPENER.test(head));
  if (!MAYBE_OPEN.test(tail)) return false;
  return GOES_ON.test(head) || (STATE.test(tail) && !OPENER.test(head));
};

/**
 * Offsets of the sentences of `text`: [start0, end0, start1, end1, …] in UTF-16 units, white space trimmed.
 * Segments without a letter or digit are left out, and so is what is none of them (margins.ts). Source of the method: Unicode UAX 29.
 */
export const splitSentences = (text: string): number[] => {
  const bounds: number[] = [];
  let start = -1;
  let end = 0;
  const close = (): void => {
    if (start < 0) return;
    let from = start;
    let to = end;
    while (from < to && text.charCodeAt(from) <= 32) from++;
    while (to > from && text.charCodeAt(to - 1) <= 32) to--;
    if (from < to && hasWord(text, from, to)) bounds.push(from, to);
  };
  const take = (from: number, to: number): void => {
    if (start < 0 || !opens(text, start, end, from)) {
      close();
      start = from;
    }
    end = to;
  };
  const [first, last] = margins(text);
  let from = first;
  while (from < last) {
    const to = sentenceEnd(text, from);
    if (to < 0) break;
    take(from, Math.min(last, to));
    from = to;
  }
  if (from < last) {
    // A character whose class is not known there: from the start, then, by the platform's rules.
    bounds.length = 0;
    start = -1;
    for (const { segment, index } of segmenter.segment(text.slice(first, last)))
      take(first + index, first + index + segment.length);
  }
  close();
  return bounds;
};
