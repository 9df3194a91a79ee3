// What of ours stands in a page at a moment, for tests that read by mouse and by keyboard. The test build's shadow root is open.
import type { Page } from 'puppeteer-core';
import { until } from './harness.ts';

/** What stands in our shadow root now. */
export interface Ours {
  readonly chip: string | null;
  readonly card: string | null;
  readonly focus: string;
  /** Lines of the ring. */
  readonly ring: number;
}
export const ours = (page: Page): Promise<Ours> =>
  page.evaluate(() => {
    const shadow = document.querySelector('sl-host')?.shadowRoot;
    const shown = (selector: string): string | null => {
      const element = shadow?.querySelector<HTMLElement>(selector);
      return element && !element.hidden ? (element.textContent ?? '') : null;
    };
    const focused = shadow?.activeElement ?? document.activeElement;
    return {
      chip: shown('.tip'),
      card: shown('[role=dialog]'),
      focus: focused?.id || focused?.className || focused?.localName || '',
      ring: shadow?.querySelectorAll('.ring i').length ?? 0,
    };
  });
export const when = (page: Page, what: string, holds: (now: Ours) => boolean): Promise<Ours> =>
  until(what, async () => {
    const now = await ours(page);
    return holds(now) ? now : null;
  });
/** Presses Tab until the element of that name or class has the focus; Firefox stops at what can be scrolled, too. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('Tab');
    const reached = await page.evaluate(() => {
      const element = document.querySelector('sl-host')?.shadowRoot?.activeElement;
      return `${element?.getAttribute('aria-label')} ${element?.className}`;
    });
    if (reached.includes(name)) return;
  }
  throw new Error(`${name} cannot be reached by Tab`);
}
/** The boxes of all elements of the page, at its top: in Firefox they differ by parts of a pixel from place to place. */
export const boxes = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    scrollTo(0, 0);
    return [...document.querySelectorAll('html, body, body *')].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return `${element.localName} ${x} ${y} ${width} ${height}`;
    });
  });
