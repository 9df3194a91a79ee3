// Which claims lead a sentence? The learned profile of every claim that holds its terms is added up. Cost grows with the postings
// of the sentence's terms, not with the number of claims.
import type { Columns } from './layout.ts';
import { scaleOf, shareOf } from './profiles.ts';
import type { Reading } from './reading.ts';
import { see, type Top } from './top.ts';

/** So many claims at most are candidates: with five the second and third claim of a sentence are lost more often. */
export const MOST_CANDIDATES = 8;

export const newLeaders = (index: Columns, reading: Reading) => {
  const { postAt, postClaim, postProfile, weight, termDeny, termAsk, claims } = index;
  const { present, credit } = reading;
  const root = Float32Array.from(weight, (nats) => shareOf(1, nats));
  const score = new Float32Array(claims);
  const touchedAt = new Int32Array(claims);
  const touched = new Int32Array(claims);
  const best = new Int32Array(MOST_CANDIDATES);
  const ofScore: Top = { first: 0, second: 0 };
  let count = 0;

  const add = (): void => {
    const { sentence } = reading;
    count = 0;
    sums.deny = 0;
    sums.ask = 0;
    let squares = 0;
    for (let p = 0; p < reading.count; p++) {
      const term = present[p] ?? 0;
      const part = (credit[term] ?? 0) * (root[term] ?? 0);
      squares += part * part;
    }
    sums.scale = scaleOf(squares);
    for (let p = 0; p < reading.count; p++) {
      const term = present[p] ?? 0;
      const part = sums.scale * (credit[term] ?? 0) * (root[term] ?? 0);
      sums.deny += part * (termDeny[term] ?? 0);
      sums.ask += part * (termAsk[term] ?? 0);
      for (let q = postAt[term] ?? 0, end = postAt[term + 1] ?? 0; q < end; q++) {
        const claim = postClaim[q] ?? 0;
        if (touchedAt[claim] !== sentence) {
          touchedAt[claim] = sentence;
          score[claim] = 0;
          touched[count++] = claim;
        }
        score[claim] = (score[claim] ?? 0) + part * (postProfile[q] ?? 0);
      }
    }
  };

  /** Puts `claim` into its place among the leaders, best score first; of equals the lower number. */
  const rank = (claim: number, leading: number): number => {
    const own = score[claim] ?? 0;
    let at = leading;
    for (; at > 0; at--) {
      const other = best[at - 1] ?? 0;
      const others = score[other] ?? 0;
      if (others > own || (others === own && other < claim)) break;
      if (at < MOST_CANDIDATES) best[at] = other;
    }
    if (at >= MOST_CANDIDATES) return leading;
    best[at] = claim;
    return Math.min(MOST_CANDIDATES, leading + 1);
  };

  const lead = (): number => {
    ofScore.first = 0;
    ofScore.second = 0;
    let leading = 0;
    for (let i = 0; i < count; i++) {
      const claim = touched[i] ?? 0;
      const own = score[claim] ?? 0;
      see(ofScore, own);
      if (leading < MOST_CANDIDATES || own >= (score[best[leading - 1] ?? 0] ?? 0)) leading = rank(claim, leading);
    }
    return leading;
  };

  const sums = {
    /** Claims that share a term with the sentence, the first `count` of `touched`, and their profile scores, by claim. */
    touched,
    count: 0,
    score,
    /** The highest scores. */
    ofScore,
    /** The leading claims, best first. */
    best,
    /** Factor of the sentence's shares (profiles.ts). */
    scale: 0,
    /** What the sentence's terms tell, whatever the claim, of denying and of questioning. */
    deny: 0,
    ask: 0,
    /** Adds up the sentence just read, and returns the number of leading claims. */
    add: (): number => {
      add();
      sums.count = count;
      return lead();
    },
  };
  return sums;
};
