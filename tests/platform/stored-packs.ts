// Packs of any number of claims, whose cards say what version they are of, and an engine that reads one format of index.
import type { Card, Pack } from '../../src/claims/types.ts';
import type { Matcher } from '../../src/match/types.ts';
import type { Engine } from '../../src/platform/packs.ts';

export const packOf = (id: string, version: string, claims: number): Pack =>
  ({
    ...{ id, name: id, version, language: 'en', publisher: 'us', licence: 'x', updated: '2026-01-01' },
    claims: Array.from({ length: claims }, (_, n) => ({ id: `c${n}`, wordings: [] })),
    sources: [],
  }) as unknown as Pack;

/** Null for a claim that the pack does not have. */
export const cardOf = ({ version, claims }: Pack, id: string): Card | null =>
  Number(id.slice(1)) < claims.length
    ? ({
        claim: { id, statement: `${version} says ${id}`, topic: 't' },
        standing: null,
        balance: { corroborates: 0, rebuts: 0, context: 0, repeats: 0 },
      } as unknown as Card)
    : null;

/** Finds the first claim in any text. */
const matcher: Matcher = {
  claims: 2,
  nearest: () => [],
  match: () => [
    {
      ...{ claim: 0, block: 0, start: 0, end: 1, confidence: 1 },
      relation: 'asserts',
      reason: { wording: 0, agreed: [], inferred: [] },
    },
  ],
};
export const engineOf = (format: number): Engine => ({
  parsePack: (json) => (json ? { ok: true, pack: json as Pack } : { ok: false, problems: [] }),
  compile: () => new Uint8Array([format]),
  open(bytes) {
    if (bytes[0] !== format) throw new Error(`expected an index of format ${format}, got ${bytes[0]}`);
    return matcher;
  },
  cardOf,
});
export const engine = engineOf(1);
export const bundled = { text: JSON.stringify(packOf('own', '1', 2)), stamp: 's1' };
