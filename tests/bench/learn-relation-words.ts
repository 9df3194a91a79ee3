// Learns the list of src/match/wordings/relation-words.ts from wordings and labelled sentences; for cross-validation also without some.

import type { Relation } from '../../src/match/types.ts';
import { learnProfiles, seedOf } from '../../src/match/wordings/profiles.ts';
import type { RelationWords } from '../../src/match/wordings/relation-words.ts';
import { RELATION_CODE } from '../../src/match/wordings/relations.ts';
import type { Lexicon } from '../../src/text/lexicon.ts';
import { stemsOf } from './learn-tells.ts';

/** A word is listed if the wordings of so many claims use it … */
const LEAST_CLAIMS = 30;
/** … and so many wordings: what few use is about their claim. */
const LEAST_TEXTS = 15;
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

const listed = (wordings: readonly { readonly claim: string; readonly stems: readonly string[] }[]): string[] => {
  const claims = new Map<string, Set<string>>();
  const texts = new Map<string, number>();
  for (const { claim, stems } of wordings) {
    for (const stem of stems) {
      claims.set(stem, (claims.get(stem) ?? new Set()).add(claim));
      texts.set(stem, (texts.get(stem) ?? 0) + 1);
    }
  }
  return [...texts.keys()].filter(
    (stem) => (claims.get(stem)?.size ?? 0) >= LEAST_CLAIMS && (texts.get(stem) ?? 0) >= LEAST_TEXTS,
  );
};

const learn = (
  texts: readonly (RelatedText & { readonly stems: readonly string[] })[],
  words: readonly string[],
): RelationWords => {
  const numbers = new Map(words.map((stem, number) => [stem, number]));
  const samples = texts.map(({ text, relation, stems }) => {
    const terms = Int32Array.from(stems.flatMap((stem) => numbers.get(stem) ?? []));
    return { claim: RELATION_CODE[relation], seed: seedOf(text), terms, shares: new Float32Array(terms.length).fill(1) };
  });
  // Every word speaks for or against every relation.
  const postAt = Int32Array.from({ length: words.length + 1 }, (_, word) => word * RELATIONS);
  const postClaim = Int32Array.from({ length: words.length * RELATIONS }, (_, at) => at % RELATIONS);
  const weights = learnProfiles(samples, { postAt, postClaim, claims: RELATIONS }, RATE);
  const against = (word: number, relation: number): number => {
    const nats = (weights[word * RELATIONS + relation] ?? 0) - (weights[word * RELATIONS] ?? 0);
    // No -0: it is written otherwise than 0.
    return Number((Math.round(nats / STEP) * STEP).toFixed(2)) || 0;
  };
  return new Map(
    words.map((stem, word) => [stem, [against(word, RELATION_CODE.denies), against(word, RELATION_CODE.questions)]]),
  );
};

export const relationWordsByFold = (
  wordings: readonly RelatedWording[],
  sentences: readonly RelatedSentence[],
  lexicon: Lexicon,
) => {
  const withStems = <T extends RelatedText>(one: T) => ({ ...one, stems: [...new Set(stemsOf(one.text, lexicon))] });
  const ofPack = wordings.map(withStems);
  const ofPages = sentences.map(withStems);
  const words = listed(ofPack);
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
