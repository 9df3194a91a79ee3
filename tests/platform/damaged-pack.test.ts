// One pack that is damaged, or that the disk has no room for, is told in the settings page and takes no other with it.
import 'fake-indexeddb/auto';
import './locks.ts';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Card, Pack } from '../../src/claims/types.ts';
import { answerMatch, answerSelection } from '../../src/platform/answer.ts';
import type { MatchReply, Status } from '../../src/platform/messages.ts';
import { type PackStore, packStore } from '../../src/platform/pack-store.ts';
import { install, load } from '../../src/platform/packs.ts';
import { service } from '../../src/platform/service.ts';
import { readItems } from '../../src/platform/settings-items.ts';
import { match, options, reader } from './one-claim.ts';
import { bundled, cardOf, engine, engineOf, packOf } from './stored-packs.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { settings } = readItems({}, {});
/** Deletes what the store holds of the first generation of a pack. */
async function lose(id: string, ...parts: readonly string[]): Promise<void> {
  const database = await openDB('sidelight');
  for (const part of parts)
    for (const key of await database.getAllKeys(part)) if ((key as [string])[0] === id) await database.delete(part, key);
  database.close();
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  await load(engine, packStore(), bundled);
  await install(engine, packStore(), packOf('mine', '1', 3), 'x', true);
});

describe('an imported pack whose claims and text are lost', () => {
  beforeEach(() => lose('mine', 'briefs', 'cards', 'texts'));

  test('silences no other on a page, and is told', async () => {
    const own = service(engine, packStore(), bundled);
    const reply = (await own.answer(match, reader)) as MatchReply;
    expect(reply.found.map(({ pack }) => pack)).toEqual(['own']);
    expect(reply.checked).toBe(2);
    const { problems } = (await own.answer({ kind: 'status' }, options)) as Status;
    expect(problems.join('\n')).toMatch(/^mine: its text is damaged too$/mu);
    // As nobody can mend it but the reader, by importing it again.
    await install(engine, packStore(), packOf('mine', '2', 3), 'x', true);
    await own.answer({ kind: 'packs' }, options);
    expect(((await own.answer({ kind: 'status' }, options)) as Status).problems).toEqual([]);
    expect(((await own.answer(match, reader)) as MatchReply).found).toHaveLength(2);
  });

  test('nor in the answer to a selection', async () => {
    const { packs } = await load(engine, packStore(), bundled);
    const failed: string[] = [];
    const { near, checked } = await answerSelection('words', packs, settings, ({ facts }) => failed.push(facts.id));
    expect(near.map(({ pack }) => pack)).toEqual(['own']);
    expect([checked, failed]).toEqual([2, ['mine']]);
  });

  test('is no silence where it is the only pack: the page is told of the failure', async () => {
    const { packs } = await load(engine, packStore(), bundled);
    const only = packs.filter(({ facts }) => facts.imported);
    const request = { ...match, kind: 'match' as const };
    await expect(answerMatch(request, only, settings, () => undefined)).rejects.toThrow(/damaged/u);
    expect((await answerMatch(request, [], settings)).found).toEqual([]);
  });
});

describe('a store that fails when the pointer was swapped already', () => {
  const failing = async <T>(job: () => Promise<T>): Promise<T> => {
    const { transaction } = IDBDatabase.prototype;
    let swapped = false;
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...args: Parameters<typeof transaction>) {
      if (swapped) throw new Error('disk I/O error');
      if (args[0] === 'packs' && args[1] === 'readwrite') swapped = true;
      return transaction.apply(this, args);
    };
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    try {
      return await job();
    } finally {
      IDBDatabase.prototype.transaction = transaction;
      vi.restoreAllMocks();
    }
  };
  const versions = async (): Promise<readonly string[]> =>
    (await packStore().list()).map(({ id, version }) => `${id} ${version}`).sort();

  test('has the new pack, and does not say that it was refused', async () => {
    await failing(() => install(engine, packStore(), packOf('mine', '2', 3), 'x', true));
    expect(await versions()).toEqual(['mine 2', 'own 1']);
  });

  test('or has the pack no more, and does not say that it could not be removed', async () => {
    await failing(() => packStore().remove('mine'));
    expect(await versions()).toEqual(['own 1']);
  });
});

