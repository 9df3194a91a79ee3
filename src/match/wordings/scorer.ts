// Scores one sentence after the other: the gate finds the claims whose terms it holds, agreement.ts compares their wordings,
// and what decide.ts weighs is put together here.
import { type Lexicon, NUMERIC, STOP } from '../../text/lexicon.ts';
import type { Words } from '../../text/words.ts';
import { coverageOf, newAgreement, newComparer, precisionOf } from './agreement.ts';
import { looksLikeName } from './analyse.ts';
import { UNUSED_NATS } from './information.ts';
import type { Columns } from './layout.ts';
import { countNegations } from './negation.ts';
import { CONTRARY, newReading, SAID } from './reading.ts';
import { type Grounds, newGrounds, sharedWords } from './reason.ts';

/** A claim is looked at when the sentence's terms are typical of it by this much (nats) … */
export const GATE = 1.5;
/** … and by at least this share of the best claim's figure … */
const GATE_SHARE = 0.5;
/** … and when its terms are this much likelier in the claim's texts than in the pack's (nats) … */
const LEAST_CHANCE = 3;
/** … and when the claim's terms explain this share of the sentence's information. No labelled match has less of either. */
const LEAST_EXPLAINED = 0.2;
/** Below this agreement with every wording (0 to 1) a claim is no candidate. */
export const LEAST_AGREEMENT = 0.3;

/** Sentences back that the best candidate of one still tells something of the next. */
const KIN_REACH = 3;

export const FEATURES = [
  'bias',
  'coverage',
  'precision',
  'agreement',
  'agreement2',
  'bestCoverage',
  'matched',
  'matchedNews',
  'explained',
  'profile',
  'profileShare',
  'profileMargin',
  'foreignNames',
  'foreignNumbers',
  'missingNames',
  'borrowed',
  'length',
  'slots',
  'order',
  'heading',
  'lead',
  'numbers',
  'numberConflict',
  'topic',
  'profileCoverage',
  'unexplainedMass',
  'agreement3',
  'nb',
  'nbMargin',
  'nbPer',
  'asserted',
  'denied',
  'questioned',
  'sameBefore',
  'kinBefore',
] as const;
export const FEATURE_COUNT = FEATURES.length;
const AGREEMENT = FEATURES.indexOf('agreement');
const LEAD = FEATURES.indexOf('lead');
const NB_MARGIN = FEATURES.indexOf('nbMargin');
/** Filled in once the whole page has been read. */
export const TOPIC = FEATURES.indexOf('topic');

/** As a typed array; `Float64Array.of` takes several times as long. */
const rowOf = (values: readonly number[]): Float64Array => {
  const row = new Float64Array(values.length);
  for (let i = 0; i < values.length; i++) row[i] = values[i] ?? 0;
  return row;
};

const cap = (value: number, most: number): number => Math.min(most, value);
const between = (value: number, most: number): number => Math.max(-most, Math.min(most, value));

/** A claim that passed the gate in a sentence. */
export interface Candidate {
  readonly claim: number;
  readonly features: Float64Array;
  /** Text of the claim that agreed best, and the best one that asserts (-1: none). */
  readonly text: number;
  readonly assertedText: number;
  /** Best agreement of texts by relation (asserts, denies, questions). */
  readonly byRelation: readonly [number, number, number];
  /** Nats by which the sentence's terms speak for a denial, and for a question; less each, the more terms there are. */
  readonly leans: readonly [number, number];
  /** Whether a contrary concept stood in for one of the wording's. */
  readonly contrary: boolean;
  /** Which words of the sentence agreed. */
  readonly grounds: Grounds;
}

export type Scorer = ReturnType<typeof newScorer>;

