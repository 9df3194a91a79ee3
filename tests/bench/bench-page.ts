// What Sidelight costs a page, in real browsers: the same page bare, lighting something itself, with Sidelight, and marked by
// mark.js with the same passages, by turns in one run. A ping goes round the event loop of the page: what keeps it waiting is
// a task, ours or not. In Chromium the main thread's processor time is read in a visit without the ping; Firefox tells only
// how long the ping waited in all, which on a busy machine is noise for the most part. Differences to the bare page count.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { Name } from '../cli/browsers.ts';
import { launch, type Session } from '../e2e/harness.ts';
import { painted } from '../e2e/page.ts';
import { serve } from '../e2e/server.ts';
import type { Article } from './articles.ts';
import { median } from './measure.ts';

const MARK = readFileSync(createRequire(import.meta.url).resolve('mark.js/dist/mark.min.js'), 'utf8');
/** A page of 5 MB on a busy machine. */
const PATIENCE_MS = 30_000;
/** A visit this busy (mark.js on 5 MB: a minute) is not made again without the ping, which adds less than a hundredth of it. */
const ONCE_MS = 10_000;
/** `itself`: the page sets one highlight by script. A frame of a large page takes its time, whoever changed it. */
const MARKED_BY = ['bare', 'itself', 'sidelight', 'markjs'] as const;
type By = (typeof MARKED_BY)[number];

export interface PageKind {
  readonly name: string;
  readonly html: string;
  /** Measured so long after it was loaded, whoever marks it: what the ping adds of its own is then the same for all. */
  readonly windowMs: number;
  /** DESIGN.md §5, in milliseconds. */
  readonly budget: { readonly mainThread?: number; readonly longestTask?: number; readonly firstHighlight?: number };
}
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
export interface PageFigure {
  readonly browser: Name;
  readonly page: string;
  readonly kilobytes: number;
  readonly passages: number;
  readonly rounds: number;
  readonly bare: PageCost;
  readonly itself: PageCost;
  readonly sidelight: PageCost;
  readonly markjs: PageCost;
  /** Beyond the bare page. */
  readonly added: {
    readonly sidelight: number;
    readonly markjs: number;
    readonly script: number | null;
    readonly markjsScript: number | null;
    readonly heap: number | null;
    readonly markjsHeap: number | null;
  };
  readonly budget: PageKind['budget'];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
/** An article as a page; `bytes` repeats what follows until the page is that large. */
export function pageOf({ name, blocks }: Article, filler: readonly string[] = [], bytes = 0): string {
  const parts = blocks.map(({ text, role }) => (role === 'heading' ? `<h2>${escaped(text)}</h2>` : `<p>${escaped(text)}</p>`));
  let size = parts.reduce((sum, part) => sum + part.length, 0);
  for (let n = 0; size < bytes && filler.length > 0; n++) {
    const part = `<p>${escaped(filler[n % filler.length] ?? '')}</p>`;
    parts.push(part);
    size += part.length;
  }
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(name)}</title>
<style>::highlight(of-the-page){text-decoration:underline}</style><main>\n${parts.join('\n')}\n</main></html>`;
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

async function costOf(
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

async function visit(
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

const middle = (costs: readonly PageCost[]): PageCost => {
  const of = (key: keyof PageCost): number | null => {
    const known = costs.map((cost) => cost[key]).filter((value) => value !== null);
    return known.length === 0 ? null : median(known);
  };
  return {
    mainThread: of('mainThread') ?? 0,
    script: of('script'),
    longestTask: of('longestTask') ?? 0,
    firstHighlight: of('firstHighlight'),
    heap: of('heap'),
  };
};
const beyond = (one: number | null, bare: number | null): number | null => (one === null || bare === null ? null : one - bare);

/** All kinds of pages in one browser. `sought`: what mark.js looks for where Sidelight finds nothing. */
export async function benchPages(
  name: Name,
  kinds: readonly PageKind[],
  sought: readonly string[],
  rounds: number,
): Promise<PageFigure[]> {
  const site = await serve(Object.fromEntries(kinds.map(({ html }, n) => [`/${n}`, { body: html }])));
  const [ours, bare] = await Promise.all([launch(name), launch(name, { extension: false })]);
  const figures: PageFigure[] = [];
  try {
    for (const [n, kind] of kinds.entries()) {
      const url = site.url(`/${n}`);
      // Unmeasured: compiles the pack, warms the caches, and tells mark.js what to mark.
      const { texts } = await visit(ours, url, kind.windowMs, 'sidelight', [], true);
      const costs: Record<By, PageCost[]> = { bare: [], itself: [], sidelight: [], markjs: [] };
      for (let round = 0; round < rounds; round++)
        for (const by of MARKED_BY)
          costs[by].push(
            await costOf(by === 'sidelight' ? ours : bare, url, kind.windowMs, by, texts.length > 0 ? texts : sought),
          );
      const [alone, itself, sidelight, markjs] = [
        middle(costs.bare),
        middle(costs.itself),
        middle(costs.sidelight),
        middle(costs.markjs),
      ];
      figures.push({
        ...{ browser: name, page: kind.name, kilobytes: Math.round(kind.html.length / 1000), passages: texts.length, rounds },
        ...{ bare: alone, itself, sidelight, markjs, budget: kind.budget },
        added: {
          sidelight: sidelight.mainThread - alone.mainThread,
          markjs: markjs.mainThread - alone.mainThread,
          script: beyond(sidelight.script, alone.script),
          markjsScript: beyond(markjs.script, alone.script),
          heap: beyond(sidelight.heap, alone.heap),
          markjsHeap: beyond(markjs.heap, alone.heap),
        },
      });
    }
    return figures;
  } finally {
    await Promise.all([ours.close(), bare.close()]);
    await site.close();
  }
}
