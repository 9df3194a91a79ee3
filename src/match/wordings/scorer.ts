// Scores one sentence after the other against the claims of an index: which terms it holds, which claims those are typical
// of (the gate), and for the few that pass, how well their wordings agree (the features that decide.ts weighs).
import { type Lexicon, NUMERIC, STOP } from '../../text/lexicon.ts';
import type { Words } from '../../text/words.ts';
import { analyse, type Analysis, looksLikeName, newAnalysis, newStemCache } from './analyse.ts';
import { AMBIGUOUS_CREDIT, CONTEXT_CREDIT, OPPOSITE_CREDIT, PARTS_CREDIT, RELATED_CREDIT } from './information.ts';
import type { Columns } from './layout.ts';
import { countNegations } from './negation.ts';

/** Names carry over to this many following sentences. */
const REACH = 2;
/** A claim is looked at when the sentence's terms are typical of it by this much (weighted nats). */
export const GATE = 1.6;

/** Below this agreement with every wording (0 to 1) a claim is no candidate. */
export const LEAST_AGREEMENT = 0.3;

export const FEATURES = [
  'bias', 'coverage', 'precision', 'agreement', 'agreement2', 'bestCoverage', 'matched', 'matchedNews', 'explained', 'profile', 'profileShare',
  'profileMargin', 'foreignNames', 'foreignNumbers', 'missingNames', 'borrowed', 'length', 'slots', 'order', 'heading', 'lead', 'numbers', 'numberConflict',
  'topic', 'profileCoverage', 'unexplainedMass', 'agreement3', 'nb', 'nbMargin', 'nbPer', 'asserted', 'denied', 'questioned', 'sameBefore',
] as const;
export const FEATURE_COUNT = FEATURES.length;
const AGREEMENT = FEATURES.indexOf('agreement');
const LEAD = FEATURES.indexOf('lead');
const NB_MARGIN = FEATURES.indexOf('nbMargin');
/** Filled in once the whole page has been read. */
export const TOPIC = FEATURES.indexOf('topic');

/** A claim that passed the gate in a sentence. */
export interface Candidate {
  readonly claim: number;
  readonly features: Float64Array;
  /** Text of the claim that agreed best, the best one that asserts (-1: none), and the best agreement of texts by relation (asserts, denies, questions). */
  readonly text: number;
  readonly assertedText: number;
  /** Nats by which the sentence's terms speak for a denial, and for a question; less each, the more terms there are. */
  readonly leans: readonly [number, number];
  readonly byRelation: readonly [number, number, number];
  /** Whether a contrary concept stood in for one of the wording's. */
  readonly contrary: boolean;
}

export interface Scorer {
  readonly analysis: Analysis;
  /** Forgets the page. */
  reset(): void;
  /** Reads a sentence; the answer is valid until the next call. */
  score(text: string, words: Words, first: number, last: number, heading: boolean): Candidate[];
  /** How much of the story's own names the page has shown so far. */
  topic(): number;
  readonly negations: () => number;
  credit(term: number): number;
}

