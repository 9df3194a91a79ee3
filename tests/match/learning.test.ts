import { describe, expect, it } from 'vitest';
import { learnDiction } from '../../src/match/wordings/diction.ts';
import { inRounds, learnProfiles, seedOf } from '../../src/match/wordings/profiles.ts';

const samples = Array.from({ length: 50 }, (_, i) => ({ seed: seedOf(`text ${i}`), name: i }));
const turnsOf = (list: typeof samples): { readonly name: number; readonly chance: number }[] => {
  const turns: { name: number; chance: number }[] = [];
  inRounds(list, 3, ({ name }, random) => turns.push({ name, chance: random() }));
  return turns;
};

describe('learning from the texts of a pack', () => {
  it('takes every sample once a round, each round in another order', () => {
    const names = turnsOf(samples).map(({ name }) => name);
    const rounds = [names.slice(0, 50), names.slice(50, 100), names.slice(100)];
    for (const round of rounds) expect([...round].sort((a, b) => a - b)).toEqual(samples.map(({ name }) => name));
    expect(new Set(rounds.map((round) => round.join(' '))).size).toBe(3);
  });

  it('treats every other text as before when one is taken out', () => {
    const without = turnsOf(samples.filter(({ name }) => name !== 7));
    expect(without).toEqual(turnsOf(samples).filter(({ name }) => name !== 7));
  });

  it('tells claims apart by function words alone', () => {
    const text = (claim: number, ...stems: number[]) => ({ claim, seed: 10 * claim + (stems[0] ?? 0), stems });
    const texts = [text(0, 0, 1, 4), text(0, 0, 2, 4), text(1, 0, 1, 5), text(1, 0, 2, 5)];
    const { dictionWeight } = learnDiction(texts, 6, 2);
    const weight = (stem: number, claim: number): number => dictionWeight[2 * stem + claim] ?? 0;
    expect(weight(4, 0)).toBeGreaterThan(weight(4, 1));
    expect(weight(5, 1)).toBeGreaterThan(weight(5, 0));
    expect(Math.abs(weight(1, 0) - weight(1, 1))).toBeLessThan(Math.abs(weight(4, 0) - weight(4, 1)));
  });

  it('lets what speaks for one claim speak less against another when texts are joined', () => {
    // Terms 0 and 1 are the first claim's, 2 and 3 the second's; all three claims use term 4.
    const sample = (claim: number, seed: number, ...terms: number[]) => ({
      claim,
      seed,
      terms: Int32Array.from(terms),
      shares: new Float32Array(terms.length).fill(1),
    });
    const texts = Array.from({ length: 30 }, (_, i) => [
      sample(0, seedOf(`a ${i}`), 0, 1, 4),
      sample(1, seedOf(`b ${i}`), 2, 3, 4),
      sample(2, seedOf(`c ${i}`), 4, 5),
    ]).flat();
    const dense = {
      postAt: Int32Array.from({ length: 7 }, (_, term) => term * 3),
      postClaim: Int32Array.from({ length: 18 }, (_, at) => at % 3),
      claims: 3,
    };
    const lead = (joined: number): number => {
      const weights = learnProfiles(texts, dense, { joined });
      return (weights[0] ?? 0) - (weights[1] ?? 0);
    };
    expect(lead(1)).toBeGreaterThan(0);
    expect(lead(1)).toBeLessThan(0.8 * lead(0));
  });

  it('tells each claim by itself where it is to: the sentence that makes two gives neither less', () => {
    // Terms 0 and 1 are the first claim's, 2 and 3 the second's; a text that makes both is given once for each.
    const sample = (claim: number, seed: number, ...terms: number[]) => ({
      claim,
      seed,
      terms: Int32Array.from(terms),
      shares: new Float32Array(terms.length).fill(1),
    });
    const texts = Array.from({ length: 30 }, (_, i) => [
      sample(0, seedOf(`a ${i}`), 0, 1),
      sample(1, seedOf(`b ${i}`), 2, 3),
      sample(0, seedOf(`both ${i}`), 0, 1, 2, 3),
      sample(1, seedOf(`both ${i}`), 0, 1, 2, 3),
    ]).flat();
    const dense = {
      postAt: Int32Array.from({ length: 5 }, (_, term) => term * 2),
      postClaim: Int32Array.from({ length: 8 }, (_, at) => at % 2),
      claims: 2,
    };
    const sums = (alone: boolean): readonly number[] => {
      const weights = learnProfiles(texts, dense, { alone });
      return [0, 1].map((claim) => [0, 1, 2, 3].reduce((sum, term) => sum + (weights[2 * term + claim] ?? 0), 0));
    };
    // Where all share, what speaks for one speaks against the other, and both together tell nothing.
    for (const sum of sums(false)) expect(Math.abs(sum)).toBeLessThan(0.2);
    for (const sum of sums(true)) expect(sum).toBeGreaterThan(1);
  });

  it('keeps no table for a pack of very many claims', () => {
    expect(learnDiction([{ claim: 0, seed: 1, stems: [0] }], 1, 1000).dictionWeight).toHaveLength(0);
  });
});
