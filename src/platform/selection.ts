// "Check selection against known claims": the entry in the context menu, and where its answer is shown. The text goes from
// the browser's menu to the background, and nowhere else.
import browser from 'webextension-polyfill';
import { text } from './i18n.ts';
import type { Selected } from './messages.ts';
import { TOP, tell } from './tell.ts';

export const MENU = 'check-selection';
/** A selection may be a whole page; a claim is a sentence or two. */
const LONGEST = 5000;
/** The answer that a page of ours shows, to be had again on a reload; an older one is not asked for any more. */
const KEY = 'selected';
/** The tab of that page. A key of its own: the page reads the answer before its tab is known. */
const TAB = 'selected-in';

/** To be called when the extension was installed or updated: the browser keeps the entry. */
export async function addMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: MENU, title: text('menu_check'), contexts: ['selection'] }, () => {
    const { lastError } = browser.runtime;
    if (lastError) console.warn('Sidelight: no menu entry', lastError);
  });
}

/** The selected text as it is checked. */
export const selectedText = (selected: string | undefined): string =>
  (selected ?? '').replace(/\s+/gu, ' ').trim().slice(0, LONGEST);

/** Shows the answer beside the selection where the script runs in the tab, else in a page of ours. */
export async function checkSelection(answer: Selected, tab: number | undefined): Promise<void> {
  const reply = tab === undefined ? null : await tell(tab, { kind: 'selected', ...answer }, TOP);
  if (typeof reply === 'object' && reply !== null && 'shown' in reply && reply.shown === true) return;
  await browser.storage.session.set({ [KEY]: answer });
  const { id } = await browser.tabs.create({ url: browser.runtime.getURL('/check.html') });
  await browser.storage.session.set({ [TAB]: id });
}

/** Forgets the answer, and the text it is about, when the tab that showed it has closed. */
export async function dropAnswer(closed: number): Promise<void> {
  const { session } = browser.storage;
  if ((await session.get(TAB))[TAB] === closed) await session.remove([KEY, TAB]);
}

/** The answer that the page is to show; null when there is none (any more). */
export async function lastAnswer(): Promise<Selected | null> {
  return ((await browser.storage.session.get(KEY))[KEY] as Selected | undefined) ?? null;
}
