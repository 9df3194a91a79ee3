// Learned by tests/bench/learn-decision.ts from the CheckThat! debates (train split) and 1,000 judged news articles. Order: EVIDENCE.
export const DECISION: readonly number[] = [
  -12.63, // one
  0.2353, // shared
  0.2006, // cover
  1.285, // coverSentence
  1.010, // f1
  0.6246, // alone
  1.447, // order
  0.6053, // pairs
  0.2790, // numbersAgree
  0.02549, // numbersMissing
  -0.2870, // numbersExtra
  -0.1918, // namesMissing
  0.5683, // rarestMissing
  0.2096, // missing
  -0.01227, // span
  2.760, // title
  1.319, // claimant
  9.888, // context
  0.1784, // words
  0.2125, // rarest
  -0.2529, // twin
  1.280, // plainCover
  0.9458, // plainFresh
  1.318, // freshCover
  0.7433, // fresh
  0.8813, // freshTop
  -0.4403, // sentenceLength
  -0.002222, // extra
  -0.04859, // run
  -0.2806, // runs
  -0.05625, // polarity
  -0.1937, // plainMissing
  -0.2753, // plainRarestMissing
  0.2501, // plainOrder
  -0.1711, // rareTwo
  1.112, // wordRun
  1.116, // wordPairs
  -0.4087, // wordTriples
  -1.339, // wordFours
];
/** Log-odds from which a sentence lights up: where 90 % of the highlights were right out of fold. */
export const THRESHOLD = -0.22;
