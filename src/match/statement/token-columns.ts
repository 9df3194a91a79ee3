// The content words of a text as columns of numbers, reused from text to text.

export const FIRST_CAPACITY = 1024;
/** Negations whose places are kept: more stand in no sentence that decides. */
export const MOST_NEGATIONS = 16;

/** Content words of one text, as columns. Reused from text to text. */
export interface Tokens {
  count: number;
  /** Lexicon number of the concept. */
  number: Int32Array;
  /** UTF-16 offsets. */
  start: Int32Array;
  end: Int32Array;
  /** Bit set of NAME, NUMBER. */
  flags: Uint8Array;
  /** How often the text says not, no, never, n't; the offsets of the first of them. */
  negations: number;
  readonly negatedAt: Int32Array;
  /** Every word in order: the lexicon number of a content word, minus the mark (1 … 255) of one that was dropped. */
  wordCount: number;
  words: Int32Array;
}

/** The token begins with a capital and does not open the text. */
export const NAME = 1;
/** The token is a number. */
export const NUMBER = 2;

export const newTokens = (): Tokens => ({
  count: 0,
  number: new Int32Array(FIRST_CAPACITY),
  start: new Int32Array(FIRST_CAPACITY),
  end: new Int32Array(FIRST_CAPACITY),
  flags: new Uint8Array(FIRST_CAPACITY),
  negations: 0,
  negatedAt: new Int32Array(MOST_NEGATIONS),
  wordCount: 0,
  words: new Int32Array(FIRST_CAPACITY),
});

const wider = (from: Int32Array): Int32Array => {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
};

export const pushWord = (tokens: Tokens, word: number): void => {
  if (tokens.wordCount === tokens.words.length) tokens.words = wider(tokens.words);
  tokens.words[tokens.wordCount++] = word;
};

export const pushToken = (tokens: Tokens, n: number, start: number, end: number, flags: number): void => {
  if (tokens.count === tokens.number.length) {
    tokens.number = wider(tokens.number);
    tokens.start = wider(tokens.start);
    tokens.end = wider(tokens.end);
    const to = new Uint8Array(tokens.flags.length * 2);
    to.set(tokens.flags);
    tokens.flags = to;
  }
  pushWord(tokens, n);
  const at = tokens.count++;
  tokens.number[at] = n;
  tokens.start[at] = start;
  tokens.end[at] = end;
  tokens.flags[at] = flags;
};
