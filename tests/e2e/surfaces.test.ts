// The extension's own pages: usable by everybody (axe), honest where nothing can run, working when storage is broken.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { complaints } from './axe.ts';
import { press, still } from './hand.ts';
import { LANES, launch, root, type Session, until } from './harness.ts';
import { painted, settled } from './page.ts';
import { type Site, serve } from './server.ts';

const body = readFileSync(root('tests/pages/demo.html'), 'utf8');
const PRODUCT = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;
mkdirSync(root('tests/.out'), { recursive: true });

interface Permissions {
  permissions: { getAll(): Promise<{ origins: readonly string[] }> };
}

for (const lane of LANES) {
  describe(`own pages in ${lane}`, () => {
    let site: Site;
    let session: Session;

    before(async () => {
      site = await serve({ '/demo': { body } });
      session = await launch(lane);
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test('popup, welcome and settings: light and dark, axe finds nothing', async () => {
      const article = await session.open(site.url('/demo'));
      await settled(article);
      const popup = await session.popup(article);
      await popup.waitForSelector('.claims button');
      const pages = {
        popup,
        welcome: await session.extensionPage('welcome.html'),
        options: await session.extensionPage('options.html'),
      };
      await pages.options.waitForSelector('button[name=pack]');
      for (const [name, page] of Object.entries(pages)) {
        await page.bringToFront();
        await page.setViewport(name === 'popup' ? { width: 360, height: 600 } : { width: 900, height: 900 });
        for (const theme of ['light', 'dark']) {
          await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
          await still(page);
          await page.screenshot({ path: root(`tests/.out/${name}-${theme}-${lane}.png`) });
          assert.deepEqual(await complaints(page), [], `${name}, ${theme}`);
        }
        await page.setViewport({ width: 320, height: 600 });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= 320, `${name} is ${wide} px wide in a window of 320`);
      }
    });

    test('the popup works by keyboard alone', async () => {
      const article = (await session.browser.pages()).find((page) => page.url() === site.url('/demo'));
      assert.ok(article);
      const popup = await session.popup(article);
      await popup.waitForSelector('.claims button');
      const reached: string[] = [];
      for (let i = 0; i < 5; i++) {
        await popup.keyboard.press('Tab');
        reached.push(
          await popup.evaluate(
            () =>
              `${document.activeElement?.getAttribute('role') ?? document.activeElement?.localName} ${document.activeElement?.getAttribute('name') ?? document.activeElement?.className}`,
          ),
        );
      }
      assert.equal(reached[0], 'button plain');
      assert.equal(reached[1], 'switch site');
      assert.ok(reached.includes('button claim'), reached.join(', '));
    });
  });

  describe(`the product's build in ${lane}`, () => {
    test('without permission nothing runs, and the popup says so and offers a remedy', async () => {
      const site = await serve({ '/demo': { body } });
      const session = await launch(lane, { build: PRODUCT[lane] });
      try {
        const page = await session.open(site.url('/demo'));
        const popup = await session.extensionPage('popup.html');
        await popup.waitForSelector('[data-state]');
        const origins = await session.inside.evaluate(async () => {
          const scope = globalThis as unknown as { browser?: Permissions; chrome: Permissions };
          return (await (scope.browser ?? scope.chrome).permissions.getAll()).origins;
        });
        assert.deepEqual(origins, []);
        assert.equal((await painted(page)).length, 0);
        const welcome = session.inside;
        await welcome.bringToFront();
        await press(welcome, 'button[name=chosen]');
        await until('the choice to be confirmed', async () =>
          (await welcome.$eval('[role=status]', (line) => line.textContent)) ? true : null,
        );
      } finally {
        await session.close();
        await site.close();
      }
    });
  });
}
