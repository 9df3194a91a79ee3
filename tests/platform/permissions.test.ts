// "Allow on every site": what is stored when the browser's prompt is answered one way or the other.
import { beforeEach, expect, test, vi } from 'vitest';
import { allowEverywhere } from '../../src/platform/permissions.ts';

const { browser } = await vi.hoisted(async () => {
  const { fakeBrowser } = await import('./fake-browser.ts');
  return { browser: { ...fakeBrowser(), permissions: { request: async (): Promise<boolean> => true } } };
});
vi.mock('webextension-polyfill', () => ({ default: browser }));

const { sync } = browser.storage;
beforeEach(() => Object.assign(sync, { items: {}, fault: 'none', writes: 0 }));

test.each([
  ['chosen', true, 'everywhere'],
  ['chosen', false, 'chosen'],
  ['everywhere', true, 'everywhere'],
  ['everywhere', false, 'everywhere'],
] as const)('the default was %s, given is %s: it is %s', async (before, given, after) => {
  sync.items = { default: { v: 1, sites: before } };
  browser.permissions.request = async () => given;
  const { asked, stored } = allowEverywhere(before);
  await stored;
  expect(await asked).toBe(given);
  expect(sync.items['default']).toEqual({ v: 1, sites: after });
});

test('while the prompt is open the choice is stored already: the popup may not live to hear the answer', async () => {
  browser.permissions.request = () => new Promise(() => undefined);
  await allowEverywhere('chosen').stored;
  expect(sync.items['default']).toEqual({ v: 1, sites: 'everywhere' });
});

test('where nothing could be stored, nothing is put back, and the caller is told of both', async () => {
  sync.fault = 'full';
  browser.permissions.request = async () => false;
  const { asked, stored } = allowEverywhere('chosen');
  await expect(stored).rejects.toThrow(/quota/u);
  await expect(asked).rejects.toThrow(/quota/u);
  expect(sync.writes).toBe(0);
});
