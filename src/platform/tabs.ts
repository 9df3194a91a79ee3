// The tab that the popup speaks about, and the way to the script in it.
import browser from 'webextension-polyfill';
import type { PageRequest, ReaderCommand, ReaderState, Status } from './messages.ts';
import { within } from './queue.ts';

/** A page with a busy main thread answers late; a dead script never does. */
const STATE_MS = 1500;

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
  try {
    const reply: unknown = await within(
      STATE_MS,
      'the page',
      browser.tabs.sendMessage(tab, { kind: 'state' } satisfies ReaderCommand, { frameId: 0 }),
    );
    return isState(reply) ? reply : null;
  } catch (cause) {
    console.debug('Sidelight: no script in this tab', cause);
    return null;
  }
}

const isState = (reply: unknown): reply is ReaderState =>
  typeof reply === 'object' && reply !== null && 'passages' in reply && Array.isArray(reply.passages);

/** Sends a command that wants no answer. */
export async function command(tab: number, what: ReaderCommand): Promise<void> {
  await browser.tabs.sendMessage(tab, what, { frameId: 0 });
}

export const askStatus = (): Promise<Status> => browser.runtime.sendMessage({ kind: 'status' } satisfies PageRequest);
/** Runs the reader once in the tab; false where the browser does not allow it. */
export const checkPage = (tab: number): Promise<boolean> => done({ kind: 'check', tab });

/** Leaves this tab alone until told otherwise, whatever page it shows. */
export const pauseTab = (tab: number, on: boolean): Promise<boolean> => done({ kind: 'pause', tab, on });

/** A request that the background does not take is answered with undefined: not done either. */
const done = async (request: PageRequest): Promise<boolean> => (await browser.runtime.sendMessage(request)) === true;

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
