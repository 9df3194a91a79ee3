import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CAPITAL, DIGITS, FOREIGN, hashWord, newWords, normal, splitWords } from '../../src/text/words.ts';
import { RUNS } from '../runs.ts';

const split = (text: string): string[] => {
  const words = newWords();
  splitWords(text, words);
  return Array.from({ length: words.count }, (_, i) => text.slice(words.start[i], words.end[i]));
};

describe('splitting into words', () => {
  it.each([
    ['Hersh’s story', ['Hersh', 'story']],
    ["Hersh's 'story'", ['Hersh', 'story']],
    ['don’t stop', ['don', 't', 'stop']],
    ['test-ban treaty', ['test', 'ban', 'treaty']],
    ['315,000 men, 10.6 miles.', ['315,000', 'men', '10.6', 'miles']],
    ['In 2023, 1,5', ['In', '2023', '1,5']],
    ['sub\u00adscription', ['sub\u00adscription']],
    ['Kraków and Зеленський', ['Kraków', 'and', 'Зеленський']],
    ['a\u00a0b', ['a', 'b']],
    ['“Yes!” 🙂 no', ['Yes', 'no']],
    ['', []],
    ['… — 🙂', []],
    ['𝒜\ud83d𝓑 \udc00c', ['𝒜', '𝓑', 'c']],
    ['†\u{e0100} no', ['no']],
  ])('%j gives %j', (text, expected) => expect(split(text)).toEqual(expected));

  it('marks capitals, digits and foreign letters', () => {
    const words = newWords();
    splitWords('Kyiv 17km Łódź', words);
    expect(Array.from(words.shape.subarray(0, 3))).toEqual([CAPITAL, DIGITS, CAPITAL | FOREIGN]);
  });

  it('hashes a word by its normal form, whatever its case, hyphens or commas', () => {
    const hashes = (text: string): number[] => {
      const words = newWords();
      splitWords(text, words);
      return [words.hash[0] ?? 0, words.check[0] ?? 0];
    };
    for (const [a, b] of [
      ['Kraków', 'krakow'],
      ['SUB\u00adscription', 'subscription'],
      ['315,000', '315000'],
      ['ＮＡＴＯ', 'nato'],
    ] as const)
      expect(hashes(a)).toEqual(hashes(b));
  });

  it.each([
    ['halves of pairs', '\udc00'],
    ['marks of two heights', '\u0301\u0316'],
  ])('takes no longer than it must over a run of %s', (_, unit) => {
    const words = newWords();
    const start = performance.now();
    splitWords(`a${unit.repeat(50_000)} b`, words);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(words.count).toBe(2);
  });

  it('gives offsets whose slice has the hashed normal form, for any text', () => {
    const pair = new Int32Array(2);
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        const words = newWords();
        splitWords(text, words);
        let before = 0;
        for (let i = 0; i < words.count; i++) {
          const start = words.start[i] ?? 0;
          const end = words.end[i] ?? 0;
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
          hashWord(normal(text.slice(start, end)), pair);
          expect([words.hash[i], words.check[i]]).toEqual([pair[0], pair[1]]);
        }
      }),
      RUNS,
    );
  });

  it('splits a part of a text as it splits the part alone', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.string({ maxLength: 40 }), (a, b) => {
        const text = `${a}\n${b}`;
        const words = newWords();
        splitWords(text, words, a.length + 1, text.length);
        const part = Array.from({ length: words.count }, (_, i) => text.slice(words.start[i], words.end[i]));
        expect(part).toEqual(split(b));
      }),
      RUNS,
    );
  });
});
