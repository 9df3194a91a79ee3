import { expect, it } from 'vitest';
import { attributed } from './attributed.ts';
import { framed, turnedRound } from './framed.ts';

const TEXT = 'The general met his counterpart in Ankara.';
const SEEDS = Array.from({ length: 200 }, (_, seed) => seed);
/** What every frame leaves as it is. */
const CORE = 'general met his counterpart in Ankara';

it('frames what is asserted so that it is denied, asked or told, and keeps its words', () => {
  const all = SEEDS.map((seed) => framed(TEXT, 'asserts', seed));
  for (const one of all) expect(one?.text).toContain(CORE);
  expect(new Set(all.map((one) => one?.relation))).toEqual(new Set(['asserts', 'denies', 'questions']));
  expect(new Set(all.map((one) => one?.text)).size).toBeGreaterThan(35);
  expect(framed(TEXT, 'asserts', 7)).toEqual(framed(TEXT, 'asserts', 7));
});

it('frames a denial only by who says it, and neither questions nor headlines', () => {
  for (const seed of SEEDS) expect(framed(TEXT, 'denies', seed)?.relation).toBe('denies');
  expect(framed('Did the general meet his counterpart?', 'questions', 1)).toBeNull();
  expect(framed('General meets counterpart', 'asserts', 1)).toBeNull();
});

it('dresses every block in a way of its own, the same for the same seed', () => {
  const blocks = SEEDS.map(() => ({ text: TEXT, role: 'text' as const }));
  const dressed = attributed(blocks, 3);
  for (const { text, role } of dressed) {
    expect(text).toContain(CORE);
    expect(text).not.toBe(TEXT);
    expect(role).toBe('text');
  }
  expect(new Set(dressed.map(({ text }) => text)).size).toBeGreaterThan(30);
  expect(attributed(blocks, 3)).toEqual(dressed);
});

it('frames a negative text of one clause without its negation: who doubts that they could says that they could not', () => {
  const all = SEEDS.map((seed) => framed('The officers could not agree without their presidents.', 'asserts', seed));
  for (const one of all) {
    expect(one?.text).toContain('officers could agree without their presidents');
    expect(one?.relation).toBe('asserts');
  }
  expect(new Set(all.map((one) => one?.text)).size).toBe(24);
});

it.each([
  'The officers could agree.',
  'The officers could not agree, and the ministers did not want to.',
  'He said that the officers could not agree.',
  'Nobody could not agree.',
])('leaves “%s” as it is', (text) => {
  expect(turnedRound(text)).toBeNull();
});
