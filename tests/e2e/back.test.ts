// A reader who follows a link and comes back: the browser shows the page as it was left (back-forward cache), its script still
// there, and tells it of nothing that happened meanwhile.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { cardWith, clickWords } from './card.ts';
import { DEMO } from './demo-passages.ts';
import { heard, listen } from './faults.ts';
import { press } from './hand.ts';
import { addressOf, LANES, launch, root, type Session, until } from './harness.ts';
import { cleared, ourKeys, painted, settled } from './page.ts';
import { type Site, serve } from './server.ts';

/** Firefox keeps no page that forbids to store it. */
const headers = { 'cache-control': 'no-cache' };
/** Notes each time it is shown: whether it came from that cache. */
const NOTING = '<script>shown = []; addEventListener("pageshow", ({ persisted }) => shown.push(persisted))</script>';
const body = readFileSync(root('tests/pages/demo.html'), 'utf8') + NOTING;
const elsewhere = '<!doctype html><title>Elsewhere</title><p>Nothing of note.</p>';

for (const lane of LANES) {
  describe(`back from the cache in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let page: Page;
    let wanted: readonly string[];

    before(async () => {
      site = await serve({ '/demo': { body, headers }, '/elsewhere': { body: elsewhere, headers } });
      session = await launch(lane);
      page = await session.open(site.url('/demo'));
      wanted = await texts();
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    const texts = async (): Promise<readonly string[]> => (await settled(page)).map(({ text }) => text);
    // Puppeteer waits for a load that does not come where a page is only shown again.
    const go = async (path: string, how: () => void): Promise<void> => {
      await page.evaluate(how);
      await until(`the tab at ${path}`, async () => (await addressOf(page)) === site.url(path) || null);
    };
    const leave = (): Promise<void> => go('/elsewhere', () => location.assign('/elsewhere'));
    /** @param times that it has come back so far */
    const comeBack = async (times: number): Promise<void> => {
      await go('/demo', () => history.back());
      const shown = (): Promise<readonly boolean[]> =>
        page.evaluate(() => (globalThis as unknown as { shown: readonly boolean[] }).shown);
      await until('the page to be shown', async () => (await shown()).length > times || null);
      assert.deepEqual(await shown(), [false, ...Array.from({ length: times }, () => true)], 'from the cache');
    };

    test('what was highlighted is, once, and a click opens its card', async () => {
      await leave();
      await comeBack(1);
      assert.deepEqual(await texts(), wanted);
      await clickWords(page, DEMO[2]?.words ?? '');
      await cardWith(page, /NATO[\s\S]*Hersh/u);
      await page.keyboard.press('Escape');
      await until('no card', async () => ((await page.$('sl-host')) === null ? true : null));
    });

    test('switched off in the meantime, it is clear; switched on again in the meantime, it is highlighted', async () => {
      await leave();
      const popup = await session.popup(page);
      await press(popup, 'button[name=site][aria-checked=true]');
      await popup.waitForSelector('[data-state=site-off]');
      await comeBack(2);
      await cleared(page);
      await leave();
      await listen(session);
      await comeBack(3);
      await until('the question whether it may be read', async () => (await heard(session)).length > 0 || null);
      assert.deepEqual(await ourKeys(page), []);
      const told = (await heard(session)).map(({ characters }) => characters);
      assert.deepEqual(told, [0], 'nothing of a page that is off is told');
      await leave();
      await press(popup, 'button[name=site][aria-checked=false]');
      await popup.waitForSelector('button[name=site][aria-checked=true]');
      await popup.close();
      await comeBack(4);
      assert.deepEqual(await texts(), wanted);
    });

    test('what changes after it came back is read', async () => {
      await leave();
      await comeBack(5);
      await page.evaluate(() => {
        const again = document.querySelector('main p:has(+ p)')?.cloneNode(true);
        if (again) document.querySelector('main')?.append(...Array.from({ length: 3 }, () => again.cloneNode(true)));
      });
      await until('the new passages', async () => ((await painted(page)).length > wanted.length ? true : null));
    });
  });
}
