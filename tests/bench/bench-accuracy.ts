// Accuracy of the bundled pack on labelled pages, and of two plain baselines over the same texts; and the speed of the one
// published rule, Dispute Finder's, over bare statements.
import { textsOf } from '../../src/claims/texts.ts';
import type { Claim, Pack } from '../../src/claims/types.ts';
import { open } from '../../src/match/open.ts';
import type { Block, Matcher } from '../../src/match/types.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { type Accuracy, accuracyOf, type Finding } from './accuracy.ts';
import { compileClaims } from './claims.ts';
import { newCosine } from './cosine.ts';
import { newDisputeFinder } from './dispute-finder.ts';
import type { LabelledPage } from './labelled.ts';
import { type Comparison, interleave } from './measure.ts';

export const sentencesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ text }) => {
    const bounds = splitSentences(text);
    return Array.from({ length: bounds.length / 2 }, (_, i) => text.slice(bounds[2 * i], bounds[2 * i + 1]));
  });

/** Tried thresholds of the cosine; the one with the best F1 on the very pages is taken, which flatters it. */
const COSINES = [0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7];

const f1 = ({ precision, recall }: Accuracy): number =>
  precision === null || precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);

export const benchAccuracy = (pack: Pack, matcher: Matcher, pages: readonly LabelledPage[]): Accuracy[] => {
  const idOf = (claim: number): string => pack.claims[claim]?.id ?? '';
  const texts = pack.claims.map((claim) => textsOf(claim).map(({ text }) => text));
  const ours = accuracyOf('Sidelight', pages, ({ page }) =>
    matcher.match(page.blocks, { title: page.title, language: page.language }).map(
      ({ claim, relation, block, start, end }): Finding => ({
        claim: idOf(claim),
        relation,
        quote: page.blocks[block]?.text.slice(start, end) ?? '',
      }),
    ),
  );
  const rule = newDisputeFinder(texts);
  const disputeFinder = accuracyOf("Dispute Finder's rule", pages, ({ page }) =>
    sentencesOf(page.blocks).flatMap((quote) => rule.find(quote).map((claim) => ({ claim: idOf(claim), relation: null, quote }))),
  );
  const cosine = newCosine(texts);
  const scored = new Map(
    pages.map(({ id, page }) => [id, sentencesOf(page.blocks).map((quote) => ({ quote, scores: cosine(quote) }))]),
  );
  // One claim a sentence, the nearest, as a search engine would be used.
  const cosines = COSINES.map((threshold) =>
    accuracyOf(`IDF cosine ≥ ${threshold}`, pages, ({ id }) =>
      (scored.get(id) ?? []).flatMap(({ quote, scores }) => {
        const best = scores.indexOf(Math.max(...scores));
        return (scores[best] ?? 0) >= threshold ? [{ claim: idOf(best), relation: null, quote }] : [];
      }),
    ),
  );
  const [best] = cosines.sort((a, b) => f1(b) - f1(a));
  return [ours, disputeFinder, ...(best ? [best] : [])];
};

export interface RuleSpeed extends Comparison {
  readonly claims: number;
  readonly pageWords: number;
}

/** Time of our matcher over the time of Dispute Finder's rule, on the same claims and page; both split the sentences. */
export const benchRule = (claims: readonly Claim[], blocks: readonly Block[], pageWords: number, rounds: number): RuleSpeed => {
  const matcher = open(compileClaims(claims));
  const rule = newDisputeFinder(claims.map(({ statement }) => [statement]));
  const compared = interleave(
    () => {
      matcher.match(blocks, { language: 'en' });
    },
    () => {
      for (const sentence of sentencesOf(blocks)) rule.find(sentence);
    },
    rounds,
    1,
    5,
  );
  return { claims: claims.length, pageWords, ...compared };
};
