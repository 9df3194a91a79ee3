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

/** A row of features as a typed array; `Float64Array.of` takes several times as long. */
export const rowOf = (values: Readonly<Record<Feature, number>>): Float64Array => {
  const row = new Float64Array(FEATURE_COUNT);
  for (let i = 0; i < FEATURE_COUNT; i++) row[i] = values[FEATURES[i] ?? 'bias'];
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
