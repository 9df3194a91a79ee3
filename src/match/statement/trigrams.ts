// Likeness of two texts by the letters of their stems: trigrams weighted by the rarity of the stem they stand in. Finds what
// stems miss: misspellings, run-together hashtags, other endings.
import type { StatementIndex } from './layout.ts';

/** Trigrams are counted in so many buckets; clashes are rare and harmless. */
const BUCKETS = 1 << 13;
const EDGE = 35;

const bucketOf = (a: number, b: number, c: number): number =>
  (Math.imul(Math.imul(a, 961) + b * 31 + c, 0x9e3779b1) >>> 19) & (BUCKETS - 1);

export interface Trigrams {
  /** Sets the text to compare with: stems and their weights. */
  ask(stems: readonly string[], weights: readonly number[]): void;
  /** Cosine with the distinct terms given; `weightOf` weighs a term. */
  likeness(terms: Iterable<number>, weightOf: (term: number) => number): number;
}

export const newTrigrams = (index: StatementIndex): Trigrams => {
  const asked = new Float32Array(BUCKETS);
  const { stemAt, stemCharacters } = index;
  let norm = 1;
  return {
    ask: (stems, weights) => {
      asked.fill(0);
      stems.forEach((stem, i) => {
        const share = (weights[i] ?? 0) / Math.sqrt(Math.max(1, stem.length));
        let [a, b] = [EDGE, stem.charCodeAt(0) & 0xff];
        for (let k = 1; k <= stem.length; k++) {
          const c = k < stem.length ? stem.charCodeAt(k) & 0xff : EDGE;
          const at = bucketOf(a, b, c);
          asked[at] = (asked[at] ?? 0) + share;
          a = b;
          b = c;
        }
      });
      let squares = 0;
      for (const x of asked) squares += x * x;
      norm = Math.sqrt(squares) || 1;
    },
    likeness: (terms, weightOf) => {
      let dot = 0;
      let squares = 0;
      for (const term of terms) {
        const from = stemAt[term] ?? 0;
        const to = term + 1 < stemAt.length ? (stemAt[term + 1] ?? 0) : stemCharacters.length;
        const length = Math.max(1, to - from);
        const share = weightOf(term) / Math.sqrt(length);
        let [a, b] = [EDGE, stemCharacters[from] ?? 0];
        for (let k = from + 1; k <= to; k++) {
          const c = k < to ? (stemCharacters[k] ?? 0) : EDGE;
          dot += share * (asked[bucketOf(a, b, c)] ?? 0);
          a = b;
          b = c;
        }
        squares += share * share * length;
      }
      return squares > 0 ? dot / (norm * Math.sqrt(squares)) : 0;
    },
  };
};
