import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IndexError, unpack } from '../../src/match/container.ts';
import { compileStatements, type StatementClaim } from '../../src/match/statement/compile.ts';
import { newGate, passes } from '../../src/match/statement/gate.ts';
import { AT_DEBATE, ELSEWHERE, IN_INTERVIEW, IN_SPEECH, IN_WRITING, viewOf } from '../../src/match/statement/layout.ts';
import { occasionFlags } from '../../src/match/statement/occasion.ts';
import { openStatements } from '../../src/match/statement/open.ts';
import { newSentenceReader } from '../../src/match/statement/sentence.ts';
import { newTokenizer } from '../../src/match/statement/tokens.ts';
import { atLeast, RUNS } from '../runs.ts';
import { naiveGate, naiveMatch } from './statement-oracle.ts';

// Words of the same few topics in many orders, so that random sentences and claims share much.
const WORDS =
  'senator voted twice against raising taxes on 40 percent of families in Ohio and Texas since 2012 because unemployment insurance costs $1.5 million a year while Governor Walker said never that immigrants commit fewer crimes than native born Americans not Medicare hurricane Puerto Rico 3,000 people died pipeline Keystone Roe Wade abortion decision court'.split(
    ' ',
  );
const phrase = fc.array(fc.constantFrom(...WORDS), { minLength: 4, maxLength: 18 }).map((words) => words.join(' '));
const claim: fc.Arbitrary<StatementClaim> = fc.record({
  statement: phrase,
  title: fc.option(phrase, { nil: undefined }),
  claimant: fc.option(fc.constantFrom('Scott Walker', 'Bloggers'), { nil: undefined }),
});
const claims = fc.array(claim, { minLength: 1, maxLength: 40 });
const text = fc
  .array(phrase, { minLength: 1, maxLength: 6 })
  .map((sentences) => `${sentences.map((s) => `${s[0]?.toUpperCase()}${s.slice(1)}`).join('. ')}.`);
// Half of the texts quote a claim with a few words around it, so that something is found.
const packAndText = claims.chain((pack) =>
  fc.record({
    pack: fc.constant(pack),
    text: fc.oneof(
      text,
      fc.tuple(fc.constantFrom(...pack), phrase).map(([{ statement }, more]) => `They said ${statement}. ${more}.`),
    ),
  }),
);
const PATIENCE = 120_000;

const tokenizer = newTokenizer();

describe('the gate', () => {
  test(
    'opens for exactly the claims that a naive engine finds by trying every one',
    () => {
      let opened = 0;
      fc.assert(
        fc.property(packAndText, ({ pack, text: page }) => {
          const index = viewOf(unpack(compileStatements(pack)));
          const reader = newSentenceReader(index, tokenizer);
          const gate = newGate(index);
          reader.read(page, 0, page.length);
          const found = [...gate.claims.subarray(0, gate.open(reader.sentence))].sort((a, b) => a - b);
          reader.clear();
          opened += found.length;
          expect(found).toEqual(naiveGate(pack, page));
        }),
        RUNS,
      );
      expect(opened).toBeGreaterThanOrEqual(atLeast(250));
    },
    PATIENCE,
  );

  test('needs both enough information and enough of the statement', () => {
    expect(passes(11 * 24, 30 * 24)).toBe(true);
    expect(passes(10 * 24, 12 * 24)).toBe(false);
    expect(passes(12 * 24, 60 * 24)).toBe(false);
  });
});

