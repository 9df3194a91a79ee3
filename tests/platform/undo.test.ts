// "Undo" in the settings page: what was just done is taken back, and what was chosen elsewhere since is not.
import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { talk } from '../../entrypoints/options/talk.ts';
import { mute, readSettings, setSite } from '../../src/platform/settings.ts';
import { reset, restore, snapshot, takeBack } from '../../src/platform/snapshot.ts';
import { RUNS } from '../runs.ts';
import { healthy } from './stored-items.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: { ...browser, i18n: { getMessage: (key: string) => key } } }));

const { sync, local } = browser.storage;
const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
beforeEach(() => {
  for (const area of [sync, local]) Object.assign(area, { items: {}, fault: 'none', left: Number.POSITIVE_INFINITY });
});

describe('undo', () => {
  const page = talk(() => undefined);
  const did = async (job: () => Promise<unknown>): Promise<() => Promise<void>> => {
    page.undoable('done', job);
    await wait();
    return async () => {
      page.said()?.undo?.();
      await wait();
    };
  };

  test('of a rule leaves mutes and other rules that were made since', async () => {
    const undo = await did(() => setSite('example.com', false));
    await mute('p', 'c');
    await setSite('other.org', false);
    await undo();
    const { sites, muted } = await readSettings();
    expect([...sites]).toEqual([['other.org', false]]);
    expect(muted.size).toBe(1);
    expect(page.said()?.words).toBe('options_undone');
  });

  test('of a reset brings everything back but what was chosen anew', async () => {
    await setSite('a.example', true);
    await setSite('b.example', true);
    const undo = await did(reset);
    await setSite('b.example', false);
    await undo();
    expect([...(await readSettings()).sites].sort()).toEqual([
      ['a.example', true],
      ['b.example', false],
    ]);
  });

  test('is not offered where storage does not say how it stands; what was done is said all the same', async () => {
    await did(async () => {
      await setSite('example.com', false);
      local.fault = 'dead';
    });
    expect(page.said()).toEqual({ words: 'done', undo: undefined });
  });

  test('of any change after any other one leaves alone what that one changed, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(healthy, healthy, healthy, async (before, after, now) => {
        Object.assign(sync, { items: structuredClone(now.sync) });
        Object.assign(local, { items: structuredClone(now.local) });
        await takeBack(before, after);
        const left = await snapshot();
        for (const area of ['sync', 'local'] as const)
          for (const key of Object.keys({ ...before[area], ...after[area], ...now[area] })) {
            const isTheirs = JSON.stringify(now[area][key]) !== JSON.stringify(after[area][key]);
            expect(left[area][key]).toEqual((isTheirs ? now : before)[area][key]);
          }
      }),
      RUNS,
    );
  });

  test('that fails half-way changes nothing', async () => {
    await setSite('example.com', true);
    const before = await snapshot();
    await restore({ sync: {}, local: { calm: { v: 1, on: true } } });
    const after = await snapshot();
    local.fault = 'full';
    await expect(takeBack(before, after)).rejects.toThrow(/quota/u);
    local.fault = 'none';
    expect(await snapshot()).toEqual(after);
  });
});
