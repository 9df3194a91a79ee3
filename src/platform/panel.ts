// What the side panel and the dataset page need of the browser: the tab in front, what its script has in view, and the way
// to these two pages.
import browser, { type Runtime } from 'webextension-polyfill';
import { ask } from './ask.ts';
import type { CardReply, ReaderSight } from './messages.ts';
import { TOP, tell } from './tell.ts';

/** Chrome's own: the polyfill does not know it. */
interface SidePanel {
  readonly sidePanel?: { open(options: { readonly tabId: number }): Promise<void> };
}

/** Opens the panel beside a tab. To be called in the turn of a click: both browsers ask for the reader's gesture. */
export function openPanel(tab: number): Promise<void> {
  const { sidePanel } = (globalThis as { readonly chrome?: SidePanel }).chrome ?? {};
  return sidePanel === undefined ? browser.sidebarAction.open() : sidePanel.open({ tabId: tab });
}

/** The address of a claim in the dataset page, or of the page itself. */
export function datasetAddress(pack?: string, claim?: string): string {
  const hash = pack === undefined || claim === undefined ? '' : `#claim/${encodeURIComponent(pack)}/${encodeURIComponent(claim)}`;
  return browser.runtime.getURL(`dataset.html${hash}`);
}
export const openDataset = async (pack?: string, claim?: string): Promise<void> => {
  await browser.tabs.create({ url: datasetAddress(pack, claim) });
};

/** The card of a claim, from the background; null where it has none. */
export async function askCard(pack: string, claim: string): Promise<CardReply['card']> {
  return (await ask({ kind: 'card', pack, claim })).card;
}

/** Passages that the reader has before the eyes; null when the script in the tab does not say. */
export async function inSight(tab: number): Promise<readonly number[] | null> {
  const reply = await tell(tab, { kind: 'view' }, TOP);
  return isSight(reply) ? reply.inView : null;
}
const isSight = (reply: unknown): reply is ReaderSight =>
  typeof reply === 'object' && reply !== null && 'inView' in reply && Array.isArray(reply.inView);

/** Calls `changed` when another tab of `window` came to the front, or any tab went elsewhere. */
export function watchFront(changed: () => void): void {
  browser.tabs.onActivated.addListener(() => changed());
  browser.tabs.onUpdated.addListener((_id, { status, url }) => {
    if (status !== undefined || url !== undefined) changed();
  });
}

/** Calls `found` with the tab whose script has just reported what it found. */
export function watchFound(found: (tab: number) => void): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const isReport = typeof message === 'object' && message !== null && 'kind' in message && message.kind === 'found';
    if (isReport && sender.id === browser.runtime.id && sender.tab?.id !== undefined) found(sender.tab.id);
    return undefined;
  });
}
