// Learned by tests/bench/learn-decision.ts from the CheckThat! debates (train split) and 1,000 judged news articles. Order: EVIDENCE.
export const DECISION: readonly number[] = [
  -12.54, // one
  0.2816, // shared
  0.2141, // cover
  1.261, // coverSentence
  0.9737, // f1
  0.6540, // alone
  1.479, // order
  0.6015, // pairs
  0.2672, // numbersAgree
  0.02915, // numbersMissing
  -0.2999, // numbersExtra
  -0.1751, // namesMissing
  0.5366, // rarestMissing
  0.2011, // missing
  -0.008484, // span
  2.779, // title
  1.321, // claimant
  9.953, // context
  0.1610, // words
  0.1747, // rarest
  -0.3378, // twin
  1.275, // plainCover
  0.9955, // plainFresh
  1.157, // freshCover
  0.7102, // fresh
  0.7607, // freshTop
  -0.4434, // sentenceLength
  -0.002233, // extra
  -0.06119, // run
  -0.2398, // runs
  -0.05115, // polarity
  -0.2110, // plainMissing
  -0.2783, // plainRarestMissing
  0.2451, // plainOrder
  -0.09857, // rareTwo
  1.113, // wordRun
  1.136, // wordPairs
  -0.3940, // wordTriples
  -1.328, // wordFours
];
/** Log-odds from which a sentence lights up: where 90 % of the highlights were right out of fold. */
export const THRESHOLD = -0.19;
