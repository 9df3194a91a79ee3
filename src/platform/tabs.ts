// The tab that the popup speaks about, and the way to the script in it.
import browser from 'webextension-polyfill';
import { ask } from './ask.ts';
import type { ReaderCommand, ReaderState, Status } from './messages.ts';
import { REFUSED } from './page-state.ts';
import { ANSWER_MS, TOP, tell } from './tell.ts';
import { within } from './within.ts';

export interface Tab {
  readonly id: number;
  readonly url: string | null;
}

/** The tab that `?tab=` of the given address names, else the active one of this window. */
export async function tabOf(address: string): Promise<Tab | null> {
  const named = Number(new URL(address).searchParams.get('tab') ?? Number.NaN);
  const tab = Number.isInteger(named)
    ? await browser.tabs.get(named)
    : (await browser.tabs.query({ active: true, currentWindow: true }))[0];
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** What the script in the tab shows; null when there is none, or it does not answer. */
export async function readerState(tab: number): Promise<ReaderState | null> {
  const reply = await tell(tab, { kind: 'state' }, TOP);
  return isState(reply) ? reply : null;
}

/** The content type of the document in the tab ("application/pdf" in a viewer), `refused` where the browser keeps us out, or
 * null when the page does not answer. */
export async function documentType(tab: number): Promise<string | null> {
  const target = { tabId: tab };
  try {
    const asked = browser.scripting.executeScript({ target, func: () => document.contentType, injectImmediately: true });
    const [frame] = await within(ANSWER_MS, 'the page', asked.catch(refused));
    return typeof frame?.result === 'string' ? frame.result : null;
  } catch (cause) {
    console.debug('Sidelight: this tab does not answer', cause);
    return null;
  }
}
const refused = (cause: unknown) => {
  console.debug('Sidelight: this tab cannot be asked', cause);
  return [{ result: REFUSED }];
};

const isState = (reply: unknown): reply is ReaderState =>
  typeof reply === 'object' && reply !== null && 'passages' in reply && Array.isArray(reply.passages);

/** Has the script in the tab do something; false where there is none, it does not answer, or no such passage is left. */
export async function command(tab: number, what: ReaderCommand): Promise<boolean> {
  const reply = await tell(tab, what, TOP);
  return typeof reply === 'object' && reply !== null && !('done' in reply && reply.done === false);
}

export const askStatus = (): Promise<Status> => ask({ kind: 'status' });
/** Runs the reader once in the tab; false where the browser does not allow it. */
export const checkPage = (tab: number): Promise<boolean> => ask({ kind: 'check', tab });

/** Leaves this tab alone until told otherwise, whatever page it shows. */
export const pauseTab = (tab: number, on: boolean): Promise<boolean> => ask({ kind: 'pause', tab, on });

/** Calls `changed` when the tab went elsewhere or finished loading. */
export function watchTab(tab: number, changed: () => void): void {
  browser.tabs.onUpdated.addListener((id, change) => {
    if (id === tab && (change.status !== undefined || change.url !== undefined)) changed();
  });
}

export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
export const openWelcome = async (): Promise<void> => {
  await browser.tabs.create({ url: browser.runtime.getURL('welcome.html') });
};
