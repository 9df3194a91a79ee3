// The background's work when the browser fails it: pages are answered, the reader is told, and nobody else is obeyed.
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MatchReply, Report, Status } from '../../src/platform/messages.ts';
import { type Service, service } from '../../src/platform/service.ts';
import { hiddenKey, mutedKey } from '../../src/platform/settings-items.ts';
import { RUNS } from '../runs.ts';
import { type Fault, FIRST_OPENED } from './fake-browser.ts';
import { broken, engine, match, options, pack, reader } from './one-claim.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { sync, local, session } = browser.storage;
let own: Service;
const fail = (fault: Fault): void => {
  for (const area of [sync, local, session]) area.fault = fault;
};
/** What the answer comes to within `ms` of the clock. */
async function answered<T>(message: unknown, sender: object, ms = 5000): Promise<T> {
  const asked = own.answer(message, sender);
  await vi.advanceTimersByTimeAsync(ms);
  return (await Promise.race([asked, Promise.reject(new Error('no answer'))])) as T;
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  for (const area of [sync, local, session]) Object.assign(area, { items: {}, fault: 'none' });
  browser.sent.length = 0;
  browser.opened.length = 0;
  own = service(engine, broken, { text: JSON.stringify(pack), stamp: 's' });
});
afterEach(() => vi.useRealTimers());

describe('storage', () => {
  test.each<Fault>(['full', 'hangs', 'dead'])(
    'that is %s: the page is answered before it stops waiting, and the settings page says why',
    async (fault) => {
      fail(fault);
      const reply = await answered<MatchReply>(match, reader, 4900);
      expect(reply).toMatchObject({ scan: 4, checked: 1, found: [{ claim: 'a' }] });
      const status = await answered<Status>({ kind: 'status' }, options);
      expect(status.packs).toMatchObject([{ id: 'p', place: 'memory' }]);
      expect(status.problems.join('\n')).toMatch(
        fault === 'full' ? /no database/u : /no database[\s\S]*settings cannot be read/u,
      );
      expect(await answered<Report>({ kind: 'report' }, options)).toHaveProperty('errors');
    },
  );

  test('that takes no more: a choice from the card is not lost silently', async () => {
    fail('full');
    await answered({ kind: 'hide', pack: 'p', claim: 'a', quote: 'One' }, reader);
    expect((await answered<Status>({ kind: 'status' }, options)).problems.at(-1)).toMatch(/could not be stored.*quota/u);
    fail('none');
    await answered({ kind: 'hide', pack: 'p', claim: 'a', quote: 'One' }, reader);
    expect((await answered<Status>({ kind: 'status' }, options)).problems).toEqual(['no database']);
    expect(local.items).toHaveProperty([hiddenKey('p', 'a', 'One')]);
  });

  test('that comes back: the choices count again', async () => {
    sync.items = { everything: { v: 1, on: false } };
    fail('dead');
    expect((await answered<MatchReply>(match, reader)).found).toHaveLength(1);
    fail('none');
    expect((await answered<MatchReply>(match, reader)).found).toEqual([]);
  });
});

describe('a choice from a card', () => {
  const shown = { passages: [{ passage: 1, quote: 'One', found: { pack: 'p', claim: 'a' } }], checked: 1, limit: null };
  const injected = async (local: Record<string, unknown>): Promise<readonly number[]> => {
    const ran: number[] = [];
    vi.spyOn(browser.scripting, 'executeScript').mockImplementation((async ({ target }: { target: { tabId: number } }) => {
      ran.push(target.tabId);
    }) as never);
    vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async (tab: number) => {
      if (tab === 3) throw new Error('Receiving end does not exist.');
      return tab === 1 ? shown : { ...shown, passages: [] };
    }) as never);
    browser.tabs_.splice(0, Number.POSITIVE_INFINITY, ...[1, 2, 3].map((id) => ({ id, url: 'https://news.example/' })));
    Object.assign(browser.storage.local, { items: local });
    own.forgetSettings();
    await own.changed(Object.fromEntries(Object.entries(local).map(([key, newValue]) => [key, { newValue }])));
    vi.restoreAllMocks();
    return ran;
  };
  const at = '2026-01-01';

  test('is answered, so that the page knows that it was taken', async () => {
    expect(await answered({ kind: 'mute', pack: 'p', claim: 'a' }, reader)).toBe(true);
  });

  test('takes the passage off the other tabs that show it, and leaves the rest alone', async () => {
    expect(await injected({ [mutedKey('p', 'a')]: { v: 1, pack: 'p', claim: 'a', at } })).toEqual([1]);
    expect(await injected({ [hiddenKey('p', 'a', 'One')]: { v: 1, pack: 'p', claim: 'a', quote: 'One', at } })).toEqual([1]);
    expect(await injected({ [hiddenKey('p', 'a', 'Two')]: { v: 1, pack: 'p', claim: 'a', quote: 'Two', at } })).toEqual([]);
  });
});

