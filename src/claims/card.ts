// Everything a card shows of one claim: the claim, how the evidence stands, the items in reading order.

import { lookup } from './families.ts';
import { linkTo, placeOf } from './link.ts';
import { balanceOf, isHindsight, isIndependent, standingOf } from './standing.ts';
import { textsOf } from './texts.ts';
import type { Card, CardItem, Claim, Pack, SourceKind, Stance } from './types.ts';

const STANCES: Readonly<Record<Stance, number>> = { corroborates: 0, rebuts: 1, context: 2 };
/** What was decided, published or counted before what was looked up, and that before what was thought about it. */
const STRENGTH: Readonly<Record<SourceKind, number>> = { official: 0, dataset: 0, report: 0, reference: 1, commentary: 2 };
/** An absence comes after every source. */
const NO_SOURCE = 3;

/**
 * The card of a claim, or null when the pack has no such claim.
 * @param imported whether the pack is one that the reader brought; the card says so
 */
export function cardOf(pack: Pack, claimId: string, imported = false): Card | null {
  const { claims, sources } = lookup(pack);
  const claim = claims.get(claimId);
  if (claim === undefined) return null;
  const origin = sources.get(claim.origin) ?? null;
  return {
    pack: { id: pack.id, name: pack.name, version: pack.version, language: pack.language, imported },
    claim: {
      id: claim.id,
      topic: claim.topic,
      statement: claim.statement,
      claimant: claim.claimant,
      made: claim.undated === undefined ? claim.made : 'undated',
      ...(claim.undated !== undefined && { undated: claim.undated }),
      kind: claim.kind,
      origin,
      place: placeOf(origin?.url, imported),
      wordings: textsOf(claim),
    },
    standing: standingOf(pack, claim),
    balance: balanceOf(pack, claim),
    items: itemsOf(pack, claim, imported).sort(inReadingOrder),
  };
}

const itemsOf = (pack: Pack, claim: Claim, imported: boolean): CardItem[] =>
  claim.evidence.map((item) => {
    const source = item.source === null ? null : (lookup(pack).sources.get(item.source) ?? null);
    const href = linkTo(source, item.locator);
    return {
      stance: item.stance,
      summary: item.summary,
      date: item.date,
      source,
      locator: item.locator,
      independent: isIndependent(pack, claim, item),
      hindsight: isHindsight(claim, item),
      href,
      place: placeOf(href, imported),
    };
  });

/**
 * By stance; in each independent before repeating, stronger kinds of source before weaker, and then as the author has
 * them: the strongest first, which no date tells (the sort keeps the order of equals).
 */
const inReadingOrder = (one: CardItem, other: CardItem): number =>
  STANCES[one.stance] - STANCES[other.stance] ||
  Number(other.independent) - Number(one.independent) ||
  strength(one) - strength(other);

const strength = ({ source }: CardItem): number => (source === null ? NO_SOURCE : STRENGTH[source.kind]);
