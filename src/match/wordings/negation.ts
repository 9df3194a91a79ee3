// Words by which a sentence denies: an odd number turns it round.
import type { Lexicon } from '../../text/lexicon.ts';
import type { Words } from '../../text/words.ts';
import { NEGATIONS } from '../frames/cues.ts';

// "don't" comes as "don" and "t": the "t" is the negation, that of "T-72" is not.
const CONTRACTION = 't';
const NEGATES = /n['’ʼ]$/i;

/** Counts negating words, of the words `first` … `last`-1 of `words`, split from `text`. */
export type Negations = (text: string, words: Words, first: number, last: number) => number;

export const newNegations = (lexicon: Lexicon): Negations => {
  let generation = -1;
  let numbers = new Set<number>();
  let contraction = -1;
  const learn = (): void => {
    generation = lexicon.generation;
    numbers = new Set(NEGATIONS.map((form) => lexicon.numberOf(form)));
    contraction = lexicon.numberOf(CONTRACTION);
  };
  return (text, words, first, last) => {
    let count = 0;
    for (let i = first; i < last; i++) {
      const word = lexicon.lookUp(text, words, i);
      if (generation !== lexicon.generation) learn();
      if (numbers.has(word)) count++;
      else if (word === contraction && NEGATES.test(text.slice(Math.max(0, (words.start[i] ?? 0) - 2), words.start[i]))) count++;
    }
    return count;
  };
};
