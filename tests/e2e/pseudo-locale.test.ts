// The extension's pages in a language that nobody speaks, longer than English and written from right to left: everything
// turns, nothing is cut off, and no words stand there that come from no locale.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { cardWith, clickWords } from './card.ts';
import { DEMO } from './demo-passages.ts';
import { launch, root, type Session } from './harness.ts';
import { pseudoBuild } from './pseudo-build.ts';
import { serve } from './server.ts';

/** Each page with what it shows once it knows all it has to say. */
const PAGES = {
  'options.html': 'button[name=pack]',
  'welcome.html': 'button[name=chosen]',
  'popup.html': '[data-state]',
  'dataset.html': '.hit',
  'sidepanel.html': '[data-state]',
  'check.html': '.check',
};
mkdirSync(root('tests/.out'), { recursive: true });

describe('pages from right to left', () => {
  let session: Session;
  const copy = pseudoBuild('chromium');

  before(async () => {
    session = await launch('chromium', { build: copy.build });
  });
  after(async () => {
    await session?.close();
    copy.remove();
  });

  for (const [path, drawn] of Object.entries(PAGES)) {
    test(path, async () => {
      const page = path === 'welcome.html' ? session.inside : await session.extensionPage(path);
      await page.waitForSelector(drawn);
      const { direction, said } = await page.evaluate(() => ({
        direction: getComputedStyle(document.body).direction,
        // Buttons and headings are ours wherever they hold no name of somebody else's (those stand in <bdi>).
        said: [...document.querySelectorAll('h1, h2:not(:has(a)), legend, label > span:first-child, button:not(:has(bdi))')]
          .map((element) => element.textContent?.trim() ?? '')
          .filter((words) => /\p{L}{2,}/u.test(words) && !words.includes('⟦')),
      }));
      assert.equal(direction, 'rtl');
      assert.deepEqual(said, []);
      for (const width of [1000, 320]) {
        await page.setViewport({ width, height: 800 });
        await page.screenshot({ path: root(`tests/.out/rtl-${path}-${width}.png`), fullPage: true });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= width, `${path} is ${wide} px wide in a window of ${width}`);
      }
    });
  }

  test('chip and card in a page that is written from left to right', async () => {
    const site = await serve({ '/demo': { body: readFileSync(root('tests/pages/demo.html'), 'utf8') } });
    const page = await session.open(site.url('/demo'));
    for (const width of [1000, 320]) {
      await page.setViewport({ width, height: 700 });
      await clickWords(page, DEMO[2]?.words ?? '');
      await cardWith(page, /⟦/u);
      const card = await page.evaluate(() => {
        const dialog = document.querySelector('sl-host')?.shadowRoot?.querySelector('[role=dialog]');
        const close = dialog?.querySelector('.close')?.getBoundingClientRect();
        const box = dialog?.getBoundingClientRect();
        if (!dialog || !close || !box) return null;
        const { direction } = getComputedStyle(dialog);
        return {
          direction,
          page: getComputedStyle(document.body).direction,
          close: close.x - box.x,
          fits: box.x >= 0 && box.right <= innerWidth,
        };
      });
      assert.deepEqual({ ...card, close: (card?.close ?? 99) < 40 }, { direction: 'rtl', page: 'ltr', close: true, fits: true });
      await page.keyboard.press('Escape');
    }
    await site.close();
  });
});
