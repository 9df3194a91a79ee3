// The browser's storage, waited for no longer than it takes where it works. Every call rejects when the time is up.
import browser from 'webextension-polyfill';
import type { Area } from './settings-items.ts';
import { within } from './within.ts';

/** Storage usually answers within 5 ms; a broken profile can hang for half a minute. */
const READ_MS = 3000;
const WRITE_MS = 5000;
/** It is memory: whatever takes longer will never come. */
const SESSION_MS = 1000;

/** All that an area holds. */
export const readArea = (area: Area): Promise<Record<string, unknown>> =>
  within(READ_MS, `storage.${area}`, browser.storage[area].get(null));

/** Writes all of the items or none. */
export const put = (area: Area, items: Readonly<Record<string, unknown>>): Promise<void> =>
  within(WRITE_MS, `storage.${area}`, browser.storage[area].set({ ...items }));

export const drop = (area: Area, ...keys: readonly string[]): Promise<void> =>
  within(WRITE_MS, `storage.${area}`, browser.storage[area].remove([...keys]));

/** What is asked of `storage.session`. */
export const inSession = <T>(job: Promise<T>): Promise<T> => within(SESSION_MS, 'storage.session', job);
