// How much of a sentence a claim's terms explain, by the information of its words.
import { type Lexicon, NUMERIC, STOP } from '../../text/lexicon.ts';
import type { Words } from '../../text/words.ts';
import { looksLikeName } from './analyse.ts';
import type { Reading } from './reading.ts';

/** Scratch of one sentence and claim; reused. */
export const newExplained = (lexicon: Lexicon, reading: Reading, terms: number) => {
  const { analysis, stamp } = reading;
  const ownAt = new Int32Array(terms);
  const covered = new Uint8Array(analysis.lex.length);
  /** Nats left open up to word i. */
  const openUpTo = new Float64Array(analysis.lex.length + 1);
  let round = 0;
  const explained = {
    /** Nats of the sentence's words, and of those left open; number of words that are no function words. */
    mass: 0,
    open: 0,
    content: 0,
    /** Begins with another claim. */
    next: (): void => {
      round++;
    },
    /** The term is one of the claim's. */
    own: (term: number): void => {
      ownAt[term] = round;
    },
    measure: (): void => {
      const count = analysis.words;
      covered.fill(0, 0, count);
      for (let h = 0; h < analysis.hits; h++) {
        const term = analysis.hitTerm[h] ?? 0;
        if (ownAt[term] === round && stamp[term] === reading.sentence)
          covered.fill(1, analysis.hitFrom[h] ?? 0, analysis.hitTo[h] ?? 0);
      }
      explained.mass = 0;
      explained.open = 0;
      explained.content = 0;
      for (let i = 0; i < count; i++) {
        const lex = analysis.lex[i] ?? 0;
        if (((lexicon.flags[lex] ?? 0) & STOP) === 0) {
          const nats = lexicon.idf[lex] ?? 0;
          explained.content++;
          explained.mass += nats;
          if (covered[i] !== 1) explained.open += nats;
        }
        openUpTo[i + 1] = explained.open;
      }
    },
    share: (): number => (explained.mass > 0 ? (explained.mass - explained.open) / explained.mass : 0),
    /** Nats left open among words from … to (exclusive). */
    openBetween: (from: number, to: number): number => (to > from ? (openUpTo[to] ?? 0) - (openUpTo[from] ?? 0) : 0),
    /** Numbers that are the claim's, and numbers and names that are not. */
    foreign: (words: Words, first: number): { readonly names: number; readonly numbers: number; readonly own: number } => {
      let names = 0;
      let numbers = 0;
      let own = 0;
      for (let i = 0; i < analysis.words; i++) {
        const lex = analysis.lex[i] ?? 0;
        if (((lexicon.flags[lex] ?? 0) & NUMERIC) !== 0) {
          if (covered[i] === 1) own++;
          else numbers++;
        } else if (covered[i] !== 1 && looksLikeName(lexicon, words, first - reading.from, reading.from + i, lex)) names++;
      }
      return { names, numbers, own };
    },
  };
  return explained;
};
