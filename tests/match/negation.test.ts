import { describe, expect, it } from 'vitest';
import { newNegations } from '../../src/match/wordings/negation.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { newWords, splitWords } from '../../src/text/words.ts';

const negations = newNegations(newLexicon());
const words = newWords();

describe('negating words', () => {
  it.each([
    ['Nobody said nothing of it, hardly anyone and scarcely a friend.', 4],
    ['Barely a word, and nowhere a trace.', 2],
    ["They don't talk and won’t talk.", 2],
    ['Nothing can bring them to it; they cannot.', 2],
    ["The 'T-72' tanks came.", 0],
    ['A T-72 tank crossed the hard ground at a scarce ford.', 0],
    ['Both of them talk.', 0],
  ])('of “%s”', (text, count) => {
    splitWords(text, words);
    expect(negations(text, words, 0, words.count)).toBe(count);
  });
});
