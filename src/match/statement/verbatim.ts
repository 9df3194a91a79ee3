// How far a text and a statement run alike word for word, function words included: fact-checks quote what was said, and
// "I did not say that" is all function words.
import { newByteReader, type StatementIndex } from './layout.ts';

/** Names of the features, in order. */
export const ALIKE = ['wordRun', 'wordPairs', 'wordTriples', 'wordFours'] as const;
export const AROUND = ['pairsAround', 'triplesAround'] as const;

/** A word that no claim has, or the end of a text: like no other. */
export const BREAK = 0;
/** Words of a claim: marks of dropped words below this, terms of the index from here on. */
export const TERMS = 256;

export interface Verbatim {
  /** Sets the text to compare with, and its neighbours. */
  ask(words: ArrayLike<number>, around: ArrayLike<number>): void;
  /** Fills the columns of ALIKE for the claim. */
  alike(claim: number, out: Float32Array | Float64Array, offset: number): void;
  /** Fills the columns of AROUND for the claim last compared. */
  around(out: Float32Array, offset: number): void;
}

/** Words of a statement that are compared. */
const MOST_WORDS = 256;
const FOUR = 4;

/** Key of the `length` words that end at `at`; 0 if a break lies among them. Words that differ hardly ever share a key. */
const keyOf = (words: ArrayLike<number>, at: number, length: number): number => {
  let key = length;
  for (let i = at - length + 1; i <= at; i++) {
    const word = words[i] ?? BREAK;
    if (word === BREAK) return 0;
    key = Math.imul(key ^ word, 0x9e3779b1);
    key ^= key >>> 15;
  }
  return key;
};

const keysOf = (words: ArrayLike<number>): ReadonlySet<number> => {
  const keys = new Set<number>();
  for (let at = 0; at < words.length; at++)
    for (let length = 2; length <= FOUR; length++) {
      const key = keyOf(words, at, length);
      if (key !== 0) keys.add(key);
    }
  return keys;
};

export const newVerbatim = (index: StatementIndex): Verbatim => {
  const reader = newByteReader(index.claimWords);
  const terms = new Int32Array(MOST_WORDS);
  const words = new Int32Array(MOST_WORDS);
  let asked: ArrayLike<number> = [];
  let count = 0;
  let own: ReadonlySet<number> = new Set();
  let around: ReadonlySet<number> = new Set();
  let runs = new Int32Array(0);

  /** Fills `words` with all words of the claim's statement. */
  const read = (claim: number): void => {
    reader.at = index.claimAt[claim] ?? 0;
    const inStatement = reader.next();
    const inTitle = reader.next();
    for (let i = 0; i < inStatement; i++) {
      const term = reader.next();
      if (i < MOST_WORDS) terms[i] = term;
    }
    for (let i = 0; i < inTitle; i++) reader.next();
    count = Math.min(MOST_WORDS, reader.next());
    let next = 0;
    for (let i = 0; i < count; i++) {
      const mark = reader.byte();
      words[i] = mark === 0 ? TERMS + (terms[next++] ?? 0) : mark;
    }
  };

  /** Words of the longest stretch that text and statement have in common. */
  const longestRun = (): number => {
    let longest = 0;
    runs.fill(0);
    for (let i = 0; i < count; i++) {
      const word = words[i];
      // From the end, so that runs[k] still speaks of the word before.
      for (let k = asked.length - 1; k >= 0; k--) {
        const run = asked[k] === word ? (runs[k - 1] ?? 0) + 1 : 0;
        runs[k] = run;
        if (run > longest) longest = run;
      }
    }
    return longest;
  };

  const share = (length: number, keys: ReadonlySet<number>): number => {
    let found = 0;
    for (let at = length - 1; at < count; at++) if (keys.has(keyOf(words, at, length))) found++;
    return found / Math.max(1, count - length + 1);
  };

  return {
    ask: (given, neighbours) => {
      asked = given;
      own = keysOf(asked);
      around = keysOf(neighbours);
      if (runs.length < asked.length) runs = new Int32Array(asked.length);
    },
    alike: (claim, out, offset) => {
      read(claim);
      out[offset] = Math.log1p(longestRun());
      for (let length = 2; length <= FOUR; length++) out[offset + length - 1] = share(length, own);
    },
    around: (out, offset) => {
      out[offset] = share(2, around);
      out[offset + 1] = share(3, around);
    },
  };
};
