// Opening packs from the store, and what happens when the store is broken. The engine and the store are stand-ins.
import { describe, expect, test } from 'vitest';
import type { Card, Pack } from '../../src/claims/types.ts';
import type { Match, Matcher } from '../../src/match/types.ts';
import { answerMatch } from '../../src/platform/answer.ts';
import { briefOf, type PackRecord, type PackStore } from '../../src/platform/pack-store.ts';
import { type Bundled, type Engine, load, shipped } from '../../src/platform/packs.ts';
import { serial } from '../../src/platform/queue.ts';
import { hiddenKey, mutedKey, readItems } from '../../src/platform/settings-items.ts';
import { within } from '../../src/platform/within.ts';

const pack = {
  id: 'p',
  name: 'P',
  version: '1',
  language: 'en',
  publisher: 'us',
  licence: 'x',
  updated: '2026-01-01',
  claims: [
    { id: 'a', wordings: [] },
    { id: 'b', wordings: [] },
  ],
  sources: [],
} as unknown as Pack;
const bundled = { text: JSON.stringify(pack), stamp: 's1' };
const cardOf = (_: Pack, id: string): Card =>
  ({
    claim: { id, statement: `says ${id}`, topic: 't' },
    standing: null,
    balance: { corroborates: 0, rebuts: 0, context: 0, repeats: 0 },
  }) as unknown as Card;
/** Finds claim 0 at every "a" and claim 1 at every "b". */
const matcher: Matcher = {
  claims: 2,
  nearest: () => [],
  match: (blocks) =>
    blocks.flatMap(({ text }, block) =>
      [...text].flatMap((letter, start): Match[] =>
        'ab'.includes(letter)
          ? [
              {
                claim: 'ab'.indexOf(letter),
                block,
                start,
                end: start + 1,
                relation: 'asserts',
                confidence: 1,
                reason: { wording: 0, agreed: [], inferred: [] },
              },
            ]
          : [],
      ),
    ),
};

function engine(): Engine & { compiled: number } {
  return {
    compiled: 0,
    parsePack: (json) => ({ ok: true, pack: json as Pack }),
    compile() {
      this.compiled++;
      return new Uint8Array([1, 2]);
    },
    open(bytes) {
      if (bytes[0] !== 1) throw new Error('checksum differs');
      return matcher;
    },
    cardOf,
  };
}

function memoryStore(): PackStore & { bytesOf: Map<string, Uint8Array<ArrayBuffer>> } {
  const records = new Map<string, PackRecord>();
  const bytesOf = new Map<string, Uint8Array<ArrayBuffer>>();
  const cards = new Map<string, readonly Card[]>();
  return {
    bytesOf,
    list: async () => [...records.values()],
    bytes: async ({ id }) => bytesOf.get(id) ?? new Uint8Array(),
    briefs: async ({ id }, claims) => claims.flatMap((n) => (cards.get(id)?.[n] ? [briefOf(cards.get(id)?.[n] as Card)] : [])),
    card: async ({ id }, claim) => cards.get(id)?.find((card) => card.claim.id === claim) ?? null,
    async put(facts, bytes, given) {
      const record = { ...facts, generation: (records.get(facts.id)?.generation ?? 0) + 1 };
      bytesOf.set(facts.id, bytes);
      cards.set(facts.id, [...given]);
      records.set(facts.id, record);
      return record;
    },
    pack: async () => null,
    remove: async (id) => void records.delete(id),
    sweep: async () => undefined,
  };
}

const request = (texts: readonly string[], earlier: readonly string[] = [], later: readonly string[] = []) =>
  ({
    kind: 'match',
    scan: 5,
    blocks: texts.map((text) => ({ text })),
    earlier: earlier.map((text) => ({ text })),
    later: later.map((text) => ({ text })),
    title: '',
    language: null,
  }) as const;

