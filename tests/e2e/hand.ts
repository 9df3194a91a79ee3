// A reader's hand on a page of ours. Lists there are drawn anew and scrolled while a test looks on, so a click waits until
// its target stands still, and aims again when it was gone in between.
import type { Page } from 'puppeteer-core';
import { PATIENCE_MS } from './harness.ts';

export const press = (page: Page, selector: string): Promise<void> => page.locator(selector).setTimeout(PATIENCE_MS).click();

/** Puts the focus into a field and types. */
export async function write(page: Page, selector: string, words: string): Promise<void> {
  await press(page, selector);
  await page.keyboard.type(words);
}

/** Ends what is still fading or turning: half-way colours would be judged, and pictured. */
export const still = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const root of [document, document.querySelector('sl-host')?.shadowRoot])
      for (const animation of root?.getAnimations() ?? []) animation.finish();
  });
