// Rows of numbers that learned forests read by position: a name says what stands where, so names and rows must agree.
import { expect, it } from 'vitest';
import { CUES, cuesOf, RELATION_CUES } from '../../src/match/frames/counts.ts';
import { compileWordings } from '../../src/match/wordings/compile.ts';
import { FEATURES, type Feature, rowOf } from '../../src/match/wordings/features.ts';
import { newScorer } from '../../src/match/wordings/scorer.ts';
import { TREATMENT_FEATURES, treatmentOf } from '../../src/match/wordings/treatment.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { newWords, splitWords } from '../../src/text/words.ts';

it('a row holds the features in the order of their names', () => {
  const places = Object.fromEntries(FEATURES.map((name, place) => [name, place])) as Record<Feature, number>;
  expect([...rowOf(places)]).toEqual(FEATURES.map((_, place) => place));
});

/** What is read of how `sentence` treats the claim of these texts, by name. */
const treatmentIn = (sentence: string): Record<string, number | undefined> => {
  const texts = [
    { text: 'The magazine reported a stalemate on the peninsula.', relation: 'asserts' as const },
    { text: 'The lecturer invented a deadlock at the summit.', relation: 'denies' as const },
  ];
  const index = compileWordings({ concepts: [], claims: [{ texts }] });
  const scorer = newScorer(index, newLexicon(), null);
  const words = newWords();
  // Offsets are those of the block: the sentence stands behind another.
  const text = `Something else. ${sentence}`;
  const start = text.length - sentence.length;
  splitWords(text, words, start, text.length);
  const [one] = scorer.score(text, words, 0, words.count, false);
  if (!one) throw new Error(`expected a candidate in “${sentence}”`);
  const row = treatmentOf(index, { ...one, start }, sentence, 1, 0.25, 0.75);
  expect(row).toHaveLength(TREATMENT_FEATURES.length);
  return Object.fromEntries(TREATMENT_FEATURES.map((name, place) => [name, row[place]]));
};

it('a treatment has a number for each name', () => {
  // The text that denies agrees best; the sentence has one negating word.
  expect(treatmentIn('No lecturer invented a deadlock at the summit.')).toMatchObject({
    bias: 1,
    negation: 1,
    wordingDenies: 1,
    wordingQuestions: 0,
    beforeSame: 0.25,
    agreement: 0.75,
  });
});

const UNFRAMED = { frameDenies: 0, frameAsks: 0, clauseDenies: 0, laterDenies: 0, turned: 0, openingDenies: 0, openingAsks: 0 };
it.each([
  ['The magazine reported a stalemate on the peninsula.', {}],
  ['He writes that the magazine reported a stalemate on the peninsula.', {}],
  ['The ministry denied that the magazine reported a stalemate on the peninsula.', { frameDenies: 1, openingDenies: 1 }],
  ['There is no evidence that the magazine reported a stalemate on the peninsula.', { frameDenies: 1, openingDenies: 1 }],
  ['It is unclear whether the magazine reported a stalemate on the peninsula.', { frameAsks: 1, openingAsks: 1 }],
  ['The magazine never reported a stalemate on the peninsula.', { turned: 1 }],
  ['The magazine denied it reported a stalemate on the peninsula.', { clauseDenies: 1 }],
  ['Kyiv denied that it rained, and the magazine reported a stalemate on the peninsula.', {}],
  ['The ministry denied that it was paid; the magazine reported a stalemate on the peninsula.', {}],
  ['It is unclear whether it will rain, but the magazine reported a stalemate on the peninsula.', {}],
  ['That the magazine reported a stalemate on the peninsula is a myth.', { laterDenies: 1 }],
])('“%s” is read with its frame', (sentence, frame) => {
  expect(treatmentIn(sentence)).toMatchObject({ ...UNFRAMED, ...frame });
});

it.each([
  ['Nobody said nothing of it.', { negation: 2 }],
  ["They don't talk.", { negation: 1 }],
  ['Nothing came of it.', { negation: 1, opensNegative: 1 }],
  ['A knotty tale, and nothings.', { negation: 0 }],
  ['He denied it.', { negation: 0, denial: 1 }],
  ['That isn’t true.', { negation: 1, denial: 1 }],
  ['It is not so.', { negation: 1, denial: 1 }],
  ['Not so long ago they met.', { negation: 1, denial: 0 }],
  ['It is anyone’s guess.', { doubt: 1 }],
  ['It can’t be so, and they could not confirm it.', { negation: 2, doubt: 1 }],
  ['A so-called deal, a fairy tale, does not add up.', { doubt: 1, denial: 2, negation: 1 }],
  ['It isn’t, as it turned out, in reality what he says in fact.', { turn: 2, negation: 1 }],
  ['Is it true?', { question: 1 }],
  ['Though it would help, it is unclear.', { turn: 1, conditional: 1, doubt: 1 }],
])('“%s” has its cues where their names are', (sentence, cues) => {
  const counts = cuesOf(sentence);
  expect(counts).toHaveLength(CUES.length);
  expect(Object.fromEntries(CUES.map((name, place) => [name, counts[place]]))).toMatchObject(cues);
});

it('cues are counted in a part of a sentence, and one that holds another of its kind counts once', () => {
  const sentence = 'He denied it, whether they met is an open question, and nobody knows.';
  const named = (from: number, to?: number) => {
    const counts = cuesOf(sentence, from, to);
    return Object.fromEntries(CUES.map((name, place) => [name, counts[place]]));
  };
  expect(named(0)).toMatchObject({ denial: 1, doubt: 2, negation: 1 });
  expect(named(sentence.indexOf('whether'))).toMatchObject({ denial: 0, doubt: 2, negation: 1 });
  expect(named(0, sentence.indexOf(', and'))).toMatchObject({ denial: 1, doubt: 2, negation: 0 });
  expect(named(sentence.indexOf('open'), sentence.indexOf(', and'))).toMatchObject({ denial: 0, doubt: 1, negation: 0 });
});

it('the part that speaks of the claim has cues of its own', () => {
  const sentence =
    'The ministry denied the rumour about the price of grain and bread, while the magazine reported a stalemate on the peninsula.';
  expect(treatmentIn(sentence)).toMatchObject({ denial: 1, partDenial: 0 });
  expect(treatmentIn(sentence.replace('magazine reported', 'magazine denied'))).toMatchObject({ partDenial: 1 });
});

it('the cues that are counted claim by claim are those by which a sentence denies, doubts and asks', () => {
  expect(RELATION_CUES.map((place) => CUES[place])).toEqual(['negation', 'denial', 'doubt', 'question']);
});
