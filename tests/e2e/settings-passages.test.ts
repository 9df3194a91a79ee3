// What the settings page does to the passages of open pages: how they look, and which of them are hidden.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { cardWith, clickWords, pressInCard } from './card.ts';
import { press } from './hand.ts';
import { LANES, launch, root, type Session, until } from './harness.ts';
import { fileFrom, OUT, sees } from './options.ts';
import { painted, settled } from './page.ts';
import { type Site, serve } from './server.ts';

const demo = readFileSync(root('tests/pages/demo.html'), 'utf8');

/** Keys in the registry that begin like ours. */
const keys = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...CSS.highlights.keys()].filter((key) => /^sl-[1-4]/u.test(key)).sort());
/** How many highlights hold these words. */
const highlights = async (page: Page, words: string): Promise<number> =>
  (await painted(page)).filter(({ text }) => text.replaceAll(/\s+/gu, ' ').includes(words)).length;
/** Words of three passages of the demo page: claims K2, K12 and K10. */
const MUTED = 'Russia would keep Crimea';
const NOT_THIS = 'pull its forces back from the borders of the Baltic states';
const KEEP = 'Moscow would return to the nuclear test-ban treaty';

for (const lane of LANES) {
  describe(`settings and passages in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let options: Page;

    before(async () => {
      site = await serve({ '/demo': { body: demo } });
      session = await launch(lane);
      options = await session.extensionPage('options.html');
      await options.setViewport({ width: 1100, height: 900 });
      await options.waitForSelector('button[name=pack]');
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test('strength, calm mode and theme change open pages at once', async () => {
      const article = await session.open(site.url('/demo'));
      const normal = await settled(article);
      assert.ok((await keys(article)).every((key) => /^sl-\d$/u.test(key)));
      for (const [strength, end] of [
        ['quiet', 'q'],
        ['strong', 's'],
      ] as const) {
        await options.bringToFront();
        await press(options, `input[name=strength][value=${strength}]`);
        await article.bringToFront();
        await until(`${strength} highlights`, async () => {
          const now = await keys(article);
          return now.length > 0 && now.every((key) => key.endsWith(end)) ? true : null;
        });
        await article.screenshot({ path: `${OUT}/strength-${strength}-${lane}.png` });
      }
      await options.bringToFront();
      await press(options, 'input[name=theme][value=dark]');
      await press(options, 'button[name=calm]');
      await article.bringToFront();
      await until('marks in the margin, no highlights', async () =>
        (await keys(article)).length === 0 && (await article.$('sl-host')) !== null ? true : null,
      );
      await article.screenshot({ path: `${OUT}/calm-${lane}.png` });
      const mark = await article.evaluate(() => {
        const rect = document.querySelector('sl-host')?.shadowRoot?.querySelector('button')?.getBoundingClientRect();
        return rect ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, width: rect.width } : null;
      });
      assert.ok(mark && mark.width >= 24);
      await article.mouse.click(mark.x, mark.y);
      const background = await until('a dark card', () =>
        article.evaluate(() => {
          for (const host of document.querySelectorAll('sl-host')) {
            const dialog = host.shadowRoot?.querySelector<HTMLElement>('[role=dialog]');
            if (dialog && !dialog.hidden) return getComputedStyle(dialog).colorScheme;
          }
          return null;
        }),
      );
      assert.equal(background, 'dark');
      await article.screenshot({ path: `${OUT}/calm-card-${lane}.png` });
      await article.close();
      await options.bringToFront();
      await press(options, 'button[name=calm]');
      await press(options, 'input[name=strength][value=normal]');
      await press(options, 'input[name=theme][value=system]');
      assert.ok(normal.length > 0);
    });

    test('"Mute this claim" and "Passage says something else": said, gone over a reload and in other tabs, listed, exported, taken back, undone', async () => {
      const article = await session.open(site.url('/demo'));
      const other = await session.open(`${site.url('/demo')}?other`);
      const all = (await settled(article)).length;
      await settled(other);
      const gone = async (page: Page, words: string): Promise<void> => {
        await page.bringToFront();
        await until(`“${words}” to go`, async () => ((await highlights(page, words)) === 0 ? true : null));
      };
      const unhide = async (words: string): Promise<void> => {
        await options.bringToFront();
        await press(options, `::-p-xpath(//li[contains(., "${words}")]//button[@name="unhide"])`);
      };
      assert.equal(await highlights(article, KEEP), 1);
      await clickWords(article, MUTED);
      await pressInCard(article, 'Mute this claim');
      await cardWith(article, /^This claim is no longer highlighted\. You can undo this in the settings\.$/u);
      await article.keyboard.press('Escape');
      await gone(article, MUTED);
      await gone(other, MUTED);
      await clickWords(article, NOT_THIS);
      await pressInCard(article, 'Passage says something else');
      await cardWith(article, /^Highlight removed\. You can bring it back in the settings\.$/u);
      await article.keyboard.press('Escape');
      await gone(article, NOT_THIS);
      await gone(other, NOT_THIS);
      await article.bringToFront();
      await article.reload({ waitUntil: 'load' });
      await settled(article);
      assert.deepEqual([await highlights(article, MUTED), await highlights(article, NOT_THIS)], [0, 0]);
      assert.equal(await highlights(article, KEEP), 1, 'no more than what was meant');

      await options.bringToFront();
      await sees(options, '.hidden-items', /Crimea/u);
      await sees(options, '.hidden-items blockquote', new RegExp(NOT_THIS, 'u'));
      const file: Record<'muted' | 'hidden', { pack: string; claim: string; quote?: string }[]> = JSON.parse(
        await fileFrom(options, 'export-hidden'),
      );
      assert.deepEqual([file.muted.length, file.hidden.length], [1, 1]);
      assert.equal(file.muted[0]?.claim, 'K2');
      assert.equal(file.hidden[0]?.claim, 'K12');
      assert.match(file.hidden[0]?.quote ?? '', new RegExp(NOT_THIS, 'u'));

      await unhide('Crimea');
      await unhide(NOT_THIS);
      await sees(options, '#hidden', /None/u);
      await article.bringToFront();
      await until('both are back without a reload', async () => ((await painted(article)).length === all ? true : null));
      await options.bringToFront();
      await press(options, 'button[name=undo]');
      await sees(options, '.hidden-items blockquote', new RegExp(NOT_THIS, 'u'));
      await gone(article, NOT_THIS);
      await unhide(NOT_THIS);
      await sees(options, '#hidden', /None/u);
      await Promise.all([article.close(), other.close()]);
      await options.bringToFront();
    });
  });
}
