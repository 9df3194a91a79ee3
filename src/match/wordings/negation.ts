// Words by which a sentence denies, doubts or asks.
import type { Lexicon } from '../../text/lexicon.ts';

const NEGATIONS = new Set(
  'not no never none neither nor nobody nothing nowhere without cannot hardly scarcely barely'.split(' '),
);
// "don't" comes as "don" and "t": the "t" is the negation.
const CONTRACTION = 't';

/** Number of negating words. */
export const countNegations = (lexicon: Lexicon, lex: Int32Array, words: number): number => {
  let count = 0;
  for (let i = 0; i < words; i++) {
    const stem = lexicon.stems[lex[i] ?? 0] ?? '';
    if (stem === CONTRACTION || NEGATIONS.has(stem)) count++;
  }
  return count;
};
