// Which claims is a text nearest to? Asked about a selection: what spares time on pages (tells.ts, promise.ts) turns nothing away here.
import { newLexicon } from '../../text/lexicon.ts';
import { splitSentences } from '../../text/sentences.ts';
import { newWords, splitWords } from '../../text/words.ts';
import type { Matcher, Nearest } from '../types.ts';
import { firstConfidence } from './decide.ts';
import type { Columns } from './layout.ts';
import { newScorer } from './scorer.ts';
import { sightings } from './sightings.ts';

/** Claims that only share terms with the text are this near at most, and behind all that agree with it in some wording. */
const FAR = 0.01;

/** An index's `nearest` (types.ts); its scores are probabilities but for the claims that only share terms. */
export const newNearest = (index: Columns): Matcher['nearest'] => {
  const scorer = newScorer(index, newLexicon(), null, { leastTell: Number.NEGATIVE_INFINITY });
  const { reading, gate } = scorer;
  const { sums } = gate;
  const words = newWords();

  const readEach = (text: string, then: () => void): void => {
    const bounds = splitSentences(text);
    for (let i = 0; i < bounds.length; i += 2) {
      splitWords(text, words, bounds[i], bounds[i + 1]);
      reading.read(text, words, 0, words.count, false);
      then();
    }
  };
  /** By claim that shares terms with the text: how far its profile stands behind the best one's, 0 to 1. */
  const sharing = (before: string, text: string): Map<number, number> => {
    const nearness = new Map<number, number>();
    reading.reset();
    readEach(before, () => {});
    readEach(text, () => {
      sums.add();
      for (let t = 0; t < sums.count; t++) {
        const claim = sums.touched[t] ?? 0;
        const own = Math.exp((sums.score[claim] ?? 0) - sums.ofScore.first);
        nearness.set(claim, Math.max(nearness.get(claim) ?? 0, own));
      }
    });
    return nearness;
  };

  return (text, k, { before = '' } = {}): Nearest[] => {
    const scores = new Map<number, number>();
    const blocks = before === '' ? [{ text }] : [{ text: before }, { text }];
    for (const one of sightings(scorer, blocks, {}).found)
      if (one.block === blocks.length - 1) scores.set(one.claim, Math.max(scores.get(one.claim) ?? 0, firstConfidence(one)));
    if (scores.size < k) {
      const far = Math.min(FAR, ...scores.values());
      for (const [claim, nearness] of sharing(before, text)) if (!scores.has(claim)) scores.set(claim, far * nearness);
    }
    return [...scores]
      .map(([claim, score]) => ({ claim, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, k);
  };
};
