// Faults on the page's side: storms of changes are read a few times and only where they were; the network may be
// gone; another highlighter may be at work on the same words.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { SCAN_EVERY_MS } from '../../src/page/watch.ts';
import { cardWith, clickWords } from './card.ts';
import { DEMO } from './demo-passages.ts';
import { heard, listen, paintedAs, texts } from './faults.ts';
import { count, most } from './figures.ts';
import { LANES, launch, root, type Session, until } from './harness.ts';
import { cleared, settled } from './page.ts';
import { type Site, serve } from './server.ts';

const MARK = readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'), 'utf8');
const body = readFileSync(root('tests/pages/demo.html'), 'utf8');
/** 60 seconds under `npm run soak`. */
const STORM_MS = Number(process.env['STORM_MS'] ?? 1500);
const CHANGES = 1000;
const CLAIM = 'Vladimir Putin would not object to Ukraine joining NATO, Seymour Hersh reports.';

/** A storm in the page; resolves to the milliseconds that it took. */
const STORMS: Readonly<Record<string, (page: Page) => Promise<number>>> = {
  '1,000 changes at once': (page) =>
    page.evaluate((changes) => {
      const storm = document.getElementById('storm');
      for (let n = 0; n < changes; n++) storm?.append(Object.assign(document.createElement('i'), { textContent: ` word${n}` }));
      return 0;
    }, CHANGES),
  '1,000 changes, each awaited': (page) =>
    page.evaluate(async (changes) => {
      const storm = document.getElementById('storm');
      const started = performance.now();
      for (let n = 0; n < changes; n++) {
        storm?.append(Object.assign(document.createElement('b'), { textContent: ` word${n}` }));
        await Promise.resolve();
      }
      return performance.now() - started;
    }, CHANGES),
  '60 changes a second': (page) =>
    page.evaluate(async (ms) => {
      const storm = document.getElementById('storm');
      const started = performance.now();
      for (let n = 0; performance.now() - started < ms; n++) {
        if (storm) storm.textContent = `tick ${n}`;
        await new Promise((resolve) => setTimeout(resolve, 1000 / 60));
      }
      return performance.now() - started;
    }, STORM_MS),
};

for (const lane of LANES) {
  describe(`a page that does its worst in ${lane}`, () => {
    let site: Site;
    let session: Session;

    before(async () => {
      site = await serve({ '/storm': { body }, '/hidden': { body }, '/other': { body }, '/offline': { body } });
      session = await launch(lane);
      await listen(session);
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    for (const [name, storm] of Object.entries(STORMS))
      test(`${name}: at most one question every ${SCAN_EVERY_MS} ms, about the changed block only`, async () => {
        const page = await session.open(site.url('/storm'));
        await page.bringToFront();
        await settled(page);
        const wanted = await texts(page);
        await page.evaluate(() => {
          document.body.append(Object.assign(document.createElement('p'), { id: 'storm', textContent: 'Calm.' }));
        });
        await until('the calm to be read', async () =>
          (await heard(session)).some(({ characters }) => characters === 5) ? true : null,
        );
        await listen(session);
        const ms = await storm(page);
        await page.evaluate((claim) => {
          const storm = document.getElementById('storm');
          if (storm) storm.textContent = claim;
        }, CLAIM);
        await paintedAs(page, [...wanted, CLAIM]);
        const questions = await heard(session);
        // The last change begins a scan of its own.
        const allowed = Math.ceil(ms / SCAN_EVERY_MS) + 2;
        assert.ok(questions.length <= allowed, `${questions.length} questions in ${Math.round(ms)} ms`);
        for (const { blocks } of questions) assert.equal(blocks, 1, 'only the changed block is asked about');
        if (ms >= 1000) most('questions a second in a storm', lane, Math.ceil((1000 * questions.length) / ms));
        count('storms survived', lane, true);
        await page.close();
      });

    test('a hidden tab that changes is not read; shown again, it is, and once', async () => {
      const page = await session.open(site.url('/hidden'));
      const wanted = (await settled(page)).map(({ text }) => text);
      const front = await session.open('about:blank');
      await until('the tab to be hidden', () => page.evaluate(() => document.hidden || null));
      await listen(session);
      await page.evaluate(
        async (claim, ms) => {
          document.body.append(Object.assign(document.createElement('p'), { id: 'storm', textContent: 'Calm.' }));
          const storm = document.getElementById('storm');
          // A timer of the page's own ends after ours would have, however seldom the browser lets timers of hidden tabs run.
          await new Promise((resolve) => setTimeout(resolve, ms));
          if (storm) storm.textContent = claim;
          await new Promise((resolve) => setTimeout(resolve, ms));
        },
        CLAIM,
        SCAN_EVERY_MS * 2,
      );
      assert.deepEqual(await heard(session), []);
      assert.deepEqual(await texts(page), wanted);
      await page.bringToFront();
      await paintedAs(page, [...wanted, CLAIM]);
      assert.deepEqual(
        (await heard(session)).map(({ blocks, characters }) => ({ blocks, characters })),
        [{ blocks: 1, characters: CLAIM.length }],
      );
      count('changes of hidden tabs read when shown, not before', lane, true);
      await Promise.all([page.close(), front.close()]);
    });

    test('without a network the page is read, and its cards open', async () => {
      const page = await session.open(site.url('/offline'));
      await page.setOfflineMode(true).catch(() => page.evaluate(() => dispatchEvent(new Event('offline'))));
      await settled(page);
      await clickWords(page, DEMO[2]?.words ?? '');
      await cardWith(page, /NATO[\s\S]*Hersh/u);
      count('offline survived', lane, true);
      await page.close();
    });

    test('a second highlighter, by registry and by wrapping: neither loses what is its own', async () => {
      const page = await session.open(site.url('/other'));
      await settled(page);
      const wanted = (await texts(page)).map((text) => text.replaceAll(/\s+/gu, ' '));
      await page.evaluate(() => {
        const range = document.createRange();
        range.selectNodeContents(document.body.querySelector('p') ?? document.body);
        CSS.highlights.set('other', new Highlight(range));
      });
      await page.evaluate(MARK);
      // The same highlights count once what changed has been asked for: until then they are the old ones.
      const askedAgain = (): Promise<true> => until('a question', async () => ((await heard(session)).length > 0 ? true : null));
      await listen(session);
      await page.evaluate(() => {
        const { Mark } = globalThis as unknown as { Mark: new (where: Element) => { mark(words: string): void; unmark(): void } };
        const other = new Mark(document.body);
        Object.assign(globalThis, { other });
        other.mark('NATO');
      });
      const same = async (): Promise<true | null> => {
        const now = (await texts(page)).map((text) => text.replaceAll(/\s+/gu, ' '));
        return JSON.stringify(now) === JSON.stringify(wanted) ? true : null;
      };
      await askedAgain();
      await until('our highlights over its marks', same);
      assert.ok((await page.$$('mark[data-markjs]')).length > 0);
      await listen(session);
      await page.evaluate(() => (globalThis as unknown as { other: { unmark(): void } }).other.unmark());
      await askedAgain();
      await until('our highlights without its marks', same);
      const popup = await session.popup(page);
      await (await popup.waitForSelector('button[name=site][aria-checked=true]'))?.click();
      await cleared(page);
      assert.deepEqual(await page.evaluate(() => [...CSS.highlights.keys()]), ['other']);
      await (await popup.waitForSelector('button[name=site][aria-checked=false]'))?.click();
      await until('our highlights again', same);
      assert.ok(await page.evaluate(() => CSS.highlights.has('other')));
      count('second highlighters survived', lane, true);
    });
  });
}
