// What a term is worth: rarity in ordinary news, and how well it tells the pack's claims apart.

/** A term used in a share of a claim's wordings this many times over counts as fully typical: 1 − e^(−8·share). */
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

/** A claim that never uses a term of the sentence loses this much: one use in ten texts is taken for granted. */
export const UNUSED_NATS = Math.log(10);

/** Nats of a further word of an expression: the entropy of the next word of running text, less what fixed phrases share. */
const NEXT_WORD = 2.5;
const MOST_NATS = 9;
const LEAST_WORD = 0.5;

/** An expression is as rare as its rarest word, and rarer with each further word. @param idfs nats of its words */
export const expressionInformation = (idfs: readonly number[]): number =>
  Math.min(MOST_NATS, Math.max(LEAST_WORD, ...idfs) + (idfs.length - 1) * NEXT_WORD);

/** The chance of a concept is the sum of the chances of its members. @param members nats of each; none: function words alone */
export const conceptInformation = (members: readonly number[]): number => {
  const COMMONEST = 0.9;
  const LEAST_NATS = 0.3;
  const RAREST = 1e-4;
  if (members.length === 0) return LEAST_NATS;
  return Math.max(
    LEAST_NATS,
    -Math.log(
      Math.min(
        COMMONEST,
        members.reduce((sum, nats) => sum + Math.exp(-nats), RAREST),
      ),
    ),
  );
};
