// What speaks for a candidate beside its words: when and where it was made, and by whom. Claims of one campaign come up
// together, so the candidates of a query vote for a time, each with the probability that a first scoring gives it. Votes for
// the claimant, or for a narrower time, were tried beside it: what they brought was within chance, and they brought less
// together. A post that bears a date is near to claims of the days after it.
import { AT_DEBATE, ELSEWHERE, IN_INTERVIEW, IN_SPEECH, IN_WRITING, NO_CLAIMANT, type StatementIndex } from './layout.ts';

/** Names of the features, in order. */
export const VOTES: readonly string[] = ['voteYear'];
export const OCCASION: readonly string[] = 'postDay postWeek postMonth postYear postLate debate speech interview writer'.split(
  ' ',
);

const WHERE = AT_DEBATE | IN_SPEECH | IN_INTERVIEW | IN_WRITING | ELSEWHERE;

/** Probabilities are those of scores times this: the first scoring is surer of itself than it should be. */
const SHARPNESS = 0.7;
/** Width of the vote, and widths of a post's nearness, in days. */
const YEAR = 365;
const POST_WIDTHS = [2, 7, 40, YEAR] as const;
/** Reviews come after the post; one dated earlier by more days than time zones explain is on another matter. */
const EARLIER = 2;
/** A candidate that has all the votes itself is judged by what little the others have. */
const LEAST_REST = 1e-3;
/** Votes count by their logarithm: a year with none is out of the question, between two with many there is little to choose. */
const FEW_VOTES = 0.02;
/** What claims of a claimant are taken to be before any is known. Chosen, as FEW_VOTES, by cross-validation; flat around. */
const WRITTEN_BEFORE = 0.3;
const SAID_BEFORE = 1;

/**
 * Per claimant, last nobody: how much likelier than of somebody unknown it is that a claim of theirs was made in writing, as
 * log-odds. Bloggers, chain letters and viral images hold no speeches.
 */
export const writersOf = (index: StatementIndex): Float32Array => {
  const written = new Float32Array(index.claimantClaims.length + 1);
  const said = new Float32Array(written.length);
  for (let claim = 0; claim < index.claims; claim++) {
    const man = index.claimant[claim] ?? NO_CLAIMANT;
    const flags = index.claimFlags[claim] ?? 0;
    if (man === NO_CLAIMANT || (flags & WHERE) === 0) continue;
    const counts = (flags & IN_WRITING) !== 0 ? written : said;
    counts[man] = (counts[man] ?? 0) + 1;
  }
  return written.map((count, man) => Math.log1p(count / WRITTEN_BEFORE) - Math.log1p((said[man] ?? 0) / SAID_BEFORE));
};

/** Fills the columns of OCCASION for one claim. `day` is that of the post, 0 unknown; `writers` is from writersOf. */
export const weighOccasion = (
  index: StatementIndex,
  writers: Float32Array,
  claim: number,
  day: number,
  out: Float32Array,
  offset: number,
): void => {
  const made = index.days[claim] ?? 0;
  const dated = day > 0 && made > 0;
  POST_WIDTHS.forEach((width, i) => {
    out[offset + i] = dated ? Math.exp(-Math.abs(made - day) / width) : 0;
  });
  const flags = index.claimFlags[claim] ?? 0;
  [dated && made < day - EARLIER, flags & AT_DEBATE, flags & IN_SPEECH, flags & IN_INTERVIEW].forEach((yes, i) => {
    out[offset + POST_WIDTHS.length + i] = yes ? 1 : 0;
  });
  const man = index.claimant[claim] ?? NO_CLAIMANT;
  out[offset + OCCASION.length - 1] = writers[Math.min(man, writers.length - 1)] ?? 0;
};

/** Fills the column of VOTES for `count` candidates: rows of `width` numbers, the vote at `offset`. */
export const weighVotes = (
  index: StatementIndex,
  claims: Int32Array,
  scores: Float32Array,
  count: number,
  out: Float32Array,
  width: number,
  offset: number,
): void => {
  let top = -Infinity;
  for (let i = 0; i < count; i++) top = Math.max(top, scores[i] ?? 0);
  const votes = Float64Array.from({ length: count }, (_, i) => Math.exp(SHARPNESS * ((scores[i] ?? 0) - top)));
  const all = votes.reduce((a, b) => a + b, 0);
  for (let i = 0; i < count; i++) {
    const made = index.days[claims[i] ?? 0] ?? 0;
    let year = 0;
    for (let k = 0; k < count; k++) {
      const other = index.days[claims[k] ?? 0] ?? 0;
      if (k !== i && made !== 0 && other !== 0) year += (votes[k] ?? 0) * Math.exp(-Math.abs(made - other) / YEAR);
    }
    const rest = Math.max(LEAST_REST * all, all - (votes[i] ?? 0));
    out[i * width + offset] = Math.log1p(year / rest / FEW_VOTES);
  }
};
