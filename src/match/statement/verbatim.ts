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
/** Words of a text, or of its neighbours together, that are compared. */
const MOST_ASKED = 1300;

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

interface Keys {
  /** Forgets all keys and takes in those of the stretches of these words. */
  fill(words: ArrayLike<number>): void;
  has(key: number): boolean;
}

/** Slots of the table: several times the keys of MOST_ASKED words, so that it never fills. */
const SLOTS = 1 << 13;

/** A set of keys that allocates nothing: slots are emptied by moving on to the next turn. */
const newKeys = (): Keys => {
  const keys = new Int32Array(SLOTS);
  const turns = new Uint32Array(SLOTS);
  let turn = 0;
  const slotOf = (key: number): number => {
    let slot = Math.imul(key, 0x85ebca6b) >>> 19;
    while (turns[slot] === turn && keys[slot] !== key) slot = (slot + 1) & (SLOTS - 1);
    return slot;
  };
  return {
    fill: (words) => {
      turn++;
      for (let at = 0; at < Math.min(MOST_ASKED, words.length); at++)
        for (let length = 2; length <= FOUR; length++) {
          const key = keyOf(words, at, length);
          const slot = slotOf(key);
          keys[slot] = key;
          turns[slot] = turn;
        }
    },
    has: (key) => key !== 0 && turns[slotOf(key)] === turn,
  };
};

export const newVerbatim = (index: StatementIndex): Verbatim => {
  const reader = newByteReader(index.claimWords);
  const terms = new Int32Array(MOST_WORDS);
  const words = new Int32Array(MOST_WORDS);
  let asked: ArrayLike<number> = [];
  let count = 0;
  const own = newKeys();
  const around = newKeys();
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

  const share = (length: number, keys: Keys): number => {
    let found = 0;
    for (let at = length - 1; at < count; at++) if (keys.has(keyOf(words, at, length))) found++;
    return found / Math.max(1, count - length + 1);
  };

  return {
    ask: (given, neighbours) => {
      asked = given;
      own.fill(asked);
      around.fill(neighbours);
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
