// The statement engine's lexicon starts anew when it is full. No answer may show it.

import { describe, expect, test } from 'vitest';
import { unpack } from '../../src/match/container.ts';
import { compileStatements } from '../../src/match/statement/compile.ts';
import { viewOf } from '../../src/match/statement/layout.ts';
import { openStatements } from '../../src/match/statement/open.ts';
import { BEFORE, MAIN, readQuery } from '../../src/match/statement/query.ts';
import { newTokenizer, type Tokenizer } from '../../src/match/statement/tokens.ts';

describe('words that no reader has seen before', () => {
  const claims = [
    { statement: 'Wind turbines in Iowa kill four hundred thousand eagles every year.' },
    { statement: 'Hospitals in Florida were paid thirteen thousand dollars for each coronavirus patient.' },
  ];
  const bytes = compileStatements(claims);
  const strange = (count: number): string => Array.from({ length: count }, (_, i) => `zq${i.toString(36)}`).join(' ');

  test('change nothing on the pages after them, however many one sentence has', () => {
    const page = [{ text: `${claims[1]?.statement} ${claims[0]?.statement}` }];
    const matcher = openStatements(bytes);
    const found = () => [matcher.match(page), matcher.nearest('They paid for each patient in Florida', 2)];
    const before = found();
    expect(before[0]).toHaveLength(2);
    matcher.match([{ text: strange(262_200) }]);
    expect(found()).toEqual(before);
  });

  test('do not make a text share words with its neighbours where room for more runs out between them', () => {
    const index = viewOf(unpack(bytes));
    const query = (reader: Tokenizer) =>
      readQuery(index, reader, [
        [MAIN, 'hospitals paid Florida'],
        [BEFORE, 'turbines kill'],
      ]);
    const filled = (words: number) => {
      const reader = newTokenizer();
      reader.split('hospitals paid');
      let count = 0;
      while (count < words && reader.era === 0) reader.split(`zq${count++}`);
      return { reader, count };
    };
    // The last word found it overfull, the one before made it so.
    const { reader: full } = filled(filled(Number.POSITIVE_INFINITY).count - 2);
    expect(query(full)).toEqual(query(newTokenizer()));
    full.split('');
    expect(full.era).toBe(1);
  });
});
