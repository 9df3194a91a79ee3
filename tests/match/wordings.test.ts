import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compile } from '../../src/claims/compile.ts';
import { pack as packColumns, unpack } from '../../src/match/container.ts';
import { open } from '../../src/match/open.ts';
import { compileWordings } from '../../src/match/wordings/compile.ts';
import { at } from '../../src/match/wordings/features.ts';
import { GATE, LEAST_SCORE } from '../../src/match/wordings/gate.ts';
import type { WordingsInput } from '../../src/match/wordings/input.ts';
import { fromSections, toSections } from '../../src/match/wordings/layout.ts';
import { MOST_CANDIDATES } from '../../src/match/wordings/leaders.ts';
import { LEAST_PROMISE, PROMISE_FEATURES, type Promising } from '../../src/match/wordings/promise.ts';
import { LEAST_AGREEMENT, LEAST_EXPLAINED, newScorer } from '../../src/match/wordings/scorer.ts';
import { LEAST_TELL, NO_TELLS } from '../../src/match/wordings/tells.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { stemOf } from '../../src/text/stem.ts';
import { newWords, splitWords } from '../../src/text/words.ts';
import { loadPack } from '../cli/load-pack.ts';
import { atLeast, PATIENCE_MS, RUNS } from '../runs.ts';
import { bestAgreement, dictionOf, openOf, profileOf, scoreOf, toldBy } from './wordings-oracle.ts';

const VOCABULARY =
  'treaty gunpowder deadlock general stalemate alliance border refugee winter mud captain tank ballot decree hostage ceasefire peninsula magazine editor apology kremlin veto summit missile oblast'.split(
    ' ',
  );
const word = fc.constantFrom(...VOCABULARY);
const sentence = fc
  .array(fc.oneof({ weight: 5, arbitrary: word }, { weight: 1, arbitrary: fc.constantFrom('the', 'not', 'of', 'zebra', '17') }), {
    minLength: 3,
    maxLength: 10,
  })
  .map((words) => words.join(' '));
const concept = fc.record({
  members: fc.array(
    fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
    { minLength: 1, maxLength: 3 },
  ),
  name: fc.boolean(),
});
const nats = fc.integer({ min: -8, max: 8 }).map((steps) => steps / 2);
const input: fc.Arbitrary<WordingsInput> = fc
  .record({
    concepts: fc.array(concept, { maxLength: 5 }),
    claims: fc.array(
      fc.array(
        fc.record({ text: sentence, relation: fc.constantFrom('asserts' as const, 'denies' as const, 'questions' as const) }),
        { minLength: 1, maxLength: 4 },
      ),
      { minLength: 1, maxLength: 6 },
    ),
    kin: fc.array(fc.nat(4), { minLength: 5, maxLength: 5 }),
    tells: fc.option(
      fc.record({ base: nats, unknown: nats, stems: fc.array(fc.tuple(word.map(stemOf), nats), { maxLength: 20 }) }),
      { nil: undefined },
    ),
  })
  .map(({ concepts, claims, kin, tells }) => ({
    tells: tells && { ...tells, stems: new Map(tells.stems) },
    concepts: concepts.map(({ members, name }, i) => ({
      members,
      name,
      ambiguous: [],
      standsFor: [],
      opposite: [],
      related: (kin[i] ?? i) < concepts.length && kin[i] !== i ? [kin[i] ?? 0] : [],
    })),
    claims: claims.map((texts) => ({ texts })),
  }));

/** Every stem that a pack's own words bring. */
const stemsOf = ({ claims, concepts }: WordingsInput): ReadonlySet<string> =>
  new Set(
    [...claims.flatMap(({ texts }) => texts.map(({ text }) => text)), ...concepts.flatMap(({ members }) => members)].flatMap(
      (text) => text.split(' ').map(stemOf),
    ),
  );

/** Columns hold 32 bits a number: figures this close to a limit may fall on either side of it. */
const EDGE = 1e-4;

