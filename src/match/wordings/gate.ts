// Which claims is a sentence worth comparing with? Of the few that lead (leaders.ts) those are candidates whose terms are typical
// enough of the claim, and that promise enough by all that is known before any wording is looked at.
import type { Agreement } from './agreement.ts';
import type { newDiction } from './diction.ts';
import { fallOf } from './fall.ts';
import { UNUSED_NATS } from './information.ts';
import type { Columns } from './layout.ts';
import { MOST_CANDIDATES, newLeaders } from './leaders.ts';
import { LEAST_PROMISE, PROMISE_FEATURES, type Promising } from './promise.ts';
import type { Reading } from './reading.ts';
import { rival, see, type Top } from './top.ts';

/** A claim is looked at when the sentence's terms are typical of it by this much (nats) … */
export const GATE = 0.3;
/** … and its learned profile gives it this score (nats). One right candidate in 250 has less, and one in five of all. */
export const LEAST_SCORE = 0.5;
const MOST_MARGIN = 2;
const MOST_CHANCE_LEAD = 8;
const MOST_DICTION_LEAD = 8;
const place = (name: (typeof PROMISE_FEATURES)[number]): number => PROMISE_FEATURES.indexOf(name);
const SCORE = place('score');
const SCORE_LEAD = place('scoreLead');
const SCORE_SHARE = place('scoreShare');
const HEADING = place('heading');
const PROFILE = place('profile');
const PROFILE_SHARE = place('profileShare');
const PROFILE_MARGIN = place('profileMargin');
const CHANCE = place('chance');
const CHANCE_LEAD = place('chanceLead');
const DICTION = place('diction');
const DICTION_LEAD = place('dictionLead');
const TELLS = place('tells');

const between = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/**
 * @param gather finds a claim's postings among the sentence's terms and puts them into `gathered`
 * @param promiseOf null: every leader is a candidate
 */
