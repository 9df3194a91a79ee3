// Bare statements, and sentences that treat them in one way or another, for tests/match/relation.test.ts. All made up.

/** A sentence with the relation that it has to its claim; both where readers may differ. */
export type Treated = readonly [text: string, relation: string];

export const CLAIMS = {
  turbines: 'Wind turbines caused the blackout in northern Velmark.',
  jobs: 'The port of Tillbrook lost 12,400 fishing jobs after the dam was built.',
  books: 'Governor Odell secretly banned 340 library books about dinosaurs.',
  vaccine: 'The measles vaccine causes autism in toddlers.',
  mink: 'Denmark bought 900 million expired mink furs from Chinese farmers.',
  moon: 'NASA faked the 1969 lunar landing in a Nevada hangar.',
  taxes: 'Senator Brandt never paid property taxes on his ranch in Kesterville.',
  sulfur: 'The Kelding refinery does not emit any sulfur dioxide.',
  burglaries: 'Immigrants commit fewer burglaries than native-born citizens in Arvada County.',
  pensions: 'Chancellor Ritter cut pensions for 64,000 retired miners.',
  garlic: 'Garlic cures malaria within three days.',
  bridge: 'The Orlen bridge cost taxpayers more than $480 million.',
  cousin: 'The mayor of Dunmore hired his cousin to audit the waterworks.',
  relics: 'The Vatican denied that relics from Assisi were stolen.',
  reservoir: 'Did the CIA poison the Halvorsen reservoir in 1974?',
} as const;
