// Brings the scripts in open tabs up to date after a setting changed that they cannot see themselves.
import browser from 'webextension-polyfill';
import type { Look, ReaderState } from './messages.ts';
import { runsOn } from './registration.ts';
import { inject } from './scripts.ts';
import type { Changes } from './settings.ts';
import { hiddenKey, mutedKey, type Settings } from './settings-items.ts';
import { readerState } from './tabs.ts';
import { tell } from './tell.ts';

/** What a change of local settings asks of open tabs: a new look; a fresh reading, where something may now be shown that
 * was not; or that what was muted or hidden goes. The card that it came from has taken it off its own page. */
export function asked(changes: Changes): { readonly look: boolean; readonly reading: boolean; readonly hidden: boolean } {
  const keys = Object.keys(changes);
  return {
    hidden: keys.some((key) => /^(?:muted|hidden):/u.test(key) && changes[key]?.newValue !== undefined),
    look: keys.some((key) => key === 'strength' || key === 'theme' || key === 'calm'),
    reading: keys.some(
      (key) => key.startsWith('pack:') || (/^(?:muted|hidden):/u.test(key) && changes[key]?.newValue === undefined),
    ),
  };
}

export async function tellLook(look: Look): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(tabs.map(({ id }) => id !== undefined && tell(id, { kind: 'look', look })));
}

/** Whether a passage that is shown should not be. */
export const isUnwanted = ({ found, quote }: ReaderState['passages'][number], { muted, hidden }: Settings): boolean =>
  muted.has(mutedKey(found.pack, found.claim)) || hidden.has(hiddenKey(found.pack, found.claim, quote));

/** Starts the script anew where it runs and says what `which` is about: the fresh one takes over and reads the page again. */
export async function readAgain(settings: Settings, which: (reader: ReaderState) => boolean = () => true): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id === undefined || url === undefined || !runsOn(settings, url)) return;
      const reader = await readerState(id);
      if (reader !== null && which(reader)) await inject(id, false);
    }),
  );
}
