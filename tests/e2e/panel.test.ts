// The side panel: lists what the page makes, follows it both ways, shows the card in place, and says what was checked.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { HEADLINE, LEAP } from '../pages/claims.ts';
import { sound } from './axe.ts';
import { press } from './hand.ts';
import { LANES, launch, ownTab, root, type Session, tabId, until } from './harness.ts';
import { painted, settled, state } from './page.ts';
import { type Site, serve } from './server.ts';

const body = readFileSync(root('tests/pages/demo.html'), 'utf8');
const NOTHING =
  '<!doctype html><html lang="en"><title>Tea</title><p>The ferry to the islands leaves at seven in the morning.</p></html>';
const LATE = `<!doctype html><html lang="en"><title>Late</title><h1>${HEADLINE}</h1><p id="late"></p></html>`;
mkdirSync(root('tests/.out'), { recursive: true });

const claims = (panel: Page): Promise<readonly string[]> =>
  panel.$$eval('.entry', (entries) => entries.map((entry) => entry.getAttribute('data-claim') ?? ''));
const current = (panel: Page): Promise<string | null> =>
  panel.evaluate(() => document.querySelector('[aria-current]')?.getAttribute('data-claim') ?? null);
const sidebarIsOpen = (inside: Page): Promise<boolean> =>
  inside.evaluate(() => {
    interface Sidebar {
      readonly sidebarAction: { isOpen(options: object): Promise<boolean> };
    }
    return (globalThis as unknown as { readonly browser: Sidebar }).browser.sidebarAction.isOpen({});
  });
const cardOf = (panel: Page): Promise<string> =>
  panel.evaluate(() => document.querySelector('.card-room')?.shadowRoot?.textContent ?? '');

