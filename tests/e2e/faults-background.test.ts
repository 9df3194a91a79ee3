// Faults of the background's: it is killed, its store damaged, the browser's storage full; many choices at once.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { damageIndexes, fillSync, IDLE_MS, killBackground, paintedAs, store, stored, texts } from './faults.ts';
import { count, most } from './figures.ts';
import { LANES, launch, root, type Session, until } from './harness.ts';
import { type Observed, observe } from './invariants.ts';
import { MOMENTS, survive } from './killings.ts';
import { cleared, settled } from './page.ts';
import { type Site, serve } from './server.ts';

const body = readFileSync(root('tests/pages/demo.html'), 'utf8');
const TABS = 10;
const TOGGLES = 50;

for (const lane of LANES) {
  describe(`faults of the background in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let control: Session;
    let alone: Observed;
    let wanted: readonly string[];

    before(async () => {
      site = await serve(Object.fromEntries(Array.from({ length: TABS }, (_, n) => [`/${n}`, { body }])));
      [session, control] = await Promise.all([launch(lane, { idleMs: IDLE_MS }), launch(lane, { extension: false })]);
      alone = await observe(control, site.url('/0'));
      const page = await session.open(site.url('/0'));
      await settled(page);
      wanted = await texts(page);
      await page.close();
    });
    after(async () => {
      await session?.close();
      await control?.close();
      await site?.close();
    });

    // Firefox falls asleep, it is not killed: the two moments in the middle cannot be told from the first.
    for (const moment of lane === 'chromium' ? MOMENTS : (['before a scan', 'after a scan'] as const))
      test(`killed ${moment}: all highlights, none twice, the page as it was`, async () => {
        await survive(session, alone, site.url('/0'), wanted, moment);
      });

    // Firefox ends the background only when nothing happens, here after five seconds. What
    // is done then is one code for both (tests/platform/pack-store.test.ts).
    if (lane === 'chromium')
      test('a damaged index is compiled again at the next start of the background, and that is said', async () => {
        await damageIndexes(session);
        await killBackground(session);
        const page = await session.open(site.url('/0'));
        await paintedAs(page, wanted);
        const options = await session.extensionPage('options.html');
        const warning = await options.waitForSelector('details.warning');
        assert.match((await warning?.evaluate((element) => element.textContent)) ?? '', /compiled again/u);
        await options.close();
        await page.close();
        count('damaged stores survived', lane, true);
      });

    test(`${TOGGLES} choices at once over ${TABS} tabs: all kept, and the tabs agree`, async () => {
      const pages = await Promise.all(Array.from({ length: TABS }, (_, n) => session.open(site.url(`/${n}`))));
      await Promise.all(pages.map((page) => paintedAs(page, wanted)));
      const rules = Array.from({ length: TOGGLES - 1 }, (_, n) => [`site:site${n}.example`, { v: 1, on: n % 2 === 0 }] as const);
      assert.equal(await store(session, 'sync', [...rules, ['site:127.0.0.1', { v: 1, on: false }]]), TOGGLES);
      const started = Date.now();
      await Promise.all(pages.map(cleared));
      most('tabs agree on a choice after (ms)', lane, Date.now() - started);
      const now = await stored(session, 'sync');
      for (const [key, rule] of rules) assert.deepEqual(now[key], rule);
      const options = await session.extensionPage('options.html');
      const shown = await until('all rules in the settings', async () => {
        const all = await options.$$eval('button[name=site]', (buttons) =>
          buttons.map((b) => `site:${b.querySelector('bdi')?.textContent?.split(' ')[0]} ${b.getAttribute('aria-checked')}`),
        );
        return all.length === TOGGLES ? all : null;
      });
      const chosen = [...rules.map(([key, { on }]) => `${key} ${on}`), 'site:127.0.0.1 false'];
      assert.deepEqual([...shown].sort(), chosen.sort());
      await options.close();
      await store(session, 'sync', [['site:127.0.0.1', { v: 1, on: true }]]);
      await Promise.all(pages.map((page) => paintedAs(page, wanted)));
      count('choices at once, kept', lane, Object.keys(now).length === TOGGLES);
      await Promise.all(pages.map((page) => page.close()));
    });

    test('storage that is full: pages are read, the popup says that a choice was not stored, the old one stands', async () => {
      const page = await session.open(site.url('/1'));
      await paintedAs(page, wanted);
      await fillSync(session);
      const before = (await stored(session, 'sync'))['site:127.0.0.1'];
      const popup = await session.popup(page);
      await (await popup.waitForSelector('button[name=everything][aria-checked=true]'))?.click();
      await popup.waitForSelector('[role=alert]');
      assert.deepEqual((await stored(session, 'sync'))['site:127.0.0.1'], before);
      assert.equal((await stored(session, 'sync'))['everything'], undefined);
      await page.reload({ waitUntil: 'load' });
      await paintedAs(page, wanted);
      count('storage faults survived', lane, true);
      assert.ok(!popup.isClosed());
    });
  });
}
