import { describe, expect, it } from 'vitest';
import { learnDiction } from '../../src/match/wordings/diction.ts';
import { inRounds, learnProfiles, seedOf } from '../../src/match/wordings/profiles.ts';

const samples = Array.from({ length: 50 }, (_, i) => ({ seed: seedOf(`text ${i}`), name: i }));
const turnsOf = (list: typeof samples): { readonly name: number; readonly chance: number }[] => {
  const turns: { name: number; chance: number }[] = [];
  inRounds(list, 3, ({ name }, random) => turns.push({ name, chance: random() }));
  return turns;
};

const sample = (claim: number, seed: number, ...terms: number[]) => ({
  claim,
  seed,
  terms: Int32Array.from(terms),
  shares: new Float32Array(terms.length).fill(1),
});
/** Every term has a posting for every claim. */
const denseOf = (terms: number, claims: number) => ({
  postAt: Int32Array.from({ length: terms + 1 }, (_, term) => term * claims),
  postClaim: Int32Array.from({ length: terms * claims }, (_, at) => at % claims),
  claims,
});

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
    const texts = Array.from({ length: 30 }, (_, i) => [
      sample(0, seedOf(`a ${i}`), 0, 1, 4),
      sample(1, seedOf(`b ${i}`), 2, 3, 4),
      sample(2, seedOf(`c ${i}`), 4, 5),
    ]).flat();
    const dense = denseOf(6, 3);
    const lead = (joined: number): number => {
      const weights = learnProfiles(texts, dense, { joined });
      return (weights[0] ?? 0) - (weights[1] ?? 0);
    };
    expect(lead(1)).toBeGreaterThan(0);
    expect(lead(1)).toBeLessThan(0.8 * lead(0));
  });

  describe('for each claim by itself', () => {
    /** What the terms speak for the claim, less what is asked of any. */
    const oddsOf = (weights: Float32Array, claims: number, claim: number, terms: readonly number[]): number =>
      terms.reduce((sum, term) => sum + (3 / Math.sqrt(terms.length)) * (weights[term * claims + claim] ?? 0), 0) - 4;
    // Terms 0 and 1 are the first claim's, 2 and 3 the second's, 4 and 5 the third's; each text has a word of its own.
    const alike = Array.from({ length: 40 }, (_, i) => [
      sample(0, seedOf(`a ${i}`), 0, 1),
      sample(1, seedOf(`b ${i}`), 2, 3),
      sample(2, seedOf(`c ${i}`), 4, 5),
    ]).flat();
    const both = Array.from({ length: 40 }, (_, i) => [
      sample(0, seedOf(`both ${i}`), 0, 1, 2, 3),
      sample(1, seedOf(`both ${i}`), 0, 1, 2, 3),
    ]).flat();
    const dense = denseOf(6, 3);

    it('a sentence that makes two makes each of them surely, and no third', () => {
      const weights = learnProfiles([...alike, ...both], dense, { alone: true, joined: 1 });
      expect(oddsOf(weights, 3, 0, [0, 1, 2, 3])).toBeGreaterThan(1);
      expect(oddsOf(weights, 3, 1, [0, 1, 2, 3])).toBeGreaterThan(1);
      expect(oddsOf(weights, 3, 2, [0, 1, 2, 3])).toBeLessThan(-2);
      expect(oddsOf(weights, 3, 0, [4, 5])).toBeLessThan(-2);
    });

    it('joined texts teach both claims', () => {
      const odds = (joined: number): number => oddsOf(learnProfiles(alike, dense, { alone: true, joined }), 3, 0, [0, 1, 2, 3]);
      expect(odds(1)).toBeGreaterThan(odds(0) + 1);
      expect(odds(1)).toBeGreaterThan(1);
    });

    it('a text that is given twice teaches as one, and two texts of one seed as two', () => {
      const learned = (samples: Parameters<typeof learnProfiles>[0]) => learnProfiles(samples, dense, { alone: true, joined: 0 });
      expect(learned([...alike, ...alike])).toEqual(learned(alike));
      const one = sample(0, 7, 0, 1);
      const other = sample(2, 7, 4, 5);
      const weights = learned(
        [...Array(30).keys()].flatMap((i) => [
          { ...one, seed: i },
          { ...other, seed: i },
        ]),
      );
      expect(oddsOf(weights, 3, 0, [0, 1])).toBeGreaterThan(0);
      expect(oddsOf(weights, 3, 2, [4, 5])).toBeGreaterThan(0);
      expect(oddsOf(weights, 3, 0, [4, 5])).toBeLessThan(-4);
    });

    it('a claim among very many is found', () => {
      const claims = 600;
      // A word of its own, two that ten claims share, two that all have; learned from three texts and asked with another mixture.
      const texts = Array.from({ length: 3 * claims }, (_, i) => {
        const claim = i % claims;
        const kin = claims + (claim % 60);
        return sample(claim, seedOf(`${i}`), claim, kin, claims + 60 + (i % 7), claims + 67 + (claim % 3));
      });
      const weights = learnProfiles(texts, denseOf(claims + 70, claims), { alone: true, joined: 1 });
      const first = Array.from({ length: 60 }, (_, n) => {
        const claim = 10 * n + (n % 10);
        const terms = [claim, claims + (claim % 60), claims + 60 + (n % 7)];
        const odds = Array.from({ length: claims }, (_, other) => oddsOf(weights, claims, other, terms));
        return odds.indexOf(Math.max(...odds)) === claim;
      });
      expect(first.filter((isFirst) => isFirst).length).toBeGreaterThan(54);
    });
  });

  it('keeps no table for a pack of very many claims', () => {
    expect(learnDiction([{ claim: 0, seed: 1, stems: [0] }], 1, 1000).dictionWeight).toHaveLength(0);
  });
});