describe('a tab that closes', () => {
  const through = async (job: Promise<unknown>): Promise<unknown> => {
    await vi.advanceTimersByTimeAsync(5000);
    return job;
  };

  test('takes with it the selection that it answered, and nothing of other tabs', async () => {
    await through(own.select('The selected words.', undefined));
    expect(session.items).toMatchObject({ selected: { text: 'The selected words.' } });
    await through(own.closed(FIRST_OPENED + 1));
    expect(session.items).toHaveProperty('selected');
    await through(own.closed(FIRST_OPENED));
    expect(session.items).toEqual({});
  });

  test('leaves no word of the site that was checked in it, or that it was paused', async () => {
    browser.tabs_.splice(0, Number.POSITIVE_INFINITY, { id: 9, url: 'https://news.example/' }, { id: 10 });
    await through(own.check(9));
    await through(own.answer({ kind: 'pause', tab: 9, on: true }, options) ?? Promise.reject());
    await through(own.answer({ kind: 'pause', tab: 10, on: true }, options) ?? Promise.reject());
    expect(session.items).toEqual({ 'checked:9': 'news.example', 'paused:9': true, 'paused:10': true });
    await through(own.closed(9));
    expect(session.items).toEqual({ 'paused:10': true });
  });
});

describe('the clock', () => {
  test.each([-86_400_000, 86_400_000])('may jump by %i ms: answers, notes and their order stay', async (jump) => {
    await answered(match, reader);
    vi.setSystemTime(Date.now() + jump);
    expect((await answered<MatchReply>(match, reader)).found).toHaveLength(1);
    const { scans } = await answered<Report>({ kind: 'report' }, options);
    expect(scans).toHaveLength(2);
    expect(scans.every(({ ms }) => ms >= 0 && ms < 1000)).toBe(true);
  });
});

describe('messages', () => {
  const requests = [
    { kind: 'status' },
    { kind: 'check', tab: 3 },
    { kind: 'pause', tab: 3, on: true },
    { kind: 'packs' },
    { kind: 'report' },
    { kind: 'set', area: 'sync', items: {} },
    { kind: '__proto__' },
  ];
  test.each(requests)('a page’s script may not ask for %j, whatever sender it forges', async (request) => {
    for (const sender of [
      reader,
      { ...reader, url: 'https://x.example/#chrome-extension://own/options.html' },
      { ...reader, url: 'chrome-extension://owner/options.html' },
      { ...reader, url: 'CHROME-EXTENSION://own/options.html' },
      { ...reader, id: 'other', url: 'chrome-extension://own/options.html' },
      { ...reader, id: undefined, url: 'chrome-extension://own/options.html' },
      { id: 'own' },
      {},
    ])
      expect(own.answer(request, sender)).toBeUndefined();
  });

  test('anything else at all changes no setting, opens no tab and writes to no other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.anything(),
        fc.record({ id: fc.constantFrom('own', 'other'), url: fc.webUrl() }),
        async (message, sender) => {
          expect(own.answer(message, { ...sender, tab: { id: 1 } })).toBeUndefined();
          expect([sync.writes, browser.opened.length, browser.sent.length]).toEqual([0, 0, 0]);
        },
      ),
      RUNS,
    );
  });
});
