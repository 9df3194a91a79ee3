// One visit to a page in a real browser, and what it cost. A ping goes round the event loop of the page: what keeps it waiting is
// a task, ours or not. In Chromium the main thread's processor time is read in a visit without the ping; Firefox tells only
// how long the ping waited in all, which on a busy machine is noise for the most part.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { Session } from '../e2e/harness.ts';
import { painted } from '../e2e/page.ts';

const MARK = readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'), 'utf8');
/** A page of 5 MB on a busy machine. */
const PATIENCE_MS = 30_000;
/** A visit this busy (mark.js on 5 MB: a minute) is not made again without the ping, which adds less than a hundredth of it. */
const ONCE_MS = 10_000;
/** `itself`: the page sets one highlight by script. A frame of a large page takes its time, whoever changed it. */
export const MARKED_BY = ['bare', 'itself', 'sidelight', 'markjs'] as const;
export type By = (typeof MARKED_BY)[number];

/** Milliseconds, and bytes of heap after a forced collection; medians over the rounds. Null where the browser does not tell. */
export interface PageCost {
  /** All of the main thread's time. */
  readonly mainThread: number;
  /** Of that: running and compiling scripts, style and layout. The rest is what the browser does to have a script there. */
  readonly script: number | null;
  readonly longestTask: number;
  readonly firstHighlight: number | null;
  readonly heap: number | null;
}
interface Ping {
  busy: number;
  longest: number;
  first: number | null;
  last: number;
}
type Pinged = typeof globalThis & { __ping: Ping };

/** Starts the ping before the page's first script. */
const ping = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    // One round takes some hundredths of a millisecond; what is this long was somebody's work.
    const usual = 1;
    const ping: Ping = { busy: 0, longest: 0, first: null, last: 0 };
    (globalThis as Pinged).__ping = ping;
    const { port1, port2 } = new MessageChannel();
    let loaded = 0;
    port1.onmessage = () => {
      const now = performance.now();
      const gap = now - ping.last;
      if (loaded === 0) loaded = document.readyState === 'complete' ? now : 0;
      else if (gap > usual) {
        ping.busy += gap;
        ping.longest = Math.max(ping.longest, gap);
      }
      if (ping.first === null && loaded > 0 && (CSS.highlights.size > 0 || document.querySelector('mark[data-markjs]') !== null))
        ping.first = now - loaded;
      ping.last = now;
      port2.postMessage(null);
    };
    port2.postMessage(null);
  });

/** Of one visit; in Chromium the processor time is read in a second one, without the ping. */
export async function costOf(
  session: Session,
  url: string,
  windowMs: number,
  by: By,
  words: readonly string[],
): Promise<PageCost & { readonly texts: readonly string[] }> {
  const pinged = await visit(session, url, windowMs, by, words, true);
  if (session.name !== 'chromium' || pinged.mainThread > ONCE_MS) return pinged;
  const { mainThread, script } = await visit(session, url, windowMs, by, words, false);
  return { ...pinged, mainThread, script };
}

export async function visit(
  session: Session,
  url: string,
  windowMs: number,
  by: By,
  words: readonly string[],
  isPinged: boolean,
): Promise<PageCost & { readonly texts: readonly string[] }> {
  const page = await session.browser.newPage();
  try {
    if (isPinged) await ping(page);
    const clock = isPinged ? null : await threadClock(page);
    await page.goto(url, { waitUntil: 'load', timeout: PATIENCE_MS });
    if (by === 'markjs') {
      await page.evaluate(MARK);
      await page.evaluate((passages) => {
        const { Mark } = globalThis as unknown as {
          Mark: new (where: Element) => { mark(words: readonly string[], options: object): void };
        };
        new Mark(document.body).mark(passages, { separateWordSearch: false, acrossElements: true, diacritics: false });
      }, words);
    }
    if (by === 'itself') await page.evaluate(lightItself, windowMs / 4);
    await new Promise((resolve) => setTimeout(resolve, windowMs));
    if (clock !== null) return { ...(await clock()), longestTask: 0, firstHighlight: null, heap: null, texts: [] };
    const { busy, longest, first } = await page.evaluate(() => (globalThis as Pinged).__ping);
    const texts = by === 'sidelight' ? (await painted(page)).map(({ text }) => text) : [];
    return {
      mainThread: busy,
      script: null,
      longestTask: longest,
      firstHighlight: first,
      heap: await heapOf(session, page),
      texts,
    };
  } finally {
    await page.close();
  }
}

/** When all is quiet again after loading. */
const lightItself = (afterMs: number): void => {
  setTimeout(() => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector('p') ?? document.body);
    CSS.highlights.set('of-the-page', new Highlight(range));
  }, afterMs);
};

/** Resolves to what tells the main thread's processor time since now. Chromium only. */
async function threadClock(page: Page): Promise<() => Promise<{ readonly mainThread: number; readonly script: number }>> {
  const devtools = await page.createCDPSession();
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    const of = (...names: readonly string[]): number =>
      metrics.reduce((sum, { name, value }) => (names.includes(name) ? sum + value * 1000 : sum), 0);
    return {
      mainThread: of('TaskDuration'),
      script: of('ScriptDuration', 'V8CompileDuration', 'LayoutDuration', 'RecalcStyleDuration'),
    };
  };
}

/** Chromium only: Firefox tells nobody. */
async function heapOf({ name }: Session, page: Page): Promise<number | null> {
  if (name !== 'chromium') return null;
  const devtools = await page.createCDPSession();
  await devtools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devtools.send('Runtime.getHeapUsage');
  await devtools.detach();
  return usedSize;
}
