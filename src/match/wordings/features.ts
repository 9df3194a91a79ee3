// What the decision weighs of a candidate, in order. The learning script and the shipped forest count by these positions.
import { newRows } from '../rows.ts';

export const FEATURES = [
  'bias',
  // The wording that agrees best: how much of it is there, how much of the sentence it explains, both; then runners-up.
  'coverage',
  'precision',
  'agreement',
  'agreement2',
  'agreement3',
  'bestCoverage',
  'matched',
  'matchedNews',
  'missingTop',
  'plainCoverage',
  'plainBoth',
  'slots',
  'order',
  'borrowed',
  'missingNames',
  'asserted',
  'denied',
  'questioned',
  // The sentence: what the claim's terms leave open, in all and between the first and the last agreeing word.
  'explained',
  'unexplainedMass',
  'spanOpen',
  'spanShare',
  'foreignNames',
  'foreignNumbers',
  'numbers',
  'length',
  'heading',
  'closing',
  'asking',
  // The claim's terms as a whole, and how its rivals fare.
  'profile',
  'profileShare',
  'profileMargin',
  'profileCoverage',
  'coreNames',
  'coreOthers',
  'coreMissing',
  'chance',
  'chanceLead',
  'chancePer',
  'score',
  'scoreLead',
  'scoreShare',
  'lead',
  // All its words, function words included: for this claim, ahead of the others that lead, and for any claim at all.
  'diction',
  'dictionLead',
  'tells',
  // The page.
  'sameBefore',
  'kinBefore',
  'topic',
  'company',
  'about',
] as const;
export const FEATURE_COUNT = FEATURES.length;
export type Feature = (typeof FEATURES)[number];
export const at = (name: Feature): number => FEATURES.indexOf(name);

const TOPIC = at('topic');
const COMPANY = at('company');
const ABOUT = at('about');

const newRow = newRows(FEATURE_COUNT);
/** A row of features as a typed array. Written out: walking over FEATURES takes five times as long, a list of values half as long again. */
export const rowOf = (v: Readonly<Record<Feature, number>>): Float64Array => {
  const row = newRow();
  let at = 0;
  row[at++] = v.bias;
  row[at++] = v.coverage;
  row[at++] = v.precision;
  row[at++] = v.agreement;
  row[at++] = v.agreement2;
  row[at++] = v.agreement3;
  row[at++] = v.bestCoverage;
  row[at++] = v.matched;
  row[at++] = v.matchedNews;
  row[at++] = v.missingTop;
  row[at++] = v.plainCoverage;
  row[at++] = v.plainBoth;
  row[at++] = v.slots;
  row[at++] = v.order;
  row[at++] = v.borrowed;
  row[at++] = v.missingNames;
  row[at++] = v.asserted;
  row[at++] = v.denied;
  row[at++] = v.questioned;
  row[at++] = v.explained;
  row[at++] = v.unexplainedMass;
  row[at++] = v.spanOpen;
  row[at++] = v.spanShare;
  row[at++] = v.foreignNames;
  row[at++] = v.foreignNumbers;
  row[at++] = v.numbers;
  row[at++] = v.length;
  row[at++] = v.heading;
  row[at++] = v.closing;
  row[at++] = v.asking;
  row[at++] = v.profile;
  row[at++] = v.profileShare;
  row[at++] = v.profileMargin;
  row[at++] = v.profileCoverage;
  row[at++] = v.coreNames;
  row[at++] = v.coreOthers;
  row[at++] = v.coreMissing;
  row[at++] = v.chance;
  row[at++] = v.chanceLead;
  row[at++] = v.chancePer;
  row[at++] = v.score;
  row[at++] = v.scoreLead;
  row[at++] = v.scoreShare;
  row[at++] = v.lead;
  row[at++] = v.diction;
  row[at++] = v.dictionLead;
  row[at++] = v.tells;
  row[at++] = v.sameBefore;
  row[at++] = v.kinBefore;
  row[at++] = v.topic;
  row[at++] = v.company;
  row[at++] = v.about;
  return row;
};

/** A name counts as much as this, in nats of company, for whether a page is about the pack's story: it parts labelled pages best. */
const NAME_NATS = 1;

/**
 * What only the whole page tells of a sentence.
 * @param topic how much the page names the story's own names, 0 to 1; @param others agreement of its other sentences with claims, summed
 */
export const setPage = (features: Float64Array, topic: number, others: number): void => {
  const company = Math.log1p(others);
  features[TOPIC] = topic;
  features[COMPANY] = company;
  features[ABOUT] = company + NAME_NATS * topic;
};
