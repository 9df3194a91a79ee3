// The pages that the benchmark opens in browsers, from the same texts as the rest of it, with the budgets of DESIGN.md §5.

import type { Matcher } from '../../src/match/types.ts';
import { LANES } from '../e2e/harness.ts';
import { type Article, claimFreeArticle, demoArticle, ofLength, prose } from './articles.ts';
import { benchPages, type PageFigure, type PageKind, pageOf } from './bench-page.ts';
import type { LabelledPage } from './labelled.ts';

const ARTICLE = 1000;
const LONG = 10_000;
const LARGE_BYTES = 5_000_000;
/** Reading and marking end well before, on a busy machine too. */
const WINDOW_MS = 1500;
const LARGE_WINDOW_MS = 5000;

/** Without the blocks in which a passage lights up, rightly or not. */
const unlit = (article: Article, matcher: Matcher): Article => {
  const lit = new Set(matcher.match(article.blocks, { language: 'en' }).map(({ block }) => block));
  return { ...article, blocks: article.blocks.filter((_, b) => !lit.has(b)) };
};

function kindsOf(pages: readonly LabelledPage[], matcher: Matcher): readonly PageKind[] {
  const demo = demoArticle(ARTICLE);
  const free = unlit(claimFreeArticle(pages, ARTICLE), matcher);
  const filler = claimFreeArticle(pages, LONG).blocks.map(({ text }) => text);
  return [
    { name: '1,000 words, no match', html: pageOf(free), windowMs: WINDOW_MS, budget: { mainThread: 5, longestTask: 50 } },
    { name: '1,000 words', html: pageOf(demo), windowMs: WINDOW_MS, budget: { longestTask: 50, firstHighlight: 100 } },
    {
      name: '10,000 words',
      html: pageOf(prose(pages, LONG)),
      windowMs: WINDOW_MS,
      budget: { longestTask: 50, firstHighlight: 100 },
    },
    {
      name: '5 MB',
      html: pageOf(demo, filler, LARGE_BYTES),
      windowMs: LARGE_WINDOW_MS,
      budget: { longestTask: 50, firstHighlight: 500 },
    },
  ];
}

/** In every browser that E2E_BROWSER leaves; needs the test builds. @param matcher over the bundled pack */
export async function benchInBrowsers(pages: readonly LabelledPage[], matcher: Matcher, rounds: number): Promise<PageFigure[]> {
  const sought = ofLength('sought', demoArticle(ARTICLE).blocks, ARTICLE / 4).blocks.map(({ text }) => text.slice(0, 120));
  const figures: PageFigure[] = [];
  for (const name of LANES) figures.push(...(await benchPages(name, kindsOf(pages, matcher), sought, rounds)));
  return figures;
}
