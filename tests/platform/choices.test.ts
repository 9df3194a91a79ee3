// What the reader chooses in a page, in the popup and in the settings, and what the background makes of it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isUnwanted } from '../../src/platform/broadcast.ts';
import { frontOf } from '../../src/platform/front.ts';
import type { MatchReply, Report } from '../../src/platform/messages.ts';
import { type Service, service } from '../../src/platform/service.ts';
import { watchSettings } from '../../src/platform/settings.ts';
import { hiddenKey, mutedKey, readItems } from '../../src/platform/settings-items.ts';
import { broken, engine, match, options, pack, reader } from './one-claim.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { sync, local, session } = browser.storage;
const top = { ...reader, frameId: 0 };
let own: Service;
const inject = vi.fn();
const badge = vi.fn();

beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  vi.spyOn(browser.scripting, 'insertCSS').mockResolvedValue(undefined as never);
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(inject);
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(badge);
  inject.mockResolvedValue(undefined);
  for (const area of [sync, local, session]) Object.assign(area, { items: {} });
  browser.tabs_.splice(0, Number.POSITIVE_INFINITY, { id: 7, url: reader.url });
  browser.sent.length = 0;
  own = service(engine, broken, { text: JSON.stringify(pack), stamp: 's' });
});
afterEach(() => {
  vi.restoreAllMocks();
  inject.mockReset();
  badge.mockReset();
});
const stopped = (): readonly number[] =>
  browser.sent.flatMap(({ tab, message }) => ((message as { kind: string }).kind === 'stop' ? [tab] : []));
const found = async (): Promise<readonly string[]> =>
  ((await own.answer(match, top)) as MatchReply).found.map(({ claim }) => claim);

describe('in a page', () => {
  test('a claim that is muted is written down as that claim, and shown no more', async () => {
    expect(await found()).toEqual(['a']);
    expect(await own.answer({ kind: 'mute', pack: 'p', claim: 'a' }, top)).toBe(true);
    expect(local.items).toEqual({ [mutedKey('p', 'a')]: { v: 1, pack: 'p', claim: 'a', at: expect.any(String) } });
    own.forgetSettings();
    expect(await found()).toEqual([]);
  });

  test('a passage that is hidden is written down with its words, and only those words are shown no more', async () => {
    expect(await own.answer({ kind: 'hide', pack: 'p', claim: 'a', quote: ' One\n' }, top)).toBe(true);
    const key = hiddenKey('p', 'a', 'One');
    expect(local.items).toEqual({ [key]: { v: 1, pack: 'p', claim: 'a', quote: 'One', at: expect.any(String) } });
    own.forgetSettings();
    expect(await found()).toEqual([]);
    // As if other words had the same key: it is short.
    Object.assign(local.items[key] as object, { quote: 'Two' });
    own.forgetSettings();
    expect(await found()).toEqual(['a']);
  });

  test('a passage longer than is kept of it is shown no more either, nor read again for being shown', async () => {
    // A space and half a character stand where it is cut, in one case each.
    for (const long of [`One ${'word '.repeat(2000)}`, `One ${'x'.repeat(3995)}😀 ${'y'.repeat(1000)}`]) {
      local.items = {};
      const longest = {
        ...engine.open(),
        match: () =>
          engine
            .open()
            .match()
            .map((one) => ({ ...one, end: long.length })),
      };
      own = service({ ...engine, open: () => longest }, broken, { text: JSON.stringify(pack), stamp: 's' });
      const ask = async () => (await own.answer({ ...match, blocks: [{ text: long }] }, top)) as MatchReply;
      const [passage] = (await ask()).found;
      expect(passage).toBeDefined();
      expect(await own.answer({ kind: 'hide', pack: 'p', claim: 'a', quote: long }, top)).toBe(true);
      const { settings, aside } = readItems({}, local.items);
      expect([settings.hidden.size, aside]).toEqual([1, []]);
      own.forgetSettings();
      expect((await ask()).found).toEqual([]);
      if (passage) expect(isUnwanted({ passage: 0, quote: long, found: passage }, settings)).toBe(true);
    }
  });

  test.each([
    [0, ''],
    [3, '3'],
    [99, '99'],
    [100, '99+'],
  ])('%i claims are "%s" on the button', async (claims, text) => {
    await own.answer({ kind: 'found', passages: claims, claims, limit: null }, top);
    expect(badge.mock.calls).toEqual([[{ tabId: 7, text }]]);
  });

  test('what a frame found is not counted', async () => {
    await own.answer({ kind: 'found', passages: 3, claims: 3, limit: null }, { ...reader, frameId: 2 });
    expect(badge).not.toHaveBeenCalled();
  });
});

