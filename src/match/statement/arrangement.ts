// How the words that a query shares with a claim are arranged in both: side by side, in the same order, close together.
// Shared words say less when they lie scattered.
import type { Query, QueryTerm } from './query.ts';

type Asked = (term: number) => QueryTerm | undefined;
type Weight = (term: number) => number;

/** Two words of the claim that lie within so many words of each other in the query are near. */
const NEAR = 3;

export interface Pairs {
  /** Weight of all neighbouring pairs of the claim's words; of those neighbouring, and near, in the query too. */
  total: number;
  next: number;
  near: number;
  /** Weight of the longest run of words that both have side by side. */
  run: number;
}

/**
 * Whether a place of the first word lies right before one of the second, and whether any two lie near. Places rise, so both
 * lists are gone through once: a word that a long text repeats costs no more than its places.
 */
const meeting = (first: readonly number[], second: readonly number[]): { readonly next: boolean; readonly near: boolean } => {
  let near = false;
  let from = 0;
  for (const x of first) {
    while (from < second.length && (second[from] ?? 0) < x - NEAR) from++;
    for (let k = from; k < second.length && (second[k] ?? 0) <= x + NEAR; k++) {
      if (second[k] === x + 1) return { next: true, near: true };
      if (second[k] !== x) near = true;
    }
  }
  return { next: false, near };
};

export const pairsOf = (words: readonly number[], askedAt: Asked, weightOf: Weight): Pairs => {
  const pairs: Pairs = { total: 0, next: 0, near: 0, run: 0 };
  let run = 0;
  for (let i = 0; i + 1 < words.length; i++) {
    const a = words[i] ?? 0;
    const b = words[i + 1] ?? 0;
    const weight = weightOf(a) + weightOf(b);
    pairs.total += weight;
    const { next, near } = meeting(askedAt(a)?.at ?? [], askedAt(b)?.at ?? []);
    if (next) {
      pairs.next += weight;
      run = run === 0 ? weight : run + weightOf(b);
      pairs.run = Math.max(pairs.run, run);
    } else run = 0;
    if (near) pairs.near += weight;
  }
  return pairs;
};

/** Weight of the heaviest sequence of the claim's terms whose first places in the query rise. */
export const longestOrder = (terms: Iterable<number>, askedAt: Asked, weightOf: Weight): number => {
  const places: number[] = [];
  const gains: number[] = [];
  let order = 0;
  for (const term of terms) {
    const place = askedAt(term)?.at[0];
    if (place === undefined) continue;
    let best = 0;
    for (let k = 0; k < places.length; k++) if ((places[k] ?? 0) < place && (gains[k] ?? 0) > best) best = gains[k] ?? 0;
    const gain = best + weightOf(term);
    places.push(place);
    gains.push(gain);
    order = Math.max(order, gain);
  }
  return order;
};

/** A window of the query is one and a half times as wide as the statement, and no narrower than LEAST_WINDOW words. */
const WINDOW = 1.5;
const LEAST_WINDOW = 6;

/** Weight of the statement's terms in the window of the query that holds most of them. */
export const densestWindow = (query: Query, terms: ReadonlySet<number>, length: number, weightOf: Weight): number => {
  const width = Math.max(LEAST_WINDOW, Math.ceil(length * WINDOW));
  const inside = new Map<number, number>();
  let dense = 0;
  let densest = 0;
  const change = (at: number | undefined, by: 1 | -1): void => {
    const term = query.terms[at ?? -1]?.term ?? -1;
    if (at === undefined || !terms.has(term)) return;
    const count = (inside.get(at) ?? 0) + by;
    inside.set(at, count);
    if (count === (by === 1 ? 1 : 0)) dense += by * weightOf(term);
  };
  for (let p = 0; p < query.sequence.length; p++) {
    change(query.sequence[p], 1);
    if (p >= width) change(query.sequence[p - width], -1);
    densest = Math.max(densest, dense);
  }
  return densest;
};
