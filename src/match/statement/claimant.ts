// Who made a claim, as the ranking sees it: whether a text or its surroundings name the claimant, and how often checked.
import { type ByteReader, NO_CLAIMANT, type StatementIndex } from './layout.ts';
import { AFTER, BEFORE, MAIN } from './query.ts';

export interface Claimant {
  /** 1 if the text names the claimant, else 0; the same of the surroundings. */
  readonly named: number;
  readonly around: number;
  /** Logarithm of 1 + the number of the claimant's claims in the pack. */
  readonly claims: number;
  readonly known: number;
}

const NOBODY: Claimant = { named: 0, around: 0, claims: 0, known: 0 };

/** `fieldsOf` tells where the query has a term. */
export const claimantOf = (
  index: StatementIndex,
  names: ByteReader,
  claim: number,
  fieldsOf: (term: number) => number,
): Claimant => {
  const man = index.claimant[claim] ?? NO_CLAIMANT;
  if (man === NO_CLAIMANT) return NOBODY;
  let named = 0;
  let around = 0;
  names.at = index.claimantAt[man] ?? 0;
  for (let n = names.next(); n > 0; n--) {
    const fields = fieldsOf(names.next());
    if ((fields & MAIN) !== 0) named = 1;
    else if ((fields & (BEFORE | AFTER)) !== 0) around = 1;
  }
  return { named, around, claims: Math.log1p(index.claimantClaims[man] ?? 0), known: 1 };
};