describe('packs', () => {
  test('are compiled once, then opened from the store', async () => {
    const [own, store] = [engine(), memoryStore()];
    expect((await load(own, store, bundled)).packs[0]?.place).toBe('stored');
    await load(own, store, bundled);
    expect(own.compiled).toBe(1);
  });

  test('are compiled again when the bundled text is another, or the reader updates', async () => {
    const [own, store] = [engine(), memoryStore()];
    await load(own, store, bundled);
    await load(own, store, { ...bundled, stamp: 's2' });
    await load(own, store, { ...bundled, stamp: 's2' }, true);
    expect(own.compiled).toBe(3);
  });

  test('are compiled again by another version of the extension, also where the update itself was cut off', async () => {
    const [own, store] = [engine(), memoryStore()];
    const [old, updated] = ['0.1.0', '0.2.0'].map((version) => shipped(bundled.text, 'd1', version)) as [Bundled, Bundled];
    await load(own, store, old);
    const killed: PackStore = { ...store, put: () => Promise.reject(new Error('killed')) };
    await load(own, killed, updated, true);
    const { compiled } = own;
    await load(own, store, updated);
    expect(own.compiled).toBe(compiled + 1);
    await load(own, store, updated);
    expect(own.compiled).toBe(compiled + 1);
  });

  test('with damaged bytes are compiled again, and that is said', async () => {
    const [own, store] = [engine(), memoryStore()];
    await load(own, store, bundled);
    store.bytesOf.set('p', new Uint8Array([9]));
    const { packs, problems } = await load(own, store, bundled);
    expect(packs[0]?.place).toBe('stored');
    expect(problems).toEqual(['P: checksum differs; compiled again']);
  });

  test('work from memory when the store is broken, and that is said', async () => {
    const store: PackStore = { ...memoryStore(), list: () => Promise.reject(new Error('storage is gone')) };
    const { packs, problems } = await load(engine(), store, bundled);
    expect(packs.map(({ place }) => place)).toEqual(['memory']);
    expect(problems).toEqual(['storage is gone']);
    const reply = await answerMatch(request(['xa']), packs, readItems({}, {}).settings);
    expect(reply).toMatchObject({
      scan: 5,
      checked: 2,
      found: [{ pack: 'p', claim: 'a', statement: 'says a', block: 0, start: 1 }],
    });
  });
});

describe('an answer', () => {
  test('counts blocks without those around them, and matches nothing in those', async () => {
    const { packs } = await load(engine(), memoryStore(), bundled);
    const { found } = await answerMatch(request(['b', 'a'], ['a', 'b'], ['b', 'a']), packs, readItems({}, {}).settings);
    expect(found.map(({ claim, block }) => [claim, block])).toEqual([
      ['b', 0],
      ['a', 1],
    ]);
  });

  test('leaves out muted claims, hidden passages and packs that are off', async () => {
    const { packs } = await load(engine(), memoryStore(), bundled);
    const at = '2026-01-01';
    const claims = async (local: Record<string, unknown>) =>
      (await answerMatch(request(['a', 'b']), packs, readItems({}, local).settings)).found.map(({ claim }) => claim);
    expect(await claims({ [mutedKey('p', 'a')]: { v: 1, pack: 'p', claim: 'a', at } })).toEqual(['b']);
    expect(await claims({ [hiddenKey('p', 'b', 'b')]: { v: 1, pack: 'p', claim: 'b', quote: 'b', at } })).toEqual(['a']);
    expect(await claims({ 'pack:p': { v: 1, on: false } })).toEqual([]);
  });

  test('is in reading order, whichever pack a claim is from', async () => {
    const { packs } = await load(engine(), memoryStore(), bundled);
    const { found } = await answerMatch(request(['xb', 'ab']), [...packs, ...packs], readItems({}, {}).settings);
    expect(found.map(({ claim, block, start }) => `${claim} ${block} ${start}`)).toEqual(
      ['b 0 1', 'a 1 0', 'b 1 1'].flatMap((one) => [one, one]),
    );
  });

  test('names the language of the pack, also for a card that was stored without', async () => {
    const { packs } = await load(engine(), memoryStore(), bundled);
    const { found } = await answerMatch(request(['a']), packs, readItems({}, {}).settings);
    expect(found.map(({ language }) => language)).toEqual(['en']);
    expect((await packs[0]?.card('a'))?.pack.language).toBe('en');
  });

  test('says when the text is in a language that is not read', async () => {
    const { packs } = await load(engine(), memoryStore(), bundled);
    const asked = (language: string) => answerMatch({ ...request(['a']), language }, packs, readItems({}, {}).settings);
    expect((await asked('en-GB')).foreign).toBe(false);
    expect((await asked('de')).foreign).toBe(true);
  });
});

describe('the queue', () => {
  test('keeps the order and survives a failure', async () => {
    const queue = serial();
    const seen: number[] = [];
    const job = (n: number, ms: number) => () =>
      new Promise<void>((resolve, reject) =>
        setTimeout(() => (n === 1 ? reject(new Error('no')) : resolve(void seen.push(n))), ms),
      );
    const results = await Promise.allSettled([queue(job(0, 20)), queue(job(1, 10)), queue(job(2, 0))]);
    expect(seen).toEqual([0, 2]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('a promise that never settles is given up in words', async () => {
    await expect(within(10, 'the store', new Promise(() => undefined))).rejects.toThrow('the store: no answer within 10 ms');
  });
});
