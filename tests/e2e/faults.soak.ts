// The fault tests in large numbers (`npm run soak`): 50 killings at each moment, a hundred tabs, a thousand navigations,
// five hundred switches, with memory measured after forced collection. SOAK_SHARE=0.1 runs a tenth of it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { IDLE_MS, paintedAs, store, texts } from './faults.ts';
import { say } from './figures.ts';
import { LANES, launch, root, type Session } from './harness.ts';
import { type Observed, observe } from './invariants.ts';
import { MOMENTS, survive } from './killings.ts';
import { cleared, settled } from './page.ts';
import { type Site, serve } from './server.ts';

const SHARE = Number(process.env['SOAK_SHARE'] ?? 1);
const some = (count: number): number => Math.max(2, Math.round(count * SHARE));
const [KILLINGS, TABS, NAVIGATIONS, SWITCHES] = [some(50), some(100), some(1000), some(500)];
/** A heap that is measured twice after forced collection differs by this much for reasons of its own. */
const FLAT_BYTES = 3_000_000;
/** The browser keeps some of the pages that were left (back-forward cache): growth counts from when that is full. */
const KEPT_PAGES = 12;
/** Chromium takes 120 writes of synchronised settings a minute. */
const WRITE_EVERY_MS = 550;

const body = readFileSync(root('tests/pages/demo.html'), 'utf8');

/** Heap of the background after forced collection; null where the browser does not tell, or the background sleeps. */
async function backgroundHeap({ name, browser }: Session): Promise<number | null> {
  const target = name === 'chromium' ? browser.targets().find((one) => one.type() === 'service_worker') : undefined;
  const devtools = await target?.createCDPSession();
  return devtools === undefined ? null : heapBy(devtools);
}
async function pageHeap({ name }: Session, page: Page): Promise<number | null> {
  return name === 'chromium' ? heapBy(await page.createCDPSession()) : null;
}
async function heapBy(devtools: Awaited<ReturnType<Page['createCDPSession']>>): Promise<number> {
  await devtools.send('HeapProfiler.enable');
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}
/** What a heap was before and after; null where the browser does not tell. */
type Growth = readonly [number | null, number | null];
/** Holds that a heap grew by no more than the control's, where there is one. */
function flat({ name }: Session, what: string, [first, last]: Growth, [from, to]: Growth = [0, 0]): void {
  if (first === null || last === null || from === null || to === null) {
    say(what, name, 'not told');
    return;
  }
  const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);
  say(what, name, `${mb(first)} → ${mb(last)} MB${from === 0 ? '' : `, without us ${mb(from)} → ${mb(to)}`}`);
  const more = last - first - Math.max(0, to - from);
  assert.ok(more < FLAT_BYTES, `${what}: grew by ${last - first} bytes, without us by ${to - from}`);
}

for (const lane of LANES) {
  describe(`soak in ${lane}`, () => {
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

    for (const moment of MOMENTS)
      test(`${KILLINGS} times killed ${moment}`, async () => {
        for (let n = 0; n < KILLINGS; n++) await survive(session, alone, site.url('/0'), wanted, moment);
      });

    test(`${TABS} tabs at once are all read, and leave nothing behind`, async () => {
      const first = await backgroundHeap(session);
      const pages: Page[] = [];
      for (let n = 0; n < TABS; n++) pages.push(await session.open(site.url(`/${n}`)));
      for (const page of pages) await paintedAs(page, wanted);
      for (const page of pages) await page.close();
      flat(session, `background's heap over ${TABS} tabs`, [first, await backgroundHeap(session)]);
    });

    test(`${NAVIGATIONS} navigations in one tab`, async () => {
      // The control shows what the browser keeps by itself, its list of visited pages and those it may go back to included.
      const [page, bare] = await Promise.all([session.open(site.url('/0')), control.open(site.url('/0'))]);
      const leave = async (times: number): Promise<void> => {
        for (let n = 1; n <= times; n++)
          for (const tab of [page, bare]) await tab.goto(site.url(`/${n % TABS}`), { waitUntil: 'load' });
        await paintedAs(page, wanted);
      };
      const heaps = () => Promise.all([backgroundHeap(session), pageHeap(session, page), pageHeap(control, bare)]);
      await leave(KEPT_PAGES);
      const before = await heaps();
      await leave(NAVIGATIONS);
      const after = await heaps();
      flat(session, `background's heap over ${NAVIGATIONS} navigations`, [before[0], after[0]]);
      flat(session, `page's heap over ${NAVIGATIONS} navigations`, [before[1], after[1]], [before[2], after[2]]);
      await Promise.all([page.close(), bare.close()]);
    });

    test(`${SWITCHES} times off and on`, async () => {
      const page = await session.open(site.url('/0'));
      await paintedAs(page, wanted);
      const [background, own] = [await backgroundHeap(session), await pageHeap(session, page)];
      for (let n = 0; n < SWITCHES; n++) {
        await store(session, 'sync', [['everything', { v: 1, on: n % 2 === 1 }]]);
        await new Promise((resolve) => setTimeout(resolve, WRITE_EVERY_MS));
      }
      await store(session, 'sync', [['everything', { v: 1, on: false }]]);
      await cleared(page);
      await store(session, 'sync', [['everything', { v: 1, on: true }]]);
      await paintedAs(page, wanted);
      flat(session, `background's heap over ${SWITCHES} switches`, [background, await backgroundHeap(session)]);
      flat(session, `page's heap over ${SWITCHES} switches`, [own, await pageHeap(session, page)]);
      await page.close();
    });
  });
}
