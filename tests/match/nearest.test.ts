// The claims nearest to a text, of a pack with wordings: in order, far ones too, whatever pages would pass over.
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/claims/compile.ts';
import { textsOf } from '../../src/claims/texts.ts';
import { open } from '../../src/match/open.ts';
import { loadPack } from '../cli/load-pack.ts';

const pack = loadPack();
const matcher = open(compile(pack));
const idOf = (claim: number | undefined): string | undefined => pack.claims[claim ?? -1]?.id;
const first = (text: string, around = {}): string | undefined => idOf(matcher.nearest(text, 1, around)[0]?.claim);

describe('nearest, with wordings', () => {
  test('as many claims as were asked for, each once, nearest first', () => {
    const found = matcher.nearest('Putin would not object to Ukraine in NATO, Hersh writes.', 12);
    expect(found.length).toBe(12);
    expect(new Set(found.map(({ claim }) => claim)).size).toBe(12);
    expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
    expect(idOf(found[0]?.claim)).toBe('K6');
    expect(found.every(({ score }) => score >= 0 && score <= 1)).toBe(true);
  });

  // Each is passed over on a page, by its words (tells.ts) or for promising too little (promise.ts).
  test.each([
    ['K24', 'No paper in any language was without the interview.'],
    ['K37', 'The line has hardly moved since spring, whoever attacked.'],
  ])('%s is among the near ones though no page would show it: %s', (id, text) => {
    expect(matcher.match([{ text }])).toEqual([]);
    const found = matcher.nearest(text, 5).map(({ claim, score }) => [idOf(claim), score > 0.01]);
    expect(found).toContainEqual([id, true]);
  });

  test('claims that only share terms come after all that agree in some wording', () => {
    const few = matcher.nearest('Russia will return to the nuclear test-ban treaty.', 5);
    const all = matcher.nearest('Russia will return to the nuclear test-ban treaty.', pack.claims.length);
    expect(all.slice(0, few.length)).toEqual(few);
    expect(all.length).toBeGreaterThan(40);
    expect(all.at(-1)?.score).toBeLessThan(0.01);
  });

  test('every statement is nearest to its own claim, or to one that says nearly the same', () => {
    const places = pack.claims.map((claim, number) =>
      matcher.nearest(textsOf(claim)[0]?.text ?? '', 3).findIndex((one) => one.claim === number),
    );
    expect(places.filter((place) => place === 0).length).toBeGreaterThan(0.9 * pack.claims.length);
    expect(places).not.toContain(-1);
  });

  test('the sentence before lends its names', () => {
    const alone = matcher.nearest('He would not object to it joining NATO.', 5);
    const told = matcher.nearest('He would not object to it joining NATO.', 5, { before: 'Putin spoke of Ukraine.' });
    const score = (found: typeof alone): number => found.find(({ claim }) => idOf(claim) === 'K6')?.score ?? 0;
    expect(score(told)).toBeGreaterThan(score(alone));
  });

  test('of several sentences each counts; one asked before leaves no trace', () => {
    const text = 'It rained. Russia will return to the nuclear test-ban treaty.';
    const before = matcher.nearest(text, 5);
    expect(first(text)).toBe('K10');
    matcher.nearest('Zelensky refuses to talk to Russia.', 5);
    expect(matcher.nearest(text, 5)).toEqual(before);
  });

  test.each(['', '…', 'Xyzzy plugh.'])('nothing is near to “%s”', (text) => {
    expect(matcher.nearest(text, 5)).toEqual([]);
  });
});
