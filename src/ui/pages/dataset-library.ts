// What the packs know, looked up the way a reader goes: claim to source, source to claims.
import { lookup } from '../../claims/families.ts';
import type { Claim, Evidence, Pack, Source, Stance } from '../../claims/types.ts';
import type { StoredPack } from '../../platform/dataset.ts';

export interface Library {
  readonly packs: readonly StoredPack[];
  readonly claims: number;
  /** Null where there is no such pack. */
  pack(id: string): StoredPack | null;
}

export function libraryOf(packs: readonly StoredPack[]): Library {
  const byId = new Map(packs.map((stored) => [stored.pack.id, stored]));
  return {
    packs,
    claims: packs.reduce((sum, { pack }) => sum + pack.claims.length, 0),
    pack: (id) => byId.get(id) ?? null,
  };
}

/** One thing that a source is used for. */
export interface Use {
  readonly claim: Claim;
  readonly as: Stance | 'origin';
  /** Null for the origin. */
  readonly item: Evidence | null;
}
export const USES: readonly Use['as'][] = ['origin', 'corroborates', 'rebuts', 'context'];

/** All that the source is used for, in the order of the claims. */
export const usesOf = ({ claims }: Pack, source: string): readonly Use[] =>
  claims.flatMap((claim): Use[] => [
    ...(claim.origin === source ? [{ claim, as: 'origin' as const, item: null }] : []),
    ...claim.evidence.filter((item) => item.source === source).map((item) => ({ claim, as: item.stance, item })),
  ]);

/** Sources whose words this one passes on. */
export const relayedOf = (pack: Pack, source: Source): readonly Source[] =>
  (source.relays ?? []).flatMap((id) => lookup(pack).sources.get(id) ?? []);

/** Sources that pass on the words of this one. */
export const relaysOf = (pack: Pack, source: string): readonly Source[] =>
  pack.sources.filter(({ relays = [] }) => relays.includes(source));

/** A document in which the claim stands. */
export interface Standpoint {
  readonly title: string;
  readonly source: string;
  readonly lines: readonly string[];
}

/** Where the claim stands in the documents that the pack was made from. */
export const standpointsOf = (pack: Pack, claim: Claim): readonly Standpoint[] =>
  pack.documents.flatMap(({ id, title, source }) => {
    const lines = claim.passages.filter(({ document }) => document === id).map(({ lines }) => lines);
    return lines.length === 0 ? [] : [{ title, source, lines }];
  });

/** BCP 47, of the title as shown (src/claims/title.ts). */
export const titleLanguageOf = (pack: Pack, { language, described }: Source): string =>
  described === true ? pack.language : language;
