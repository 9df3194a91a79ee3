// Which part of a sentence speaks of a claim.
import { expect, it } from 'vitest';
import { newParts } from '../../src/match/wordings/part.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { newWords, splitWords } from '../../src/text/words.ts';

const partOf = (text: string, agreed: readonly (readonly [word: string, weight: number])[]): string => {
  const lexicon = newLexicon();
  const words = newWords();
  splitWords(text, words);
  const lex = Int32Array.from({ length: words.count }, (_, i) => lexicon.lookUp(text, words, i));
  const parts = newParts(lexicon);
  parts.divide(text, words, 0, lex, words.count);
  parts.next();
  const all = Array.from({ length: words.count }, (_, i) => text.slice(words.start[i], words.end[i]));
  for (const [word, weight] of agreed) parts.found(all.indexOf(word), weight);
  parts.narrow();
  return text.slice(words.start[parts.from], words.end[parts.to - 1]);
};
const TWO = 'Kyiv was told of the plan, yet the generals never spoke, which the editors (in London) found odd';

it.each([
  [
    TWO,
    [
      ['told', 1],
      ['plan', 1],
    ],
    'Kyiv was told of the plan',
  ],
  [
    TWO,
    [
      ['generals', 1],
      ['spoke', 1],
    ],
    'yet the generals never spoke',
  ],
  // One name elsewhere does not widen it; as much as the rest does.
  [
    TWO,
    [
      ['generals', 2],
      ['spoke', 2],
      ['Kyiv', 1],
    ],
    'yet the generals never spoke',
  ],
  [
    TWO,
    [
      ['plan', 1],
      ['spoke', 1],
    ],
    'Kyiv was told of the plan, yet the generals never spoke',
  ],
  [TWO, [['London', 1]], 'in London'],
  // Nothing agreed outright: all of it.
  [TWO, [], TWO],
  ['The generals, in London, spoke', [['spoke', 1]], 'The generals, in London, spoke'],
] as const)('%s: %j', (text, agreed, part) => {
  expect(partOf(text, agreed)).toBe(part);
});

it('has room for a sentence of any length', () => {
  const long = `${'word '.repeat(5000)}, yet the generals spoke`;
  expect(partOf(long, [['generals', 1]])).toBe('yet the generals spoke');
});
