// Whether a page of ours can be used by everybody: axe-core's complaints, in both themes, and that it fits a narrow window.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { still } from './hand.ts';
import { root } from './harness.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');
/** WCAG 2.2, 1.4.10: what a reader with 400 % zoom has of a window of 1280. */
const NARROW = 320;

/** What axe finds against the page, or against what stands within `selector`, in words. */
export async function complaints(page: Page, selector = 'html'): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (within) => {
    const { axe } = globalThis as unknown as {
      axe: { run(within: string): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run(within);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
  }, selector);
}

/** Light and dark at the given size, with a screenshot each (`tests/.out/NAME-THEME.png`); then a narrow window. */
export async function sound(page: Page, name: string, size: { readonly width: number; readonly height: number }): Promise<void> {
  await page.setViewport(size);
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
    await still(page);
    await page.screenshot({ path: root(`tests/.out/${name}-${theme}.png`), fullPage: true });
    assert.deepEqual(await complaints(page), [], `${name}, ${theme}`);
  }
  await page.evaluate(() => document.documentElement.removeAttribute('data-theme'));
  await page.setViewport({ width: NARROW, height: size.height });
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.screenshot({ path: root(`tests/.out/${name}-narrow.png`), fullPage: true });
  await page.setViewport(size);
  assert.ok(wide <= NARROW, `${name} is ${wide} px wide in a window of ${NARROW}`);
}