for (const lane of LANES) {
  describe(`the side panel in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let article: Page;
    let panel: Page;

    const panelFor = async (page: Page): Promise<Page> =>
      session.extensionPage(`sidepanel.html?tab=${await tabId(session.inside, page)}`);

    before(async () => {
      site = await serve({ '/demo': { body }, '/nothing': { body: NOTHING }, '/late': { body: LATE } });
      session = await launch(lane);
      article = await session.open(site.url('/demo'));
      await settled(article);
      panel = await panelFor(article);
      await panel.waitForSelector('.entry');
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test('lists each claim of the page once, in reading order, and says what was checked', async () => {
      const report = await state(session, article);
      const inOrder = [...new Set(report?.passages.map(({ found }) => `${found.pack}/${found.claim}`))];
      assert.ok(inOrder.length > 5);
      assert.deepEqual(await claims(panel), inOrder);
      assert.match(
        await panel.$eval('.coverage', (line) => line.textContent ?? ''),
        /^Checked against \d+ claims\. Unmarked text is not confirmed\.$/u,
      );
    });

    test('follows the page: the claim before the eyes is the current one', async () => {
      const report = await state(session, article);
      const last = report?.passages.at(-1)?.found;
      await article.bringToFront();
      await article.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
      await panel.bringToFront();
      await until('a current claim near the end', async () => {
        const key = await current(panel);
        const at = (await claims(panel)).indexOf(key ?? '');
        return at >= 3 || key === `${last?.pack}/${last?.claim}` ? true : null;
      });
      await article.evaluate(() => scrollTo(0, 0));
      // Until then the list may still be on its way to where the page is.
      const [top] = await claims(panel);
      await until('the first claim to be current', async () => ((await current(panel)) === top ? true : null));
    });

    test('a click goes to the passage and opens the full card in place; Escape closes it and gives the focus back', async () => {
      await article.evaluate(() => scrollTo(0, 0));
      const before = await article.evaluate(() => scrollY);
      const keys = await claims(panel);
      const key = keys.at(-1) ?? '';
      await press(panel, `.entry[data-claim="${key}"] .line`);
      await until('the card', async () => (/Why this was highlighted/u.test(await cardOf(panel)) ? true : null));
      await until('the page to scroll', async () => ((await article.evaluate(() => scrollY)) > before ? true : null));
      assert.ok(await panel.evaluate(() => document.activeElement?.classList.contains('card-room')));
      await panel.keyboard.press('Escape');
      await until('no card', async () => ((await panel.$('.card-room')) === null ? true : null));
      assert.equal(await panel.evaluate(() => document.activeElement?.closest('.entry')?.getAttribute('data-claim')), key);
    });

    test('filters by standing and by topic', async () => {
      const all = (await claims(panel)).length;
      const expected = Number(await panel.$eval('.groups .toggle .count', (count) => count.textContent));
      await press(panel, '.groups .toggle');
      await until('fewer claims', async () => ((await claims(panel)).length === expected ? true : null));
      assert.match(
        await panel.$eval('.sum', (line) => line.textContent ?? ''),
        new RegExp(`^${expected} of ${all} claims shown`, 'u'),
      );
      await press(panel, '.sum .plain');
      await until('all claims', async () => ((await claims(panel)).length === all ? true : null));
      const topic = await panel.$eval('select', (select) => (select as HTMLSelectElement).options[1]?.value ?? '');
      await panel.select('select[name=topic]', topic);
      await until('one topic', async () => {
        const left = (await claims(panel)).length;
        return left > 0 && left < all ? true : null;
      });
      await panel.select('select[name=topic]', '');
    });

    test('light, dark and narrow, with a card open: axe finds nothing', async () => {
      await sound(panel, `panel-${lane}`, { width: 380, height: 720 });
      await press(panel, '.entry .line');
      await until('the card', async () => (/Why this was highlighted/u.test(await cardOf(panel)) ? true : null));
      await sound(panel, `panel-card-${lane}`, { width: 380, height: 900 });
      await panel.keyboard.press('Escape');
    });

    test('"Mute this claim" in the panel takes the highlight off the page', async () => {
      const before = (await painted(article)).length;
      const [key] = await claims(panel);
      await press(panel, '.entry .line');
      await until('the card', async () => (/Why this was highlighted/u.test(await cardOf(panel)) ? true : null));
      await panel.evaluate(() => {
        const buttons = document.querySelector('.card-room')?.shadowRoot?.querySelectorAll<HTMLButtonElement>('.actions button');
        [...(buttons ?? [])].find(({ textContent }) => textContent === 'Mute this claim')?.click();
      });
      await until('fewer highlights', async () => ((await painted(article)).length < before ? true : null));
      await until('the panel to follow', async () => ((await claims(panel)).includes(key ?? '') ? null : true));
    });

    test('is told when the page changes', async () => {
      const page = await session.open(site.url('/late'));
      const own = await panelFor(page);
      await own.waitForSelector('[data-state=nothing-found]');
      await page.bringToFront();
      await page.evaluate((words) => {
        const late = document.getElementById('late');
        if (late) late.textContent = words;
      }, LEAP);
      await settled(page);
      await own.bringToFront();
      await own.waitForSelector('.entry');
      await own.close();
      await page.close();
    });

    test('where nothing is found it says what was checked', async () => {
      const page = await session.open(site.url('/nothing'));
      const own = await panelFor(page);
      await own.waitForSelector('[data-state=nothing-found] .packs li');
      assert.match(await own.$eval('.packs li', (line) => line.textContent ?? ''), /\d+ claims · version/u);
      await sound(own, `panel-nothing-${lane}`, { width: 380, height: 600 });
      await own.close();
      await page.close();
    });

    test("the popup opens the browser's own panel, which follows the tab in front", async () => {
      if (lane === 'firefox') {
        // A window of type popup has no sidebar there, and nothing from outside can look into one.
        const { inside } = session;
        await inside.evaluate((address) => location.assign(address), `popup.html?tab=${await tabId(inside, article)}`);
        await inside.bringToFront();
        await (await inside.waitForSelector('button[name=panel]'))?.click();
        await until('the sidebar', async () => ((await sidebarIsOpen(inside)) ? true : null));
        await inside.evaluate(() => location.assign('welcome.html'));
        await inside.waitForSelector('button[name=chosen]');
        return;
      }
      const popup = await session.popup(article);
      await (await popup.waitForSelector('button[name=panel]'))?.click();
      const target = await session.browser.waitForTarget((one) => one.url().endsWith('/sidepanel.html'));
      const own = await target.asPage();
      await own.waitForSelector('.entry');
      const page = await session.open(`${site.url('/nothing')}?front`);
      await page.bringToFront();
      await own.waitForSelector('[data-state=nothing-found]');
      await article.bringToFront();
      await own.waitForSelector('.entry');
      await Promise.all([page.close(), popup.close()]);
    });

    test('on a page of the browser it says why there is nothing', async () => {
      const own = await session.extensionPage(`sidepanel.html?tab=${await ownTab(session.inside)}`);
      await own.waitForSelector('[data-state=closed]');
      await own.close();
    });
  });
}
