// The fast path breaks sentences exactly where Intl.Segmenter does.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceEnd } from '../../src/text/sentence-breaks.ts';
import { atLeast, RUNS } from '../runs.ts';

/** Cases to a run: they cost microseconds each. */
const EACH = 20;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const expected = (text: string): number[] => Array.from(segmenter.segment(text), ({ segment, index }) => index + segment.length);
const found = (text: string): number[] => {
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    at = sentenceEnd(text, at);
    if (at < 0) return [];
    ends.push(at);
  }
  return ends;
};

const PIECES = [
  'a',
  'the',
  'Gen',
  'U',
  'S',
  'É',
  'ö',
  'ª',
  'ƻ',
  '3',
  '10',
  '.',
  '.',
  '.',
  '?',
  '!',
  '…',
  ',',
  ';',
  ':',
  '-',
  '–',
  '—',
  ' ',
  ' ',
  '\u00a0',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '\u0085',
  '\u2028',
  '"',
  "'",
  '’',
  '“',
  '”',
  '«',
  '»',
  '(',
  ')',
  ']',
  '€',
  '%',
  '/',
  '²',
];

describe('sentenceEnd', () => {
  it('agrees with Intl.Segmenter on any run of letters, stops, quotes and spaces', () => {
    const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join(''));
    let several = 0;
    fc.assert(
      fc.property(text, (sample) => {
        const ends = expected(sample);
        if (ends.length > 1) several++;
        expect(found(sample)).toEqual(ends);
      }),
      { numRuns: EACH * RUNS.numRuns },
    );
    expect(several).toBeGreaterThanOrEqual(EACH * atLeast(250));
  });

  it('agrees on every character that it knows, in every place that matters', () => {
    const places = (c: string): string[] => [
      `a. ${c}b`,
      `a.${c} B`,
      `a.${c}B`,
      `A${c}. B`,
      `a? ${c} B`,
      `a?${c}B`,
      `1.${c} b`,
      `a${c}.B c`,
      `a. ${c}${c} B`,
      `x ${c} Y`,
    ];
    let known = 0;
    for (let code = 1; code < 0x2200; code++) {
      const character = String.fromCharCode(code);
      if (sentenceEnd(character, 0) < 0) continue;
      known++;
      for (const text of places(character))
        expect([code.toString(16), text, found(text)]).toEqual([code.toString(16), text, expected(text)]);
    }
    expect(known).toBeGreaterThan(600);
  });

  it.each([
    ['an emoji', 'a 😀'],
    ['a soft hyphen', 'a\u00adb'],
    ['a combining mark', 'e\u0301'],
    ['Cyrillic', 'Да.'],
    ['Chinese', '是。'],
  ])('leaves %s to Intl.Segmenter', (_, text) => {
    expect(sentenceEnd(text, 0)).toBe(-1);
  });
});
