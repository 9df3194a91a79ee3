// What the whole text tells of each candidate, against a plain count over all pairs of them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { probability } from '../../src/match/forest.ts';
import { SECOND_FEATURES, type Seen, secondRows } from '../../src/match/wordings/second-look.ts';
import { RUNS } from '../runs.ts';

const UNSEEN = -7;
const NEAR = 3;

interface Answer extends Seen {
  readonly odds: number;
}

/** Candidates of a text: a claim at most once a sentence, sentences in order. */
const answers: fc.Arbitrary<Answer[]> = fc
  .uniqueArray(
    fc.record({
      claim: fc.nat({ max: 4 }),
      sentence: fc.nat({ max: 12 }),
      odds: fc.double({ min: -6.5, max: 6.5, noNaN: true }),
    }),
    { selector: ({ claim, sentence }) => `${claim} ${sentence}`, maxLength: 25 },
  )
  .map((all) => all.sort((one, other) => one.sentence - other.sentence));

const rowsOf = (all: readonly Answer[], topic = 0.5, sentences = 20): Record<string, number>[] =>
  secondRows(
    all,
    all.map(({ odds }) => odds),
    topic,
    sentences,
  ).map((row) => Object.fromEntries(SECOND_FEATURES.map((name, i) => [name, row[i] ?? Number.NaN])));

/** The same, pair by pair. */
const plainRow = (all: readonly Answer[], one: Answer, topic: number, sentences: number): Record<string, number> => {
  const surest = (wanted: (other: Answer) => boolean): number =>
    Math.max(UNSEEN, ...all.filter((other) => other !== one && wanted(other)).map(({ odds }) => odds));
  const here = (other: Answer): boolean => other.sentence === one.sentence;
  const ahead = (other: Answer): number => other.sentence - one.sentence;
  const likely = (wanted: (sentence: number) => boolean): number =>
    [...new Set(all.map(({ sentence }) => sentence))]
      .filter(wanted)
      .map((sentence) => probability(Math.max(...all.filter((o) => o.sentence === sentence).map(({ odds }) => odds))))
      .reduce((sum, p) => sum + p, 0);
  const same = all.filter((other) => other.claim === one.claim && other !== one);
  return {
    bias: 1,
    own: one.odds,
    rival: surest(here),
    lead: one.odds - surest(here),
    beside: all.filter((other) => other !== one && here(other) && other.odds > 0).length,
    before: surest((o) => o.claim === one.claim && ahead(o) < 0 && ahead(o) >= -NEAR),
    after: surest((o) => o.claim === one.claim && ahead(o) > 0 && ahead(o) <= NEAR),
    previous: surest((o) => ahead(o) === -1),
    next: surest((o) => ahead(o) === 1),
    elsewhere: surest((o) => o.claim === one.claim && !here(o)),
    repeats: same.reduce((sum, { odds }) => sum + probability(odds), 0),
    company: Math.log1p(likely((sentence) => sentence !== one.sentence)),
    near: likely((sentence) => sentence !== one.sentence && Math.abs(sentence - one.sentence) <= NEAR),
    topic,
    sentences: Math.log1p(sentences),
    density: likely(() => true) / Math.max(1, sentences),
  };
};

describe('secondRows', () => {
  it('tells what a plain count over all pairs tells', () => {
    fc.assert(
      fc.property(
        answers,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 13, max: 200 }),
        (all, topic, sentences) => {
          const rows = rowsOf(all, topic, sentences);
          expect(rows).toHaveLength(all.length);
          all.forEach((one, i) => {
            for (const [name, value] of Object.entries(plainRow(all, one, topic, sentences)))
              expect(rows[i]?.[name], name).toBeCloseTo(value, 9);
          });
        },
      ),
      RUNS,
    );
  });

  it('has nothing to say of a text without candidates, and of one candidate only what it is', () => {
    expect(rowsOf([])).toEqual([]);
    const [row] = rowsOf([{ claim: 3, sentence: 1, odds: 2 }], 0, 0);
    expect(row).toMatchObject({ own: 2, rival: UNSEEN, beside: 0, elsewhere: UNSEEN, repeats: 0, company: 0, sentences: 0 });
  });

  it('takes time in proportion to the text: a sentence looks at those near it only', () => {
    const many = Array.from({ length: 100_000 }, (_, i) => ({ claim: i % 7, sentence: i >> 1 }));
    const odds = many.map((_, i) => (i % 5) - 2);
    expect(secondRows(many, odds, 0.5, 50_000)).toHaveLength(many.length);
  });
});
