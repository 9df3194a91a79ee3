// Learned by tests/bench/learn-decision.ts from the CheckThat! debates (train split) and 1,000 judged news articles. Order: EVIDENCE.
export const DECISION: readonly number[] = [
  -11.05, // one
  0.4562, // shared
  0.03324, // cover
  1.258, // coverSentence
  1.206, // f1
  0.4108, // alone
  1.257, // order
  1.053, // pairs
  0.1339, // numbersAgree
  0.05702, // numbersMissing
  -0.2301, // numbersExtra
  -0.3525, // namesMissing
  0.2776, // rarestMissing
  0.1916, // missing
  -0.099, // span
  2.445, // title
  1.071, // claimant
  9.001, // context
  0.3209, // words
  0.01498, // rarest
  -0.5918, // twin
  1.484, // plainCover
  1.149, // plainFresh
  1.14, // freshCover
  0.7047, // fresh
  0.9106, // freshTop
  -0.4404, // sentenceLength
  -0.0008153, // extra
  0.2748, // run
  -0.179, // runs
  -0.0743, // polarity
  -0.287, // plainMissing
  -0.2819, // plainRarestMissing
  0.2504, // plainOrder
  -0.2607, // rareTwo
];
/** Log-odds from which a sentence lights up: where 90 % of the highlights were right out of fold. */
export const THRESHOLD = -0.15;
