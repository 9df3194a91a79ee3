// The bundled pack on an article of 1,000 words, against only splitting the same text into words with Intl.Segmenter.
import type { Matcher } from '../../src/match/types.ts';
import type { Article } from './articles.ts';
import { type Comparison, interleave } from './measure.ts';

export interface ArticleFigure extends Comparison {
  readonly article: string;
  readonly words: number;
  readonly matches: number;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The least that any reader of words has to do: walk over the segments and count the words. */
const segmentWords = (texts: readonly string[]): number => {
  let count = 0;
  for (const text of texts) for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
};

export const benchArticle = (matcher: Matcher, article: Article, rounds: number): ArticleFigure => {
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
    40,
  );
  if (kept === 0) throw new Error('expected words and matches, got neither');
  return { article: article.name, words: article.words, matches: matcher.match(blocks, context).length, ...figure };
};
