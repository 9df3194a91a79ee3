// Learned by tests/bench/learn-decision.ts from the CheckThat! debates (train split) and 1,000 judged news articles. Order: EVIDENCE.
export const DECISION: readonly number[] = [
  -11.09, // one
  0.4414, // shared
  0.05992, // cover
  1.248, // coverSentence
  1.183, // f1
  0.4135, // alone
  1.253, // order
  1.036, // pairs
  0.1292, // numbersAgree
  0.04808, // numbersMissing
  -0.2354, // numbersExtra
  -0.3478, // namesMissing
  0.3048, // rarestMissing
  0.1934, // missing
  -0.09323, // span
  2.468, // title
  1.067, // claimant
  8.956, // context
  0.3324, // words
  0.04867, // rarest
  -0.6176, // twin
  1.481, // plainCover
  1.171, // plainFresh
  1.144, // freshCover
  0.7099, // fresh
  0.9212, // freshTop
  -0.4372, // sentenceLength
  -0.0003648, // extra
  0.275, // run
  -0.1376, // runs
  -0.251, // polarity
  -0.2737, // plainMissing
  -0.2927, // plainRarestMissing
  0.2399, // plainOrder
  -0.2695, // rareTwo
];
/** Log-odds from which a sentence lights up: where 90 % of the highlights were right out of fold. */
export const THRESHOLD = -0.16;
