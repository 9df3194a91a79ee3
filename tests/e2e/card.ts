// A reader's hand on the page: clicks a passage, and waits for its card. The test build's shadow root is open.
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';
import { settled } from './page.ts';

/** Brings the highlighted passage with `words` to the middle of the window and clicks on it. */
export async function clickWords(page: Page, words: string): Promise<void> {
  await page.bringToFront();
  await page.evaluate((text) => {
    for (const element of document.querySelectorAll('p'))
      if (element.textContent?.includes(text)) element.scrollIntoView({ block: 'center' });
  }, words);
  const range = (await settled(page)).find(({ text }) => text.replaceAll(/\s+/gu, ' ').includes(words));
  if (range === undefined) throw new Error(`no highlight with “${words}”`);
  await page.mouse.click(range.x, range.y);
}

/** Waits for an open card whose words match; its items come a moment after its head. */
export function cardWith(page: Page, words: RegExp): Promise<string> {
  return until(`a card with ${words}`, async () => {
    const said = await page.evaluate(
      () => document.querySelector('sl-host')?.shadowRoot?.querySelector('[role=dialog]')?.textContent ?? '',
    );
    return words.test(said) ? said : null;
  });
}
