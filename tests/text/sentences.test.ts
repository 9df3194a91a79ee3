import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/text/sentences.ts';
import { RUNS } from '../runs.ts';

const sentences = (text: string): string[] => {
  const bounds = splitSentences(text);
  return Array.from({ length: bounds.length / 2 }, (_, i) => text.slice(bounds[2 * i], bounds[2 * i + 1]));
};

describe('splitting into sentences', () => {
  it.each([
    ['Mr. Smith met Gen. Zaluzhny. He left.', ['Mr. Smith met Gen. Zaluzhny.', 'He left.']],
    ['On Nov. 1 he spoke. It rained.', ['On Nov. 1 he spoke.', 'It rained.']],
    ['He served in the U.S. Army. She did not.', ['He served in the U.S. Army.', 'She did not.']],
    ['It was made in the U.S. The rest was not.', ['It was made in the U.S.', 'The rest was not.']],
    ['Martin Luther King Jr. spoke.', ['Martin Luther King Jr. spoke.']],
    ['It cost $1.5 million. Really?', ['It cost $1.5 million.', 'Really?']],
    ['“Nobody moves,” he said. “Why?” she asked.', ['“Nobody moves,” he said.', '“Why?” she asked.']],
    ['J. K. Rowling wrote it.', ['J. K. Rowling wrote it.']],
    ['He has no plan B. The army will hold.', ['He has no plan B.', 'The army will hold.']],
    ['It ended World War I. But not for long.', ['It ended World War I.', 'But not for long.']],
    ['Take vitamin K. A study says so.', ['Take vitamin K.', 'A study says so.']],
    ['Then George W. Bush spoke to Cdr R. A. Tolliver.', ['Then George W. Bush spoke to Cdr R. A. Tolliver.']],
    ['Q. What now? A. The army will hold.', ['Q. What now?', 'A. The army will hold.']],
    ['', []],
    ['… — …', []],
  ])('%j gives %j', (text, expected) => expect(sentences(text)).toEqual(expected));

  it('covers every letter and digit once, in order, for any text', () => {
    const letters = (text: string): string => (text.match(/[\p{L}\p{N}]/gu) ?? []).join('');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(letters(sentences(text).join(''))).toBe(letters(text));
      }),
      RUNS,
    );
  });
});
