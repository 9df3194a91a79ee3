// Tells (learn-tells.ts) for cross-validation: learned from labelled pages, ordinary news and the wordings, but for the folds and the
// third of the wordings that are to be read with them.
import type { Columns } from '../../src/match/wordings/layout.ts';
import type { Sighting } from '../../src/match/wordings/sightings.ts';
import type { TellsInput } from '../../src/match/wordings/tells.ts';
import { findStem } from '../../src/match/wordings/vocabulary.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { hashWord } from '../../src/text/words.ts';
import { type LabelledPage, overlap } from './labelled.ts';
import { newTeller, type ToldSentence } from './learn-tells.ts';

export type Place = Pick<Sighting, 'block' | 'start' | 'end'>;

export interface TellingPage {
  readonly page: LabelledPage;
  readonly fold: number;
  readonly isNews: boolean;
  /** Whether a sentence of it makes a claim. */
  readonly makes: (sentence: { readonly text: string; readonly place: Place }) => boolean;
}

/** A wording counts less than a sentence of a page, one of ordinary news least; there are so many. */
const WORDING_WEIGHT = 0.5;
const NEWS_WEIGHT = 0.2;
/** A sentence that shares so much with a label without making it is no example of either. */
const AMBIGUOUS = 0.4;

const sentencesOf = (page: LabelledPage): { readonly text: string; readonly place: Place }[] =>
  page.page.blocks.flatMap(({ text }, block) => {
    const bounds = splitSentences(text);
    return Array.from({ length: bounds.length / 2 }, (_, i) => {
      const start = bounds[2 * i] ?? 0;
      const end = bounds[2 * i + 1] ?? 0;
      return { text: text.slice(start, end), place: { block, start, end } };
    });
  });

export const tellsByFold = (
  pages: readonly TellingPage[],
  wordings: readonly { readonly text: string; readonly third: number }[],
) => {
  const told = pages.flatMap(({ page, fold, isNews, makes }) =>
    sentencesOf(page).flatMap((sentence) => {
      const { text } = sentence;
      const right = makes(sentence);
      if (!right && page.labels.some((label) => overlap(text, label.text) >= AMBIGUOUS)) return [];
      return [{ text, right, weight: isNews ? NEWS_WEIGHT : 1, fold }];
    }),
  );
  const teller = newTeller(
    wordings.map(({ text }) => text),
    newLexicon(),
  );
  const ofPages = told.map(({ text, right, weight, fold }) => ({ fold, one: teller.sentence(text, right, weight) }));
  const ofWordings = wordings.map(({ text, third }) => ({ third, one: teller.sentence(text, true, WORDING_WEIGHT) }));
  const learned = new Map<string, TellsInput>();
  return {
    /** Every stem that may tell, at 0: an index compiled with it has room for all. */
    silent: { base: 0, unknown: 0, stems: new Map(teller.stems().map((stem) => [stem, 0])) } satisfies TellsInput,
    /** Learned without these folds, and without this third of the wordings (-1: with all). */
    tellsWithout: (folds: readonly number[], third = -1): TellsInput => {
      const key = `${[...new Set(folds)].sort()} ${third}`;
      const before = learned.get(key);
      if (before) return before;
      const sentences: ToldSentence[] = [
        ...ofPages.filter(({ fold }) => !folds.includes(fold)).map(({ one }) => one),
        ...ofWordings.filter((wording) => third < 0 || wording.third !== third).map(({ one }) => one),
      ];
      const tells = teller.learn(sentences);
      learned.set(key, tells);
      return tells;
    },
  };
};

const pair = new Int32Array(2);
/** The same index with other tells. @param index compiled with room for their stems (`silent`) */
export const withTells = (index: Columns, tells: TellsInput): Columns => {
  const stems = index.tells.length - 2;
  const column = new Float32Array(index.tells.length);
  // What neither the pack's texts nor the list hold would have no number in an index compiled with that list alone.
  column.fill(tells.unknown, index.dictionWeight.length / index.claims, stems);
  for (const [stem, weight] of tells.stems) {
    hashWord(stem, pair);
    const number = findStem(index.vocabulary, pair[0] ?? 0, pair[1] ?? 0);
    if (number < 0) throw new Error(`expected an index with room for “${stem}”`);
    column[number] = weight;
  }
  column.set([tells.unknown, tells.base], stems);
  return { ...index, tells: column };
};
