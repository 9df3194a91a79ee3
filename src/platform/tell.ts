// A message to the script in a tab from whoever cannot wait for it long: a page that shows an alert, stands at a breakpoint or
// is frozen answers when that is over, and others would wait with it.
import browser from 'webextension-polyfill';
import type { ReaderCommand } from './messages.ts';
import { within } from './queue.ts';

/** A page with a busy main thread answers late; a dead script never does. */
export const ANSWER_MS = 1500;
/** The page itself, without the frames in it. */
export const TOP = { frameId: 0 } as const;

/** What the script answers; null where none runs ("Receiving end does not exist" is the browser's normal answer there), or
 * none answers in time. */
export const tell = async (tab: number, what: ReaderCommand, to: { frameId?: number } = {}): Promise<unknown> =>
  (await within(ANSWER_MS, 'the page', browser.tabs.sendMessage(tab, what, to)).catch(() => null)) ?? null;
