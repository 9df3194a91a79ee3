// A pack with one claim, an engine that finds it in the first words of any page, and those who ask for it.
import type { Card, Pack } from '../../src/claims/types.ts';
import type { PackStore } from '../../src/platform/pack-store.ts';

export const pack = {
  ...{ id: 'p', name: 'P', version: '1', language: 'en', publisher: 'us', licence: 'x', updated: '2026-01-01' },
  claims: [{ id: 'a', wordings: [] }],
  sources: [],
} as unknown as Pack;
const cardOf = (_: Pack, id: string): Card =>
  ({
    claim: { id, statement: `says ${id}`, topic: 't' },
    standing: null,
    balance: { corroborates: 0, rebuts: 0, context: 0, repeats: 0 },
  }) as unknown as Card;
export const broken: PackStore = new Proxy({} as PackStore, {
  get: (_, name) => (name === 'sweep' ? async () => undefined : () => Promise.reject(new Error('no database'))),
});
export const engine = {
  parsePack: () => ({ ok: true, pack }) as const,
  compile: () => new Uint8Array([1]),
  open: () => ({
    claims: 1,
    nearest: () => [],
    match: () => [
      {
        ...{ claim: 0, block: 0, start: 0, end: 3, confidence: 1 },
        relation: 'asserts' as const,
        reason: { wording: 0, agreed: [], inferred: [] },
      },
    ],
  }),
  cardOf,
};
export const reader = { id: 'own', url: 'https://news.example/article', tab: { id: 7 } };
export const options = { id: 'own', url: 'chrome-extension://own/options.html', tab: { id: 8 } };
export const match = {
  kind: 'match',
  scan: 4,
  blocks: [{ text: 'One two.' }],
  earlier: [],
  later: [],
  title: '',
  language: null,
};
