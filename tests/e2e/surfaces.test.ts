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

    // Only Chromium lets a test stop the background; what is done then is one code for both (tests/platform/packs.test.ts).
    test('a damaged index is compiled again at the next start of the background, and that is said', {
      skip: 'races the start of the worker on a loaded machine; issue 6 holds the fault tests',
    }, async () => {
      await session.inside.evaluate(async () => {
        const opening = indexedDB.open('sidelight');
        const database = await new Promise<IDBDatabase>((resolve, reject) => {
          opening.onsuccess = () => resolve(opening.result);
          opening.onerror = () => reject(opening.error);
        });
        const tx = database.transaction('indexes', 'readwrite');
        const store = tx.objectStore('indexes');
        const keys = store.getAllKeys();
        await new Promise<void>((resolve) => {
          keys.onsuccess = () => {
            for (const key of keys.result) store.put(new Uint8Array([1, 2, 3]), key);
            resolve();
          };
        });
        await new Promise<void>((resolve) => {
          tx.oncomplete = () => resolve();
        });
        database.close();
      });
      const article = (await session.browser.pages()).find((page) => page.url() === site.url('/demo'));
      assert.ok(article);
      const worker = await session.browser.waitForTarget((target) => target.type() === 'service_worker');
      // Only a start after the end reads the store again.
      const ended = new Promise((resolve) => session.browser.once('targetdestroyed', resolve));
      await (await worker.worker())?.close();
      await ended;
      await article.bringToFront();
      await article.reload();
      assert.ok((await settled(article)).length > 0);
      const options = await session.extensionPage('options.html');
      const said = await options
        .waitForSelector('details.warning')
        .then((line) => line?.evaluate((element) => element.textContent));
      assert.match(said ?? '', /compiled again/u);
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
