// "Check this page", kept for the session and for one tab: that the reader asked for a page of a site that is otherwise off, or
// that only the reader's click has opened to us (activeTab).
import browser from 'webextension-polyfill';
import { siteOf } from './sites.ts';
import { inSession } from './storage.ts';

const keyOf = (tab: number): string => `checked:${tab}`;

export const setChecked = (tab: number, url: string): Promise<void> =>
  inSession(browser.storage.session.set({ [keyOf(tab)]: siteOf(url) ?? url }));
export const forgetChecked = (tab: number): Promise<void> => inSession(browser.storage.session.remove(keyOf(tab)));

/** Whether the reader asked for this page in this tab; without `url`, for whatever page is there. False where storage does not
 * say. */
export async function wasChecked(tab: number, url?: string): Promise<boolean> {
  const key = keyOf(tab);
  const { [key]: site } = await inSession(browser.storage.session.get(key)).catch((): Record<string, unknown> => ({}));
  return url === undefined ? site !== undefined : site === (siteOf(url) ?? url);
}
