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

/**
 * Whether the item's source is the claim's origin, only passes it on, or has an original in common with it: an origin that
 * relays an agency is not borne out by the agency. An absence ("no public record") repeats nobody.
 */
export function repeats(pack: Pack, claim: Claim, item: Evidence): boolean {
  if (item.source === null) return false;
  const own = originals(pack, claim.origin);
  return originals(pack, item.source).some((id) => own.includes(id));
}

/**
 * How many independent voices these sources are: no two share an original. Picked one by one: fewest originals first, so
 * that a round-up of two reports counts for nothing beside the two; then those whose originals fewer others share; then by
 * id, so that the order of the evidence changes nothing. Never too many; too few only where round-ups overlap in many ways
 * (the most of them is a hard problem: set packing).
 */
export function families(pack: Pack, sources: Iterable<string>): number {
  const voices = [...new Set(sources)].sort().map((source) => originals(pack, source));
  const sharers = new Map<string, number>();
  for (const id of voices.flat()) sharers.set(id, (sharers.get(id) ?? 0) + 1);
  const shared = (voice: readonly string[]): number => voice.reduce((sum, id) => sum + (sharers.get(id) ?? 0), 0);
  voices.sort((one, other) => one.length - other.length || shared(one) - shared(other));
  const taken = new Set<string>();
  let count = 0;
  for (const voice of voices) {
    if (voice.some((id) => taken.has(id))) continue;
    for (const id of voice) taken.add(id);
    count++;
  }
  return count;
}
