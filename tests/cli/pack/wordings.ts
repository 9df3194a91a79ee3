// Checks of the wordings: none twice, none nearly twice, none nearer to another claim than to its own.
import { textsOf } from '../../../src/claims/compile.ts';
import type { Pack, Relation } from '../../../src/claims/types.ts';
import type { Matcher } from '../../../src/match/types.ts';
import { stemOf } from '../../../src/text/stem.ts';
import { error, type Finding } from './finding.ts';

/** Share of stems in common (Dice) from which two wordings teach the engine the same thing; changing one word of eight is 0.87. */
const NEAR = 0.86;
/** Scores within this of each other are a tie: the engine then has the neighbours to decide by. */
const TIE = 1e-6;

interface Text {
  readonly claim: string;
  readonly position: number;
  readonly text: string;
  readonly relation: Relation;
}

const everyText = (pack: Pack): Text[] =>
  pack.claims.flatMap((claim) => textsOf(claim).map((wording, position) => ({ claim: claim.id, position, ...wording })));

const nameOf = ({ claim, position }: Text): string =>
  position === 0 ? `${claim} statement` : `${claim} wording ${position - 1}`;

const stemsOf = (text: string): string[] => [...new Set((text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map(stemOf))];

/** Exact and near duplicates, over the whole pack. Opposite relations of one claim may differ by a "not" alone. */
export function checkDuplicates(pack: Pack): Finding[] {
  const found: Finding[] = [];
  const texts = everyText(pack);
  const postings = new Map<string, number[]>();
  const sizes: number[] = [];
  for (const [here, text] of texts.entries()) {
    const stems = stemsOf(text.text);
    sizes.push(stems.length);
    const shared = new Map<number, number>();
    for (const stem of stems) {
      const list = postings.get(stem) ?? [];
      for (const there of list) shared.set(there, (shared.get(there) ?? 0) + 1);
      list.push(here);
      postings.set(stem, list);
    }
    for (const [there, count] of shared) {
      const other = texts[there];
      const likeness = (2 * count) / (stems.length + (sizes[there] ?? 0));
      if (
        other === undefined ||
        likeness < NEAR ||
        (likeness < 1 && other.claim === text.claim && other.relation !== text.relation)
      )
        continue;
      const exact = other.text.toLowerCase() === text.text.toLowerCase();
      found.push(
        error(
          exact ? 'duplicates' : 'near duplicates',
          nameOf(text),
          `“${text.text}” is ${exact ? 'also' : 'much like'} ${nameOf(other)}${exact ? '' : `: “${other.text}”`}`,
        ),
      );
    }
  }
  return found;
}

/** Wordings that the engine finds nearer to another claim. */
export function checkRivals(pack: Pack, matcher: Matcher): Finding[] {
  const found: Finding[] = [];
  const numbers = new Map(pack.claims.map(({ id }, number) => [id, number]));
  for (const text of everyText(pack)) {
    const nearest = matcher.nearest(text.text, 5);
    const best = nearest[0];
    const own = nearest.find(({ claim }) => claim === numbers.get(text.claim));
    if (best === undefined || own === best || (own !== undefined && best.score - own.score < TIE)) continue;
    const rival = pack.claims[best.claim]?.id ?? '?';
    found.push(
      error(
        'rival claims',
        nameOf(text),
        `“${text.text}” scores ${best.score.toFixed(3)} for ${rival}, ${own?.score.toFixed(3) ?? 'less'} for its own claim`,
      ),
    );
  }
  return found;
}
