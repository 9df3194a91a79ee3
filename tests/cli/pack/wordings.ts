// Checks of the wordings: none twice, none nearly twice, none that the engine takes for another claim.
import { textsOf } from '../../../src/claims/texts.ts';
import type { Pack, Relation } from '../../../src/claims/types.ts';
import type { Matcher } from '../../../src/match/types.ts';
import { stemOf } from '../../../src/text/stem.ts';
import { error, type Finding, note } from './finding.ts';
import { readOnPage } from './read-on-page.ts';

/** Share of stems in common (Dice) from which two wordings teach the engine the same thing; changing one word of eight is 0.87. */
const NEAR = 0.86;
/** Confidences this close are a tie: calibration is no finer, and on a page the neighbours decide. */
const TIE = 0.02;

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

/** What the engine makes of the wordings, each read on a page about the matter. */
export interface Recognition {
  readonly texts: number;
  readonly recognised: number;
  /** Of those recognised, with the relation that the pack marks. */
  readonly related: number;
  readonly found: readonly Finding[];
}

/** Errors for wordings that score higher for another claim; notes for those not recognised or taken for another relation. */
export function checkRecognition(pack: Pack, matcher: Matcher): Recognition {
  const found: Finding[] = [];
  const numbers = new Map(pack.claims.map(({ id }, number) => [id, number]));
  const texts = everyText(pack);
  let recognised = 0;
  let related = 0;
  for (const text of texts) {
    const matches = readOnPage(matcher, pack, text.text, text.claim);
    const own = matches.find(({ claim }) => claim === numbers.get(text.claim));
    const rival = matches.find(({ claim }) => claim !== numbers.get(text.claim));
    if (own !== undefined) recognised++;
    if (own?.relation === text.relation) related++;
    if (rival !== undefined && rival.confidence > (own?.confidence ?? 0) + TIE) {
      const name = pack.claims[rival.claim]?.id ?? '?';
      const scores = `${rival.confidence.toFixed(2)} for ${name}, ${own === undefined ? 'nothing' : own.confidence.toFixed(2)} for its own claim`;
      found.push(error('rival claims', nameOf(text), `“${text.text}” scores ${scores}`));
    } else if (own === undefined) found.push(note('not recognised', nameOf(text), `“${text.text}”`));
    else if (own.relation !== text.relation)
      found.push(note('other relation', nameOf(text), `“${text.text}” ${text.relation}, read as ${own.relation}`));
  }
  return { texts: texts.length, recognised, related, found };
}
