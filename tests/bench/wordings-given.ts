// The labelled texts that the wordings regime is learned from and judged on: tests/pages/labelled/ (ours); where present, ../shared/seeds
// (the pack's documents), ../shared/data/pages and news-negatives.jsonl.gz (measured apart; only numbers are written).
import { existsSync } from 'node:fs';
import type { Pack } from '../../src/claims/types.ts';
import { overlap as linesOverlap, passagesOf, readDocument } from '../cli/pack/coverage.ts';
import { type LabelledPage, overlap, readLabelled } from './labelled.ts';
import { NEWS, readNews } from './news.ts';
import type { Place } from './tells-by-fold.ts';

const OURS = 'tests/pages/labelled';
const SHARED = '../shared/data/pages';
const DOCUMENTS = '../shared/seeds';
/** Our pages, the documents and the news are learned and judged in so many parts, without each other; the shared pages are one more. */
export const FOLDS = 5;

const words = (text: string): number => text.split(/\s+/).length;
// A short heading that shares its few words with a long label does not make the claim.
export const covers = (quote: string, label: string): boolean =>
  overlap(quote, label) >= 0.5 && words(quote) >= 0.4 * words(label);

export interface Given {
  readonly set: 'ours' | 'shared' | 'news' | 'documents';
  readonly fold: number;
  readonly page: LabelledPage;
  /** Of a document: what the pack says that its lines claim. */
  readonly passages?: readonly { readonly claim: string; readonly isIn: (one: Place) => boolean }[];
}
type Ungrouped = Omit<Given, 'fold'>;

/** The pack's documents, with the passages that it lists; nobody says how they treat the claims. */
const readDocuments = (pack: Pack): Ungrouped[] =>
  pack.documents.map(({ id, title }) => {
    const { blocks, linesOf } = readDocument(DOCUMENTS, id);
    return {
      set: 'documents',
      page: { id, labels: [], near_misses: [], page: { title, blocks, language: pack.language } },
      passages: passagesOf(pack, id).map((passage) => ({
        claim: passage.claim,
        isIn: (one) => linesOverlap(linesOf(one), passage),
      })),
    };
  });

export const readGiven = (pack: Pack): Given[] => {
  const all: Ungrouped[] = [
    ...readLabelled(OURS).map((page) => ({ set: 'ours', page }) as const),
    ...(existsSync(SHARED) ? readLabelled(SHARED) : []).map((page) => ({ set: 'shared', page }) as const),
    ...(existsSync(NEWS) ? readNews(NEWS) : []).map(
      ({ id, page }) => ({ set: 'news', page: { id, labels: [], near_misses: [], page } }) as const,
    ),
    ...(existsSync(DOCUMENTS) ? readDocuments(pack) : []),
  ];
  let parted = 0;
  return all.map((one) => ({ ...one, fold: one.set === 'shared' ? FOLDS : parted++ % FOLDS }));
};
