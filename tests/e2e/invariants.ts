// The invariants of RELIABILITY.md §4, judged against a control run without the extension: what holds on every page,
// whatever it is. `observe` opens a page under watch; `broken` compares two such pages.
import type { Page } from 'puppeteer-core';
import { sum } from './figures.ts';
import type { Session } from './harness.ts';
import { KEYS, painted } from './page.ts';
import { foreign as foreignOf } from './server.ts';

export interface Observed {
  readonly page: Page;
  readonly session: Session;
  /** Errors that the page's console showed. */
  readonly errors: readonly string[];
}

interface Watch {
  events: string[];
  tasks: number[];
  nodes: Node[];
}
type Watched = typeof globalThis & { __watch: Watch };

/** Opens `url` with everything in place that the invariants need to see, before the page's first script. */
export async function observe(session: Session, url: string): Promise<Observed> {
  const page = await session.browser.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => {
    errors.push(error instanceof Error ? error.message : String(error));
  });
  await page.evaluateOnNewDocument(() => {
    const watch: Watch = { events: [], tasks: [], nodes: [] };
    (globalThis as Watched).__watch = watch;
    addEventListener('error', (event) => watch.events.push(`error: ${event.message}`));
    addEventListener('unhandledrejection', (event) => watch.events.push(`unhandledrejection: ${String(event.reason)}`));
    document.addEventListener('securitypolicyviolation', (event) =>
      watch.events.push(`securitypolicyviolation: ${event.violatedDirective} ${event.blockedURI}`),
    );
    if (PerformanceObserver.supportedEntryTypes.includes('longtask'))
      new PerformanceObserver((list) => watch.tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({
        type: 'longtask',
      });
    // Interactive: parsed whole, and the extension's script (document_idle) not yet run.
    document.addEventListener('readystatechange', () => {
      if (document.readyState !== 'interactive') return;
      const walker = document.createTreeWalker(document);
      for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) watch.nodes.push(node);
    });
  });
  await page.goto(url, { waitUntil: 'load' });
  return { page, session, errors };
}

interface Facts {
  readonly html: string;
  readonly shadows: readonly string[];
  readonly events: readonly string[];
  readonly sameNodes: boolean;
  readonly hosts: number;
}

const factsOf = (page: Page): Promise<Facts> =>
  page.evaluate(() => {
    const watch = (globalThis as Watched).__watch;
    const walker = document.createTreeWalker(document);
    const nodes: Node[] = [];
    const shadows: string[] = [];
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
      nodes.push(node);
      if (node instanceof Element && node.shadowRoot) shadows.push(node.shadowRoot.innerHTML);
    }
    return {
      html: document.documentElement?.outerHTML ?? '',
      shadows,
      events: watch.events,
      sameNodes: nodes.length === watch.nodes.length && nodes.every((node, i) => node === watch.nodes[i]),
      hosts: document.querySelectorAll('sl-host').length,
    };
  });

export interface Demands {
  /** The page changes itself: nodes need not be the same ones. */
  readonly moving?: boolean;
  /** After switching off: I8 counts as well. */
  readonly off?: boolean;
}

/** What is broken, in words; an empty list is what a test wants. */
export async function broken(run: Observed, control: Observed, demands: Demands = {}): Promise<readonly string[]> {
  const [now, alone] = await Promise.all([factsOf(run.page), factsOf(control.page)]);
  const found: string[] = [];
  const hold = (name: string, holds: boolean, otherwise: string): void => {
    if (!holds) found.push(`${name}: ${otherwise}`);
  };
  hold('I1', now.html === alone.html, `outerHTML differs at ${firstDifference(now.html, alone.html)}`);
  hold('I1', JSON.stringify(now.shadows) === JSON.stringify(alone.shadows), 'an open shadow tree differs');
  hold('I1', demands.moving || now.sameNodes || !alone.sameNodes, 'nodes were replaced');
  hold('I2', now.events.length <= alone.events.length, now.events.join('; '));
  hold('I3', foreign(run.session).length === 0, `requests: ${foreign(run.session).join(' ')}`);
  sum('console errors beyond those without us', run.session.name, Math.max(0, run.errors.length - control.errors.length));
  hold('I4', run.errors.length <= control.errors.length, `console: ${run.errors.join('; ')}`);
  if (demands.off) {
    hold('I8', now.hosts === 0, 'our host is still there');
    hold('I8', (await painted(run.page)).length === 0, `still painted: ${KEYS.join(', ')}`);
  }
  return found;
}

/** I7: the longest main-thread task so far in milliseconds; 0 where none was over 50, or the browser does not tell. What a
 * busy machine adds is noise, so this is measured on its own and not part of `broken`. */
export const longestTask = ({ page }: Observed): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(globalThis as Watched).__watch.tasks));

export const foreign = ({ world }: Session): readonly string[] => foreignOf(world);

function firstDifference(a: string, b: string): string {
  const at = [...a].findIndex((unit, i) => unit !== b[i]);
  return at < 0 ? `the end (${a.length} and ${b.length} units)` : `${at}: ${JSON.stringify(a.slice(at, at + 80))}`;
}
