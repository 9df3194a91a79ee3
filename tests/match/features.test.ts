// Rows of numbers that learned forests read by position: a name says what stands where, so names and rows must agree.
import { expect, it } from 'vitest';
import { compileWordings } from '../../src/match/wordings/compile.ts';
import { CUES, cuesOf, RELATION_CUES } from '../../src/match/wordings/cues.ts';
import { FEATURES, type Feature, rowOf } from '../../src/match/wordings/features.ts';
import { newScorer } from '../../src/match/wordings/scorer.ts';
import { TREATMENT_FEATURES, treatmentOf } from '../../src/match/wordings/treatment.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { newWords, splitWords } from '../../src/text/words.ts';

it('a row holds the features in the order of their names', () => {
  const places = Object.fromEntries(FEATURES.map((name, place) => [name, place])) as Record<Feature, number>;
  expect([...rowOf(places)]).toEqual(FEATURES.map((_, place) => place));
});

it('a treatment has a number for each name', () => {
  const texts = [
    { text: 'The magazine reported a stalemate on the peninsula.', relation: 'asserts' as const },
    { text: 'The lecturer invented a deadlock at the summit.', relation: 'denies' as const },
  ];
  const index = compileWordings({ concepts: [], claims: [{ texts }] });
  const scorer = newScorer(index, newLexicon(), null);
  const words = newWords();
  const sentence = 'No lecturer invented a deadlock at the summit.';
  splitWords(sentence, words);
  const [one] = scorer.score(sentence, words, 0, words.count, false);
  expect(one).toBeDefined();
  if (!one) return;
  const row = treatmentOf(index, { ...one, start: 0 }, sentence, 1, 0.25, 0.75);
  const named = Object.fromEntries(TREATMENT_FEATURES.map((name, place) => [name, row[place]]));
  expect(row).toHaveLength(TREATMENT_FEATURES.length);
  // The text that denies agrees best; the sentence has one negating word.
  expect(named).toMatchObject({ bias: 1, negation: 1, wordingDenies: 1, wordingQuestions: 0, beforeSame: 0.25, agreement: 0.75 });
});

it.each([
  ['Nobody said nothing of it.', { negation: 2 }],
  ["They don't talk.", { negation: 1 }],
  ['Nothing came of it.', { negation: 1, opensNegative: 1 }],
  ['A knotty tale, and nothings.', { negation: 0 }],
  ['He denied it.', { negation: 0, denial: 1 }],
  ['Is it true?', { question: 1 }],
  ['Though it would help, it is unclear.', { turn: 1, conditional: 1, doubt: 1 }],
])('“%s” has its cues where their names are', (sentence, cues) => {
  const counts = cuesOf(sentence);
  expect(counts).toHaveLength(CUES.length);
  expect(Object.fromEntries(CUES.map((name, place) => [name, counts[place]]))).toMatchObject(cues);
});

it('the cues that are counted claim by claim are those by which a sentence denies, doubts and asks', () => {
  expect(RELATION_CUES.map((place) => CUES[place])).toEqual(['negation', 'denial', 'doubt', 'question']);
});
