// How far a text and a statement run alike word for word, function words included: fact-checks quote what was said, and
// "I did not say that" is all function words.
import { newByteReader, type StatementIndex } from './layout.ts';
import { BREAK, type Query, TERMS } from './query.ts';

/** Names of the features, in order. */
export const VERBATIM: readonly string[] = 'wordRun wordPairs wordTriples wordFours pairsAround triplesAround'.split(' ');

export interface Verbatim {
  /** Sets the query to compare with. */
  ask(query: Query): void;
  weigh(claim: number, out: Float32Array, offset: number): void;
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

const keysOf = (words: readonly number[]): ReadonlySet<number> => {
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
  let asked: readonly number[] = [];
  let own: ReadonlySet<number> = new Set();
  let around: ReadonlySet<number> = new Set();
  let runs = new Int32Array(0);

  /** Fills `words` with all words of the claim's statement; returns how many. */
  const read = (claim: number): number => {
    reader.at = index.claimAt[claim] ?? 0;
    const inStatement = reader.next();
    const inTitle = reader.next();
    for (let i = 0; i < inStatement; i++) {
      const term = reader.next();
      if (i < MOST_WORDS) terms[i] = term;
    }
    for (let i = 0; i < inTitle; i++) reader.next();
    const count = Math.min(MOST_WORDS, reader.next());
    let next = 0;
    for (let i = 0; i < count; i++) {
      const mark = reader.byte();
      words[i] = mark === 0 ? TERMS + (terms[next++] ?? 0) : mark;
    }
    return count;
  };

  /** Words of the longest stretch that text and statement have in common. */
  const longestRun = (count: number): number => {
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

  const share = (count: number, length: number, keys: ReadonlySet<number>): number => {
    let found = 0;
    for (let at = length - 1; at < count; at++) if (keys.has(keyOf(words, at, length))) found++;
    return found / Math.max(1, count - length + 1);
  };

  return {
    ask: (query) => {
      asked = query.words;
      own = keysOf(asked);
      around = keysOf(query.wordsAround);
      if (runs.length < asked.length) runs = new Int32Array(asked.length);
    },
    weigh: (claim, out, offset) => {
      const count = read(claim);
      out[offset] = Math.log1p(longestRun(count));
      for (let length = 2; length <= FOUR; length++) out[offset + length - 1] = share(count, length, own);
      out[offset + 4] = share(count, 2, around);
      out[offset + 5] = share(count, 3, around);
    },
  };
};
