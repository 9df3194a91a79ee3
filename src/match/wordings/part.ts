// The part of a sentence that speaks of a claim: one that makes two claims may deny only one of them ("Kyiv was told, yet no call took
// place"). Commas and other stops divide a sentence into parts, and so do words that join or turn; the shortest run of parts that holds most
// of what agreed speaks of the claim.
import type { Lexicon } from '../../text/lexicon.ts';
import type { Words } from '../../text/words.ts';

const JOINING = 'but while whilst whereas although though yet however which who and as because since'.split(' ');
const STOPS = /[,;:()–—…]|\s-\s/u;
const SPACE = 0x20;
/** Share of what agreed that the run holds at least. */
const SHARE = 0.7;
/** Shorter sentences (words) are one part: what stands between their commas is mostly a list. */
const LEAST_WORDS = 15;
const FIRST_CAPACITY = 1024;

export type Parts = ReturnType<typeof newParts>;

/** Scratch of one sentence and claim; reused. */
export const newParts = (lexicon: Lexicon) => {
  let generation = -1;
  let joining = new Set<number>();
  /** First words of the parts, and at the end the number of words. */
  let bounds = new Int32Array(FIRST_CAPACITY);
  let weights = new Float64Array(FIRST_CAPACITY);
  let count = 0;
  let whole = 0;
  const joins = (lex: number): boolean => {
    if (generation !== lexicon.generation) {
      generation = lexicon.generation;
      joining = new Set(JOINING.map((form) => lexicon.numberOf(form)));
    }
    return joining.has(lex);
  };
  const parts = {
    /** The run that speaks of the claim: words from … to (exclusive), counted from the sentence's first. */
    from: 0,
    to: 0,
    /** Divides the sentence just analysed. @param lex numbers of its words in the lexicon, `length` of them */
    divide: (text: string, words: Words, first: number, lex: Int32Array, length: number): void => {
      if (bounds.length < length + 2) {
        bounds = new Int32Array(2 * length);
        weights = new Float64Array(2 * length);
      }
      count = 0;
      bounds[count++] = 0;
      for (let i = 1; i < length && length >= LEAST_WORDS; i++) {
        const before = words.end[first + i - 1] ?? 0;
        const start = words.start[first + i] ?? 0;
        const isPlain = start - before === 1 && text.charCodeAt(before) === SPACE;
        if (joins(lex[i] ?? 0) || (!isPlain && STOPS.test(text.slice(before, start)))) bounds[count++] = i;
      }
      bounds[count] = length;
    },
    /** Begins with another claim. */
    next: (): void => {
      weights.fill(0, 0, count);
      whole = 0;
    },
    /** A slot of this weight was found at word `at`. */
    found: (at: number, weight: number): void => {
      let part = count - 1;
      while (part > 0 && at < (bounds[part] ?? 0)) part--;
      weights[part] = (weights[part] ?? 0) + weight;
      whole += weight;
    },
    /** Sets `from` and `to`. */
    narrow: (): void => {
      parts.from = 0;
      parts.to = bounds[count] ?? 0;
      if (whole === 0) return;
      for (let first = 0; first < count; first++) {
        let held = 0;
        for (let last = first; last < count; last++) {
          held += weights[last] ?? 0;
          if (held < SHARE * whole) continue;
          const from = bounds[first] ?? 0;
          const to = bounds[last + 1] ?? 0;
          if (to - from < parts.to - parts.from) {
            parts.from = from;
            parts.to = to;
          }
          break;
        }
      }
    },
  };
  return parts;
};
