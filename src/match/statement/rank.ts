// nearest(): the first stage's best claims, put in order by the learned weights of their features and by trees on top of
// them. By the scores of all features but the votes the candidates first vote for a time; the vote is the last feature. A text that stands
// alone (a post) and one among its neighbours (a sentence of a speech or article) have weights and trees of their own.
import { logOdds } from '../forest.ts';
import type { Nearest } from '../types.ts';
import { cleanPost } from './clean.ts';
import { OCCASION, VOTES, weighOccasion, weighVotes, writersOf } from './cohort.ts';
import { FEATURES } from './feature-names.ts';
import { newScratch, pairFeatures } from './features.ts';
import type { StatementIndex } from './layout.ts';
import { AFTER, BEFORE, MAIN, type Query, readQuery, SIGNED } from './query.ts';
import { relativeRows, TREE_WIDTH } from './relative.ts';
import { newRetriever } from './retrieve.ts';
import type { Tokenizer } from './tokens.ts';
import { TREES_ALONE, TREES_AMONG } from './trees.data.ts';
import { ALONE, ALONE_FIRST, AMONG, AMONG_FIRST } from './weights.data.ts';

/** Claims of the first stage that are put in order: beyond them lie 4 % (tweets) and 25 % (debates) of the right answers.
    Of those between 100 and 250 next to none would come to the top. */
const RERANKED = 100;

/** The neighbours of a text. */
export interface Around {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
}

/** The candidates of one query with their features; the columns are reused. */
export interface Candidates {
  readonly claims: Int32Array;
  readonly features: Float32Array;
  count: number;
}

export interface Ranker {
  /** First stage and features, as the learning script wants them too. */
  candidates(text: string, around: Around): Candidates;
  nearest(text: string, k: number, around: Around): Nearest[];
}

const WIDTH = FEATURES.length;
const VOTES_AT = WIDTH - VOTES.length;

/** Writes the weighted sum of each candidate's features into `out`. */
export const linearScores = (weights: ArrayLike<number>, features: Float32Array, count: number, out: Float32Array): void => {
  for (let i = 0; i < count; i++) {
    let score = 0;
    for (let f = 0; f < WIDTH; f++) score += (weights[f] ?? 0) * (features[i * WIDTH + f] ?? 0);
    out[i] = score;
  }
};

/** Fills the votes of the candidates, by the scores of a first look without them. */
export const castVotes = (
  index: StatementIndex,
  claims: Int32Array,
  scores: Float32Array,
  count: number,
  features: Float32Array,
): void => weighVotes(index, claims, scores, count, features, WIDTH, VOTES_AT);

export const newRanker = (index: StatementIndex, tokenizer: Tokenizer): Ranker => {
  const retriever = newRetriever(index);
  const scratch = newScratch(index);
  const writers = writersOf(index);
  const scores = new Float32Array(RERANKED);
  const linear = new Float32Array(RERANKED);
  const rows = new Float32Array(RERANKED * TREE_WIDTH);
  const found: Candidates = { claims: new Int32Array(RERANKED), features: new Float32Array(RERANKED * WIDTH), count: 0 };

  const mark = (query: Query, on: boolean): void => {
    query.terms.forEach(({ term }, i) => {
      if (term >= 0) scratch.asked[term] = on ? i + 1 : 0;
    });
  };

  const candidates = (given: string, around: Around): Candidates => {
    const { text, signature, day } = cleanPost(given);
    const query = readQuery(index, tokenizer, [
      [MAIN, text],
      [BEFORE, around.before ?? ''],
      [AFTER, around.after ?? ''],
      [SIGNED, signature],
    ]);
    found.count = retriever.best(query, found.claims, scores);
    mark(query, true);
    const own = query.terms.filter((term) => (term.fields & MAIN) !== 0);
    scratch.trigrams.ask(
      own.map((term) => term.stem),
      own.map((term) => term.weight),
    );
    scratch.meaning.ask(query);
    scratch.verbatim.ask(query.words, query.wordsAround);
    const top = scores[0] ?? 1;
    for (let i = 0; i < found.count; i++) {
      const claim = found.claims[i] ?? 0;
      pairFeatures(index, scratch, query, claim, (scores[i] ?? 0) / top, i, found.features, i * WIDTH);
      weighOccasion(index, writers, claim, day, found.features, VOTES_AT - OCCASION.length + i * WIDTH);
      found.features.fill(0, i * WIDTH + VOTES_AT, (i + 1) * WIDTH);
    }
    mark(query, false);
    return found;
  };

  return {
    candidates,
    nearest: (text, k, around) => {
      const { claims, features, count } = candidates(text, around);
      const alone = (around.before ?? '') + (around.after ?? '') === '';
      linearScores(alone ? ALONE_FIRST : AMONG_FIRST, features, count, linear);
      castVotes(index, claims, linear, count, features);
      linearScores(alone ? ALONE : AMONG, features, count, linear);
      relativeRows(features, linear, count, rows);
      const trees = alone ? TREES_ALONE : TREES_AMONG;
      const ranked: Nearest[] = [];
      for (let i = 0; i < count; i++) {
        const more = logOdds(trees, rows.subarray(i * TREE_WIDTH, (i + 1) * TREE_WIDTH));
        ranked.push({ claim: claims[i] ?? 0, score: (linear[i] ?? 0) + more });
      }
      ranked.sort((a, b) => b.score - a.score || a.claim - b.claim);
      if (k <= RERANKED || count < RERANKED) return ranked.slice(0, k);
      // Who asks for more gets the first stage's order; their scores go on from where those of the second stage end.
      const shift = (ranked.at(-1)?.score ?? 0) - (scores[count - 1] ?? 0);
      const further = retriever.further(new Set(claims), k - count);
      return [...ranked, ...further.map(({ claim, score }) => ({ claim, score: score + shift }))];
    },
  };
};
