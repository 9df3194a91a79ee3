// What speaks for a candidate beside its words: when and where it was made, and by whom. Claims of one speech or one week
// come up together, so the candidates of a query vote for a day and a claimant, each with the probability that a first
// scoring gives it. A post that bears a date is near to claims of the days after it.
import { AT_DEBATE, IN_INTERVIEW, IN_SPEECH, NO_CLAIMANT, type StatementIndex } from './layout.ts';

/** Names of the features, in order. */
export const VOTES: readonly string[] = 'voteDay voteMonth voteYear voteMan voteManMonth'.split(' ');
export const OCCASION: readonly string[] = 'postDay postWeek postMonth postYear postLate debate speech interview'.split(' ');

/** Probabilities are those of scores times this: the first scoring is surer of itself than it should be. */
const SHARPNESS = 0.7;
/** Widths of the votes and of a post's nearness, in days. */
const DAY = 1.5;
const MONTH = 30;
const YEAR = 365;
const POST_WIDTHS = [2, 7, 40, YEAR] as const;
/** Reviews come after the post; one dated earlier by more days than time zones explain is on another matter. */
const EARLIER = 2;
/** A candidate that has all the votes itself is judged by what little the others have. */
const LEAST_REST = 1e-3;

/** Fills the columns of OCCASION for one claim. `day` is that of the post, 0 unknown. */
export const weighOccasion = (index: StatementIndex, claim: number, day: number, out: Float32Array, offset: number): void => {
  const made = index.days[claim] ?? 0;
  const dated = day > 0 && made > 0;
  POST_WIDTHS.forEach((width, i) => {
    out[offset + i] = dated ? Math.exp(-Math.abs(made - day) / width) : 0;
  });
  const flags = index.claimFlags[claim] ?? 0;
  [dated && made < day - EARLIER, flags & AT_DEBATE, flags & IN_SPEECH, flags & IN_INTERVIEW].forEach((yes, i) => {
    out[offset + POST_WIDTHS.length + i] = yes ? 1 : 0;
  });
};

/** Fills the columns of VOTES for `count` candidates: rows of `width` numbers, the votes from `offset` on. */
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
    const claim = claims[i] ?? 0;
    const made = index.days[claim] ?? 0;
    const man = index.claimant[claim] ?? NO_CLAIMANT;
    let day = 0;
    let month = 0;
    let year = 0;
    let same = 0;
    let both = 0;
    for (let k = 0; k < count; k++) {
      if (k === i) continue;
      const other = claims[k] ?? 0;
      const vote = votes[k] ?? 0;
      const sameMan = man !== NO_CLAIMANT && index.claimant[other] === man;
      if (sameMan) same += vote;
      const otherDay = index.days[other] ?? 0;
      if (made === 0 || otherDay === 0) continue;
      const apart = Math.abs(made - otherDay);
      const inMonth = vote * Math.exp(-apart / MONTH);
      day += vote * Math.exp(-apart / DAY);
      month += inMonth;
      year += vote * Math.exp(-apart / YEAR);
      if (sameMan) both += inMonth;
    }
    const rest = Math.max(LEAST_REST * all, all - (votes[i] ?? 0));
    [day, month, year, same, both].forEach((sum, f) => {
      out[i * width + offset + f] = sum / rest;
    });
  }
};
