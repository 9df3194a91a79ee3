// Learns the list of src/match/wordings/relation-words.ts from wordings and labelled sentences; for cross-validation also without some.

import type { Relation } from '../../src/match/types.ts';
import { learnProfiles, seedOf } from '../../src/match/wordings/profiles.ts';
import { NO_WORD, type RelationWords } from '../../src/match/wordings/relation-words.ts';
import { RELATION_CODE } from '../../src/match/wordings/relations.ts';
import type { Lexicon } from '../../src/text/lexicon.ts';
import { stemsOf } from './learn-tells.ts';

/** A word is listed if the wordings of so many claims use it: what few use is about their claim. */
const LEAST_CLAIMS = 30;
const DIGIT = /\d/;
const RATE = 0.03;
/** Weights are multiples of this. */
const STEP = 0.05;
const RELATIONS = 3;

export interface RelatedText {
  readonly text: string;
  readonly relation: Relation;
}
export interface RelatedWording extends RelatedText {
  readonly claim: string;
  /** Part that it is left out with, or -1. */
  readonly third: number;
}
export interface RelatedSentence extends RelatedText {
  readonly fold: number;
}

const listed = (
  wordings: readonly { readonly claim: string; readonly stems: readonly string[] }[],
  topical: ReadonlySet<string>,
): string[] => {
  const claims = new Map<string, Set<string>>();
  for (const { claim, stems } of wordings) for (const stem of stems) claims.set(stem, (claims.get(stem) ?? new Set()).add(claim));
  return [...claims]
    .filter(([stem, of]) => of.size >= LEAST_CLAIMS && !topical.has(stem) && !DIGIT.test(stem))
    .map(([stem]) => stem);
};

const learn = (
  texts: readonly (RelatedText & { readonly stems: readonly string[] })[],
  words: readonly string[],
): RelationWords => {
  const listedWords = [NO_WORD, ...words];
  const numbers = new Map(listedWords.map((stem, number) => [stem, number]));
  const samples = texts.map(({ text, relation, stems }) => {
    const terms = Int32Array.from([NO_WORD, ...stems].flatMap((stem) => numbers.get(stem) ?? []));
    return { claim: RELATION_CODE[relation], seed: seedOf(text), terms, shares: new Float32Array(terms.length).fill(1) };
  });
  // Every word speaks for or against every relation.
  const postAt = Int32Array.from({ length: listedWords.length + 1 }, (_, word) => word * RELATIONS);
  const postClaim = Int32Array.from({ length: listedWords.length * RELATIONS }, (_, at) => at % RELATIONS);
  const weights = learnProfiles(samples, { postAt, postClaim, claims: RELATIONS }, { rate: RATE, joined: 0 });
  const against = (word: number, relation: number): number => {
    const nats = (weights[word * RELATIONS + relation] ?? 0) - (weights[word * RELATIONS + RELATION_CODE.asserts] ?? 0);
    // No -0: it is written otherwise than 0.
    return Number((Math.round(nats / STEP) * STEP).toFixed(2)) || 0;
  };
  return new Map(
    listedWords.map((stem, word) => [stem, [against(word, RELATION_CODE.denies), against(word, RELATION_CODE.questions)]]),
  );
};

/**
 * Learns the list from wordings and labelled sentences.
 * @param topical stems that are never listed: names and things of the pack's matter
 * @returns a function that leaves out what is to be read with the list
 */
export const relationWordsByFold = (
  wordings: readonly RelatedWording[],
  sentences: readonly RelatedSentence[],
  topical: ReadonlySet<string>,
  lexicon: Lexicon,
) => {
  const withStems = <T extends RelatedText>(one: T) => ({ ...one, stems: [...new Set(stemsOf(one.text, lexicon))] });
  const ofPack = wordings.map(withStems);
  const ofPages = sentences.map(withStems);
  const words = listed(ofPack, topical);
  const learned = new Map<string, RelationWords>();
  /** Learned without the pages of these folds, and without this third of the wordings (-1: with all). */
  return (folds: readonly number[], third = -1): RelationWords => {
    const key = `${[...new Set(folds)].sort()} ${third}`;
    const before = learned.get(key);
    if (before) return before;
    const list = learn(
      [...ofPack.filter((one) => third < 0 || one.third !== third), ...ofPages.filter(({ fold }) => !folds.includes(fold))],
      words,
    );
    learned.set(key, list);
    return list;
  };
};
