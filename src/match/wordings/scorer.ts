// Scores one sentence after the other: the gate finds the claims whose terms it holds, agreement.ts compares their wordings,
// and what decide.ts weighs is put together here.
import type { Lexicon } from '../../text/lexicon.ts';
import type { Words } from '../../text/words.ts';
import { coverageOf, newAgreement, newComparer, precisionOf } from './agreement.ts';
import { newBefore } from './before.ts';
import type { Candidate } from './candidate.ts';
import { newCore } from './core.ts';
import { newDiction } from './diction.ts';
import { newExplained } from './explained.ts';
import { at, rowOf } from './features.ts';
import { closing, opensAsking } from './form.ts';
import { newGate } from './gate.ts';
import type { Columns } from './layout.ts';
import { newNegations } from './negation.ts';
import { newParts } from './part.ts';
import { shareOf } from './profiles.ts';
import type { Promising } from './promise.ts';
import { newReading } from './reading.ts';
import { newGrounds, sharedWords } from './reason.ts';
import { RELATION_WORDS } from './relation-words.data.ts';
import { newRelationTold, type RelationWords } from './relation-words.ts';
import { slotFacts } from './slot-facts.ts';
import { LEAST_TELL, NO_TELLS, tellOf } from './tells.ts';

/** A claim whose terms explain less than this share of the sentence's information is no candidate … */
export const LEAST_EXPLAINED = 0.08;
/** … nor one whose wordings all agree less than this (0 to 1). */
export const LEAST_AGREEMENT = 0.15;

const AGREEMENT = at('agreement');
const LEAD = at('lead');

const cap = (value: number, most: number): number => Math.min(most, value);

export type Scorer = ReturnType<typeof newScorer>;

/**
 * @param promiseOf null: nothing is turned away for promising too little (promise.ts)
 * @param options.leastTell below this no claim is looked for (tells.ts)
 */
