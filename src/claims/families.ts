// Who descends from whom. Sources that pass on the same original are one family, however many they are.
import type { Claim, Evidence, Pack, Source } from './types.ts';

/** Sources and claims of a pack by id; made once a pack, for a card asks for many. */
interface Lookup {
  readonly sources: ReadonlyMap<string, Source>;
  readonly claims: ReadonlyMap<string, Claim>;
}
const lookups = new WeakMap<Pack, Lookup>();

export function lookup(pack: Pack): Lookup {
  const made = lookups.get(pack) ?? { sources: byId(pack.sources), claims: byId(pack.claims) };
  lookups.set(pack, made);
  return made;
}
const byId = <Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> =>
  new Map(items.map((item) => [item.id, item]));

/** The source and all that it descends from through `relays`. */
export function lineage(pack: Pack, source: string): ReadonlySet<string> {
  const { sources } = lookup(pack);
  const seen = new Set([source]);
  // A Set's iterator also visits what is added on the way.
  for (const id of seen) for (const relayed of sources.get(id)?.relays ?? []) seen.add(relayed);
  return seen;
}

/** The originals of a source: what it descends from that relays nobody. A source that relays nobody is its own. */
export const originals = (pack: Pack, source: string): readonly string[] =>
  [...lineage(pack, source)].filter((id) => (lookup(pack).sources.get(id)?.relays ?? []).length === 0);

/** Whether the item's source is the claim's origin or only passes it on. An absence ("no public record") repeats nobody. */
export const repeats = (pack: Pack, claim: Claim, item: Evidence): boolean =>
  item.source !== null && lineage(pack, item.source).has(claim.origin);

/**
 * How many independent voices these sources are: the most of them of which no two share an original. Picked greedily,
 * fewest originals first, so that a round-up of two reports counts for nothing beside the two.
 */
export function families(pack: Pack, sources: Iterable<string>): number {
  const roots = [...new Set(sources)].map((source) => originals(pack, source)).sort((one, other) => one.length - other.length);
  const taken = new Set<string>();
  let count = 0;
  for (const root of roots) {
    if (root.some((id) => taken.has(id))) continue;
    for (const id of root) taken.add(id);
    count++;
  }
  return count;
}
