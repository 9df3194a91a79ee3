// First stage of the ranking: every claim that shares a term with the query gets a score; the best go on.
import type { Nearest } from '../types.ts';
import { newByteReader, type StatementIndex } from './layout.ts';
import { AFTER, BEFORE, MAIN, type Query } from './query.ts';

/** What a term is worth that stands in the title only, before or after the text, or in the signature, against 1 in statement and text. */
const IN_TITLE = 0.6;
const IN_BEFORE = 0.55;
const IN_AFTER = 0.45;
const IN_SIGNATURE = 0.3;
/** How much a claim's length counts against it: share of the score divided by its information over the mean. More for a
    text among neighbours: they make the long claims, which share a little with everything, come up. */
const LENGTH_ALONE = 0.4;
const LENGTH_AMONG = 0.5;
/** Rarity in news against rarity among the claims; and what a word with a capital is worth. */
const NEWS = 0.65;
const NAMED = 1.1;
const MEAN_INFORMATION = 45 * 24;

export interface Retriever {
  /** Fills `claims` and `scores` (best first) with at most their length; returns how many. */
  best(query: Query, claims: Int32Array, scores: Float32Array): number;
  /** Of the query asked last at most `most` further claims than `but`, best first. */
  further(but: ReadonlySet<number>, most: number): Nearest[];
}

export const newRetriever = (index: StatementIndex): Retriever => {
  const sums = new Float32Array(index.claims);
  const lists = newByteReader(index.lists);
  let length = LENGTH_ALONE;
  const scoreOf = (claim: number): number =>
    (sums[claim] ?? 0) / (1 - length + (length * (index.information[claim] ?? 0)) / MEAN_INFORMATION);
  return {
    best: (query, claims, scores) => {
      sums.fill(0);
      length = LENGTH_ALONE;
      for (const q of query.terms) {
        if ((q.fields & (BEFORE | AFTER)) !== 0) length = LENGTH_AMONG;
        if (q.term < 0) continue;
        const weight = (NEWS * q.news + (1 - NEWS) * q.pack) * (q.named ? NAMED : 1);
        const share =
          (q.fields & MAIN) !== 0
            ? 1
            : (q.fields & BEFORE) !== 0
              ? IN_BEFORE
              : (q.fields & AFTER) !== 0
                ? IN_AFTER
                : IN_SIGNATURE;
        const often = q.at.length > 1 ? 1 + 0.2 * Math.min(3, q.at.length - 1) : 1;
        lists.at = index.postings[q.term] ?? 0;
        for (let list = 0; list < 3; list++) {
          const gain = weight * share * often * (list < 2 ? 1 : IN_TITLE);
          const n = lists.next();
          let claim = -1;
          for (let i = 0; i < n; i++) {
            claim += lists.next() + 1;
            sums[claim] = (sums[claim] ?? 0) + gain;
          }
        }
      }
      let count = 0;
      for (let claim = 0; claim < sums.length; claim++) {
        if (sums[claim] === 0) continue;
        const score = scoreOf(claim);
        if (count === claims.length && score <= (scores[count - 1] ?? 0)) continue;
        let at = count < claims.length ? count++ : count - 1;
        while (at > 0 && (scores[at - 1] ?? 0) < score) {
          scores[at] = scores[at - 1] ?? 0;
          claims[at] = claims[at - 1] ?? 0;
          at--;
        }
        scores[at] = score;
        claims[at] = claim;
      }
      return count;
    },
    further: (but, most) => {
      const ranked: Nearest[] = [];
      for (let claim = 0; claim < sums.length; claim++)
        if (sums[claim] !== 0 && !but.has(claim)) ranked.push({ claim, score: Math.fround(scoreOf(claim)) });
      return ranked.sort((a, b) => b.score - a.score || a.claim - b.claim).slice(0, most);
    },
  };
};