describe('a pause', () => {
  const pause = (on: boolean): Promise<unknown> | undefined => own.answer({ kind: 'pause', tab: 7, on }, options);

  test('stops the script in the tab and takes its number away; nothing more is read until it ends', async () => {
    await pause(true);
    expect([stopped(), badge.mock.calls, inject.mock.calls]).toEqual([[7], [[{ tabId: 7, text: '' }]], []]);
    expect(await found()).toEqual([]);
    expect(stopped()).toEqual([7, 7]);
    await pause(false);
    expect(inject.mock.calls).toMatchObject([[{ target: { tabId: 7 } }]]);
    expect(await found()).toEqual(['a']);
  });

  test('ends where the reader asks for the page', async () => {
    await pause(true);
    await own.check(7);
    expect(session.items).not.toHaveProperty('paused:7');
    expect(await found()).toEqual(['a']);
  });

  test('is what the popup says of this tab, and of no other', async () => {
    await pause(true);
    const { settings } = readItems({}, {});
    const stateOf = async (id: number): Promise<string> => (await frontOf({ id, url: reader.url }, settings)).state.kind;
    expect(await stateOf(7)).toBe('paused');
    inject.mockResolvedValue([{ result: 'text/html' }]);
    expect(await stateOf(8)).toBe('silent');
  });
});

describe('registered', () => {
  let now: object[];
  const update = vi.fn();
  const calls = () =>
    [browser.scripting.registerContentScripts, update, browser.scripting.unregisterContentScripts].map(
      (call) => vi.mocked(call).mock.calls.length,
    );
  beforeEach(() => {
    now = [];
    const is = (scripts: object[]): void => {
      now = scripts;
    };
    update.mockReset().mockImplementation(async (scripts) => is(scripts));
    Object.assign(browser.scripting, { updateContentScripts: update });
    vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockImplementation((async () => now) as never);
    vi.spyOn(browser.scripting, 'registerContentScripts').mockImplementation((async (all: object[]) => is(all)) as never);
    vi.spyOn(browser.scripting, 'unregisterContentScripts').mockImplementation((async () => is([])) as never);
  });
  const align = async (items: Record<string, unknown>, anew = false): Promise<void> => {
    sync.items = items;
    own.forgetSettings();
    await own.align(false, anew);
  };

  test('is the script once, and again only for what has changed, or after an update', async () => {
    await align({});
    await align({});
    expect(calls()).toEqual([1, 0, 0]);
    await align({ 'site:off.example': { v: 1, on: false } });
    await align({ 'site:off.example': { v: 1, on: false }, 'site:on.example': { v: 1, on: true } });
    expect(calls()).toEqual([1, 1, 0]);
    expect(now).toMatchObject([{ excludeMatches: ['*://*.off.example/*'], allFrames: true, persistAcrossSessions: true }]);
    await align({ 'site:off.example': { v: 1, on: false } }, true);
    expect(calls()).toEqual([1, 2, 0]);
  });

  test('is nothing where everything is off', async () => {
    await align({});
    const off = { everything: { v: 1, on: false } };
    await align(off);
    await align(off);
    expect([calls(), now]).toEqual([[1, 0, 1], []]);
  });
});

describe('a change of what is stored', () => {
  test('is told where it is a setting, and not where it is a note or was set aside', async () => {
    const changed = vi.fn();
    const ending = new AbortController();
    watchSettings(changed, ending.signal);
    await local.set({ 'log:errors': [], 'aside:sync:x': 1 });
    await session.set({ 'paused:7': true });
    expect(changed).not.toHaveBeenCalled();
    await local.set({ 'log:errors': [], calm: { v: 1, on: true } });
    await sync.remove('site:a.example');
    expect(changed.mock.calls.map(([area, changes]) => [area, Object.keys(changes)])).toEqual([
      ['local', ['log:errors', 'calm']],
      ['sync', ['site:a.example']],
    ]);
    ending.abort();
    await local.set({ calm: { v: 1, on: false } });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('of the look is told to every tab, as it is now', async () => {
    local.items = { calm: { v: 1, on: true }, theme: { v: 1, value: 'dark' } };
    await own.changed({ calm: { newValue: { v: 1, on: true } } });
    expect(browser.sent).toEqual([
      { tab: 7, message: { kind: 'look', look: { strength: 'normal', theme: 'dark', calm: true } } },
    ]);
  });
});

test('an error is kept for the report, no longer than 500 characters', async () => {
  own.note(new TypeError('x'.repeat(5000)));
  await vi.waitFor(async () => {
    const { errors } = (await own.answer({ kind: 'report' }, options)) as Report;
    expect(errors.map(({ message }) => [message.slice(0, 12), message.length])).toEqual([['TypeError: x', 500]]);
  });
});
