// The number on the toolbar button: claims found in the tab. Nothing is shown for none: unmarked is not confirmed.
import browser from 'webextension-polyfill';

const COLOUR = '#1d2b4a';
const MOST = 99;

/** Shows `claims` on the tab's button; the browser clears it by itself when the tab goes elsewhere. */
export async function showCount(tab: number, claims: number): Promise<void> {
  const text = claims === 0 ? '' : claims > MOST ? `${MOST}+` : String(claims);
  try {
    if (claims > 0) {
      await browser.action.setBadgeBackgroundColor({ tabId: tab, color: COLOUR });
      await browser.action.setBadgeTextColor?.({ tabId: tab, color: '#ffffff' });
    }
    await browser.action.setBadgeText({ tabId: tab, text });
  } catch (cause) {
    // The tab may have been closed since.
    console.debug('Sidelight: no badge', cause);
  }
}
