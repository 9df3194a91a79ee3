import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/claims/compile.ts';
import { open } from '../../src/match/open.ts';
import { loadPack } from '../cli/load-pack.ts';
import { readHtml } from '../cli/read-page.ts';

// What pages put around a paragraph must neither hide what it claims nor light up anything else.
describe('the claims of a page', () => {
  const matcher = open(compile(loadPack()));
  const { blocks } = readHtml(readFileSync(new URL('../pages/demo.html', import.meta.url)));
  const claimsOf = (texts: readonly string[]) =>
    matcher
      .match(blocks.map((block, b) => ({ ...block, text: texts[b] ?? '' })))
      .map(({ block, start, end, claim, relation, confidence }) => ({
        quote: texts[block]?.slice(start, end),
        claim,
        relation,
        confidence,
      }));
  const plain = claimsOf(blocks.map(({ text }) => text));

  it.each<[string, (text: string) => string]>([
    ['a dateline', (text) => `KYIV, Dec 2 (Northwire) - ${text}`],
    ['a byline', (text) => `By Ana Pereira and Jo de Wit | ${text}`],
    ['a date', (text) => `Last updated: 4 December 2023, 14:35 ${text}`],
    ['the time of an entry', (text) => `14:35 GMT ${text}`],
    ['a rubric', (text) => `EXCLUSIVE: ${text}`],
    ['an account', (text) => `RT @some_one: ${text}`],
    ['a number', (text) => `3. ${text}`],
    ['an address', (text) => `${text} https://example.org/war/generals-talk-peace`],
    ['hashtags', (text) => `${text} #Zaluzhny #Gerasimov #peace`],
    ['a credit', (text) => `${text} (Photo: Ana Pereira/Northwire)`],
  ])('are the same with %s around each paragraph', (_, around) => {
    expect(plain.length).toBeGreaterThan(20);
    expect(claimsOf(blocks.map(({ text }) => around(text)))).toEqual(plain);
  });
});
