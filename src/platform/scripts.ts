// Keeps the page's script registered where the settings want it, and brings the tabs that are already open in line.
// The registered list is the browser's own: it holds while the background sleeps and across restarts.
import browser from 'webextension-polyfill';
import { type Registration, registrationOf, runsOn } from './registration.ts';
import type { Settings } from './settings-items.ts';

const ID = 'reader';
const SCRIPT = 'reader.js';
const STYLES = 'assets/highlights.css';

/** Registers, updates or withdraws the script. `settings` decide; permission is the browser's business: without it
 * nothing runs, and the registration takes effect by itself when permission comes. `anew` when the extension was just
 * updated: what the browser still lists may be the old version's. */
export async function register(settings: Settings, anew = false): Promise<void> {
  const wanted = registrationOf(settings);
  const [now] = await browser.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (wanted === null) {
    if (now) await browser.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  if (now && !anew && same(wanted, now)) return;
  // In a frame the script goes on only where the page around it is of the same origin; a frame of a site that is off is
  // excluded like that site's pages, and a frame in a page that is off ends at that first question.
  const script = {
    id: ID,
    js: [SCRIPT],
    css: [STYLES],
    matches: [...wanted.matches],
    excludeMatches: [...wanted.excludeMatches],
    runAt: 'document_idle' as const,
    allFrames: true,
    persistAcrossSessions: true,
  };
  if (now) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

const same = (wanted: Registration, now: { matches?: readonly string[]; excludeMatches?: readonly string[] }): boolean =>
  [...wanted.matches].sort().join(' ') === [...(now.matches ?? [])].sort().join(' ') &&
  wanted.excludeMatches.join(' ') === [...(now.excludeMatches ?? [])].sort().join(' ');

/** Stops the script in tabs where it should no longer run and starts it where it should and does not yet. Tabs whose
 * address we may not see are tabs where we may not run: left alone. */
export async function alignTabs(settings: Settings): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(async ({ id, url, discarded }) => {
      if (id === undefined || url === undefined || discarded) return;
      if (!runsOn(settings, url)) await stop(id);
      else if (!(await answers(id))) await inject(id);
    }),
  );
}

/** Runs the script once in a tab, whatever the settings say. Resolves to false where the browser does not let us. Where it
 * ran before, its styles are there already. */
export async function inject(tab: number, styles = true): Promise<boolean> {
  try {
    if (styles) await browser.scripting.insertCSS({ target: { tabId: tab }, files: [STYLES] });
    await browser.scripting.executeScript({ target: { tabId: tab }, files: [SCRIPT] });
    return true;
  } catch (cause) {
    console.debug('Sidelight: this tab cannot be read', cause);
    return false;
  }
}

/** Whether the script runs in the tab. */
export const answers = async (tab: number): Promise<boolean> => {
  const reply: unknown = await browser.tabs.sendMessage(tab, { kind: 'state' }, { frameId: 0 }).catch(nobody);
  return reply !== null && reply !== undefined;
};
/** Stops the script in the tab. */
export const stop = async (tab: number): Promise<void> => {
  await browser.tabs.sendMessage(tab, { kind: 'stop' }).catch(nobody);
};
/** "Receiving end does not exist" is the normal answer of a tab without our script. */
const nobody = (): null => null;
