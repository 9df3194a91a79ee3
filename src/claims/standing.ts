// How the evidence stands: derived from independent sources alone, never authored. It does not say what is true.
import { certainlyAfter } from './dates.ts';
import { families, repeats } from './families.ts';
import type { Balance, Claim, Evidence, Pack, Stance, Standing } from './types.ts';

/** False when the item's source has an original in common with the claim's origin: such an item only repeats the claim. */
export const isIndependent = (pack: Pack, claim: Claim, item: Evidence): boolean => !repeats(pack, claim, item);

/** Dated after the claim was made, whatever day a date without one means: nobody could know it then. An absence is no knowledge. */
export const isHindsight = (claim: Claim, item: Evidence): boolean =>
  item.source !== null && certainlyAfter(item.date, claim.made);

/** Distinct independent families by stance, and distinct sources that only repeat. Absences have no source and count nowhere. */
export function balanceOf(pack: Pack, claim: Claim): Balance {
  const sourcesOf = (stance: Stance): string[] =>
    claim.evidence.flatMap((item) =>
      item.stance === stance && item.source !== null && isIndependent(pack, claim, item) ? [item.source] : [],
    );
  return {
    corroborates: families(pack, sourcesOf('corroborates')),
    rebuts: families(pack, sourcesOf('rebuts')),
    context: families(pack, sourcesOf('context')),
    repeats: new Set(
      claim.evidence.flatMap((item) => (item.source !== null && !isIndependent(pack, claim, item) ? [item.source] : [])),
    ).size,
  };
}

/** Standing of a balance; see `Standing`. */
const standingOfBalance = ({ corroborates, rebuts }: Balance): Standing =>
  corroborates > 0 ? (rebuts > 0 ? 'contested' : 'corroborated') : rebuts > 0 ? 'rebutted' : 'unsupported';

/** Null for opinions and forecasts: evidence bears on them, but they are not the kind of thing that it settles. */
export const standingOf = (pack: Pack, claim: Claim): Standing | null =>
  claim.kind === 'opinion' || claim.kind === 'forecast' ? null : standingOfBalance(balanceOf(pack, claim));
