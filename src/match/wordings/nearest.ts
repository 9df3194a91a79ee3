// Which claims is a text nearest to? Asked about a selection: what spares time on pages (tells.ts, promise.ts) turns nothing away here.
import { newLexicon } from '../../text/lexicon.ts';
import { splitSentences } from '../../text/sentences.ts';
import { newWords, splitWords } from '../../text/words.ts';
import type { Matcher, Nearest } from '../types.ts';
import { confidenceOf } from './decide.ts';
import type { Columns } from './layout.ts';
import { RELATION_WORDS } from './relation-words.data.ts';
import { newScorer } from './scorer.ts';
import { sightings } from './sightings.ts';

/** Claims that only share terms with the text, and agree with it in no wording, are this near at most. */
const FAR = 0.01;

export const newNearest = (index: Columns): Matcher['nearest'] => {
  const scorer = newScorer(index, newLexicon(), null, RELATION_WORDS, Number.NEGATIVE_INFINITY);
  const { reading, gate } = scorer;
  const { sums } = gate;
  const words = newWords();

  /** Tells of claims that share terms with the text, and how far their profile stands behind the best one's. */
  const eachSharing = (text: string, tell: (claim: number, nearness: number) => void): void => {
    const bounds = splitSentences(text);
    for (let i = 0; i < bounds.length; i += 2) {
      splitWords(text, words, bounds[i], bounds[i + 1]);
      reading.read(text, words, 0, words.count, false);
      sums.add();
      for (let t = 0; t < sums.count; t++) {
        const claim = sums.touched[t] ?? 0;
        tell(claim, Math.exp((sums.score[claim] ?? 0) - sums.ofScore.first));
      }
    }
  };

  return (text, k, around = {}): Nearest[] => {
    const scores = new Map<number, number>();
    const note = (claim: number, score: number): void => {
      scores.set(claim, Math.max(scores.get(claim) ?? 0, score));
    };
    const before = around.before ? [{ text: around.before }] : [];
    for (const one of sightings(scorer, [...before, { text }], {}))
      if (one.block === before.length) note(one.claim, confidenceOf(one));
    if (scores.size < k) eachSharing(text, (claim, nearness) => note(claim, FAR * nearness));
    return [...scores]
      .map(([claim, score]) => ({ claim, score }))
      .sort((a, b) => b.score - a.score)
      .slice(0, k);
  };
};