describe('the wordings regime', () => {
  it('finds the same candidates with the same agreement as the slow way over every claim, text and slot', {
    timeout: PATIENCE_MS,
  }, () => {
    let seen = 0;
    fc.assert(
      fc.property(input, fc.array(sentence, { minLength: 1, maxLength: 3 }), (given, texts) => {
        const index = compileWordings(given);
        const lexicon = newLexicon();
        const scorer = newScorer(index, lexicon, null);
        const words = newWords();
        for (const text of texts) {
          splitWords(text, words);
          const found = new Map(scorer.score(text, words, 0, words.count, false).map((one) => [one.claim, one]));
          const { reading } = scorer;
          const tell = given.tells ? toldBy(given.tells, stemsOf(given), text.split(' ').map(stemOf)) : NO_TELLS;
          expect(scorer.tell()).toBeCloseTo(tell, 4);
          const scores = given.claims.map((_, claim) => scoreOf(index, reading, claim));
          const whole = scores.reduce((sum, score) => sum + Math.exp(score), 0);
          scores.forEach((score, claim) => {
            const profile = profileOf(index, reading, claim);
            const { mass, open } = openOf(index, lexicon, reading, claim);
            const agreement = bestAgreement(index, reading, claim, open);
            const ahead = scores.filter((other, c) => other > score || (other === score && c < claim)).length;
            const one = found.get(claim);
            if (one) {
              seen++;
              expect(one.features[at('score')]).toBeCloseTo(score, 3);
              expect(one.features[at('scoreShare')]).toBeCloseTo(Math.exp(score) / whole, 3);
              expect(one.features[at('profile')]).toBeCloseTo(Math.log1p(profile), 3);
              expect(Math.expm1(one.features[at('unexplainedMass')] ?? 0)).toBeCloseTo(open, 3);
              expect(one.features[at('agreement')]).toBeCloseTo(agreement, 3);
              expect(profile).toBeGreaterThanOrEqual(GATE - EDGE);
              expect(score).toBeGreaterThanOrEqual(LEAST_SCORE - EDGE);
              expect(agreement).toBeGreaterThanOrEqual(LEAST_AGREEMENT - EDGE);
              expect(one.features[at('diction')]).toBeCloseTo(dictionOf(index, reading, claim), 3);
              expect(one.features[at('tells')]).toBeCloseTo(tell, 4);
              expect(tell === NO_TELLS || tell >= LEAST_TELL - EDGE).toBe(true);
            } else {
              const passes =
                (tell === NO_TELLS || tell > LEAST_TELL + EDGE) &&
                profile > GATE + EDGE &&
                score > LEAST_SCORE + EDGE &&
                ahead < MOST_CANDIDATES &&
                mass - open > LEAST_EXPLAINED * mass + EDGE &&
                agreement > LEAST_AGREEMENT + EDGE;
              expect(passes, `claim ${claim} is no candidate of “${text}”`).toBe(false);
            }
          });
        }
      }),
      RUNS,
    );
    expect(seen).toBeGreaterThanOrEqual(atLeast(500));
  });

  it('turns away exactly the candidates that promise too little', { timeout: PATIENCE_MS }, () => {
    let away = 0;
    let kept = 0;
    // Any judge will do, and one that turns away about half of these tells the most.
    const promiseOf: Promising = (row) => LEAST_PROMISE + (row[PROMISE_FEATURES.indexOf('profileMargin')] ?? 0);
    fc.assert(
      fc.property(input, fc.array(sentence, { minLength: 1, maxLength: 3 }), (given, texts) => {
        const index = compileWordings(given);
        const [all, some] = [newScorer(index, newLexicon(), null), newScorer(index, newLexicon(), promiseOf)];
        const words = newWords();
        for (const text of texts) {
          splitWords(text, words);
          const every = all.score(text, words, 0, words.count, false);
          const wanted = every.filter(
            ({ features }) => promiseOf(PROMISE_FEATURES.map((name) => features[at(name)] ?? 0)) >= LEAST_PROMISE,
          );
          away += every.length - wanted.length;
          kept += wanted.length;
          expect(some.score(text, words, 0, words.count, false).map(({ claim }) => claim)).toEqual(
            wanted.map(({ claim }) => claim),
          );
        }
      }),
      RUNS,
    );
    expect(Math.min(away, kept)).toBeGreaterThanOrEqual(atLeast(200));
  });

  it('gives back every column from its bytes', () => {
    fc.assert(
      fc.property(input, (given) => {
        const columns = compileWordings(given);
        expect(fromSections(unpack(packColumns(toSections(columns))))).toEqual(columns);
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 10) },
    );
  });
});

