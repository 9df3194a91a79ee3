// What a line's first word and last mark tell of its form.
import { describe, expect, it } from 'vitest';
import { closing, opensAsking } from '../../src/match/wordings/form.ts';
import { newWords, splitWords } from '../../src/text/words.ts';

const formOf = (text: string): readonly [number, boolean] => {
  const words = newWords();
  splitWords(text, words);
  return [closing(text, words, words.count), opensAsking(text, words, 0)];
};

describe('a line', () => {
  it.each([
    ['How prisoners are exchanged', 0, true],
    ['WHO IS THE GENERAL', 0, true],
    ['The general, a portrait', 0, false],
    ['The generals are talking.', 1, false],
    ['“The generals are talking.”', 1, false],
    ['He said (again, and aloud!)', 1, false],
    ['“What nonsense …”', 1, true],
    ['Are the generals talking?', 2, false],
    ['“Why now?” ', 2, true],
    ['Whatever the generals say', 0, false],
  ])('%s', (text, mark, asks) => {
    expect(formOf(text)).toEqual([mark, asks]);
  });

  it('among others in a text is judged by its own words', () => {
    const text = 'What now? The general waits';
    const words = newWords();
    splitWords(text, words);
    expect([closing(text, words, 2), opensAsking(text, words, 0)]).toEqual([2, true]);
    expect([closing(text, words, words.count), opensAsking(text, words, 2)]).toEqual([0, false]);
  });
});
