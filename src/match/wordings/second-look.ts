// A second look at every candidate, now that the first answers for the whole text are known: what the same sentence, the ones
// beside it and the rest of the text seem to claim. A page that surely makes one claim makes others, and goes on about it; one
// that lights up in a single place mostly only looks alike. Method: stacked sequential learning (Cohen and Carvalho, IJCAI
// 2005); the trees learn from first answers that were given without the page they are about (tests/bench/learn-wordings.ts).
import { probability } from '../forest.ts';
import { newRows } from '../rows.ts';

/** What the second decision weighs, in order. Answers are log-odds. */
export const SECOND_FEATURES = [
  'bias',
  // The sentence: the claim's own first answer, the surest other claim's, how far the one is ahead, how many others are likely.
  'own',
  'rival',
  'lead',
  'beside',
  // The sentences near it: the same claim's surest answer before and after, and that of any claim just before and just after.
  'before',
  'after',
  'previous',
  'next',
  // The text: the claim's surest answer in any other sentence, how often it is likely to be made there, and the claims that are
  // likely in other sentences, in all and near.
  'elsewhere',
  'repeats',
  'company',
  'near',
  // How much of the story's own names the text shows, how many sentences it has, and what share of them is likely to claim anything.
  'topic',
  'sentences',
  'density',
] as const;

/** What is looked at again: candidates in the order of their sentences. */
export interface Seen {
  readonly claim: number;
  /** Running number in the text. */
  readonly sentence: number;
}

/** Sentences before and after that are near. */
const NEAR = 3;
/** Log-odds of what was not even a candidate. */
const UNSEEN = -7;

/** The surest answer and the second surest. */
interface Top {
  first: number;
  second: number;
}
const rank = (top: Top, odds: number): void => {
  if (odds > top.first) {
    top.second = top.first;
    top.first = odds;
  } else if (odds > top.second) top.second = odds;
};
/** The surest of the others. */
const other = ({ first, second }: Top, own: number): number => (own >= first ? second : first);

/** The candidates of a sentence: `from` … `to`-1. */
interface Group extends Top {
  readonly sentence: number;
  readonly from: number;
  to: number;
  /** Probability of the surest answer. */
  likely: number;
  /** How many are likely. */
  count: number;
}
/** What is said of a claim in all the text: it is a candidate of a sentence once. */
interface Made extends Top {
  /** Of its probabilities. */
  sum: number;
}

const newRow = newRows(SECOND_FEATURES.length);
/**
 * A row of SECOND_FEATURES for each candidate, in their order.
 * @param odds first answers (log-odds), by candidate @param topic 0 to 1 @param sentences of the text, those without candidates too
 */
export const secondRows = (seen: readonly Seen[], odds: ArrayLike<number>, topic: number, sentences: number): Float64Array[] => {
  const groups: Group[] = [];
  const made = new Map<number, Made>();
  for (let i = 0; i < seen.length; i++) {
    const { claim = 0, sentence = 0 } = seen[i] ?? {};
    const own = odds[i] ?? UNSEEN;
    let group = groups.at(-1);
    if (group?.sentence !== sentence) {
      group = { sentence, from: i, to: i, first: UNSEEN, second: UNSEEN, likely: 0, count: 0 };
      groups.push(group);
    }
    group.to = i + 1;
    if (own > 0) group.count++;
    rank(group, own);
    let claimed = made.get(claim);
    if (!claimed) {
      claimed = { first: UNSEEN, second: UNSEEN, sum: 0 };
      made.set(claim, claimed);
    }
    rank(claimed, own);
    claimed.sum += probability(own);
  }
  let company = 0;
  for (const group of groups) {
    group.likely = probability(group.first);
    company += group.likely;
  }

  /** The surest answer for a claim in the groups `from` … `to`-1. */
  const surest = (claim: number, from: number, to: number): number => {
    let most = UNSEEN;
    for (let i = groups[from]?.from ?? 0, end = groups[to - 1]?.to ?? 0; from < to && i < end; i++)
      if (seen[i]?.claim === claim) most = Math.max(most, odds[i] ?? UNSEEN);
    return most;
  };
  const rows: Float64Array[] = [];
  const size = Math.log1p(sentences);
  const density = company / Math.max(1, sentences);
  let low = 0;
  let high = 0;
  groups.forEach((group, g) => {
    while (group.sentence - (groups[low]?.sentence ?? 0) > NEAR) low++;
    while (high < groups.length && (groups[high]?.sentence ?? 0) - group.sentence <= NEAR) high++;
    let near = -group.likely;
    for (let k = low; k < high; k++) near += groups[k]?.likely ?? 0;
    const previous = groups[g - 1]?.sentence === group.sentence - 1 ? (groups[g - 1]?.first ?? UNSEEN) : UNSEEN;
    const next = groups[g + 1]?.sentence === group.sentence + 1 ? (groups[g + 1]?.first ?? UNSEEN) : UNSEEN;
    for (let i = group.from; i < group.to; i++) {
      const claim = seen[i]?.claim ?? 0;
      const own = odds[i] ?? UNSEEN;
      const claimed = made.get(claim);
      const rival = other(group, own);
      const row = newRow();
      let at = 0;
      row[at++] = 1;
      row[at++] = own;
      row[at++] = rival;
      row[at++] = own - rival;
      row[at++] = group.count - (own > 0 ? 1 : 0);
      row[at++] = surest(claim, low, g);
      row[at++] = surest(claim, g + 1, high);
      row[at++] = previous;
      row[at++] = next;
      row[at++] = claimed ? other(claimed, own) : UNSEEN;
      row[at++] = claimed ? claimed.sum - probability(own) : 0;
      row[at++] = Math.log1p(company - group.likely);
      row[at++] = near;
      row[at++] = topic;
      row[at++] = size;
      row[at++] = density;
      rows.push(row);
    }
  });
  return rows;
};
