// Several writers of packs at once, each with a connection of its own, as the background and any number of settings pages
// have: nobody destroys what another has stored.
import 'fake-indexeddb/auto';
import './locks.ts';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Status } from '../../src/platform/messages.ts';
import { packStore } from '../../src/platform/pack-store.ts';
import { install, load } from '../../src/platform/packs.ts';
import { service } from '../../src/platform/service.ts';
import { options } from './one-claim.ts';
import { bundled, engine, engineOf, packOf } from './stored-packs.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
/** What the next start of the background finds, the text of each pack's last claim included. */
async function found(reading = engine): Promise<readonly string[]> {
  const { packs, problems } = await load(reading, packStore(), bundled);
  const lines = packs.map(async ({ facts, card }) => (await card(`c${facts.claims - 1}`))?.claim.statement);
  return [...(await Promise.all(lines)).map((line, n) => `${packs[n]?.facts.id}: ${line}`), ...problems];
}

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  await load(engine, packStore(), bundled);
});

describe('a pack stays whole', () => {
  test.each([0, 20, 60])('when two pages import it, the second %i ms later: the last one counts', async (ms) => {
    await install(engine, packStore(), packOf('mine', '1', 3000), 'x', true);
    const one = install(engine, packStore(), packOf('mine', '2', 2000), 'x', true);
    await wait(ms);
    const two = install(engine, packStore(), packOf('mine', '3', 4000), 'x', true);
    await Promise.all([one, two]);
    expect(await found()).toEqual(['own: 1 says c1', 'mine: 3 says c3999']);
  });

  test.each([0, 20, 60])('when leftovers are swept while it is imported, %i ms after its begin', async (ms) => {
    const put = install(engine, packStore(), packOf('mine', '1', 4000), 'x', true);
    await wait(ms);
    await packStore().sweep();
    await put;
    expect(await found()).toEqual(['own: 1 says c1', 'mine: 1 says c3999']);
  });

  test.each([0, 20, 60])('when it is removed while it is imported, %i ms after its begin: whole or gone', async (ms) => {
    const put = install(engine, packStore(), packOf('mine', '1', 4000), 'x', true);
    await wait(ms);
    await packStore().remove('mine');
    await put;
    expect(['own: 1 says c1', 'own: 1 says c1,mine: 1 says c3999']).toContain(String(await found()));
  });

  test.each([0, 20, 120])('when a new format has it compiled again by two starts, %i ms apart', async (ms) => {
    await install(engine, packStore(), packOf('mine', '1', 4000), 'x', true);
    const store = packStore();
    const one = load(engineOf(2), store, bundled, true);
    await wait(ms);
    await Promise.all([one, load(engineOf(2), store, bundled)]);
    expect(await found(engineOf(2))).toEqual(['own: 1 says c1', 'mine: 1 says c3999']);
  });
});

describe('a pack that is compiled again', () => {
  test('does not come back when the reader has removed it meanwhile, nor in place of a newer one', async () => {
    const old = await install(engine, packStore(), packOf('mine', '1', 3), 'x', true);
    await install(engine, packStore(), packOf('mine', '2', 3), 'x', true);
    await expect(install(engine, packStore(), packOf('mine', '1', 3), 'x', true, old)).rejects.toThrow(/generation/u);
    expect(await found()).toEqual(['own: 1 says c1', 'mine: 2 says c2']);
    await packStore().remove('mine');
    await expect(install(engine, packStore(), packOf('mine', '1', 3), 'x', true, old)).rejects.toThrow(/generation/u);
    expect(await found()).toEqual(['own: 1 says c1']);
  });
});

test('the background that is told of a new pack while it opens the others opens them one time after the other', async () => {
  await install(engine, packStore(), packOf('mine', '1', 3000), 'x', true);
  const own = service(engineOf(2), packStore(), bundled);
  const refreshed = own.refresh();
  await wait(30);
  await own.answer({ kind: 'packs' }, options);
  await refreshed;
  const { packs, problems } = (await own.answer({ kind: 'status' }, options)) as Status;
  expect(packs.map(({ id, place }) => `${id} ${place}`)).toEqual(['own stored', 'mine stored']);
  expect(problems).toEqual([]);
});

test('a sweep needs nothing of the store that it is called on', async () => {
  const { sweep } = packStore();
  await expect(sweep()).resolves.toBeUndefined();
});
