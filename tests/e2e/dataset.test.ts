// The dataset page: searching all claims and evidence, a page per claim and per source, each with an address of its own.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { compile } from '../../src/claims/compile.ts';
import { unpack } from '../../src/match/container.ts';
import { fromSections } from '../../src/match/wordings/layout.ts';
import { loadPack } from '../cli/load-pack.ts';
import { sound } from './axe.ts';
import { cardWith, clickWords, pressInCard } from './card.ts';
import { DEMO } from './demo-passages.ts';
import { press, write } from './hand.ts';
import { LANES, launch, root, type Session, until } from './harness.ts';
import { foreign } from './invariants.ts';
import { settled } from './page.ts';
import { type Site, serve } from './server.ts';

const body = readFileSync(root('tests/pages/demo.html'), 'utf8');
const pack: { claims: readonly unknown[]; id: string } = JSON.parse(
  readFileSync(root('assets/packs/general-to-general.json'), 'utf8'),
);
const DESK = { width: 1000, height: 900 };
mkdirSync(root('tests/.out'), { recursive: true });

const sum = (page: Page): Promise<string> => page.$eval('.sum [role=status]', (line) => line.textContent ?? '');
const heading = (page: Page): Promise<string> => page.$eval('h1', (line) => line.textContent ?? '');
const go = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

for (const lane of LANES) {
  describe(`the dataset page in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let page: Page;

    before(async () => {
      site = await serve({ '/demo': { body } });
      session = await launch(lane);
      page = await session.extensionPage('dataset.html');
      await page.setViewport(DESK);
      await page.waitForSelector('.hit');
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test('shows all claims, and finds by words in claims and evidence', async () => {
      assert.equal(await sum(page), `${pack.claims.length} claims`);
      await write(page, 'input[name=words]', 'Montenegro');
      await until('fewer claims', async () => (/fits?$/u.test(await sum(page)) ? true : null));
      const first = await page.$eval('.hit', (hit) => hit.textContent ?? '');
      assert.match(first, /Montenegro/u);
      assert.ok((await page.$$('.hit mark')).length > 0);
      assert.equal(await page.evaluate(() => location.hash), '#find?q=Montenegro');
      await sound(page, `dataset-find-${lane}`, DESK);
      await press(page, 'button[name=clear]');
      await until('all claims', async () => ((await sum(page)) === `${pack.claims.length} claims` ? true : null));
    });

    test('the stored index is the one that is compiled here: with the weights that the pack brings', async () => {
      const stored = await page.evaluate(async () => {
        const done = <T>(request: IDBRequest<T>): Promise<T> =>
          new Promise((resolve, reject) => {
            request.onsuccess = () => resolve(request.result);
            request.onerror = () => reject(request.error);
          });
        const database = await done(indexedDB.open('sidelight'));
        const [bytes] = (await done(database.transaction('indexes').objectStore('indexes').getAll())) as [Uint8Array];
        database.close();
        return [...bytes].map((byte) => String.fromCharCode(byte)).join('');
      });
      const inBrowser = fromSections(unpack(Uint8Array.from(stored, (character) => character.charCodeAt(0))));
      const here = fromSections(unpack(compile(loadPack())));
      assert.deepEqual(inBrowser.postClaim, here.postClaim);
      assert.deepEqual(inBrowser.postProfile, here.postProfile);
      assert.deepEqual(inBrowser.leanDeny, here.leanDeny);
    });

    test('filters by standing, source and date, in an address that can be kept', async () => {
      await press(page, 'input[name=rebutted]');
      await write(page, 'input[name=source]', 'TASS');
      await until('a filtered list', async () => ((await page.$('.items')) === null ? null : true));
      const standings = await page.$$eval('.hit .standing', (all) => all.map(({ textContent }) => textContent));
      assert.deepEqual([...new Set(standings)], ['Rebutted']);
      const said = await sum(page);
      const { hash } = await page.evaluate(() => ({ hash: location.hash }));
      const again = await session.extensionPage('dataset.html');
      await again.waitForSelector('.hit');
      await go(again, hash);
      await until('the same list', async () => ((await sum(again)) === said ? true : null));
      await again.close();
      await go(page, '#find?from=2024-06-01&to=2024-06-30');
      await until('a list by date', async () => (/fits?$/u.test(await sum(page)) ? true : null));
      assert.match(await page.$eval('.items', (items) => items.textContent ?? ''), /Jun \d+, 2024/u);
      await go(page, '#find');
    });

    test('a claim has its card, its family tree, its documents and its wordings', async () => {
      await go(page, `#claim/${pack.id}/K6`);
      await until('the claim', async () => (/NATO/u.test(await heading(page)) ? true : null));
      assert.equal(await page.evaluate(() => document.activeElement?.localName), 'h1', 'read on from the heading');
      assert.match(
        await page.$eval('.card-room', (room) => room.shadowRoot?.textContent ?? ''),
        /Claimed by Seymour Hersh[\s\S]*Rebuts/u,
      );
      const named = await page.$$eval('.family a', (boxes) => boxes.map((box) => box.getAttribute('aria-label') ?? ''));
      assert.ok(named.some((name) => /made the claim first/u.test(name)));
      assert.ok(
        named.every((name) => name.length > 10),
        'every box is named in words',
      );
      assert.ok((await page.$$('.stands li')).length > 0);
      assert.ok((await page.$$('.wordings')).length >= 2);
      await sound(page, `dataset-claim-${lane}`, DESK);
    });

    test('a box of the family tree leads to its source, by mouse and by keyboard, and back', async () => {
      const hash = await page.$eval('.family a', (box) => box.getAttribute('href') ?? '');
      await page.$eval('.family a', (box) => box.focus());
      await page.keyboard.press('Enter');
      await until('the source', async () => ((await page.evaluate(() => location.hash)) === hash ? true : null));
      await page.waitForSelector('.uses li');
      assert.match(await page.$eval('.source-facts', (facts) => facts.textContent ?? ''), /Publisher/u);
      await sound(page, `dataset-source-${lane}`, DESK);
      await press(page, '.uses li a');
      await page.waitForSelector('.family');
      await page.goBack();
      await page.waitForSelector('.uses li');
      await press(page, '.back');
      await page.waitForSelector('.hit');
    });

    test('an address that leads nowhere says so', async () => {
      await go(page, '#claim/nobody/K1');
      await until('a plain word', async () => ((await heading(page)) === 'No claim K1 in the pack nobody.' ? true : null));
    });

    test('"All about this claim" in a page opens it', async () => {
      const article = await session.open(site.url('/demo'));
      await settled(article);
      await clickWords(article, DEMO[2]?.words ?? '');
      await cardWith(article, /All about this claim/u);
      await pressInCard(article, 'All about this claim');
      await until('the claim in a tab of its own', async () => {
        for (const one of await session.browser.pages()) {
          const hash = await one.evaluate(() => location.hash).catch(() => '');
          if (one !== page && hash === `#claim/${pack.id}/K6`) return true;
        }
        return null;
      });
    });

    test('the network was asked for nothing', () => {
      assert.deepEqual(foreign(session), []);
    });
  });
}