export const newScorer = (index: Columns, lexicon: Lexicon) => {
  const reading = newReading(index, lexicon);
  const { analysis, stamp, credit, kind, place, present } = reading;
  const agreement = newAgreement(index);
  const comparer = newComparer(index, reading, agreement);
  const groundsOf = newGrounds(index, reading);
  const { postAt, postClaim, postGate, postNb } = index;
  const acc = new Float32Array(index.claims);
  const nb = new Float32Array(index.claims);
  const accAt = new Int32Array(index.claims);
  const lastAt = new Int32Array(index.claims).fill(-1000);
  const lastAgreement = new Float32Array(index.claims);
  const touched = new Int32Array(index.claims);
  const typicalAt = new Int32Array(index.weight.length);
  const covered = new Uint8Array(analysis.lex.length);
  let touchedCount = 0;
  let unused = 0;
  let round = 0;
  const recent: { at: number; claim: number; agreement: number }[] = [];

  /** The best candidates of the sentences before: pages treat kindred claims together. */
  const kinOf = (claim: number): number => {
    let best = 0;
    for (const { at, claim: other, agreement: value } of recent) {
      if (reading.sentence - at <= KIN_REACH) best = Math.max(best, value * (index.claimKin[claim * index.claims + other] ?? 0));
    }
    return best;
  };

  const gate = (): void => {
    const { sentence, count } = reading;
    touchedCount = 0;
    unused = 0;
    for (let p = 0; p < count; p++) {
      const term = present[p] ?? 0;
      const value = credit[term] ?? 0;
      const from = postAt[term] ?? 0;
      const end = postAt[term + 1] ?? 0;
      if (from < end) unused -= value * UNUSED_NATS;
      for (let q = from; q < end; q++) {
        const claim = postClaim[q] ?? 0;
        if (accAt[claim] !== sentence) {
          accAt[claim] = sentence;
          acc[claim] = 0;
          nb[claim] = 0;
          touched[touchedCount++] = claim;
        }
        acc[claim] = (acc[claim] ?? 0) + value * (postGate[q] ?? 0);
        nb[claim] = (nb[claim] ?? 0) + value * (postNb[q] ?? 0);
      }
    }
  };

  const weigh = (
    claim: number,
    words: Words,
    first: number,
    isHeading: boolean,
    top: number,
    other: number,
  ): Candidate | null => {
    const { sentence } = reading;
    comparer.gather(claim);
    round++;
    let profileHit = 0;
    let leaners = 0;
    let deny = 0;
    let ask = 0;
    for (let g = 0; g < agreement.count; g++) {
      const term = agreement.terms[g] ?? 0;
      const posting = agreement.postings[g] ?? 0;
      typicalAt[term] = round;
      profileHit += (index.postMass[posting] ?? 0) * (credit[term] ?? 0);
      if (kind[term] !== SAID) continue;
      leaners++;
      deny += index.postDeny[posting] ?? 0;
      ask += index.postAsk[posting] ?? 0;
    }
    const count = analysis.words;
    covered.fill(0, 0, count);
    for (let h = 0; h < analysis.hits; h++) {
      const term = analysis.hitTerm[h] ?? 0;
      if (typicalAt[term] === round && stamp[term] === sentence)
        covered.fill(1, analysis.hitFrom[h] ?? 0, analysis.hitTo[h] ?? 0);
    }
    let mass = 0;
    let explained = 0;
    let content = 0;
    for (let i = 0; i < count; i++) {
      const lex = analysis.lex[i] ?? 0;
      if (((lexicon.flags[lex] ?? 0) & STOP) !== 0) continue;
      content++;
      const nats = lexicon.idf[lex] ?? 0;
      mass += nats;
      if (covered[i] === 1) explained += nats;
    }
    if (explained < LEAST_EXPLAINED * mass) return null;
    const unexplained = mass - explained;
    comparer.compare(unexplained);
    if (agreement.first < LEAST_AGREEMENT) return null;

    let foreignNames = 0;
    let numbers = 0;
    let foreignNumbers = 0;
    for (let i = 0; i < count; i++) {
      const lex = analysis.lex[i] ?? 0;
      if (((lexicon.flags[lex] ?? 0) & NUMERIC) !== 0) {
        if (covered[i] === 1) numbers++;
        else foreignNumbers++;
      } else if (covered[i] !== 1 && looksLikeName(lexicon, words, first, i, lex)) foreignNames++;
    }
    // The best text slot by slot.
    const { best } = agreement;
    let matchedNews = 0;
    let borrowed = 0;
    let slots = 0;
    let nameWeight = 0;
    let nameMissing = 0;
    let contrary = false;
    let pairs = 0;
    let inOrder = 0;
    let before = -1;
    for (let s = index.slotAt[best] ?? 0, end = index.slotAt[best + 1] ?? 0; s < end; s++) {
      const term = index.slotTerm[s] ?? 0;
      const weight = index.slotWeight[s] ?? 0;
      const filled = comparer.slotFilled(s);
      const here = stamp[term] === sentence;
      const isName = index.isName[term] === 1;
      if (isName) nameWeight += weight;
      if (filled <= 0) {
        if (isName) nameMissing += weight;
        continue;
      }
      if (!here || kind[term] === SAID) {
        matchedNews += index.idf[term] ?? 0;
        slots++;
      } else borrowed += filled;
      if (!here) continue;
      if (kind[term] === CONTRARY) contrary = true;
      const at = place[term] ?? -1;
      if (at < 0) continue;
      if (before >= 0) {
        pairs++;
        if (at >= before) inOrder++;
      }
      before = at;
    }
    const matched = comparer.matchedOf(best);
    const profile = acc[claim] ?? 0;
    const chance = (nb[claim] ?? 0) + unused;
    const asserted = agreement.byRelation[0] ?? 0;
    const denied = agreement.byRelation[1] ?? 0;
    const questioned = agreement.byRelation[2] ?? 0;
    const features = rowOf([
      1,
      coverageOf(matched, index.textWhole[best] ?? 0),
      precisionOf(matched, unexplained),
      agreement.first,
      agreement.second,
      agreement.coverage,
      Math.log1p(matched),
      Math.log1p(matchedNews),
      mass > 0 ? explained / mass : 0,
      Math.log1p(profile),
      profile / top,
      between(Math.log((profile + 0.5) / (other + 0.5)), 2),
      cap(foreignNames, 3),
      cap(foreignNumbers, 3),
      nameWeight > 0 ? nameMissing / nameWeight : 0,
      matched > 0 ? borrowed / matched : 0,
      Math.log1p(content),
      cap(slots, 6),
      pairs > 0 ? inOrder / pairs : 0.5,
      isHeading ? 1 : 0,
      0,
      cap(numbers, 2),
      cap(foreignNumbers, 2),
      0,
      (index.claimMass[claim] ?? 0) > 0 ? profileHit / (index.claimMass[claim] ?? 1) : 0,
      Math.log1p(unexplained),
      agreement.third,
      chance,
      0,
      chance / (1 + reading.count),
      asserted,
      denied,
      questioned,
      sentence - (lastAt[claim] ?? 0) === 1 ? (lastAgreement[claim] ?? 0) : 0,
      kinOf(claim),
    ]);
    lastAt[claim] = sentence;
    lastAgreement[claim] = agreement.first;
    const even = Math.sqrt(leaners + 1);
    return {
      claim,
      features,
      text: best,
      assertedText: agreement.asserted,
      byRelation: [asserted, denied, questioned],
      leans: [deny / even, ask / even],
      contrary,
      grounds: groundsOf(words, first, best, comparer.slotFilled),
    };
  };

  return {
    reading,
    /** Forgets the page. */
    reset: reading.reset,
    /** How much of the story's own names the page has shown so far. */
    topic: (): number => reading.story,
    /** Number of negating words of the sentence just scored. */
    negations: (): number => countNegations(lexicon, analysis.lex, analysis.words),
    /** Reads words `first` … `last`-1 of `words`, split from `text`, as one sentence. */
    score: (text: string, words: Words, first: number, last: number, isHeading: boolean): Candidate[] => {
      reading.read(text, words, first, last, isHeading);
      if (reading.count === 0) return [];
      gate();
      let top = 0;
      let second = 0;
      for (let i = 0; i < touchedCount; i++) {
        const value = acc[touched[i] ?? 0] ?? 0;
        if (value > top) {
          second = top;
          top = value;
        } else if (value > second) second = value;
      }
      if (top < GATE) return [];
      const candidates: Candidate[] = [];
      for (let i = 0; i < touchedCount; i++) {
        const claim = touched[i] ?? 0;
        const value = acc[claim] ?? 0;
        if (value < GATE || value < GATE_SHARE * top || (nb[claim] ?? 0) + unused < LEAST_CHANCE) continue;
        const candidate = weigh(claim, words, first, isHeading, top, value === top ? second : top);
        if (candidate) candidates.push(candidate);
      }
      let topNb = 0;
      let secondNb = 0;
      for (let i = 0; candidates.length > 0 && i < touchedCount; i++) {
        const value = nb[touched[i] ?? 0] ?? 0;
        if (value > topNb) {
          secondNb = topNb;
          topNb = value;
        } else if (value > secondNb) secondNb = value;
      }
      for (const one of candidates) {
        let rival = 0;
        for (const two of candidates) {
          const agreed = two.features[AGREEMENT] ?? 0;
          if (two !== one && agreed > rival) rival = Math.max(rival, agreed * sharedWords(one.grounds, two.grounds));
        }
        one.features[LEAD] = (one.features[AGREEMENT] ?? 0) - rival;
        const own = nb[one.claim] ?? 0;
        one.features[NB_MARGIN] = between(own - (own === topNb ? secondNb : topNb), 8);
      }
      let leader: Candidate | null = null;
      for (const one of candidates)
        if (!leader || (one.features[AGREEMENT] ?? 0) > (leader.features[AGREEMENT] ?? 0)) leader = one;
      if (leader) recent.push({ at: reading.sentence, claim: leader.claim, agreement: leader.features[AGREEMENT] ?? 0 });
      if (recent.length > KIN_REACH) recent.shift();
      return candidates;
    },
  };
};
