// Keeps the page's script registered where the settings want it, and brings the tabs that are already open in line.
// The registered list is the browser's own: it holds while the background sleeps and across restarts.
import browser from 'webextension-polyfill';
import { showCount } from './badge.ts';
import { forgetChecked, wasChecked } from './checked.ts';
import type { Allowances } from './permissions.ts';
import { serialBy } from './queue.ts';
import { type Registration, registrationOf, runsOn } from './registration.ts';
import type { Settings } from './settings-items.ts';
import { ANSWER_MS, TOP, tell } from './tell.ts';
import { within } from './within.ts';

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

/** A function that stops the script in tabs where it should no longer run and starts it where it should and does not yet. Each
 * tab has a queue of its own, so that one that does not answer holds up no other. */
export function aligner(allows: Allowances['allows']): (settings: Settings) => Promise<void> {
  const turns = serialBy<number>();
  let newest = 0;

  const align = async (tab: number, url: string | undefined, settings: Settings): Promise<void> => {
    // Switched off after "Check this page", the click no longer counts: a page that comes back would be read by it.
    if (url !== undefined && !runsOn(settings, url)) return void (await Promise.all([stop(tab), forgetChecked(tab)]));
    if (url !== undefined && (await allows(url))) return (await answers(tab)) ? undefined : void (await inject(tab));
    // The browser hides an address when the permission has gone, but lets a script that runs run on. What the reader's click
    // started needs no permission.
    if (!settings.everything || !(await wasChecked(tab, url))) await stop(tab);
  };

  return async (settings) => {
    const mine = ++newest;
    const tabs = await browser.tabs.query({});
    await Promise.all(
      tabs.map(async ({ id, url, discarded }) => {
        if (id === undefined || discarded) return;
        // Settings that came later are next in the queue.
        await turns(id, async () => (mine === newest ? align(id, url, settings) : undefined));
      }),
    );
  };
}

/** Runs the script once in a tab, whatever the settings say. Resolves to false where the browser does not let us; a page that
 * is still being loaded, or does not answer, runs it when it is ready. Where it ran before, its styles are there already. */
export async function inject(tab: number, styles = true): Promise<boolean> {
  // Frames, too, as by registration: they stop with their page. Where it should not read, the script ends itself.
  const target = { tabId: tab, allFrames: true };
  const run = Promise.all([
    styles && browser.scripting.insertCSS({ target, files: [STYLES] }),
    browser.scripting.executeScript({ target, files: [SCRIPT] }),
  ]).then(
    () => true,
    (cause: unknown) => {
      console.debug('Sidelight: this tab cannot be read', cause);
      return false;
    },
  );
  return within(ANSWER_MS, 'the page', run).catch(() => true);
}

/** Whether the script runs in the tab. */
const answers = async (tab: number): Promise<boolean> => (await tell(tab, { kind: 'state' }, TOP)) !== null;
/** Stops the script in the tab, and takes its number off the button. */
export const stop = async (tab: number): Promise<void> => {
  await Promise.all([tell(tab, { kind: 'stop' }), showCount(tab, 0)]);
};
