// The bundled pack on an article of 1,000 words, against only splitting the same text into words with Intl.Segmenter.
import type { Matcher } from '../../src/match/types.ts';
import type { Article } from './articles.ts';
import { type Comparison, interleave, median } from './measure.ts';

export interface ArticleFigure extends Comparison {
  readonly article: string;
  readonly words: number;
  readonly matches: number;
}

/** Many articles, each measured by itself. */
export interface NewsFigure {
  readonly articles: number;
  readonly words: number;
  /** Milliseconds of one run over all of them. */
  readonly a: number;
  readonly b: number;
  /** Of all together; median of the articles', and the ratio that nine in ten stay below. */
  readonly ratio: number;
  readonly median: number;
  readonly ninth: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The least that any reader of words has to do: walk over the segments and count the words. */
const segmentWords = (texts: readonly string[]): number => {
  let count = 0;
  for (const text of texts) for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
};

export const benchArticle = (matcher: Matcher, article: Article, rounds: number, warm = 40): ArticleFigure => {
  const { blocks } = article;
  const texts = blocks.map(({ text }) => text);
  const context = { language: 'en' };
  let kept = 0;
  const figure = interleave(
    () => {
      kept += matcher.match(blocks, context).length;
    },
    () => {
      kept += segmentWords(texts);
    },
    rounds,
    3,
    warm,
  );
  if (kept === 0) throw new Error('expected words and matches, got neither');
  return { article: article.name, words: article.words, matches: matcher.match(blocks, context).length, ...figure };
};

/** Rounds and warm-up runs of one article among many: the engine is warm from the others. */
const NEWS_ROUNDS = 9;
const NEWS_WARM = 2;

/** @param articles one at least, each of some words */
export const benchNews = (matcher: Matcher, articles: readonly Article[]): NewsFigure => {
  const figures = articles.map((article) => benchArticle(matcher, article, NEWS_ROUNDS, NEWS_WARM));
  const ratios = figures.map(({ ratio }) => ratio).sort((x, y) => x - y);
  const sum = (of: (figure: ArticleFigure) => number): number => figures.reduce((total, figure) => total + of(figure), 0);
  const [a, b] = [sum((figure) => figure.a), sum((figure) => figure.b)];
  return {
    articles: figures.length,
    words: sum(({ words }) => words),
    a,
    b,
    ratio: a / b,
    median: median(ratios),
    ninth: ratios[Math.floor(0.9 * (ratios.length - 1))] ?? 0,
  };
};
