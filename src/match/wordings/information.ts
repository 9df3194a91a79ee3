// What a term is worth: rarity in ordinary news, and how well it tells the pack's claims apart.

/** A term used in a share of a claim's wordings this many times over counts as fully typical: 1 − e^(−3·share·…). */
export const PROFILE_SATURATION = 8;
/** A related or contrary concept is this typical of a claim whose wordings use the concept itself. */
export const RELATED_SPREAD = 0.5;
/** Credit in a wording's coverage for a related concept, a contrary one, and a name taken from context. */
export const RELATED_CREDIT = 0.5;
export const OPPOSITE_CREDIT = 0.6;
export const CONTEXT_CREDIT = 0.6;
/** … and for the words of an expression that are there without being that expression. */
export const PARTS_CREDIT = 0.9;

/** Even a term that every claim of the pack uses tells that a sentence is about the story. */
const LEAST_TELLING = 0.12;

/**
 * Weight of a term: its information in ordinary news times how much it tells claims apart.
 * @param idf nats; @param spread effective number of claims that use it; @param claims number of claims in the pack
 */
export const weightOf = (idf: number, spread: number, claims: number): number => {
  if (claims < 2) return idf;
  const telling = 1 - Math.log(Math.max(1, spread)) / Math.log(claims);
  return idf * Math.max(LEAST_TELLING, telling);
};

/** Two terms that share more than this part of the texts that use either are one piece of information … */
export const GLUED = 0.5;
/** … of which the second adds only this much, in nats, and what their separate uses tell. */
export const GLUED_REST = 0.1;

/** A number is worth at least this many nats: "17" is common in news, the same 17 in the same company is not. */
export const NUMBER_IDF = 3;

/** A name whose commonest word is at least this rare in ordinary news tells that a page is about the story. */
export const STORY_NAME_IDF = 6;
/** Credit of an expression that means this concept only by what is around it ("the general"). */
export const AMBIGUOUS_CREDIT = 0.8;
