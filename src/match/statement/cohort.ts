// What speaks for a candidate beside its words: when and where it was made. Claims of one speech or one week come up
// together, so the candidates of a query vote for a day and a claimant; a post that bears a date is near to claims of the
// days after it.
import { AT_DEBATE, IN_INTERVIEW, IN_SPEECH, NO_CLAIMANT, type StatementIndex } from './layout.ts';

/** Names of the features, in order. */
export const COHORT: readonly string[] =
  'voteDay voteMonth voteYear voteMan postDay postWeek postMonth postYear postLate debate speech interview'.split(' ');

/** A candidate with a share less of the best first-stage score votes e times less, per so much. */
const SHARPNESS = 10;
/** Widths of the votes and of a post's nearness, in days. */
const WIDTHS = [1.5, 30, 365] as const;
const POST_WIDTHS = [2, 7, 40, 365] as const;
/** Reviews come after the post; one that bears an earlier date by more days than time zones explain is on another matter. */
const EARLIER = 2;

/** Fills the cohort columns of `count` candidates: `width` numbers a row, the cohort's from `offset` on. `day` is the post's, 0 unknown. */
export const weighCohort = (
  index: StatementIndex,
  claims: Int32Array,
  scores: Float32Array,
  count: number,
  day: number,
  out: Float32Array,
  width: number,
  offset: number,
): void => {
  const top = scores[0] ?? 1;
  const votes = new Float64Array(count);
  let all = 0;
  for (let i = 0; i < count; i++) {
    votes[i] = Math.exp(SHARPNESS * ((scores[i] ?? 0) / top - 1));
    all += votes[i] ?? 0;
  }
  for (let i = 0; i < count; i++) {
    const claim = claims[i] ?? 0;
    const made = index.days[claim] ?? 0;
    const man = index.claimant[claim] ?? NO_CLAIMANT;
    const sums = [0, 0, 0];
    let same = 0;
    for (let k = 0; k < count; k++) {
      if (k === i) continue;
      const other = claims[k] ?? 0;
      const vote = votes[k] ?? 0;
      if (man !== NO_CLAIMANT && index.claimant[other] === man) same += vote;
      const otherDay = index.days[other] ?? 0;
      if (made === 0 || otherDay === 0) continue;
      const apart = Math.abs(made - otherDay);
      WIDTHS.forEach((w, s) => {
        sums[s] = (sums[s] ?? 0) + vote * Math.exp(-apart / w);
      });
    }
    const rest = Math.max(1e-9, all - (votes[i] ?? 0));
    const at = i * width + offset;
    for (let s = 0; s < WIDTHS.length; s++) out[at + s] = (sums[s] ?? 0) / rest;
    out[at + 3] = same / rest;
    const dated = day > 0 && made > 0;
    const late = made - day;
    POST_WIDTHS.forEach((w, s) => {
      out[at + 4 + s] = dated ? Math.exp(-Math.abs(late) / w) : 0;
    });
    out[at + 8] = dated && late < -EARLIER ? 1 : 0;
    const flags = index.claimFlags[claim] ?? 0;
    out[at + 9] = (flags & AT_DEBATE) !== 0 ? 1 : 0;
    out[at + 10] = (flags & IN_SPEECH) !== 0 ? 1 : 0;
    out[at + 11] = (flags & IN_INTERVIEW) !== 0 ? 1 : 0;
  }
};