export const newGate = (
  index: Columns,
  reading: Reading,
  gathered: Agreement,
  gather: (claim: number) => void,
  diction: ReturnType<typeof newDiction>,
  promiseOf: Promising | null,
) => {
  const { postAt, postGate, postNb, weight, claims } = index;
  const { present, credit } = reading;
  /** T: the most that a term is typical of any claim. */
  const mostTypical = Float32Array.from(weight, (_, term) => {
    let most = 0;
    for (let p = postAt[term] ?? 0, end = postAt[term + 1] ?? 0; p < end; p++) most = Math.max(most, postGate[p] ?? 0);
    return most;
  });
  const sums = newLeaders(index, reading);
  const { best: leaders, score, touched, ofScore } = sums;
  const typical = new Float64Array(MOST_CANDIDATES);
  const chance = new Float64Array(MOST_CANDIDATES);
  /** By place: what the promise is judged by. */
  const rows = Array.from({ length: MOST_CANDIDATES }, () => new Float64Array(PROMISE_FEATURES.length).fill(1, 0, 1));
  const ofTypical: Top = { first: 0, second: 0 };
  const ofChance: Top = { first: 0, second: 0 };
  const ofDiction: Top = { first: 0, second: 0 };
  const spoken = new Float64Array(MOST_CANDIDATES);

  /** False: no claim can reach GATE with the sentence's terms. */
  const mayPass = (): boolean => {
    let most = 0;
    for (let p = 0; p < reading.count; p++) {
      const term = present[p] ?? 0;
      most += (credit[term] ?? 0) * (mostTypical[term] ?? 0);
    }
    return most >= GATE;
  };

  /** Keeps `claim` as candidate number `at` if the sentence is typical enough of it. */
  const keep = (claim: number, at: number): boolean => {
    gather(claim);
    let sum = 0;
    let told = 0;
    for (let g = 0; g < gathered.count; g++) {
      const value = credit[gathered.terms[g] ?? 0] ?? 0;
      const posting = gathered.postings[g] ?? 0;
      sum += value * (postGate[posting] ?? 0);
      told += value * (postNb[posting] ?? 0);
    }
    if (sum < GATE) return false;
    leaders[at] = claim;
    typical[at] = sum;
    chance[at] = told;
    see(ofTypical, sum);
    see(ofChance, told);
    return true;
  };

  /** ln of the chance in the pack of what the sentence holds, where a text does not use it. */
  const unusedNats = (): number => {
    let unused = 0;
    for (let p = 0; p < reading.count; p++) {
      const term = present[p] ?? 0;
      if ((postAt[term] ?? 0) < (postAt[term + 1] ?? 0)) unused += (credit[term] ?? 0) * UNUSED_NATS;
    }
    return unused;
  };

  /** Keeps of the leaders those whose terms are typical enough, and notes the highest figures of all that are kept. */
  const keepTypical = (leading: number): number => {
    if (ofScore.first < LEAST_SCORE) return 0;
    // Claims that share no term with the sentence stand at 0.
    let whole = (claims - sums.count) * Math.exp(-ofScore.first);
    for (let i = 0; i < sums.count; i++) whole += fallOf(ofScore.first - (score[touched[i] ?? 0] ?? 0));
    ofTypical.first = 0;
    ofTypical.second = 0;
    ofChance.first = 0;
    ofChance.second = 0;
    let kept = 0;
    for (let i = 0; i < leading; i++) {
      const claim = leaders[i] ?? 0;
      const own = score[claim] ?? 0;
      if (own < LEAST_SCORE) break;
      const row = rows[kept];
      if (row && keep(claim, kept)) {
        row[SCORE_SHARE] = Math.exp(own - ofScore.first) / whole;
        kept++;
      }
    }
    return kept;
  };

  /** Fills in the rest of the rows, and keeps those that promise enough. */
  const keepPromising = (typicals: number, isHeading: boolean, tell: number): number => {
    if (typicals === 0) return 0;
    const unused = unusedNats();
    diction.read();
    ofDiction.first = 0;
    ofDiction.second = 0;
    for (let i = 0; i < typicals; i++) {
      const nats = diction.of(leaders[i] ?? 0);
      spoken[i] = nats;
      see(ofDiction, nats);
    }
    let kept = 0;
    for (let i = 0; i < typicals; i++) {
      const claim = leaders[i] ?? 0;
      const row = rows[i];
      if (!row) break;
      const own = score[claim] ?? 0;
      const nats = typical[i] ?? 0;
      const told = chance[i] ?? 0;
      row[SCORE] = own;
      row[SCORE_LEAD] = own - rival(ofScore, own);
      row[HEADING] = isHeading ? 1 : 0;
      row[PROFILE] = Math.log1p(nats);
      row[PROFILE_SHARE] = nats / ofTypical.first;
      row[PROFILE_MARGIN] = between(Math.log((nats + 0.5) / (rival(ofTypical, nats) + 0.5)), MOST_MARGIN);
      row[CHANCE] = told - unused;
      row[CHANCE_LEAD] = between(told - rival(ofChance, told), MOST_CHANCE_LEAD);
      const words = spoken[i] ?? 0;
      row[DICTION] = words;
      row[DICTION_LEAD] = between(words - rival(ofDiction, words), MOST_DICTION_LEAD);
      row[TELLS] = tell;
      if (promiseOf !== null && promiseOf(row) < LEAST_PROMISE) continue;
      leaders[kept] = claim;
      rows[i] = rows[kept] ?? row;
      rows[kept++] = row;
    }
    return kept;
  };

  const gate = {
    /** Candidates of the sentence, best first: the first `sift()` of them. The figures below are by place in this list. */
    leaders,
    sums,
    /** Adds up the sentence just read and returns the number of candidates. */
    sift: (isHeading: boolean, tell: number): number => {
      if (!mayPass()) return 0;
      return keepPromising(keepTypical(sums.add()), isHeading, tell);
    },
    /** The learned profile's score, its lead over all claims, and its share among them (softmax). */
    score: (at: number): number => rows[at]?.[SCORE] ?? 0,
    scoreLead: (at: number): number => rows[at]?.[SCORE_LEAD] ?? 0,
    scoreShare: (at: number): number => rows[at]?.[SCORE_SHARE] ?? 0,
    /** How typical the terms are of the claim: ln(1 + nats), as a share of the highest, and ln of its ratio to the next. */
    profile: (at: number): number => rows[at]?.[PROFILE] ?? 0,
    profileShare: (at: number): number => rows[at]?.[PROFILE_SHARE] ?? 0,
    profileMargin: (at: number): number => rows[at]?.[PROFILE_MARGIN] ?? 0,
    /** ln of the terms' chance in the claim's texts over their chance in the pack's, and the lead over the next candidate. */
    chance: (at: number): number => rows[at]?.[CHANCE] ?? 0,
    chanceLead: (at: number): number => rows[at]?.[CHANCE_LEAD] ?? 0,
    /** What all the sentence's words speak for the claim, and ahead of the other leaders (diction.ts). */
    diction: (at: number): number => rows[at]?.[DICTION] ?? 0,
    dictionLead: (at: number): number => rows[at]?.[DICTION_LEAD] ?? 0,
  };
  return gate;
};
export type Gate = ReturnType<typeof newGate>;
