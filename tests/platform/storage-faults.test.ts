// Whatever is wrong with the browser's storage, Sidelight starts, works on what is left, says so, and loses nothing.
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { backupOf, readBackup } from '../../src/platform/backup.ts';
import { readSettings, setSite, setStrength } from '../../src/platform/settings.ts';
import { readItems, type Settings, siteKey } from '../../src/platform/settings-items.ts';
import { restore, snapshot } from '../../src/platform/snapshot.ts';
import { atLeast, RUNS } from '../runs.ts';
import type { FakeArea } from './fake-browser.ts';
import { damaged, healthy, type Stored } from './stored-items.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { sync, local } = browser.storage as { sync: FakeArea; local: FakeArea };
const store = (stored: Stored): void => {
  for (const area of [sync, local]) Object.assign(area, { fault: 'none', left: Number.POSITIVE_INFINITY, writes: 0 });
  sync.items = structuredClone(stored.sync);
  local.items = structuredClone(stored.local);
};
const modelOf = (stored: Stored): Settings => readItems(stored.sync, stored.local).settings;
const withoutAside = (items: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(items).filter(([key]) => !key.startsWith('aside:')));

/** Begins `job` in a process that ends before anything can time out. */
async function killed(job: () => Promise<unknown>): Promise<void> {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  void job();
  await new Promise((resolve) => setImmediate(resolve));
  vi.clearAllTimers();
  vi.useRealTimers();
}

beforeEach(() => {
  store({ sync: {}, local: {} });
  vi.useRealTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});

describe('a corrupted store', () => {
  test('is read: good settings count, every bad item is set aside and left where it is, and a second reading writes nothing', async () => {
    let bads = 0;
    await fc.assert(
      fc.asyncProperty(damaged, async ({ stored, good, bad }) => {
        store(stored);
        expect(await readSettings()).toEqual(modelOf(good));
        for (const area of ['sync', 'local'] as const) {
          for (const [key, item] of Object.entries(bad[area])) {
            expect(local.items[`aside:${area}:${key}`]).toEqual(item);
            bads++;
          }
        }
        expect(sync.items).toEqual(stored.sync);
        expect(withoutAside(local.items)).toEqual(stored.local);
        const { writes } = local;
        expect(await readSettings()).toEqual(modelOf(good));
        expect(local.writes).toBe(writes);
      }),
      RUNS,
    );
    expect(bads).toBeGreaterThanOrEqual(atLeast(500));
  });

  test('can be exported, what was set aside included, whether the settings were read before or not; the file can be imported', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.boolean(), async ({ stored, good, bad }, before) => {
        store(stored);
        if (before) await readSettings();
        const text = backupOf(await snapshot(), [], { exported: 'x', extension: 'x' });
        const file = JSON.parse(text) as Stored;
        for (const area of ['sync', 'local'] as const)
          for (const [key, item] of Object.entries(bad[area])) expect(file.local[`aside:${area}:${key}`]).toEqual(item);
        const read = readBackup(text);
        expect(read.ok && modelOf(read.backup)).toEqual(modelOf(good));
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 10) },
    );
  });

  test('reading may be killed at each step, any number of times: the next reading makes up for it', async () => {
    await fc.assert(
      fc.asyncProperty(damaged, fc.nat(3), fc.nat(3), async ({ stored, good, bad }, first, second) => {
        store(stored);
        for (const left of [first, second]) {
          local.left = left;
          await killed(() => readSettings());
        }
        local.left = Number.POSITIVE_INFINITY;
        expect(await readSettings()).toEqual(modelOf(good));
        expect(sync.items).toEqual(stored.sync);
        for (const [key, item] of Object.entries(bad.local)) expect(local.items[`aside:local:${key}`]).toEqual(item);
      }),
      { numRuns: Math.ceil(RUNS.numRuns / 10) },
    );
  });
});

describe('a model of the settings', () => {
  type Step = readonly [kind: 'site' | 'strength', key: string, value: boolean];
  const step: fc.Arbitrary<Step> = fc.tuple(
    fc.constantFrom('site', 'strength'),
    fc.constantFrom('a.example', 'b.example', 'c.example'),
    fc.boolean(),
  );

  test('agrees after any changes made at once, by any number of writers', async () => {
    await fc.assert(
      fc.asyncProperty(healthy, fc.array(step, { maxLength: 50 }), async (before, steps) => {
        store(before);
        const model = { sites: new Map(modelOf(before).sites), strength: modelOf(before).strength };
        await Promise.all(
          steps.map(([kind, key, value]) => {
            if (kind === 'strength') {
              model.strength = value ? 'strong' : 'quiet';
              return setStrength(model.strength);
            }
            model.sites.set(key, value);
            return setSite(key, value);
          }),
        );
        const now = await readSettings();
        expect(now.sites).toEqual(model.sites);
        expect(now.strength).toBe(model.strength);
      }),
      RUNS,
    );
  });

  test('agrees after a backup of any store was read into any other', async () => {
    await fc.assert(
      fc.asyncProperty(healthy, healthy, async (one, other) => {
        store(one);
        const file = readBackup(backupOf(await snapshot(), [], { exported: 'x', extension: 'x' }));
        store(other);
        expect(file.ok).toBe(true);
        if (file.ok) await restore(file.backup);
        expect(await snapshot()).toEqual(one);
      }),
      RUNS,
    );
  });

  test('agrees with the old settings or the new ones, key by key, when a restore was killed at any step', async () => {
    await fc.assert(
      fc.asyncProperty(healthy, healthy, fc.nat(6), async (old, wanted, left) => {
        store(old);
        sync.left = local.left = left;
        await killed(() => restore(wanted));
        for (const [area, name] of [
          [sync, 'sync'],
          [local, 'local'],
        ] as const) {
          for (const [key, item] of Object.entries(old[name]))
            if (key in wanted[name]) expect([item, wanted[name][key]]).toContainEqual(area.items[key]);
        }
        expect(readItems(sync.items, local.items).aside).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('storage that', () => {
  const stored = { sync: { [siteKey('a.example')]: { v: 1, on: false } }, local: { broken: 1 } };

  test('is full: settings are read, a change is refused in words, the old value is intact', async () => {
    store(stored);
    sync.fault = local.fault = 'full';
    expect((await readSettings()).sites.get('a.example')).toBe(false);
    await expect(setSite('a.example', true)).rejects.toThrow(/quota/u);
    expect(sync.items).toEqual(stored.sync);
  });

  test('is full in the middle of a restore: everything is put back', async () => {
    store(stored);
    local.fault = 'full';
    await expect(restore({ sync: { everything: { v: 1, on: false } }, local: {} })).rejects.toThrow(/quota/u);
    expect(sync.items).toEqual(stored.sync);
  });

  test.each(['hangs', 'dead'] as const)('%s: reading and writing end with a reason, within 5 seconds', async (fault) => {
    vi.useFakeTimers();
    sync.fault = fault;
    const ended = Promise.allSettled([readSettings(), setSite('a.example', true)]);
    await vi.advanceTimersByTimeAsync(5000);
    for (const { status } of await ended) expect(status).toBe('rejected');
  });
});
