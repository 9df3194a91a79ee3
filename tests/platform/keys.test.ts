// The commands of the manifest: what each does, and what happens where no script runs yet. Browsers take no shortcut of an
// extension from a test.
import { beforeEach, expect, test, vi } from 'vitest';
import { obey } from '../../src/platform/keys.ts';

const { browser } = await vi.hoisted(async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser() }));
vi.mock('webextension-polyfill', () => ({ default: browser }));

const TAB = { id: 7, url: 'https://www.news.example/article' };
const check = vi.fn(async () => undefined);

beforeEach(() => {
  browser.sent.length = 0;
  check.mockClear();
  Object.assign(browser.storage.sync, { items: {} });
  vi.restoreAllMocks();
});

test.each([
  ['next-claim', 'next'],
  ['previous-claim', 'previous'],
  ['open-claim', 'open'],
])('%s asks the page’s script for %s', async (command, kind) => {
  const sent = vi.spyOn(browser.tabs, 'sendMessage').mockImplementation((async () => ({ shown: true })) as never);
  await obey(command, TAB, check);
  expect(sent).toHaveBeenCalledWith(7, { kind }, { frameId: 0 });
  expect(check).not.toHaveBeenCalled();
});

test('where no script runs the page is read once: the key is the reader’s gesture', async () => {
  await obey('next-claim', TAB, check);
  expect(check).toHaveBeenCalledWith(7);
});

test('a script that does not answer in time is there all the same: none is run beside it', async () => {
  vi.useFakeTimers();
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(() => new Promise(() => undefined));
  const done = vi.fn();
  void obey('next-claim', TAB, check).then(done);
  await vi.advanceTimersByTimeAsync(4000);
  expect(done).toHaveBeenCalled();
  expect(check).not.toHaveBeenCalled();
  vi.useRealTimers();
});

test('the site is switched off, and on again', async () => {
  await obey('toggle-site', TAB, check);
  expect(browser.storage.sync.items).toEqual({ 'site:news.example': { v: 1, on: false } });
  await obey('toggle-site', TAB, check);
  expect(browser.storage.sync.items).toEqual({ 'site:news.example': { v: 1, on: true } });
});

test('a page without a site, and a command that is nobody’s, change nothing', async () => {
  await obey('toggle-site', { id: 7, url: 'chrome://settings' }, check);
  await obey('other', TAB, check);
  expect(browser.storage.sync.items).toEqual({});
  expect(check).not.toHaveBeenCalled();
});
