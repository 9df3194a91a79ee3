// What the decision weighs of a candidate, in order. The learning script and the shipped forest count by these positions.

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

/** A row of features as a typed array. Written out: walking over FEATURES takes five times as long. */
export const rowOf = (v: Readonly<Record<Feature, number>>): Float64Array =>
  new Float64Array([
    v.bias,
    v.coverage,
    v.precision,
    v.agreement,
    v.agreement2,
    v.agreement3,
    v.bestCoverage,
    v.matched,
    v.matchedNews,
    v.missingTop,
    v.plainCoverage,
    v.plainBoth,
    v.slots,
    v.order,
    v.borrowed,
    v.missingNames,
    v.asserted,
    v.denied,
    v.questioned,
    v.explained,
    v.unexplainedMass,
    v.spanOpen,
    v.spanShare,
    v.foreignNames,
    v.foreignNumbers,
    v.numbers,
    v.length,
    v.heading,
    v.closing,
    v.asking,
    v.profile,
    v.profileShare,
    v.profileMargin,
    v.profileCoverage,
    v.coreNames,
    v.coreOthers,
    v.coreMissing,
    v.chance,
    v.chanceLead,
    v.chancePer,
    v.score,
    v.scoreLead,
    v.scoreShare,
    v.lead,
    v.diction,
    v.dictionLead,
    v.tells,
    v.sameBefore,
    v.kinBefore,
    v.topic,
    v.company,
    v.about,
  ]);

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
