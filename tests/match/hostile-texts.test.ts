// Texts that no writer writes: halves of pairs, marks without letters, invisible characters, runs of one thing. Nothing
// throws, no offset cuts a character, and time grows with length.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPost } from '../../src/match/statement/clean.ts';
import { compileStatements } from '../../src/match/statement/compile.ts';
import { openStatements } from '../../src/match/statement/open.ts';
import { isEnglish } from '../../src/text/language.ts';
import { margins } from '../../src/text/margins.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { newWords, splitWords } from '../../src/text/words.ts';
import { PATIENCE_MS, RUNS } from '../runs.ts';

const PIECES =
  'a B The Mr U.S not us US two 1 k million . … ? ! , : - — ( ) " \' ’ “ 😀 👨\u200d👩\u200d👧 🇺🇦 1️⃣ † é ß İ ﬁ ½ Ⅷ ٣ ﾞ 漢 각 ע ﷺ 𝒜 ǅ @ann #MeToo2 (@ann) https://t.co/ $1.5 1,000 whether whales Tillbrook Ohio New York'
    .split(' ')
    .concat(' ', ' ', '\n', '\r\n', '\t', '\0', '\u0085', '\u00a0', '\u00ad', '\u200b', '\u200d', '\u200f', '\u202e', '\u2028')
    .concat('\ufeff', '\uffff', '\ud83d', '\udc00', '\u0301', '\u0316', '\u05b0', '\u20dd', '\u{e0100}', '\u{e0061}');
const piece = fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }));
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

const isPair = (sample: string, at: number): boolean => /^[\ud800-\udbff][\udc00-\udfff]/.test(sample.slice(at - 1, at + 1));
const letters = (sample: string): string => (sample.match(/[\p{L}\p{N}]/gu) ?? []).join('');

/** Offsets rise and lie between characters. */
const expectOffsets = (sample: string, bounds: ArrayLike<number>): void => {
  let before = 0;
  for (const at of Array.from(bounds)) {
    expect(at).toBeGreaterThanOrEqual(before);
    expect(isPair(sample, at)).toBe(false);
    before = at;
  }
  expect(before).toBeLessThanOrEqual(sample.length);
};

const SAID = 'Oregonia lost 12,400 fishing jobs after the dam at Tillbrook was built.';
const matcher = openStatements(compileStatements([{ statement: SAID }, { statement: 'Whales sing in Ohio.' }]));

describe('hostile texts', () => {
  test('are split between characters, and no letter is lost', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const words = newWords();
        splitWords(sample, words);
        const places = Array.from({ length: words.count }, (_, i) => [words.start[i] ?? 0, words.end[i] ?? 0]);
        expectOffsets(sample, places.flat());
        for (const [start, end] of places) expect(letters(sample.slice(start, end))).not.toBe('');
        const bounds = splitSentences(sample);
        expectOffsets(sample, bounds);
        // But for an address and the like at either end (margins.test.ts).
        expect(letters(bounds.map((at, i) => (i % 2 === 0 ? sample.slice(at, bounds[i + 1]) : '')).join(''))).toBe(
          letters(sample.slice(...margins(sample))),
        );
      }),
      RUNS,
    );
  });

  test(
    'around a claim leave its offsets right, and every answer is a number',
    () => {
      let found = 0;
      fc.assert(
        fc.property(text, text, (before, after) => {
          const page = before + SAID + after;
          for (const { start, end, reason } of matcher.match([{ text: page }], { title: after })) {
            found++;
            expectOffsets(page, [start, ...reason.agreed.flatMap((one) => [one.start, one.end]), end]);
          }
          for (const near of matcher.nearest(page, 2, { before, after })) expect(near.score).not.toBeNaN();
        }),
        RUNS,
      );
      expect(found).toBeGreaterThan(RUNS.numRuns / 4);
    },
    PATIENCE_MS,
  );

  test(
    'of 20,000 characters that repeat one thing are read at once',
    () => {
      const unit = fc.array(piece, { minLength: 1, maxLength: 3 }).map((pieces) => pieces.join(''));
      const words = newWords();
      fc.assert(
        fc.property(fc.constantFrom('', 'a', '—'), unit, (head, repeated) => {
          const sample = head + repeated.repeat(Math.ceil(20_000 / repeated.length));
          const start = performance.now();
          splitWords(sample, words);
          splitSentences(sample);
          isEnglish('', [{ text: sample }]);
          cleanPost(sample);
          matcher.match([{ text: sample }]);
          matcher.nearest(sample, 2);
          expect(performance.now() - start).toBeLessThan(1500);
        }),
        { numRuns: Math.ceil(RUNS.numRuns / 10) },
      );
    },
    PATIENCE_MS,
  );
});