export const newScorer = (
  index: Columns,
  lexicon: Lexicon,
  promiseOf: Promising | null,
  {
    relationWords = RELATION_WORDS,
    leastTell = LEAST_TELL,
  }: { readonly relationWords?: RelationWords; readonly leastTell?: number } = {},
) => {
  const reading = newReading(index, lexicon);
  const { analysis, credit } = reading;
  const agreement = newAgreement(index);
  const comparer = newComparer(index, reading, agreement);
  const gate = newGate(index, reading, agreement, comparer.gather, newDiction(index, reading), promiseOf);
  const coreOf = newCore(index, reading);
  const negationsOf = newNegations(lexicon);
  const groundsOf = newGrounds(index, reading);
  const relationTold = newRelationTold(relationWords, lexicon);
  const explained = newExplained(lexicon, reading, index.weight.length);
  const parts = newParts(lexicon);
  const before = newBefore(index, reading);
  /** Of the sentence just scored. */
  let tell = NO_TELLS;
  const form = { closing: 0, asking: 0 };
  let told: readonly [deny: number, ask: number] = [0, 0];

  /** Whether the words of the sentence just analysed tell that it may make a claim. */
  const isWorth = (): boolean => {
    tell = tellOf(index.tells, analysis);
    return index.tells.length === 0 || tell >= leastTell;
  };

  /** What the claim's terms among the sentence's tell; the terms are noted as explained. */
  const sumUp = (claim: number) => {
    comparer.gather(claim);
    explained.next();
    const sum = { mass: 0, deny: 0, ask: 0 };
    for (let g = 0; g < agreement.count; g++) {
      const term = agreement.terms[g] ?? 0;
      const posting = agreement.postings[g] ?? 0;
      const value = credit[term] ?? 0;
      explained.own(term);
      sum.mass += (index.postMass[posting] ?? 0) * value;
      const share = gate.sums.scale * shareOf(value, index.weight[term] ?? 0);
      sum.deny += share * (index.leanDeny[posting] ?? 0);
      sum.ask += share * (index.leanAsk[posting] ?? 0);
    }
    return sum;
  };

  /** @param place of the claim among the gate's leaders */
  const weigh = (place: number, text: string, words: Words, first: number, isHeading: boolean): Candidate | null => {
    const claim = gate.leaders[place] ?? 0;
    const sum = sumUp(claim);
    explained.measure();
    const { mass, open, content } = explained;
    if (mass - open < LEAST_EXPLAINED * mass) return null;
    comparer.compare(open);
    if (agreement.first < LEAST_AGREEMENT) return null;

    const { best } = agreement;
    const foreign = explained.foreign(words, first);
    parts.next();
    const slots = slotFacts(index, reading, best, comparer.slotFilled, parts);
    parts.narrow();
    const isWhole = parts.to - parts.from === analysis.words;
    const spanOpen = explained.openBetween(slots.from, slots.to);
    const matched = comparer.matchedOf(best);
    const claimMass = index.claimMass[claim] ?? 0;
    const asserted = agreement.byRelation[0] ?? 0;
    const denied = agreement.byRelation[1] ?? 0;
    const questioned = agreement.byRelation[2] ?? 0;
    const core = coreOf(claim);
    const features = rowOf({
      bias: 1,
      coverage: coverageOf(matched, index.textWhole[best] ?? 0),
      precision: precisionOf(matched, open),
      agreement: agreement.first,
      agreement2: agreement.second,
      agreement3: agreement.third,
      bestCoverage: agreement.coverage,
      matched: Math.log1p(matched),
      matchedNews: Math.log1p(slots.matchedNews),
      missingTop: slots.missingTop,
      plainCoverage: slots.plain,
      plainBoth: slots.plain * explained.share(),
      slots: cap(slots.said, 6),
      order: slots.order,
      borrowed: matched > 0 ? slots.borrowed / matched : 0,
      missingNames: slots.names > 0 ? slots.namesMissing / slots.names : 0,
      asserted,
      denied,
      questioned,
      explained: explained.share(),
      unexplainedMass: Math.log1p(open),
      spanOpen: Math.log1p(spanOpen),
      spanShare: precisionOf(matched, spanOpen),
      foreignNames: cap(foreign.names, 3),
      foreignNumbers: cap(foreign.numbers, 3),
      numbers: cap(foreign.own, 2),
      length: Math.log1p(content),
      heading: isHeading ? 1 : 0,
      closing: form.closing,
      asking: form.asking,
      profile: gate.profile(place),
      profileShare: gate.profileShare(place),
      profileMargin: gate.profileMargin(place),
      profileCoverage: claimMass > 0 ? sum.mass / claimMass : 0,
      coreNames: core.names,
      coreOthers: core.others,
      coreMissing: core.missing,
      chance: gate.chance(place),
      chanceLead: gate.chanceLead(place),
      chancePer: gate.chance(place) / (1 + reading.count),
      score: gate.score(place),
      scoreLead: gate.scoreLead(place),
      scoreShare: gate.scoreShare(place),
      lead: 0,
      diction: gate.diction(place),
      dictionLead: gate.dictionLead(place),
      tells: tell,
      sameBefore: before.same(claim),
      kinBefore: before.kin(claim),
      topic: 0,
      company: 0,
      about: 0,
    });
    before.note(claim, agreement.first);
    return {
      claim,
      features,
      text: best,
      assertedText: agreement.asserted,
      byRelation: [asserted, denied, questioned],
      leans: [
        sum.deny,
        sum.ask,
        gate.sums.deny,
        gate.sums.ask,
        ...told,
        ...(isWhole ? told : relationTold(analysis, parts.from, parts.to)),
      ],
      part: [
        words.start[first + parts.from] ?? 0,
        parts.to < analysis.words ? (words.start[first + parts.to] ?? 0) : text.length,
      ],
      partShare: (parts.to - parts.from) / analysis.words,
      partNegations: isWhole ? -1 : negationsOf(text, words, first + parts.from, first + parts.to),
      contrary: slots.contrary,
      grounds: groundsOf(words, first, best, comparer.slotFilled),
    };
  };

  /** How far each candidate is ahead of those that agree by the same words; the best is remembered for the sentences after. */
  const compareRivals = (candidates: readonly Candidate[]): void => {
    let leader: Candidate | null = null;
    for (const one of candidates) {
      const own = one.features[AGREEMENT] ?? 0;
      let rival = 0;
      for (const two of candidates) {
        const agreed = two.features[AGREEMENT] ?? 0;
        if (two !== one && agreed > rival) rival = Math.max(rival, agreed * sharedWords(one.grounds, two.grounds));
      }
      one.features[LEAD] = own - rival;
      if (!leader || own > (leader.features[AGREEMENT] ?? 0)) leader = one;
    }
    if (leader) before.lead(leader.claim, leader.features[AGREEMENT] ?? 0);
  };

  return {
    reading,
    gate,
    /** Forgets the page. */
    reset: reading.reset,
    /** How much of the story's own names the page has shown so far. */
    topic: (): number => reading.story,
    /** What the words of the sentence just scored tell of its making any claim (tells.ts). */
    tell: (): number => tell,
    /** Number of negating words of a sentence, given as for `score`. */
    negations: negationsOf,
    /** Reads words `first` … `last`-1 of `words`, split from `text`, as one sentence. */
    score: (text: string, words: Words, first: number, last: number, isHeading: boolean): Candidate[] => {
      const mayClaim = reading.read(text, words, first, last, isHeading, isWorth);
      const from = first + reading.from;
      const candidates: Candidate[] = [];
      const count = mayClaim && reading.count > 0 ? gate.sift(isHeading, tell) : 0;
      if (count > 0) {
        told = relationTold(analysis);
        parts.divide(text, words, from, analysis.lex, analysis.words);
        form.closing = closing(text, words, last);
        form.asking = opensAsking(text, words, from) ? 1 : 0;
      }
      for (let i = 0; i < count; i++) {
        const candidate = weigh(i, text, words, from, isHeading);
        if (candidate) candidates.push(candidate);
      }
      if (candidates.length > 0) compareRivals(candidates);
      return candidates;
    },
  };
};
