import { describe, expect, it, test } from 'vitest';
import { compileStatements } from '../../src/match/statement/compile.ts';
import { openStatements } from '../../src/match/statement/open.ts';
import { CLAIMS } from './relation-claims.ts';
import { HELD_OUT } from './relation-held-out.ts';
import { TABLE } from './relation-table.ts';

/** Of the 76 sentences held out 49 were read rightly by single words, 74 by frames when they were first looked at. */
const LEAST_RIGHT = 74;

const relationIn = (statements: readonly string[], text: string): string =>
  openStatements(compileStatements(statements.map((statement) => ({ statement }))))
    .match([{ text }], { language: 'en' })
    .map(({ relation }) => relation)
    .join();
const all = openStatements(compileStatements(Object.values(CLAIMS).map((statement) => ({ statement }))));
const treated = (text: string): string =>
  all
    .match([{ text }], { language: 'en' })
    .map(({ relation }) => relation)
    .join();

describe('how a sentence treats a claim of one bare statement', () => {
  it.each(TABLE)('%s → %s', (text, wanted) => {
    expect(wanted.split('|')).toContain(treated(text));
  });

  it('is read rightly in sentences by which nothing was worked out', () => {
    const right = HELD_OUT.filter(([text, wanted]) => wanted.split('|').includes(treated(text)));
    expect(right.length).toBeGreaterThanOrEqual(LEAST_RIGHT);
  });

  it('is read in as many sentences again as it was worked out by', () => {
    expect(HELD_OUT.length + TABLE.length).toBeGreaterThan(150);
    expect(TABLE.filter((one) => HELD_OUT.includes(one))).toEqual([]);
  });
});

describe('a claim that says itself that something is untrue', () => {
  const hoax = ['Melting glaciers in Norrland are a hoax invented by Danish geologists.'];
  test.each([
    ['Melting glaciers in Norrland are a myth invented by Danish geologists.', 'asserts'],
    ['He claims that melting glaciers in Norrland are a hoax invented by Danish geologists.', 'asserts'],
    ['It is false that melting glaciers in Norrland are a hoax invented by Danish geologists.', 'denies'],
    ['Melting glaciers in Norrland are not a hoax invented by Danish geologists.', 'denies'],
  ])('%s → %s', (text, wanted) => {
    expect(relationIn(hoax, text)).toBe(wanted);
  });
});

test('thousands of negations in one sentence cost no more than their number', () => {
  const text = `Wind turbines ${'not '.repeat(100_000)}caused ${', which never '.repeat(20_000)} the blackout in northern Velmark.`;
  const begun = performance.now();
  treated(text);
  treated(`Wind turbines caused the blackout in northern Velmark ${'not '.repeat(7_000)} ${'no evidence '.repeat(100_000)}`);
  expect(performance.now() - begun).toBeLessThan(2_000);
});
