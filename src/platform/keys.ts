// The keyboard commands of the manifest: to the script in the tab in front, or to its site's rule.
import browser from 'webextension-polyfill';
import type { ReaderCommand } from './messages.ts';
import { runsOn } from './registration.ts';
import { readSettings, setSite } from './settings.ts';
import { siteOf } from './sites.ts';
import { TOP, told } from './tell.ts';

const TO_READER: Readonly<Record<string, ReaderCommand>> = {
  'next-claim': { kind: 'next' },
  'previous-claim': { kind: 'previous' },
  'open-claim': { kind: 'open' },
};
const TOGGLE = 'toggle-site';

/** Does what a command asks for. Where the script does not run yet, the key that asks for a claim runs it once: pressing
 * it is the reader's gesture, which gives the permission for this page. A script that is there and does not answer (its page shows
 * an alert) does it when it can. */
export async function obey(
  command: string,
  tab: { readonly id?: number; readonly url?: string } | undefined,
  check: (tab: number) => Promise<unknown>,
): Promise<void> {
  const front = tab ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0];
  if (front?.id === undefined) return;
  const asked = TO_READER[command];
  if (asked !== undefined) {
    if ((await told(front.id, asked, TOP)) === 'nobody') await check(front.id);
    return;
  }
  const site = front.url === undefined ? null : siteOf(front.url);
  if (command === TOGGLE && front.url !== undefined && site !== null)
    await setSite(site, !runsOn(await readSettings(), front.url));
}
