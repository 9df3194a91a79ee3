// A claim made in passing is made: the second look takes nothing from what is sure by itself, however long the text around it.
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/claims/compile.ts';
import { open } from '../../src/match/open.ts';
import { loadPack } from '../cli/load-pack.ts';
import { CALM } from '../pages/claims.ts';

const pack = loadPack();
const matcher = open(compile(pack));
const strangers = (blocks: number) =>
  Array.from({ length: blocks }, (_, i) => ({ text: `${CALM[i % CALM.length]} ${CALM[(i + 1) % CALM.length]}` }));

describe('a statement of the pack, word for word, among strangers', () => {
  test.each([0, 12, 25, 60, 400])('is lit with %i blocks around it', (blocks) => {
    const around = strangers(blocks);
    const middle = blocks >> 1;
    const dark = pack.claims.filter(({ statement }, number) => {
      const text = [...around.slice(0, middle), { text: statement }, ...around.slice(middle)];
      return !matcher.match(text, { language: 'en' }).some(({ claim, block }) => claim === number && block === middle);
    });
    expect(dark.map(({ id }) => id)).toEqual([]);
  });

  test('and the strangers are not', () => {
    expect(matcher.match(strangers(400), { language: 'en' })).toEqual([]);
  });
});