export const newScorer = (index: Columns, lexicon: Lexicon): Scorer => {
  const terms = index.weight.length;
  const analysis = newAnalysis();
  const cache = newStemCache();
  const stamp = new Int32Array(terms);
  const credit = new Float32Array(terms);
  const kind = new Uint8Array(terms); // 1 said, 2 related, 3 contrary, 4 from context
  const place = new Int32Array(terms);
  const seenAt = new Int32Array(terms).fill(-1000);
  const headAt = new Int32Array(terms).fill(-1000);
  const storyAt = new Int32Array(terms).fill(-1);
  const present: number[] = [];
  const names: number[] = [];
  const acc = new Float32Array(index.claims);
  const accStamp = new Int32Array(index.claims);
  const lastAt = new Int32Array(index.claims).fill(-1000);
  const lastAgreement = new Float32Array(index.claims);
  const touched: number[] = [];
  const nb = new Float32Array(index.claims);
  let rest = 0;
  const REST = Math.log(10);
  const typical = new Float32Array(terms);
  const covered = new Uint8Array(analysis.lex.length);
  let sentence = 0;
  let heading = 0;
  let page = 0;
  let story = 0;
  let negations = 0;

  const mark = (term: number, value: number, how: number, at: number): void => {
    if (stamp[term] === sentence) {
      if ((credit[term] ?? 0) >= value) return;
    } else {
      stamp[term] = sentence;
      present.push(term);
    }
    credit[term] = value;
    kind[term] = how;
    place[term] = at;
  };
  const inReach = (term: number): boolean =>
    stamp[term] === sentence || sentence - (seenAt[term] ?? 0) <= REACH || headAt[term] === heading;

  const readTerms = (): void => {
    present.length = 0;
    const { hits, hitTerm, hitFrom, hitNear } = analysis;
    let waiting = 0;
    for (let h = 0; h < hits; h++) {
      if ((hitNear[h] ?? -1) < 0) mark(hitTerm[h] ?? 0, 1, 1, hitFrom[h] ?? 0);
      else waiting++;
    }
    for (let h = 0; waiting > 0 && h < hits; h++) {
      const near = hitNear[h] ?? -1;
      if (near < 0) continue;
      const length = index.near[near] ?? 0;
      for (let i = 1; i <= length; i++) {
        if (inReach(index.near[near + i] ?? 0)) {
          mark(hitTerm[h] ?? 0, AMBIGUOUS_CREDIT, 1, hitFrom[h] ?? 0);
          break;
        }
      }
    }
    const said = present.length;
    for (let p = 0; p < said; p++) {
      const term = present[p] ?? 0;
      for (let r = index.relatedAt[term] ?? 0; r < (index.relatedAt[term + 1] ?? 0); r++) mark(index.related[r] ?? 0, RELATED_CREDIT, 2, place[term] ?? 0);
      for (let r = index.oppositeAt[term] ?? 0; r < (index.oppositeAt[term + 1] ?? 0); r++) mark(index.opposite[r] ?? 0, OPPOSITE_CREDIT, 3, place[term] ?? 0);
    }
    for (const name of names) if (stamp[name] !== sentence && inReach(name)) mark(name, CONTEXT_CREDIT, 4, -1);
    for (let p = 0; p < said; p++) {
      const term = present[p] ?? 0;
      if (index.isName[term] !== 1) continue;
      if ((index.story[term] ?? 0) > 0 && (credit[term] ?? 0) === 1 && storyAt[term] !== page) {
        storyAt[term] = page;
        story += index.story[term] ?? 0;
      }
      if ((seenAt[term] ?? 0) < sentence - REACH && !names.includes(term)) names.push(term);
      seenAt[term] = sentence;
    }
    if (names.length > 24) names.splice(0, names.length - 24);
  };

  const gate = (): void => {
    touched.length = 0;
    rest = 0;
    for (const term of present) {
      const value = (index.weight[term] ?? 0) * (credit[term] ?? 0);
      if (index.postAt[term] !== index.postAt[term + 1]) rest -= (credit[term] ?? 0) * REST;
      const end = index.postAt[term + 1] ?? 0;
      for (let p = index.postAt[term] ?? 0; p < end; p++) {
        const claim = index.postClaim[p] ?? 0;
        if (accStamp[claim] !== sentence) {
          accStamp[claim] = sentence;
          acc[claim] = 0;
          nb[claim] = 0;
          touched.push(claim);
        }
        acc[claim] = (acc[claim] ?? 0) + value * (index.postTypical[p] ?? 0);
        nb[claim] = (nb[claim] ?? 0) + (credit[term] ?? 0) * ((index.postNb[p] ?? 0) + REST);
      }
    }
  };

  // Credit of a slot: its own term's, or the mean of its expression's words'.
  const slotCredit = (slot: number, term: number): number => {
    const own = stamp[term] === sentence ? (credit[term] ?? 0) : 0;
    const from = index.partAt[slot] ?? 0;
    const to = index.partAt[slot + 1] ?? 0;
    if (own === 1 || to - from < 2) return own;
    let sum = 0;
    for (let p = from; p < to; p++) {
      const part = index.part[p] ?? 0;
      if (stamp[part] === sentence) sum += credit[part] ?? 0;
    }
    return Math.max(own, (sum / (to - from)) * PARTS_CREDIT);
  };

  const weigh = (claim: number, words: Words, first: number, isHeading: boolean, topAcc: number, otherAcc: number): Candidate | null => {
    // What of the sentence the claim's vocabulary explains.
    const from = index.termAt[claim] ?? 0;
    const to = index.termAt[claim + 1] ?? 0;
    let leaners = 0;
    let deny = 0;
    let ask = 0;
    let profileMass = 0;
    let profileHit = 0;
    for (let t = from; t < to; t++) {
      const term = index.termTerm[t] ?? 0;
      const value = index.termTypical[t] ?? 0;
      typical[term] = value;
      const mass = value * value * (index.weight[term] ?? 0);
      profileMass += mass;
      if (stamp[term] !== sentence) continue;
      profileHit += mass * (credit[term] ?? 0);
      if (kind[term] === 1) {
        leaners++;
        deny += index.termDeny[t] ?? 0;
        ask += index.termAsk[t] ?? 0;
      }
    }
    const count = analysis.words;
    covered.fill(0, 0, count);
    for (let h = 0; h < analysis.hits; h++) {
      const term = analysis.hitTerm[h] ?? 0;
      if ((typical[term] ?? 0) > 0 && stamp[term] === sentence) covered.fill(1, analysis.hitFrom[h] ?? 0, analysis.hitTo[h] ?? 0);
    }
    let mass = 0;
    let explained = 0;
    let foreignNames = 0;
    let foreignNumbers = 0;
    let content = 0;
    for (let i = 0; i < count; i++) {
      const lex = analysis.lex[i] ?? 0;
      const flags = lexicon.flags[lex] ?? 0;
      if ((flags & STOP) !== 0) continue;
      content++;
      const idf = lexicon.idf[lex] ?? 0;
      mass += idf;
      if (covered[i] === 1) explained += idf;
      else if (looksLikeName(lexicon, words, first, i, lex)) foreignNames++;
      else if ((flags & NUMERIC) !== 0) foreignNumbers++;
    }
    for (let t = from; t < to; t++) typical[index.termTerm[t] ?? 0] = 0;
    const unexplained = mass - explained;

    let best = -1;
    let bestF = 0;
    let secondF = 0;
    let thirdF = 0;
    let bestCoverage = 0;
    const byRelation: [number, number, number] = [0, 0, 0];
    let assertedText = -1;
    for (let x = index.textAt[claim] ?? 0; x < (index.textAt[claim + 1] ?? 0); x++) {
      const text = index.text[x] ?? 0;
      let matched = 0;
      let whole = 0;
      for (let s = index.slotAt[text] ?? 0; s < (index.slotAt[text + 1] ?? 0); s++) {
        const term = index.slotTerm[s] ?? 0;
        const weight = index.slotWeight[s] ?? 0;
        whole += weight;
        matched += weight * slotCredit(s, term);
      }
      if (whole <= 0 || matched <= 0) continue;
      const coverage = matched / (whole + 1);
      const precision = matched / (matched + 0.5 * unexplained + 1);
      const f = Math.sqrt(coverage * precision);
      bestCoverage = Math.max(bestCoverage, coverage);
      const relation = index.textRelation[text] ?? 0;
      if (f > (byRelation[relation] ?? 0)) {
        byRelation[relation] = f;
        if (relation === 0) assertedText = text;
      }
      if (f > bestF) {
        thirdF = secondF;
        secondF = bestF;
        bestF = f;
        best = text;
      } else if (f > secondF) {
        thirdF = secondF;
        secondF = f;
      } else if (f > thirdF) thirdF = f;
    }
    if (bestF < LEAST_AGREEMENT) return null;
    // The best text in detail.
    let matched = 0;
    let matchedNews = 0;
    let whole = 0;
    let borrowed = 0;
    let slots = 0;
    let nameWeight = 0;
    let nameMissing = 0;
    let numbers = 0;
    let missingNumbers = 0;
    let contrary = false;
    let pairs = 0;
    let inOrder = 0;
    let before = -1;
    const slotEnd = best < 0 ? 0 : (index.slotAt[best + 1] ?? 0);
    for (let s = best < 0 ? 0 : (index.slotAt[best] ?? 0); s < slotEnd; s++) {
      const term = index.slotTerm[s] ?? 0;
      const weight = index.slotWeight[s] ?? 0;
      const got = slotCredit(s, term);
      const here = stamp[term] === sentence;
      whole += weight;
      const isName = index.isName[term] === 1;
      if (isName) nameWeight += weight;
      if (got <= 0) {
        if (isName) nameMissing += weight;
        continue;
      }
      const value = weight * got;
      matched += value;
      if (!here || kind[term] === 1) {
        matchedNews += index.idf[term] ?? 0;
        slots++;
      } else borrowed += value;
      if (here && kind[term] === 3) contrary = true;
      const at = here ? (place[term] ?? -1) : -1;
      if (at >= 0) {
        if (before >= 0) {
          pairs++;
          if (at >= before) inOrder++;
        }
        before = at;
      }
    }
    for (let i = 0; i < count; i++) {
      if (((lexicon.flags[analysis.lex[i] ?? 0] ?? 0) & NUMERIC) === 0) continue;
      if (covered[i] === 1) numbers++;
      else missingNumbers++;
    }
    const profile = acc[claim] ?? 0;
    const features = new Float64Array(FEATURE_COUNT);
    features.set([
      1,
      matched / (whole + 1),
      matched / (matched + 0.5 * unexplained + 1),
      bestF,
      secondF,
      bestCoverage,
      Math.log1p(matched),
      Math.log1p(matchedNews),
      mass > 0 ? explained / mass : 0,
      Math.log1p(profile),
      profile / Math.max(topAcc, 1e-6),
      Math.max(-2, Math.min(2, Math.log((profile + 0.5) / (otherAcc + 0.5)))),
      Math.min(3, foreignNames),
      Math.min(3, foreignNumbers),
      nameWeight > 0 ? nameMissing / nameWeight : 0,
      matched > 0 ? borrowed / matched : 0,
      Math.log1p(content),
      Math.min(6, slots),
      pairs > 0 ? inOrder / pairs : 0.5,
      isHeading ? 1 : 0,
      0,
      Math.min(2, numbers),
      Math.min(2, missingNumbers),
      0,
      profileMass > 0 ? profileHit / profileMass : 0,
      Math.log1p(unexplained),
      thirdF,
      (nb[claim] ?? 0) + rest,
      0,
      ((nb[claim] ?? 0) + rest) / (1 + present.length),
      ...byRelation,
      sentence - (lastAt[claim] ?? 0) === 1 ? (lastAgreement[claim] ?? 0) : 0,
    ]);
    lastAt[claim] = sentence;
    lastAgreement[claim] = bestF;
    return { claim, features, text: best, assertedText, leans: [deny / Math.sqrt(leaners + 1), ask / Math.sqrt(leaners + 1)], byRelation, contrary };
  };

  return {
    analysis,
    reset: () => {
      sentence += 10;
      page++;
      heading++;
      story = 0;
      names.length = 0;
    },
    score: (text, words, first, last, isHeading) => {
      sentence++;
      if (isHeading) heading++;
      analyse(index, lexicon, cache, text, words, first, last, analysis);
      readTerms();
      if (isHeading) for (const term of present) if (kind[term] === 1 && index.isName[term] === 1) headAt[term] = heading;
      if (present.length === 0) return [];
      gate();
      let top = 0;
      let second = 0;
      for (const claim of touched) {
        const value = acc[claim] ?? 0;
        if (value > top) {
          second = top;
          top = value;
        } else if (value > second) second = value;
      }
      if (top < GATE) return [];
      negations = countNegations(lexicon, analysis.lex, analysis.words);
      const candidates: Candidate[] = [];
      for (const claim of touched) {
        const value = acc[claim] ?? 0;
        if (value >= GATE && value >= 0.4 * top) {
          const candidate = weigh(claim, words, first, isHeading, top, value === top ? second : top);
          if (candidate) candidates.push(candidate);
        }
      }
      // How far a claim's best agreement leads over the other candidates'.

      for (const one of candidates) {
        let other = 0;
        for (const two of candidates) if (two !== one) other = Math.max(other, two.features[AGREEMENT] ?? 0);
        let otherNb = 0;
        for (const claim of touched) if (claim !== one.claim) otherNb = Math.max(otherNb, nb[claim] ?? 0);
        one.features[NB_MARGIN] = Math.max(-8, Math.min(8, (nb[one.claim] ?? 0) - otherNb));
        one.features[LEAD] = (one.features[AGREEMENT] ?? 0) - other;
      }
      return candidates;
    },
    topic: () => story,
    negations: () => negations,
    credit: (term) => (stamp[term] === sentence ? (credit[term] ?? 0) : 0),
  };
};
