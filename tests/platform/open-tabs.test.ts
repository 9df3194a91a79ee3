// Tabs that are open already follow the settings and the permission, whatever one of them does.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PackStore } from '../../src/platform/pack-store.ts';
import type { Engine } from '../../src/platform/packs.ts';
import { type Service, service } from '../../src/platform/service.ts';
import type { FakeTab } from './fake-browser.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { sync, session } = browser.storage;
/** Numbers of tabs that answer, and of those that neither answer nor refuse. */
const running = new Set<number>();
const frozen = new Set<number>();
const never = (): Promise<never> => new Promise(() => undefined);

let own: Service;
const open = (...tabs: readonly FakeTab[]): void => void browser.tabs_.splice(0, Number.POSITIVE_INFINITY, ...tabs);
const page = (id: number): FakeTab => ({ id, url: `https://news.example/${id}` });
const siteIs = (on: boolean): void => {
  sync.items = { 'site:news.example': { v: 1, on } };
  own.forgetSettings();
};
const stopped = (): readonly number[] =>
  browser.sent.flatMap(({ tab, message }) => ((message as { kind: string }).kind === 'stop' ? [tab] : [])).sort();
/** Whether the job ends within so many milliseconds. */
const endsWithin = async (ms: number, job: Promise<unknown>): Promise<boolean> => {
  let ended = false;
  job.finally(() => (ended = true)).catch(() => undefined);
  await vi.advanceTimersByTimeAsync(ms);
  return ended;
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  for (const area of [sync, session]) Object.assign(area, { items: {} });
  browser.sent.length = 0;
  running.clear();
  frozen.clear();
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (tab: number, message: unknown) => {
    browser.sent.push({ tab, message });
    if (frozen.has(tab)) return never();
    return running.has(tab) ? { done: true } : Promise.reject(new Error('Receiving end does not exist.'));
  }) as never);
  vi.spyOn(browser.scripting, 'insertCSS').mockResolvedValue(undefined as never);
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation((({ target }: { target: { tabId: number } }) => {
    if (frozen.has(target.tabId)) return never();
    running.add(target.tabId);
    return Promise.resolve();
  }) as never);
  own = service({} as Engine, {} as PackStore, { text: '{}', stamp: 's' });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a tab that does not answer', () => {
  beforeEach(() => {
    open(page(1), page(2));
    frozen.add(2);
    running.add(1);
  });

  test('keeps no other from following, and no later choice from being registered', async () => {
    const registered = vi.spyOn(browser.scripting, 'registerContentScripts');
    void own.align(true);
    siteIs(false);
    void own.align(true);
    await vi.advanceTimersByTimeAsync(10);
    expect(registered).toHaveBeenCalledTimes(2);
    expect(stopped()).toContain(1);
  });

  test('is not waited for, however it is asked', async () => {
    expect(await endsWithin(4000, own.align(true))).toBe(true);
    siteIs(false);
    expect(await endsWithin(4000, own.align(true))).toBe(true);
    const look = own.changed({ theme: { newValue: 'dark' } });
    expect(await endsWithin(4000, look)).toBe(true);
  });

  test('is read when it is ready: “Check this page” was not refused', async () => {
    const checked = own.check(2);
    expect(await endsWithin(4000, checked)).toBe(true);
    expect(await checked).toBe(true);
  });

  test('comes to what was chosen last when it answers again', async () => {
    void own.align(true);
    for (const on of [false, true, false]) {
      siteIs(on);
      void own.align(true);
      await vi.advanceTimersByTimeAsync(1);
    }
    frozen.clear();
    running.add(2);
    browser.sent.length = 0;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(browser.sent).toEqual([{ tab: 2, message: { kind: 'stop' } }]);
  });
});

test('a site that is switched off after “Check this page” is off: the page that comes back is not read by that click', async () => {
  open(page(1), page(2));
  running.add(1);
  session.items = { 'checked:1': 'news.example', 'checked:2': 'other.example' };
  sync.items = { 'site:news.example': { v: 1, on: false } };
  own.forgetSettings();
  expect(await endsWithin(4000, own.align(true))).toBe(true);
  expect(stopped()).toEqual([1, 2]);
  expect(session.items).toEqual({});
});

describe('when the permission is withdrawn', () => {
  /** As the browser shows a tab without permission. */
  const hidden = (id: number): FakeTab => ({ id });
  const align = async (): Promise<void> => {
    expect(await endsWithin(4000, own.align(true))).toBe(true);
  };
  beforeEach(() => {
    vi.spyOn(browser.permissions, 'contains').mockResolvedValue(false);
    for (const id of [1, 2, 3]) running.add(id);
  });

  test('the script stops in pages that we may no longer see, but for those that the reader asked for', async () => {
    open(hidden(1), hidden(2), page(3));
    session.items = { 'checked:2': 'news.example', 'checked:3': 'news.example' };
    await align();
    expect(stopped()).toEqual([1]);
  });

  test('also where a click of the reader’s shows us the address, and where they asked for another page', async () => {
    open(page(1), page(2));
    session.items = { 'checked:2': 'other.example' };
    await align();
    expect(stopped()).toEqual([1, 2]);
  });

  test('and everything is off, it stops in pages asked for, too', async () => {
    open(hidden(2));
    session.items = { 'checked:2': 'news.example' };
    sync.items = { everything: { v: 1, on: false } };
    own.forgetSettings();
    await align();
    expect(stopped()).toEqual([2]);
  });

  test('and given again, it starts', async () => {
    open(page(4));
    await align();
    expect(running.has(4)).toBe(false);
    vi.spyOn(browser.permissions, 'contains').mockResolvedValue(true);
    own.forgetPermissions();
    await align();
    expect(running.has(4)).toBe(true);
  });
});

test('frames come back with their page: they are stopped with it', async () => {
  const { insertCSS, executeScript } = browser.scripting;
  open(page(1));
  await own.align(true);
  for (const call of [insertCSS, executeScript])
    expect(vi.mocked(call).mock.calls).toMatchObject([[{ target: { tabId: 1, allFrames: true } }]]);
});

test('where the script stops its number goes from the button', async () => {
  const badge = vi.spyOn(browser.action, 'setBadgeText');
  open(page(1));
  running.add(1);
  siteIs(false);
  await own.align(true);
  expect(badge.mock.calls).toEqual([[{ tabId: 1, text: '' }]]);
});

test('what the popup and the panel ask of a page that does not answer, or has no script, comes to nothing', async () => {
  const { command, readerState } = await import('../../src/platform/tabs.ts');
  const { inSight } = await import('../../src/platform/panel.ts');
  running.add(1);
  frozen.add(2);
  for (const [tab, done] of [
    [1, true],
    [2, false],
    [3, false],
  ] as const) {
    const asked = Promise.all([command(tab, { kind: 'scroll', passage: 1 }), readerState(tab), inSight(tab)]);
    expect(await endsWithin(4000, asked)).toBe(true);
    expect(await asked).toEqual([done, null, null]);
  }
});

test('a selection in a page that does not answer is answered in a page of ours', async () => {
  const { checkSelection } = await import('../../src/platform/selection.ts');
  frozen.add(2);
  browser.opened.length = 0;
  expect(await endsWithin(4000, checkSelection({ text: 'words', near: [], checked: 1 }, 2))).toBe(true);
  expect(browser.opened).toHaveLength(1);
});
