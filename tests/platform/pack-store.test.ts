// The pack store over a real IndexedDB (in memory): killed or damaged at any step, a pack is wholly there or not at all.
import 'fake-indexeddb/auto';
import './locks.ts';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { type PackStore, packStore } from '../../src/platform/pack-store.ts';
import { install, load } from '../../src/platform/packs.ts';
import { PATIENCE_MS, RUNS } from '../runs.ts';
import { bundled, engine, packOf } from './stored-packs.ts';

/** What a reader can see of the store. */
async function seen(store: PackStore): Promise<readonly string[]> {
  const { packs } = await load(engine, store, bundled);
  const lines = await Promise.all(
    packs.map(async ({ facts, briefs, card }) => {
      const [first] = await briefs([0]);
      return `${facts.id} ${facts.version} ${first?.statement} ${(await card('c0'))?.claim.statement}`;
    }),
  );
  return lines.sort();
}

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  globalThis.indexedDB = new IDBFactory();
});

describe('a pack that is being written', () => {
  /** How many times `put` asks the database for anything; each is a step at which a worker may be killed. */
  const STEPS = 10;
  const killedAfter = (step: number): void => {
    // The process ends: whatever is asked of the database from now on never answers.
    let left = step;
    const { transaction } = IDBDatabase.prototype;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
      if (left-- <= 0) throw new Error('killed');
      return transaction.apply(this, args);
    };
    restored = () => {
      IDBDatabase.prototype.transaction = transaction;
    };
  };
  let restored = (): void => undefined;

  test.each(Array.from({ length: STEPS }, (_, step) => step))(
    'killed after step %i: the old pack or the new one, whole; a sweep leaves no rest',
    async (step) => {
      await load(engine, packStore(), bundled);
      await install(engine, packStore(), packOf('mine', '1', 3), 'x', true);
      killedAfter(step);
      const put = install(engine, packStore(), packOf('mine', '2', 2), 'x', true).then(
        () => true,
        () => false,
      );
      const done = await put;
      restored();
      const now = await seen(packStore());
      expect(now).toHaveLength(2);
      expect(now.join('\n')).toMatch(done ? /^mine 2 2 says c0 2 says c0$/mu : /^mine (\d) \1 says c0 \1 says c0$/mu);
      await packStore().sweep();
      const database = await openDB('sidelight');
      expect(await database.count('indexes')).toBe(2);
      expect(await database.count('texts')).toBe(2);
      const mine = (await database.get('packs', 'mine')) as { claims: number };
      expect(await database.count('cards')).toBe(2 + mine.claims);
      database.close();
    },
  );
});

describe('a store of an older release', () => {
  test('is taken over, and its bundled pack is there, texts included', async () => {
    const old = await openDB('sidelight', 1, {
      upgrade(database) {
        database.createObjectStore('packs', { keyPath: 'id' });
        for (const part of ['indexes', 'briefs', 'cards']) database.createObjectStore(part);
      },
    });
    await old.put('packs', {
      ...packOf('own', '0', 1),
      claims: 1,
      sources: 0,
      wordings: 0,
      imported: false,
      stamp: 's0',
      generation: 4,
    });
    await old.put('indexes', engine.compile(packOf('own', '0', 1)), ['own', 4]);
    old.close();
    expect(await seen(packStore())).toEqual(['own 1 1 says c0 1 says c0']);
    const [record] = await packStore().list();
    expect(record && (await packStore().pack(record))?.version).toBe('1');
  });
});

describe('a damaged store', () => {
  /** What a broken disk, another version or a meddling hand leaves behind. */
  const rubbish = fc.oneof(
    fc.jsonValue(),
    fc.uint8Array({ maxLength: 8 }),
    fc.record({ id: fc.string(), generation: fc.jsonValue(), imported: fc.jsonValue(), stamp: fc.constantFrom('s1', 's2') }),
  );
  const harm = fc.record({
    part: fc.constantFrom('packs', 'indexes', 'briefs', 'cards', 'texts'),
    how: fc.constantFrom('delete', 'replace', 'add'),
    with: rubbish,
    at: fc.nat(5),
  });

  test(
    'is opened a thousand times: the bundled pack always answers',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 4 }), async (harms) => {
          globalThis.indexedDB = new IDBFactory();
          await load(engine, packStore(), bundled);
          await install(engine, packStore(), packOf('mine', '1', 3), 'x', true);
          const database = await openDB('sidelight');
          for (const { part, how, with: value, at } of harms) {
            const keys = await database.getAllKeys(part);
            const key = keys[at % Math.max(1, keys.length)];
            if (how === 'delete' && key !== undefined) await database.delete(part, key);
            // Of `packs` only whole records have a key of their own.
            else if (part === 'packs') await database.put(part, { ...(Object(value) as object), id: 'own' });
            else await database.put(part, value, how === 'add' || key === undefined ? ['own', 99, at] : key);
          }
          database.close();
          const { packs } = await load(engine, packStore(), bundled);
          const own = packs.find(({ facts }) => facts.id === 'own');
          expect(own).toBeDefined();
          expect(await own?.briefs([0, 1])).toHaveLength(2);
          expect((await own?.card('c0'))?.claim.id).toBe('c0');
        }),
        RUNS,
      );
    },
    PATIENCE_MS,
  );
});
