import { describe, expect, it } from 'vitest';
import { idfOf, UNSEEN_IDF } from '../../src/text/frequencies.ts';
import { isEnglish } from '../../src/text/language.ts';
import { NUMERIC, newLexicon, STOP } from '../../src/text/lexicon.ts';
import { stemOf } from '../../src/text/stem.ts';
import { newWords, splitWords } from '../../src/text/words.ts';

describe('stems', () => {
  it.each([
    ['negotiations', 'negotiation'],
    ['went', 'gone'],
    ['armies', 'army'],
    ['withdrew', 'withdrawing'],
    ['17', '17'],
  ])('%s and %s share one', (a, b) => expect(stemOf(a)).toBe(stemOf(b)));
});

describe('background frequencies', () => {
  it('rate rare words above common ones, and unseen ones highest', () => {
    expect(idfOf(stemOf('president'))).toBeLessThan(idfOf(stemOf('gunpowder')));
    expect(idfOf('qqxyzzy')).toBe(UNSEEN_IDF);
  });
});

describe('the lexicon', () => {
  it('gives a word one number, whatever its case, and the number its stem, rarity and class', () => {
    const lexicon = newLexicon();
    const words = newWords();
    const text = 'The generals, THE 17 Generals';
    splitWords(text, words);
    const numbers = Array.from({ length: words.count }, (_, i) => lexicon.lookUp(text, words, i));
    expect(numbers[0]).toBe(numbers[2]);
    expect(numbers[1]).toBe(numbers[4]);
    expect(lexicon.numberOf('generals')).toBe(numbers[1]);
    expect(lexicon.flags[numbers[0] ?? 0]).toBe(STOP | 4);
    expect(lexicon.flags[numbers[3] ?? 0]).toBe(NUMERIC);
    expect(lexicon.idf[numbers[0] ?? 0]).toBe(0);
  });

  it('grows past its first tables without losing a word', () => {
    const lexicon = newLexicon();
    const first = lexicon.numberOf('kherson');
    for (let i = 0; i < 40_000; i++) lexicon.numberOf(`word${i}`);
    expect(lexicon.numberOf('kherson')).toBe(first);
    expect(lexicon.numberOf('word39999')).toBe(lexicon.size - 1);
  });
});

describe('the language of a page', () => {
  const block = (text: string) => [{ text }];
  const english =
    'The general told the magazine that the war had come to a standstill and that only a leap in technology would change it, but nobody in the capital wanted to hear that.';
  const german =
    'Der General sagte der Zeitschrift, dass der Krieg festgefahren sei und dass nur ein technologischer Sprung daran etwas ändern könne, doch in der Hauptstadt wollte das niemand hören.';
  it.each([
    ['en', german, true],
    ['en-GB', english, true],
    ['de', english, false],
    [undefined, english, true],
    ['', english, true],
    [undefined, german, false],
    [undefined, 'Зеленський сказав '.repeat(20), false],
    [undefined, 'Kyiv 2023', true],
  ])('stated %j, %j…: English %j', (stated, text, expected) => expect(isEnglish(stated, block(text))).toBe(expected));
});
