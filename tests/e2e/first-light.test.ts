// From a real page to a card and off again: what a reader does first, in both browsers, with a real mouse.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { cardWith, clickWords } from './card.ts';
import { DEMO, HIDDEN_BAIT } from './demo-passages.ts';
import { press } from './hand.ts';
import { LANES, launch, root, type Session, until } from './harness.ts';
import { broken, type Observed, observe } from './invariants.ts';
import { cleared, ourKeys, settled, state } from './page.ts';
import { type Site, serve } from './server.ts';

const STRICT = "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";
const body = readFileSync(root('tests/pages/demo.html'), 'utf8');
mkdirSync(root('tests/.out'), { recursive: true });

for (const lane of LANES) {
  describe(`first light in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let control: Session;
    let page: Observed;
    let alone: Observed;

    before(async () => {
      site = await serve({ '/demo': { body }, '/strict': { body, headers: { 'content-security-policy': STRICT } } });
      [session, control] = await Promise.all([launch(lane), launch(lane, { extension: false })]);
      [page, alone] = await Promise.all([observe(session, site.url('/demo')), observe(control, site.url('/demo'))]);
    });
    after(async () => {
      await session?.close();
      await control?.close();
      await site?.close();
    });

    const word = (text: string): string => text.replaceAll(/\u00ad/gu, '').replaceAll(/\s+/gu, ' ');

    test('the demo page is highlighted where it makes claims, and nowhere hidden', async () => {
      const ranges = await settled(page.page);
      const texts = ranges.map(({ text }) => word(text));
      const missing = DEMO.filter(({ words }) => !texts.some((text) => text.includes(words)));
      assert.deepEqual(missing, []);
      for (const bait of HIDDEN_BAIT) assert.ok(!texts.some((text) => text.includes(bait)), bait);
      const report = await state(session, page.page);
      const made = new Set(
        report?.passages.map(
          ({ quote, found }) => `${found.claim} ${found.relation} ${DEMO.findIndex(({ words }) => word(quote).includes(words))}`,
        ),
      );
      const wrong = DEMO.filter(({ claims, relation }, i) => !claims.some((claim) => made.has(`${claim} ${relation} ${i}`)));
      assert.deepEqual(wrong, []);
    });

    test('highlighting leaves the page as it was', async () => {
      assert.deepEqual(await broken(page, alone), []);
    });

    test('a mouse click on a highlight opens its card, and Escape closes it', async () => {
      await clickWords(page.page, DEMO[2]?.words ?? '');
      await cardWith(page.page, /NATO[\s\S]*Hersh/u);
      await page.page.screenshot({ path: root(`tests/.out/card-${lane}.png`) });
      await page.page.keyboard.press('Escape');
      await until('no card', async () => ((await page.page.$('sl-host')) === null ? true : null));
      assert.deepEqual(await broken(page, alone), []);
    });

    test('the popup counts, lists, and goes to a passage', async () => {
      const popup = await session.popup(page.page);
      await popup.waitForSelector('.claims button');
      const claims = Number(await popup.$eval('.summary', (line) => line.getAttribute('data-claims')));
      assert.equal((await popup.$$('.claims button')).length, claims);
      assert.match(
        await popup.$eval('.coverage', (line) => line.textContent ?? ''),
        /^Checked against \d+ claims\. Unmarked text is not confirmed\.$/u,
      );
      await page.page.evaluate(() => scrollTo(0, 0));
      await press(popup, '.claims li:last-child button');
      await until('the page to scroll', async () => ((await page.page.evaluate(() => scrollY)) > 0 ? true : null));
      await popup.close();
    });

    test('switching the site off clears the page at once, an open card with it, and a reload runs nothing', async () => {
      await page.page.bringToFront();
      await clickWords(page.page, DEMO[2]?.words ?? '');
      await cardWith(page.page, /NATO[\s\S]*Hersh/u);
      // Of every kind: passages, one that denies its claim, the one whose card is open.
      const before = await ourKeys(page.page);
      for (const kind of [/^sl-[1-4]$/u, /^sl-5$/u, /^sl-6$/u])
        assert.ok(
          before.some((key) => kind.test(key)),
          `${kind}: ${before}`,
        );
      const popup = await session.popup(page.page);
      await press(popup, 'button[name=site][aria-checked=true]');
      await cleared(page.page);
      const rule = { 'site:127.0.0.1': { v: 1, on: false } };
      assert.deepEqual(await broken(page, alone, { off: true, settings: (before) => ({ ...before, ...rule }) }), []);
      await popup.waitForSelector('[data-state=site-off]');
      await page.page.reload({ waitUntil: 'load' });
      // By the time a page of another site, opened later, is highlighted, this one would be.
      const other = await session.open(site.url('/demo', 'localhost'));
      await settled(other);
      await other.close();
      assert.deepEqual(await ourKeys(page.page), []);
      assert.equal(await state(session, page.page), null);
      await press(popup, 'button[name=check]');
      assert.ok((await settled(page.page)).length > 0, '“Check this page” reads this one, whatever the rule');
      await page.page.reload({ waitUntil: 'load' });
      await popup.waitForSelector('[data-state=site-off]');
      assert.deepEqual(await ourKeys(page.page), []);
      await press(popup, 'button[name=site][aria-checked=false]');
      assert.ok((await settled(page.page)).length > 0, 'highlights come back without a reload');
      await popup.close();
    });

    test('paused in this tab, it stays quiet over a reload, until the reader goes on; other tabs read on', async () => {
      const popup = await session.popup(page.page);
      await press(popup, 'button[name=pause]');
      await popup.waitForSelector('[data-state=paused]');
      await cleared(page.page);
      await page.page.reload({ waitUntil: 'load' });
      const other = await session.open(`${site.url('/demo')}?other`);
      await settled(other);
      await other.close();
      assert.deepEqual(await ourKeys(page.page), []);
      await press(popup, 'button[name=resume]');
      assert.ok((await settled(page.page)).length > 0);
      await popup.waitForSelector('button[name=pause]');
      await popup.close();
    });

    test('switching everything off and on again does the same everywhere', async () => {
      const popup = await session.popup(page.page);
      await press(popup, 'button[name=everything][aria-checked=true]');
      await cleared(page.page);
      await popup.waitForSelector('[data-state=everything-off]');
      await press(popup, 'button[name=everything][aria-checked=false]');
      await settled(page.page);
      await popup.close();
    });

    test("works the same under default-src 'none' and trusted types, without a violation", async () => {
      const [strict, strictAlone] = await Promise.all([
        observe(session, site.url('/strict')),
        observe(control, site.url('/strict')),
      ]);
      const texts = (await settled(strict.page)).map(({ text }) => text);
      const before = (await settled(page.page)).map(({ text }) => text);
      assert.deepEqual(texts, before);
      await clickWords(strict.page, DEMO[2]?.words ?? '');
      await cardWith(strict.page, /NATO[\s\S]*Hersh/u);
      await strict.page.keyboard.press('Escape');
      await until('no card', async () => ((await strict.page.$('sl-host')) === null ? true : null));
      assert.deepEqual(await broken(strict, strictAlone), []);
    });

    test('the server was asked for the pages and for nothing else', () => {
      assert.deepEqual(new Set(site.requests), new Set(['GET /demo', 'GET /strict']));
    });
  });
}
