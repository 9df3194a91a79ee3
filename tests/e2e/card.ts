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

/** Longer than a frame; shorter than a reader's hand takes from seeing a button to pressing it. */
const STEADY_MS = 150;

/** Clicks the button (or other `kind`) of the open card that says `label`: a real click, for the card in a page takes no others. The
 * card grows when its items come, so the place of the button must have been the same for a while. */
export async function pressInCard(page: Page, label: string, kind = 'button'): Promise<void> {
  await page.bringToFront();
  const at = await until(`“${label}” in the card, at rest`, () =>
    page.evaluate(
      async (words, kind, ms) => {
        const buttons = document.querySelector('sl-host')?.shadowRoot?.querySelectorAll(`[role=dialog] ${kind}`) ?? [];
        const button = [...buttons].find(({ textContent }) => textContent === words);
        button?.scrollIntoView({ block: 'nearest' });
        const look = async (): Promise<DOMRect> => {
          // The card takes its place a frame after it grew.
          await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
          return button?.getBoundingClientRect() ?? new DOMRect();
        };
        const before = await look();
        await new Promise((resolve) => setTimeout(resolve, ms));
        const { x, y, width, height } = await look();
        return width > 0 && x === before.x && y === before.y ? { x: x + width / 2, y: y + height / 2 } : null;
      },
      label,
      kind,
      STEADY_MS,
    ),
  );
  await page.mouse.click(at.x, at.y);
}
