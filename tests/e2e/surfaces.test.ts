// The extension's own pages: usable by everybody (axe), honest where nothing can run, working when storage is broken.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { complaints } from './axe.ts';
import { press, still } from './hand.ts';
import { addressOf, LANES, launch, ownTab, root, type Session, tabId, until } from './harness.ts';
import { ourKeys, settled } from './page.ts';
import { type Site, serve } from './server.ts';

const body = readFileSync(root('tests/pages/demo.html'), 'utf8');
const PRODUCT = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;
mkdirSync(root('tests/.out'), { recursive: true });

/** What the popup asks for on one site (src/platform/permissions.ts). */
const ORIGINS = ['http://*.news.example/*', 'https://*.news.example/*'];

interface Tabs {
  tabs: { query(of: object): Promise<readonly { id: number; url?: string }[]> };
}
interface Permissions {
  permissions: {
    getAll(): Promise<{ origins: readonly string[] }>;
    contains(what: { origins: readonly string[] }): Promise<boolean>;
    request(what: { origins: readonly string[] }): Promise<boolean>;
  };
}

const GERMAN = `<!doctype html><html lang="de"><title>Nachrichten</title><p>Seymour Hersh berichtet, Putin habe nichts dagegen,
dass die Ukraine der NATO beitritt.</p></html>`;
const PDF =
  '%PDF-1.1\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';

for (const lane of LANES) {
  describe(`own pages in ${lane}`, () => {
    let site: Site;
    let session: Session;

    before(async () => {
      site = await serve({
        '/demo': { body },
        '/deutsch': { body: GERMAN },
        '/report.pdf': { body: PDF, type: 'application/pdf' },
        '/report': { body: PDF, type: 'application/pdf' },
        '/feed': { body: '<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title></feed>', type: 'text/xml' },
      });
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
      // The browser opens no second one.
      await pages.options.close();
    });

    test('the welcome page has a passage to try: its card opens by mouse and by keyboard, and gives the focus back', async () => {
      const welcome = session.inside;
      await welcome.bringToFront();
      await welcome.setViewport({ width: 900, height: 900 });
      const card = (): Promise<string> =>
        welcome.evaluate(() => document.querySelector('.card-room')?.shadowRoot?.textContent ?? '');
      await press(welcome, '.sample [role=button]');
      await until('the card', async () => (/Rebutted[\s\S]*Why this was highlighted/u.test(await card()) ? true : null));
      assert.deepEqual(await complaints(welcome), []);
      await welcome.keyboard.press('Escape');
      await until('no card', async () => ((await card()) === '' ? true : null));
      assert.equal(await welcome.evaluate(() => document.activeElement?.getAttribute('aria-expanded')), 'false');
      await welcome.keyboard.press('Enter');
      await until('the card', async () => ((await card()) === '' ? null : true));
      await welcome.keyboard.press('Escape');
    });

    test('where nothing can show, the popup says why', async () => {
      const popup = await session.extensionPage(`popup.html?tab=${await ownTab(session.inside)}`);
      const says = async (words: string, page?: Page): Promise<void> => {
        const tab = page && (await tabId(session.inside, page));
        if (page) await popup.evaluate((id) => location.assign(`popup.html?tab=${id}`), tab);
        await popup.waitForSelector(`[role=status]::-p-text(${words})`);
      };
      await says('let extensions read their own pages');
      for (const [path, words] of [
        ['/report.pdf', 'PDF files open'],
        ['/deutsch', 'Nothing was checked: Sidelight reads English only'],
        // Firefox keeps its viewer to itself.
        ['/report', lane === 'chromium' ? 'PDF files open' : 'does not let extensions read this page'],
        ['/feed', 'document of another kind'],
      ] as const) {
        const page = await session.open(site.url(path));
        await says(words, page);
        await page.close();
      }
      // A store cannot be reached here. In Firefox its error page bears its address; Chromium tells us none of a store.
      if (lane === 'firefox') {
        const store = await session.browser.newPage();
        await assert.rejects(store.goto('https://addons.mozilla.org/'));
        await says('pages of their stores', store);
        await store.close();
      }
      await popup.close();
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
      for (const [button, path] of [
        ['.popup header button', 'options'],
        ['button[name=dataset]', 'dataset'],
      ] as const) {
        const before = new Set(await session.browser.pages());
        await press(popup, button);
        await until(`the page ${path}`, async () => {
          for (const page of await session.browser.pages())
            if (!before.has(page) && new RegExp(`/${path}\\.html`, 'u').test(await addressOf(page))) return true;
          return null;
        });
      }
    });
  });

  describe(`the product's build in ${lane}`, () => {
    test('without permission nothing runs, and the popup says so and offers a remedy', async () => {
      const site = await serve({ '/demo': { body } });
      const session = await launch(lane, { build: PRODUCT[lane] });
      try {
        const page = await session.open(site.url('/demo'));
        // Without permission a tab of the web has no address.
        const tab = await session.inside.evaluate(async () => {
          const scope = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
          return (await (scope.browser ?? scope.chrome).tabs.query({})).findLast(({ url }) => url === undefined)?.id;
        });
        const popup = await session.extensionPage(`popup.html?tab=${tab}`);
        await popup.waitForSelector('[data-state=not-allowed] button[name=check]');
        const origins = await session.inside.evaluate(async () => {
          const scope = globalThis as unknown as { browser?: Permissions; chrome: Permissions };
          return (await (scope.browser ?? scope.chrome).permissions.getAll()).origins;
        });
        assert.deepEqual(origins, []);
        assert.deepEqual(await ourKeys(page), []);
        if (lane === 'chromium') {
          // Nobody can press the browser's prompt from here; but it comes, where anything not in the manifest is refused.
          const asked = await session.inside.evaluate(async (wanted) => {
            const { permissions } = (globalThis as unknown as { chrome: Permissions }).chrome;
            const told = permissions.request({ origins: wanted }).then(String, String);
            return Promise.race([told, new Promise<string>((resolve) => setTimeout(() => resolve('the reader is asked'), 500))]);
          }, ORIGINS);
          assert.equal(asked, 'the reader is asked');
        } else {
          // Firefox gives, unasked in tests, what a click asks for.
          await press(popup, 'button[name=allow-everywhere]');
          await page.bringToFront();
          await settled(page);
          assert.equal(
            await session.inside.evaluate(
              (wanted) => (globalThis as unknown as { browser: Permissions }).browser.permissions.contains({ origins: wanted }),
              ORIGINS,
            ),
            true,
          );
        }
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
