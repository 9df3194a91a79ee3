// One sentence of a page, as the decision sees it: its terms in the index with their places. Columns are reused from
// sentence to sentence; words are looked up once per page vocabulary, not once per sentence.
import { findTerm, RARITY_STEPS, type StatementIndex } from './layout.ts';
import { NUMBER } from './token-columns.ts';
import type { Tokenizer } from './tokens.ts';
import { BREAK, TERMS } from './verbatim.ts';

export interface Sentence {
  /** Rises from sentence to sentence. */
  turn: number;
  /** Offsets in the block's text. */
  start: number;
  end: number;
  /** Distinct terms that some claim holds, and their first token. */
  count: number;
  readonly terms: Int32Array;
  /** Per term of the index: 1 + token at which the sentence first has it; 0 if it has not. */
  readonly tokenOf: Int32Array;
  /** Information of all distinct content words, in the index or not, 1/24 nat; and of the numbers among them their count. */
  information: number;
  numbers: number;
  /** All its words, as verbatim.ts compares them. */
  wordCount: number;
  readonly words: Int32Array;
  /** How often it says not, no, never. */
  negations: number;
}

/** Content words of a sentence that count; the rest of a longer "sentence" (a table, a list) is left aside. */
export const MOST_TERMS = 256;
const MOST_WORDS = 400;
const UNSEEN = 0;
const FIRST_WORDS = 1 << 14;

export interface SentenceReader {
  readonly sentence: Sentence;
  read(text: string, start: number, end: number): void;
  /** Takes the sentence's marks back; must follow every `read`. */
  clear(): void;
}

export const newSentenceReader = (index: StatementIndex, tokenizer: Tokenizer): SentenceReader => {
  const { tokens } = tokenizer;
  let termOf = new Int32Array(FIRST_WORDS);
  let stepsOf = new Uint8Array(FIRST_WORDS);
  let seenIn = new Int32Array(FIRST_WORDS);
  let era = tokenizer.era;
  const sentence: Sentence = {
    turn: 0,
    start: 0,
    end: 0,
    count: 0,
    terms: new Int32Array(MOST_TERMS),
    tokenOf: new Int32Array(index.terms),
    wordCount: 0,
    words: new Int32Array(MOST_WORDS),
    information: 0,
    numbers: 0,
    negations: 0,
  };

  const refresh = (): void => {
    if (era !== tokenizer.era) {
      termOf.fill(UNSEEN);
      seenIn.fill(0);
      era = tokenizer.era;
    }
    const size = tokenizer.lexicon.stemHash.length;
    if (size <= termOf.length) return;
    const terms = new Int32Array(size);
    terms.set(termOf);
    termOf = terms;
    const steps = new Uint8Array(size);
    steps.set(stepsOf);
    stepsOf = steps;
    const seen = new Int32Array(size);
    seen.set(seenIn);
    seenIn = seen;
  };

  /** Term + 2, or 1 if no claim has the word. */
  const learn = (n: number): number => {
    const { lexicon } = tokenizer;
    const term = findTerm(index, lexicon.stemHash[n] ?? 0, lexicon.stemCheck[n] ?? 0);
    stepsOf[n] = term < 0 ? Math.min(255, Math.round(tokenizer.rarity(n) * RARITY_STEPS)) : (index.rarities[term] ?? 0);
    termOf[n] = term + 2;
    return term + 2;
  };

  return {
    sentence,
    read: (text, start, end) => {
      tokenizer.split(text, start, end);
      refresh();
      const turn = ++sentence.turn;
      sentence.start = start;
      sentence.end = end;
      sentence.count = 0;
      sentence.information = 0;
      sentence.numbers = 0;
      sentence.negations = tokens.negations;
      for (let i = 0; i < tokens.count; i++) {
        const n = tokens.number[i] ?? 0;
        if (seenIn[n] === turn) continue;
        seenIn[n] = turn;
        let term = termOf[n] ?? 0;
        if (term === UNSEEN) term = learn(n);
        sentence.information += stepsOf[n] ?? 0;
        if (((tokens.flags[i] ?? 0) & NUMBER) !== 0) sentence.numbers++;
        if (term < 2 || sentence.count === MOST_TERMS) continue;
        sentence.terms[sentence.count++] = term - 2;
        sentence.tokenOf[term - 2] = i + 1;
      }
      sentence.wordCount = Math.min(MOST_WORDS, tokens.wordCount);
      for (let i = 0; i < sentence.wordCount; i++) {
        const word = tokens.words[i] ?? 0;
        const term = word < 0 ? 0 : (termOf[word] ?? 0);
        sentence.words[i] = word < 0 ? -word : term < 2 ? BREAK : TERMS + term - 2;
      }
    },
    clear: () => {
      for (let i = 0; i < sentence.count; i++) sentence.tokenOf[sentence.terms[i] ?? 0] = 0;
    },
  };
};
