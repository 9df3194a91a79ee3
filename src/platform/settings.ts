// The reader's settings in the browser's storage: site rules travel with the browser's sync, the rest stays on the device.
// Every change writes one item of its own; nothing is read, changed and written back.
import browser from 'webextension-polyfill';
import {
  type Area,
  asideKey,
  type DefaultRule,
  hiddenKey,
  mutedKey,
  packKey,
  quoteOf,
  readItems,
  type Settings,
  type Strength,
  siteKey,
  type Theme,
  VERSION,
} from './settings-items.ts';
import { drop, put, readArea } from './storage.ts';

/** The settings as stored now. Items that cannot be read are copied to `aside:*` and left where they are: another
 * device with a newer version may still need them. Rejects when storage does not answer. */
export async function readSettings(): Promise<Settings> {
  const [sync, local] = await Promise.all([readArea('sync'), readArea('local')]);
  const { settings, aside } = readItems(sync, local);
  const fresh = aside
    .map(({ area, key, item }) => [asideKey(area, key), item] as const)
    .filter(([key, item]) => JSON.stringify(local[key]) !== JSON.stringify(item));
  if (fresh.length > 0)
    await put('local', Object.fromEntries(fresh)).catch((cause) => console.warn('Sidelight: could not set aside', cause));
  return settings;
}

export const setSite = (site: string, on: boolean): Promise<void> => put('sync', { [siteKey(site)]: { v: VERSION, on } });
export const forgetSite = (site: string): Promise<void> => drop('sync', siteKey(site));
export const setEverything = (on: boolean): Promise<void> => put('sync', { everything: { v: VERSION, on } });
export const setDefault = (sites: DefaultRule): Promise<void> => put('sync', { default: { v: VERSION, sites } });
export const setPack = (pack: string, on: boolean): Promise<void> => put('local', { [packKey(pack)]: { v: VERSION, on } });
export const setStrength = (value: Strength): Promise<void> => put('local', { strength: { v: VERSION, value } });
export const setTheme = (value: Theme): Promise<void> => put('local', { theme: { v: VERSION, value } });

export const setCalm = (on: boolean): Promise<void> => put('local', { calm: { v: VERSION, on } });

export const mute = (pack: string, claim: string): Promise<void> =>
  put('local', { [mutedKey(pack, claim)]: { v: VERSION, pack, claim, at: new Date().toISOString() } });
export const hide = (pack: string, claim: string, quote: string): Promise<void> =>
  put('local', {
    [hiddenKey(pack, claim, quote)]: { v: VERSION, pack, claim, quote: quoteOf(quote), at: new Date().toISOString() },
  });
/** Takes back a mute or a hide, by its key. */
export const unhide = (key: string): Promise<void> => drop('local', key);

/** By key; without `newValue` the item was removed. */
export type Changes = Readonly<Record<string, { readonly newValue?: unknown }>>;

/** Calls `changed` after any stored setting changed, here or on another device of the reader's. Only `sync` holds
 * settings that decide where the script runs. */
export function watchSettings(changed: (area: Area, changes: Changes) => void, signal?: AbortSignal): void {
  const listener = (changes: Changes, area: string): void => {
    const keys = Object.keys(changes);
    if ((area === 'sync' || area === 'local') && keys.some((key) => !/^(?:aside|log):/u.test(key))) changed(area, changes);
  };
  browser.storage.onChanged.addListener(listener);
  signal?.addEventListener('abort', () => browser.storage.onChanged.removeListener(listener), { once: true });
}
