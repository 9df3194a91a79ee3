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

/** Clicks the button (or other `kind`) of the open card that says `label`: a real click, for the card in a page takes no others. */
export async function pressInCard(page: Page, label: string, kind = 'button'): Promise<void> {
  await page.bringToFront();
  const at = await until(`“${label}” in the card`, () =>
    page.evaluate(
      async (words, kind) => {
        const buttons = document.querySelector('sl-host')?.shadowRoot?.querySelectorAll(`[role=dialog] ${kind}`) ?? [];
        const button = [...buttons].find(({ textContent }) => textContent === words);
        button?.scrollIntoView({ block: 'nearest' });
        // The card takes its place a frame after it grew.
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        const { x = 0, y = 0, width = 0, height = 0 } = button?.getBoundingClientRect() ?? {};
        return width > 0 ? { x: x + width / 2, y: y + height / 2 } : null;
      },
      label,
      kind,
    ),
  );
  await page.mouse.click(at.x, at.y);
}