describe('a claim that a page or a mute still names', () => {
  const asked = async (): Promise<{ readonly statement: string | undefined; readonly problems: readonly string[] }> => {
    const { packs, problems } = await load(engine, packStore(), bundled);
    const card = await packs.find(({ facts }) => facts.imported)?.card('c2');
    return { statement: card?.claim.statement, problems };
  };

  test('and a newer pack no longer has is no damage, and its text is not read for it', async () => {
    await install(engine, packStore(), packOf('mine', '2', 2), 'x', true);
    expect(await asked()).toEqual({ statement: undefined, problems: [] });
  });

  test('and whose card is lost or damaged is read from the text, and that is said', async () => {
    const said = ['mine: the card of c2 is not in the store, or damaged; read from its text'];
    const database = await openDB('sidelight');
    await database.put('cards', { claim: 7 }, ['mine', 1, 'c2']);
    expect(await asked()).toEqual({ statement: '1 says c2', problems: said });
    await database.delete('cards', ['mine', 1, 'c2']);
    expect(await asked()).toEqual({ statement: '1 says c2', problems: said });
    database.close();
  });
});

describe('an import that fails', () => {
  const left = async (): Promise<readonly number[]> => {
    const database = await openDB('sidelight');
    const counts = ['indexes', 'texts', 'briefs', 'cards'].map(async (part) => {
      const keys = (await database.getAllKeys(part)) as unknown as readonly [string, number][];
      return keys.filter(([id, generation]) => id === 'mine' && generation > 1).length;
    });
    const all = await Promise.all(counts);
    database.close();
    return all;
  };

  test('after it has written thousands of claims leaves nothing of them on the disk', async () => {
    const full = {
      ...engine,
      cardOf(pack: Pack, id: string): Card | null {
        if (id === 'c2500') throw new Error('QuotaExceededError');
        return cardOf(pack, id);
      },
    };
    await expect(install(full, packStore(), packOf('mine', '2', 3000), 'x', true)).rejects.toThrow(/Quota/u);
    expect(await left()).toEqual([0, 0, 0, 0]);
    expect((await load(engine, packStore(), bundled)).packs.map(({ facts }) => facts.version)).toEqual(['1', '1']);
  });

  test('because its process was killed makes room for the next one', async () => {
    const database = await openDB('sidelight');
    await database.put('indexes', new Uint8Array(1), ['mine', 7]);
    for (let n = 0; n < 5; n++) await database.put('briefs', {}, ['mine', 7, n]);
    database.close();
    await install(engine, packStore(), packOf('other', '1', 1), 'x', true);
    expect(await left()).toEqual([0, 0, 0, 0]);
  });
});

describe('with no room on the disk for what an update compiles', () => {
  const full = (): PackStore => ({ ...packStore(), put: () => Promise.reject(new Error('QuotaExceededError')) });

  test('the bundled pack works from memory, beside the imported ones', async () => {
    const { packs, problems } = await load(engine, full(), { ...bundled, stamp: 's2' });
    expect(packs.map(({ facts, place }) => `${facts.id} ${place}`)).toEqual(['own memory', 'mine stored']);
    expect(problems).toEqual(['QuotaExceededError']);
  });

  test('so do imported ones whose format is another now', async () => {
    const { packs, problems } = await load(engineOf(2), full(), bundled);
    expect(packs.map(({ facts, place }) => `${facts.id} ${place}`)).toEqual(['own memory', 'mine memory']);
    expect(packs[1]?.facts.imported).toBe(true);
    expect((await packs[1]?.card('c2'))?.claim.statement).toBe('1 says c2');
    expect(problems.at(-1)).toBe('mine: QuotaExceededError');
  });
});