describe('the bundled pack, opened from its bytes', () => {
  const matcher = open(compile(loadPack()));
  const page = (...texts: string[]) => texts.map((text) => ({ text }));
  /** What a page about the matter says besides: the engine judges a sentence with its page. */
  const STORY = [
    'Putin would not object to Ukraine joining NATO.',
    'Elections cannot be held in Ukraine while martial law is in force.',
    'Russia would keep Crimea unchallenged.',
  ];
  const HEAD = 'Seymour Hersh writes that Valery Zaluzhny and Valery Gerasimov are negotiating.';

  it('finds a plain claim on a page that says little else', () => {
    const note = [
      { text: 'Seymour Hersh on the talks', role: 'heading' as const },
      { text: 'Vladimir Putin would not object to Ukraine joining NATO, Seymour Hersh reports.' },
    ];
    expect(matcher.match(note).map(({ claim, block, relation }) => [claim, block, relation])).toEqual([[5, 1, 'asserts']]);
  });

  it('finds a claim with its offsets, relation, confidence and reason, names taken from before', () => {
    const text = 'Zaluzhny spoke to The Economist in November. The general never apologised in public for what he had said.';
    const match = matcher.match(page(HEAD, text, ...STORY)).find((m) => m.block === 1 && m.relation === 'denies');
    expect(match && text.slice(match.start, match.end)).toBe('The general never apologised in public for what he had said.');
    expect(match?.confidence).toBeGreaterThan(0.5);
    expect(match?.reason.agreed.map(({ start, end }) => text.slice(start, end)).join(' ')).toMatch(/apologised/);
  });

  it.each<[string, string]>([
    ['nothing', ''],
    ['signs only', ' … 🙂🙂 \u202e\u200f'],
    ['one letter', 'a'],
    ['Arabic', 'عربي '.repeat(50)],
    ['Chinese', '中文'.repeat(50)],
    ['one word of 50,000 letters', 'x'.repeat(50_000)],
    ['one sentence of 5,000 words', 'word '.repeat(5000)],
  ])('is silent on %s', (_, text) => expect(matcher.match(page(text))).toEqual([]));

  it('leaves pages in other languages alone', () => {
    const claim = 'Under the deal Russia would pull its forces back from the neighbourhood of the Baltic states and of Moldova.';
    expect(matcher.match(page(HEAD, claim), { language: 'de' })).toEqual([]);
    expect(matcher.match(page(HEAD, claim), { language: 'en-GB' }).length).toBeGreaterThan(0);
  });

  it('answers alike whatever it read before', () => {
    const texts = page(
      HEAD,
      'Elections cannot be held in Ukraine while martial law is in force.',
      'Russia would keep Crimea unchallenged.',
    );
    const first = matcher.match(texts);
    matcher.match(page('Lavrov flew to Skopje.', 'Gerasimov has led the General Staff since 2012.'));
    expect(matcher.match(texts)).toEqual(first);
  });

  it('keeps its offsets among soft hyphens, emoji and right-to-left marks', () => {
    const text =
      '🙂 Under the deal Rus\u00adsia would pull its for\u00adces back from the neigh\u00adbourhood of the Baltic states and of Mol\u00addova. Next.';
    const match = matcher.match(page(HEAD, text)).find((m) => m.block === 1);
    expect(match && text.slice(match.start, match.end)).toBe(
      '🙂 Under the deal Rus\u00adsia would pull its for\u00adces back from the neigh\u00adbourhood of the Baltic states and of Mol\u00addova.',
    );
  });

  it('names the claim nearest to a text', () => {
    expect(matcher.nearest('Gerasimov and Dempsey met socially as young tank captains in divided Germany', 3)[0]?.claim).toBe(33);
  });
});
