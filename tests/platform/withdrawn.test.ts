// A page's script asks on after its site was switched off or the permission withdrawn: no more of the page is read.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MatchReply } from '../../src/platform/messages.ts';
import { type Service, service } from '../../src/platform/service.ts';
import { broken, engine, match, pack, reader } from './one-claim.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { sync, local, session } = browser.storage;
let own: Service;
beforeEach(() => {
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'debug').mockImplementation(() => undefined);
  for (const area of [sync, local, session]) Object.assign(area, { items: {} });
  browser.sent.length = 0;
  own = service(engine, broken, { text: JSON.stringify(pack), stamp: 's' });
});
afterEach(() => vi.restoreAllMocks());

const isStopped = (): boolean =>
  browser.sent.some(({ tab, message }) => tab === 7 && (message as { kind: string }).kind === 'stop');
const found = async (sender: object = reader): Promise<number> => ((await own.answer(match, sender)) as MatchReply).found.length;
const only = (origin: string): void => {
  vi.spyOn(browser.permissions, 'contains').mockImplementation(async ({ origins }) => origins.every((one) => one === origin));
  own.forgetPermissions();
};
test('a site: its page’s script is told to stop, finds nothing more, and no tab is forced', async () => {
  await own.answer(match, reader);
  sync.items = { 'site:news.example': { v: 1, on: false } };
  own.forgetSettings();
  expect(await found()).toBe(0);
  expect(isStopped()).toBe(true);
  browser.tabs_.splice(0, Number.POSITIVE_INFINITY, { id: 9, url: 'https://other.example/' }, { id: 10 });
  await expect(own.align(true)).resolves.toBeUndefined();
  expect(await own.check(9)).toBe(false);
});

test('the permission: the same, unless the reader asked for this page', async () => {
  expect(await found()).toBe(1);
  only('https://other.example/*');
  expect(await found()).toBe(0);
  expect(isStopped()).toBe(true);
  session.items = { 'checked:7': 'news.example' };
  expect(await found()).toBe(1);
});

test('the permission is looked up once for an origin, and again after a change or a failure', async () => {
  const asked = vi.spyOn(browser.permissions, 'contains').mockRejectedValueOnce(new Error('not now'));
  for (const url of ['https://news.example/1', 'https://news.example:8080/2', 'https://news.example./3'])
    expect(await found({ ...reader, url })).toBe(1);
  expect(asked.mock.calls).toEqual([[{ origins: ['https://news.example/*'] }], [{ origins: ['https://news.example/*'] }]]);
  own.forgetPermissions();
  await found();
  expect(asked).toHaveBeenCalledTimes(3);
});

test('a frame is read where its page is', async () => {
  const page = { ...reader.tab, url: reader.url };
  only('https://news.example/*');
  for (const url of ['about:srcdoc', 'about:blank', `blob:${reader.url}`])
    expect(await found({ ...reader, url, frameId: 3, tab: page })).toBe(1);
  expect(isStopped()).toBe(false);
  expect(await found({ ...reader, url: 'about:srcdoc', frameId: 3 })).toBe(0);
});
