// The texts that the benchmark reads: articles of about 1,000 words with and without claims, and prose of any length, all
// from tests/pages.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Block } from '../../src/match/types.ts';
import { newWords, splitWords } from '../../src/text/words.ts';
import { type ReadPage, readHtml } from '../cli/read-page.ts';
import { type LabelledPage, readLabelled } from './labelled.ts';

export const LABELLED = fileURLToPath(new URL('../pages/labelled', import.meta.url));
const DEMO = new URL('../pages/demo.html', import.meta.url);

export interface Article {
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly words: number;
}

const words = newWords();
export const countWords = (text: string): number => {
  splitWords(text, words);
  return words.count;
};

/** The blocks, from the start again when they end, until `length` words are reached; the last block is cut there. */
export const ofLength = (name: string, blocks: readonly Block[], length: number): Article => {
  const out: Block[] = [];
  let count = 0;
  for (let i = 0; count < length; i++) {
    const block = blocks[i % blocks.length];
    if (!block) throw new Error(`${name}: expected blocks of text, got none`);
    splitWords(block.text, words);
    const kept = Math.min(words.count, length - count);
    if (kept > 0) out.push(kept === words.count ? block : { ...block, text: block.text.slice(0, words.end[kept - 1]) });
    count += kept;
  }
  return { name, blocks: out, words: count };
};

export const demoArticle = (length: number): Article => ofLength('demo', readHtml(readFileSync(DEMO, 'utf8')).blocks, length);

/** From labelled pages on the same topics that make no claim of the pack. */
export const claimFreeArticle = (pages: readonly LabelledPage[], length: number): Article =>
  ofLength(
    'claim-free',
    pages.filter((page) => page.labels.length === 0).flatMap(({ page }) => page.blocks),
    length,
  );

/** Of the pages with labels that typicalArticle reads: one in so many, so that all kinds of pages are among them. */
const ONE_IN = 10;

/** From labelled pages that make claims: fewer of them than the demo, more than other news. */
export const typicalArticle = (pages: readonly LabelledPage[], length: number): Article =>
  ofLength(
    'typical',
    pages.filter((page) => page.labels.length > 0).flatMap(({ page }, i) => (i % ONE_IN === 0 ? page.blocks : [])),
    length,
  );

/** Every labelled page, one after the other. */
export const prose = (pages: readonly LabelledPage[], length: number): Article =>
  ofLength(
    'prose',
    pages.flatMap(({ page }) => page.blocks),
    length,
  );

/** The beginnings of news articles that have so many words, at most `most` of them. */
export const newsArticles = (
  news: readonly { readonly id: string; readonly page: ReadPage }[],
  length: number,
  most: number,
): Article[] =>
  news
    .filter(({ page }) => page.blocks.reduce((sum, { text }) => sum + countWords(text), 0) >= length)
    .slice(0, most)
    .map(({ id, page }) => ofLength(id, page.blocks, length));

/** @param only names of files to read; all when left out */
export const labelledPages = (folder = LABELLED, only?: RegExp): LabelledPage[] => readLabelled(folder, only);
