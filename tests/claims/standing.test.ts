import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { families } from '../../src/claims/families.ts';
import { balanceOf, isHindsight, isIndependent, standingOf } from '../../src/claims/standing.ts';
import type { Evidence, Source, Standing } from '../../src/claims/types.ts';
import { RUNS } from '../runs.ts';
import { claim, evidence, packOf, source } from './small-pack.ts';

/** origin ← relay ← copy; agency ← paper, agency ← daily; roundup relays agency and bureau; alone and bureau stand alone. */
const SOURCES: readonly Source[] = [
  source('origin'),
  source('relay', { relays: ['origin'] }),
  source('copy', { relays: ['relay'] }),
  source('agency'),
  source('paper', { relays: ['agency'] }),
  source('daily', { relays: ['agency'] }),
  source('bureau'),
  source('roundup', { relays: ['agency', 'bureau'] }),
  source('mixed', { relays: ['origin', 'agency'] }),
  source('alone'),
];
const pack = packOf([], SOURCES);
const [yes, no, by] = [
  (from: string) => evidence('corroborates', from),
  (from: string) => evidence('rebuts', from),
  (from: string) => evidence('context', from),
];
const absence = evidence('context', null);

describe('standing follows from independent evidence alone', () => {
  const cases: readonly [string, readonly Evidence[], Standing][] = [
    ['nothing at all', [], 'unsupported'],
    ['only the origin', [yes('origin')], 'unsupported'],
    ['only relays, at any distance', [yes('relay'), yes('copy')], 'unsupported'],
    ['a source that passes on the origin among others', [yes('mixed')], 'unsupported'],
    ['only context', [by('alone'), absence], 'unsupported'],
    ['one independent source for', [yes('alone'), yes('relay')], 'corroborated'],
    ['one independent source against', [no('alone'), yes('relay')], 'rebutted'],
    ['independent sources on both sides', [no('alone'), yes('bureau')], 'contested'],
    ['one source that says both', [no('alone'), yes('alone')], 'contested'],
    ['three against, one for', [no('alone'), no('agency'), no('bureau'), yes('paper')], 'contested'],
  ];
  test.each(cases)('%s', (_, items, standing) => expect(standingOf(pack, claim(items))).toBe(standing));

  test.each(['opinion', 'forecast'] as const)('an %s gets none', (kind) =>
    expect(standingOf(pack, claim([yes('alone')], { kind }))).toBeNull(),
  );
  test.each(['fact', 'reported'] as const)('a %s claim gets one', (kind) =>
    expect(standingOf(pack, claim([yes('alone')], { kind }))).toBe('corroborated'),
  );
});

describe('independence', () => {
  test.each([
    ['origin', false],
    ['relay', false],
    ['copy', false],
    ['mixed', false],
    ['agency', true],
    ['paper', true],
    ['alone', true],
    [null, true],
  ])('%s: %s', (from, independent) => expect(isIndependent(pack, claim([]), evidence('context', from))).toBe(independent));

  test.each([
    ['agency', false],
    ['daily', false],
    ['roundup', false],
    ['bureau', true],
  ])('of a claim that a paper has from the agency, %s: %s', (from, independent) => {
    expect(isIndependent(pack, claim([], { origin: 'paper' }), yes(from))).toBe(independent);
  });

  test('depends on whose claim it is: the relay of one is a stranger to another', () => {
    expect(isIndependent(pack, claim([], { origin: 'alone' }), yes('relay'))).toBe(true);
  });
});

describe('families: how many independent voices', () => {
  test.each([
    [[], 0],
    [['alone'], 1],
    [['alone', 'alone'], 1],
    [['paper', 'daily'], 1],
    [['agency', 'paper', 'daily'], 1],
    [['agency', 'bureau', 'alone'], 3],
    [['roundup'], 1],
    [['roundup', 'agency', 'bureau'], 2],
    [['roundup', 'paper'], 1],
    [['origin', 'relay', 'copy', 'mixed'], 1],
  ])('%j: %i', (sources, count) => expect(families(pack, sources)).toBe(count));

  /** Of three round-ups in a row the two at the ends share nothing. */
  const chain = packOf(
    [],
    [
      ...['a', 'b', 'c', 'd'].map((id) => source(id)),
      source('ab', { relays: ['a', 'b'] }),
      source('bc', { relays: ['b', 'c'] }),
      source('cd', { relays: ['c', 'd'] }),
    ],
  );
  test.each([[['ab', 'bc', 'cd']], [['bc', 'ab', 'cd']], [['bc', 'cd', 'ab']], [['cd', 'bc', 'ab']]])('%j: 2', (sources) =>
    expect(families(chain, sources)).toBe(2),
  );

  /** The most of them without an original in common, by trying all. */
  const most = ([first, ...rest]: readonly (readonly number[])[]): number =>
    first === undefined ? 0 : Math.max(most(rest), 1 + most(rest.filter((other) => !other.some((id) => first.includes(id)))));

  test('of any round-ups are as many in any order: never too many, and not one more could be picked', () => {
    const roundups = fc.array(fc.uniqueArray(fc.nat(6), { minLength: 1, maxLength: 3 }), { maxLength: 8 });
    const orders = fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 });
    fc.assert(
      fc.property(roundups, orders, (list, order) => {
        const originals = Array.from({ length: 7 }, (_, i) => source(`o${i}`));
        const web = packOf(
          [],
          [...originals, ...list.map((relays, i) => source(`r${i}`, { relays: relays.map((id) => `o${id}`) }))],
        );
        const countIn = (places: readonly number[]) =>
          families(
            web,
            places.filter((i) => i < list.length).map((i) => `r${i}`),
          );
        const count = countIn([...list.keys()]);
        expect(countIn(order)).toBe(count);
        expect(count).toBeLessThanOrEqual(most(list));
        // Each one picked stands in the way of three others at most, for it has three originals at most.
        expect(3 * count).toBeGreaterThanOrEqual(most(list));
      }),
      RUNS,
    );
  });
});

test('the balance counts families by stance, and distinct sources that only repeat', () => {
  const items = [
    yes('paper'),
    yes('daily'),
    yes('relay'),
    no('alone'),
    no('bureau'),
    by('agency'),
    by('copy'),
    yes('copy'),
    absence,
  ];
  expect(balanceOf(pack, claim(items))).toEqual({ corroborates: 1, rebuts: 2, context: 1, repeats: 2 });
});

test('for a claim of the answering post, the article and all its relays are one voice', () => {
  const items = [no('origin'), no('relay'), no('copy')];
  expect(balanceOf(pack, claim(items, { origin: 'alone' }))).toEqual({ corroborates: 0, rebuts: 1, context: 0, repeats: 0 });
});

describe('hindsight', () => {
  test.each([
    ['2023-12-02', true],
    ['2023-12-01', false],
    ['2023-12', false],
    ['2024', true],
  ])('evidence of %s for a claim of 2023-12-01: %s', (date, hindsight) => {
    expect(isHindsight(claim([]), evidence('rebuts', 'alone', date))).toBe(hindsight);
  });
  test('an absence is no knowledge that came later', () =>
    expect(isHindsight(claim([]), evidence('context', null, '2026-11-22'))).toBe(false));
});
