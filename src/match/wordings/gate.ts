// Which claims is a sentence worth comparing with? Its terms' postings are added up once, into three figures a claim, and the
// few that lead are candidates. Cost grows with the postings of the sentence's terms, not with the number of claims.
import { UNUSED_NATS } from './information.ts';
import type { Columns } from './layout.ts';
import { scaleOf, shareOf } from './profiles.ts';
import type { Reading } from './reading.ts';

/** A claim is looked at when the sentence's terms are typical of it by this much (nats) … */
export const GATE = 1.2;
/** … and when it is among so many that the learned profile puts first: 94 in 100 labelled claims are … */
export const MOST_CANDIDATES = 5;
/** … and at least this likely beside the first. */
export const LEAST_BESIDE = 0.03;

/** The two highest of a figure over the claims touched. */
interface Top {
  first: number;
  second: number;
}

export const newGate = (index: Columns, reading: Reading) => {
  const { postAt, postClaim, postGate, postNb, postProfile, weight, termDeny, termAsk, claims } = index;
  const { present, credit } = reading;
  const typical = new Float32Array(claims);
  const chance = new Float32Array(claims);
  const score = new Float32Array(claims);
  const touchedAt = new Int32Array(claims);
  const touched = new Int32Array(claims);
  const leaders = new Int32Array(MOST_CANDIDATES);
  const ofTypical: Top = { first: 0, second: 0 };
  const ofChance: Top = { first: 0, second: 0 };
  const ofScore: Top = { first: 0, second: 0 };
  let count = 0;
  let unused = 0;
  let whole = 1;

  const see = (top: Top, value: number): void => {
    if (value > top.first) {
      top.second = top.first;
      top.first = value;
    } else if (value > top.second) top.second = value;
  };
  const rival = ({ first, second }: Top, own: number): number => (own === first ? second : first);

  const add = (): void => {
    const { sentence } = reading;
    count = 0;
    unused = 0;
    gate.deny = 0;
    gate.ask = 0;
    let squares = 0;
    for (let p = 0; p < reading.count; p++) {
      const term = present[p] ?? 0;
      const share = shareOf(credit[term] ?? 0, weight[term] ?? 0);
      squares += share * share;
    }
    gate.scale = scaleOf(squares);
    for (let p = 0; p < reading.count; p++) {
      const term = present[p] ?? 0;
      const value = credit[term] ?? 0;
      const share = gate.scale * shareOf(value, weight[term] ?? 0);
      gate.deny += share * (termDeny[term] ?? 0);
      gate.ask += share * (termAsk[term] ?? 0);
      const from = postAt[term] ?? 0;
      const end = postAt[term + 1] ?? 0;
      if (from < end) unused += value * UNUSED_NATS;
      for (let q = from; q < end; q++) {
        const claim = postClaim[q] ?? 0;
        if (touchedAt[claim] !== sentence) {
          touchedAt[claim] = sentence;
          typical[claim] = 0;
          chance[claim] = 0;
          score[claim] = 0;
          touched[count++] = claim;
        }
        typical[claim] = (typical[claim] ?? 0) + value * (postGate[q] ?? 0);
        chance[claim] = (chance[claim] ?? 0) + value * (postNb[q] ?? 0);
        score[claim] = (score[claim] ?? 0) + share * (postProfile[q] ?? 0);
      }
    }
  };

  /** Puts `claim` into its place among the leaders, best score first; of equals the lower number. */
  const place = (claim: number, leading: number): number => {
    const own = score[claim] ?? 0;
    let at = leading;
    for (; at > 0; at--) {
      const other = leaders[at - 1] ?? 0;
      const others = score[other] ?? 0;
      if (others > own || (others === own && other < claim)) break;
      if (at < MOST_CANDIDATES) leaders[at] = other;
    }
    if (at >= MOST_CANDIDATES) return leading;
    leaders[at] = claim;
    return Math.min(MOST_CANDIDATES, leading + 1);
  };

  const gate = {
    /** Candidates of the sentence, best first: the first `sift()` of them. */
    leaders,
    /** Factor of the sentence's shares (profiles.ts). */
    scale: 0,
    /** What the sentence's terms tell, whatever the claim, of denying and of questioning. */
    deny: 0,
    ask: 0,
    /** Adds up the sentence just read and returns the number of candidates. */
    sift: (): number => {
      add();
      for (const top of [ofTypical, ofChance, ofScore]) {
        top.first = 0;
        top.second = 0;
      }
      let leading = 0;
      for (let i = 0; i < count; i++) {
        const claim = touched[i] ?? 0;
        see(ofTypical, typical[claim] ?? 0);
        see(ofChance, chance[claim] ?? 0);
        see(ofScore, score[claim] ?? 0);
        leading = place(claim, leading);
      }
      const least = ofScore.first + Math.log(LEAST_BESIDE);
      let kept = 0;
      for (let i = 0; i < leading; i++) {
        const claim = leaders[i] ?? 0;
        if ((typical[claim] ?? 0) >= GATE && (score[claim] ?? 0) >= least) leaders[kept++] = claim;
      }
      if (kept === 0) return 0;
      // Claims that share no term with the sentence stand at 0.
      whole = (claims - count) * Math.exp(-ofScore.first);
      for (let i = 0; i < count; i++) whole += Math.exp((score[touched[i] ?? 0] ?? 0) - ofScore.first);
      return kept;
    },
    /** How typical the terms are of the claim (nats), the highest of all claims, and of all others. */
    typical: (claim: number): number => typical[claim] ?? 0,
    topTypical: (): number => ofTypical.first,
    rivalTypical: (claim: number): number => rival(ofTypical, typical[claim] ?? 0),
    /** ln of the terms' chance in the claim's texts over their chance in the pack's, and the lead over the next claim. */
    chance: (claim: number): number => (chance[claim] ?? 0) - unused,
    chanceLead: (claim: number): number => (chance[claim] ?? 0) - rival(ofChance, chance[claim] ?? 0),
    /** The learned profile's score, its lead, and its share among all claims (softmax). */
    score: (claim: number): number => score[claim] ?? 0,
    scoreLead: (claim: number): number => (score[claim] ?? 0) - rival(ofScore, score[claim] ?? 0),
    scoreShare: (claim: number): number => Math.exp((score[claim] ?? 0) - ofScore.first) / whole,
  };
  return gate;
};
export type Gate = ReturnType<typeof newGate>;
