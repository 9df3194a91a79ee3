// Brings the scripts in open tabs up to date after a setting changed that they cannot see themselves.
import browser from 'webextension-polyfill';
import type { Look, ReaderCommand } from './messages.ts';
import { runsOn } from './registration.ts';
import { answers, inject } from './scripts.ts';
import type { Changes } from './settings.ts';
import type { Settings } from './settings-items.ts';

/** What a change of local settings asks of open tabs: a new look, or (where something may now be shown that was not) a
 * fresh reading. A mute or a hide is done by the card that it came from. */
export function asked(changes: Changes): { readonly look: boolean; readonly reading: boolean } {
  const keys = Object.keys(changes);
  return {
    look: keys.some((key) => key === 'strength' || key === 'theme' || key === 'calm'),
    reading: keys.some(
      (key) => key.startsWith('pack:') || (/^(?:muted|hidden):/u.test(key) && changes[key]?.newValue === undefined),
    ),
  };
}

export async function tellLook(look: Look): Promise<void> {
  const tabs = await browser.tabs.query({});
  const message: ReaderCommand = { kind: 'look', look };
  await Promise.all(tabs.map(({ id }) => id !== undefined && browser.tabs.sendMessage(id, message).catch(() => null)));
}

/** Starts the script anew where it runs: the fresh one takes over and reads the page again. */
export async function readAgain(settings: Settings): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url }) => {
      if (id !== undefined && url !== undefined && runsOn(settings, url) && (await answers(id))) await inject(id, false);
    }),
  );
}