describe('match', () => {
  test(
    'finds what the naive engine finds, on random packs and texts',
    () => {
      let found = 0;
      fc.assert(
        fc.property(packAndText, ({ pack, text: page }) => {
          const matches = openStatements(compileStatements(pack)).match([{ text: page }]);
          found += matches.length;
          expect(matches.map(({ claim: c, start, end }) => ({ claim: c, start, end }))).toEqual(naiveMatch(pack, page));
        }),
        RUNS,
      );
      expect(found).toBeGreaterThanOrEqual(atLeast(50));
    },
    PATIENCE,
  );

  const pack = [
    { statement: 'The state of Oregonia lost 12,400 fishing jobs after the dam at Tillbrook was built.', claimant: 'Ann Delmar' },
    { statement: 'Crime in Tillbrook doubled in two years.' },
  ];
  const matcher = openStatements(compileStatements(pack));
  const said = 'In her speech on Monday Delmar said that Oregonia lost 12,400 fishing jobs after the Tillbrook dam was built.';

  test('lights up a sentence that makes the claim, and nothing in one that shares a topic', () => {
    const [match, ...others] = matcher.match([{ text: `Good morning. ${said} The dam at Tillbrook opened in May.` }]);
    expect(others).toEqual([]);
    expect(match?.claim).toBe(0);
    expect(`Good morning. ${said}`.slice(match?.start, match?.end)).toBe(said);
  });

  test('says which words agreed, with shares that add up to one', () => {
    const [match] = matcher.match([{ text: said }]);
    const agreed = match?.reason.agreed ?? [];
    expect(agreed.map(({ start, end }) => said.slice(start, end))).toContain('12,400');
    expect(agreed.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
  });

  test.each([
    [said, 'asserts'],
    ['It is false that Oregonia lost 12,400 fishing jobs after the Tillbrook dam was built.', 'denies'],
    ['Oregonia has not lost 12,400 fishing jobs after the Tillbrook dam was built.', 'denies'],
    ['Has Oregonia lost 12,400 fishing jobs after the Tillbrook dam was built?', 'questions'],
  ])('%s → %s', (sentence, relation) => {
    expect(matcher.match([{ text: sentence }]).map((m) => m.relation)).toEqual([relation]);
  });
});

describe('nearest', () => {
  const matcher = openStatements(
    compileStatements([
      { statement: 'Whales sing in the harbour of Tillbrook.' },
      { statement: 'The minimum wage in Ohio rose to $1.5 million a year.' },
      { statement: 'Australian fires were lit by arsonists.' },
    ]),
  );
  test.each([
    ['harbor whales singing', 0],
    ['the wage is 1500000 in ohio', 1],
    ['so sad #AustralianFires https://t.co/abc', 2],
  ])('"%s" is nearest to claim %i', (query, wanted) => {
    expect(matcher.nearest(query, 1).map((n) => n.claim)).toEqual([wanted]);
  });
});

describe('nearest, of claims that say nearly the same', () => {
  const twins: readonly StatementClaim[] = [
    { statement: 'Whales sing in the harbour of Tillbrook.', made: '2015-03-01', claimant: 'Ann Delmar' },
    { statement: 'Whales sing in the harbour of Tillbrook.', made: '2019-06-12', claimant: 'Bo Karst' },
    { statement: 'Ferries to Oregonia lost 12,400 passengers.', made: '2019-06-12', claimant: 'Bo Karst' },
    { statement: 'The minimum wage in Ohio never rose.', made: '2011-01-05' },
  ];
  const { nearest } = openStatements(compileStatements(twins));
  const first = (text: string, around = {}): number | undefined => nearest(text, 1, around)[0]?.claim;

  test.each([
    ['March 2, 2015', 0],
    ['June 12, 2019', 1],
  ])('a post signed on %s is nearest to the claim of those days', (date, wanted) => {
    expect(first(`Whales are singing in Tillbrook harbour! — Gil Orten (@gilo) ${date}`)).toBe(wanted);
  });

  test('a sentence among neighbours is nearest to the claim that was made on the same occasion as theirs', () => {
    const before = 'The ferries to Oregonia lost 12,400 passengers, you know that.';
    expect(first('And whales sing in the harbour of Tillbrook.', { before })).toBe(1);
  });

  test('a sentence among neighbours is nearest to the claim of someone who speaks, not of one who posts', () => {
    const statement = 'Whales sing in the harbour of Tillbrook.';
    const post = { statement, claimant: 'Viral image', occasion: 'in a Facebook post' };
    const speech = { statement, claimant: 'Bo Karst', occasion: 'in a speech' };
    const inTurn = (claims: readonly StatementClaim[]): number | undefined =>
      openStatements(compileStatements(claims)).nearest('And whales sing in Tillbrook harbour.', 1, { after: 'They do.' })[0]
        ?.claim;
    expect(inTurn([post, speech])).toBe(1);
    expect(inTurn([speech, post])).toBe(0);
    // Where the claim itself names no occasion, the claimant's other claims tell. Both claimants have two.
    const other = { statement: 'Ferries run late.', claimant: 'Bo Karst' };
    const claims = (occasion: string, rival: string): StatementClaim[] => [
      { statement, claimant: 'Viral image' },
      { statement, claimant: 'Bo Karst' },
      { ...other, claimant: 'Viral image', occasion: rival },
      { ...other, occasion },
    ];
    expect(inTurn(claims('in a speech', 'in a Facebook post'))).toBe(1);
    expect(inTurn(claims('in a Facebook post', 'in a speech'))).toBe(0);
  });

  test.each([
    ['in a Republican debate in Milwaukee', AT_DEBATE],
    ['in a campaign speech', IN_SPEECH],
    ['comments at a town hall', IN_SPEECH],
    ['comments on Facebook', IN_WRITING],
    ['an interview on "Meet the Press"', IN_INTERVIEW],
    ['in a tweet', IN_WRITING],
    ['a press release', IN_WRITING],
    ['campaign fliers', IN_WRITING],
    ['a TV ad', ELSEWHERE],
    [undefined, 0],
  ])('the occasion “%s” is read', (occasion, flags) => {
    expect(occasionFlags(occasion)).toBe(flags);
  });

  test('function words count where they run alike', () => {
    const said = openStatements(
      compileStatements([
        { statement: 'Says whales were what she had never once seen there.' },
        { statement: 'Says of whales: "I have seen all of them, and they have seen me."' },
      ]),
    );
    expect(said.nearest('Whales? I have seen all of them, and they have seen me!', 1)[0]?.claim).toBe(1);
  });
});

describe('nearest, where more are asked for than are put in order', () => {
  const many = Array.from({ length: 400 }, (_, i) => ({
    statement:
      i % 4 === 3
        ? `Ferries leave pier ${i}.`
        : `Whales sing song ${i} in the harbour of Tillbrook${' and beyond'.repeat(i % 3)}.`,
  }));
  const { nearest } = openStatements(compileStatements(many));
  const ask = (k: number) => nearest('Whales sing in the harbour of Tillbrook.', k);

  test('the rest follows, each claim once, all of them with a word in common', () => {
    const found = ask(1000);
    expect(new Set(found.map((one) => one.claim))).toEqual(new Set(many.flatMap((_, i) => (i % 4 === 3 ? [] : [i]))));
    expect(found).toHaveLength(300);
    expect(found.slice(0, 100)).toEqual(ask(100));
    expect(ask(250)).toEqual(found.slice(0, 250));
  });

  test('their scores go on falling', () => {
    const scores = ask(300).map((one) => one.score);
    expect(scores.every((score, i) => i === 0 || score <= (scores[i - 1] ?? 0) + 1e-6)).toBe(true);
  });
});

describe('the bytes', () => {
  const bytes = compileStatements([{ statement: 'Whales sing in the harbour of Tillbrook.' }]);
  test('are refused when cut or changed', () => {
    expect(() => openStatements(bytes.slice(0, -8))).toThrow(IndexError);
    const damaged = bytes.slice();
    damaged[bytes.length - 9] = (damaged[bytes.length - 9] ?? 0) ^ 1;
    expect(() => openStatements(damaged)).toThrow(IndexError);
  });
  test('are the same each time', () => {
    expect(compileStatements([{ statement: 'Whales sing in the harbour of Tillbrook.' }])).toEqual(bytes);
  });
  test('an empty pack opens and finds nothing', () => {
    const empty = openStatements(compileStatements([]));
    expect(empty.match([{ text: 'Whales sing.' }])).toEqual([]);
    expect(empty.nearest('Whales', 5)).toEqual([]);
  });
});
