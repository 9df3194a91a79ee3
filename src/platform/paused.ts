// "Pause in this tab": kept for the session and for one tab, in no setting; whatever page the tab goes to stays unread.
import browser from 'webextension-polyfill';
import { inSession } from './storage.ts';

const keyOf = (tab: number): string => `paused:${tab}`;

/** False where storage does not say. */
export const isPaused = async (tab: number): Promise<boolean> => {
  const key = keyOf(tab);
  const kept = await inSession(browser.storage.session.get(key)).catch((): Record<string, unknown> => ({}));
  return kept[key] === true;
};

export function setPaused(tab: number, paused: boolean): Promise<void> {
  const { session } = browser.storage;
  const done = paused ? session.set({ [keyOf(tab)]: true }) : session.remove(keyOf(tab));
  return inSession(done);
}
