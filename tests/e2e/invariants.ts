// The invariants, judged against a control run without the extension: what holds on every page,
// whatever it is. `observe` opens a page under watch; `broken` compares two such pages.
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'puppeteer-core';
import { beyond } from './beyond.ts';
import { most, sum } from './figures.ts';
import { patient, type Session } from './harness.ts';
import { ourKeys } from './page.ts';
import { foreign as foreignOf } from './server.ts';

export interface Observed {
  /** Another one once the tab has gone over to a page that was rendered ahead. */
  page: Page;
  readonly session: Session;
  /** Errors that the page's console showed. */
  readonly errors: string[];
  /** What the reader has chosen, as it was when the page was opened; empty in a control run. */
  readonly settings: Items;
}

type Items = Readonly<Record<string, unknown>>;

interface Watch {
  events: string[];
  tasks: number[];
  nodes: Node[];
}
type Watched = typeof globalThis & { __watch: Watch };

/** A tab whose errors are written down, and the place where they are. */
const errorsOf = new WeakMap<Page, string[]>();

/** A tab with everything in place that the invariants need to see, before a page's first script. */
export async function watchedTab(session: Session): Promise<Page> {
  const page = patient(await session.browser.newPage());
  page.on('console', (message) => {
    if (message.type() === 'error') errorsOf.get(page)?.push(message.text());
  });
  page.on('pageerror', (error) => {
    errorsOf.get(page)?.push(error instanceof Error ? error.message : String(error));
  });
  await page.evaluateOnNewDocument(() => {
    const watch: Watch = { events: [], tasks: [], nodes: [] };
    (globalThis as Watched).__watch = watch;
    // A key of the page's own, which must be there at the end.
    CSS.highlights?.set('of-the-page', new Highlight());
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
  return page;
}

/** Opens `url` under watch, in a tab of its own or in one that `watchedTab` made. */
export async function observe(session: Session, url: string, tab?: Page): Promise<Observed> {
  const [page, settings] = await Promise.all([tab ?? watchedTab(session), settingsOf(session)]);
  const errors: string[] = [];
  errorsOf.set(page, errors);
  await page.goto(url, { waitUntil: 'load' });
  return { page, session, errors, settings };
}

interface Facts {
  readonly html: string;
  readonly shadows: readonly string[];
  readonly events: readonly string[];
  readonly sameNodes: boolean;
  readonly hosts: number;
  /** Keys in the highlight registry that are none of ours. */
  readonly keys: readonly string[];
}

const factsOf = (page: Page): Promise<Facts> =>
  page.evaluate(() => {
    // A page that the browser rendered ahead of the click ran before the watch could be set up.
    const watch = (globalThis as Partial<Watched>).__watch;
    const nodes: Node[] = [];
    const shadows: string[] = [];
    let hosts = 0;
    const look = (root: Node, list: Node[] | null): void => {
      const walker = document.createTreeWalker(root);
      for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
        list?.push(node);
        if (!(node instanceof Element)) continue;
        if (node.localName === 'sl-host') hosts++;
        else if (node.shadowRoot) {
          shadows.push(node.shadowRoot.innerHTML);
          look(node.shadowRoot, null);
        }
      }
    };
    look(document, nodes);
    // Pages name elements so as to hide the document's own properties.
    const root = Object.getOwnPropertyDescriptor(Document.prototype, 'documentElement')?.get?.call(document) as Element | null;
    const html = root?.outerHTML ?? '';
    // Megabytes are not sent around: a checksum (FNV) tells as well whether two are alike.
    const digest = (text: string): string => {
      let sum = 0x811c9dc5;
      for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
      return `${text.length} units with checksum ${sum >>> 0}`;
    };
    return {
      html: html.length > 300_000 ? digest(html) : html,
      shadows,
      events: watch?.events ?? [],
      sameNodes: !watch || (nodes.length === watch.nodes.length && nodes.every((node, i) => node === watch.nodes[i])),
      hosts,
      keys: [...CSS.highlights.keys()].filter((key) => !key.startsWith('sl-')).sort(),
    };
  });

export interface Demands {
  /** The page changes itself: nodes need not be the same ones. */
  readonly moving?: boolean;
  /** After switching off: I8 counts as well. */
  readonly off?: boolean;
  /** What the settings must be by now, from what they were when the page was opened; the same where nothing is said. */
  readonly settings?: (before: Items) => Items;
}

/** What is broken, in words; an empty list is what a test wants. */
export async function broken(run: Observed, control: Observed, demands: Demands = {}): Promise<readonly string[]> {
  const [now, alone, settings] = await Promise.all([factsOf(run.page), factsOf(control.page), settingsOf(run.session)]);
  const found: string[] = [];
  const hold = (name: string, holds: boolean, otherwise: string): void => {
    if (!holds) found.push(`${name}: ${otherwise}`);
  };
  hold('I1', now.html === alone.html, `outerHTML differs at ${firstDifference(now.html, alone.html)}`);
  hold('I1', JSON.stringify(now.shadows) === JSON.stringify(alone.shadows), 'an open shadow tree differs');
  hold('I1', demands.moving || now.sameNodes || !alone.sameNodes, 'nodes were replaced');
  const events = beyond(now.events, alone.events);
  hold('I2', events.length === 0, events.join('; '));
  hold('I3', foreign(run.session).length === 0, `requests: ${foreign(run.session).join(' ')}`);
  const errors = beyond(run.errors, control.errors);
  sum('console errors beyond those without us', run.session.name, errors.length);
  hold('I4', errors.length === 0, `console: ${errors.join('; ')}`);
  const model = demands.settings?.(run.settings) ?? run.settings;
  hold('I5', isDeepStrictEqual(settings, model), `settings are ${JSON.stringify(settings)}, not ${JSON.stringify(model)}`);
  if (demands.off) {
    hold('I8', now.hosts === 0, 'our host is still there');
    const ours = await ourKeys(run.page);
    hold('I8', ours.length === 0, `our keys are still there: ${ours.join(', ')}`);
    hold('I8', now.keys.join() === alone.keys.join(), `the page's own keys: ${now.keys.join(', ')}`);
  }
  return found;
}

/** I7: the longest main-thread task so far in milliseconds; 0 where none was over 50, or the browser does not tell. What a
 * busy machine adds is noise, so it is written into the table beside the control run's and decides nothing. */
export const longestTask = ({ page }: Observed): Promise<number> =>
  page.evaluate(() => Math.max(0, ...((globalThis as Partial<Watched>).__watch?.tasks ?? [])));

/** Writes the longest tasks of a kind of page into the table. */
export async function noteTasks(kind: string, run: Observed, control: Observed): Promise<void> {
  const { name } = run.session;
  // Firefox tells of no task.
  if (name === 'firefox') return;
  most(`longest task, ${kind} (ms)`, name, await longestTask(run));
  most(`longest task, ${kind}, without us (ms)`, name, await longestTask(control));
}

export const foreign = ({ world }: Session): readonly string[] => foreignOf(world);

interface Storage {
  storage: Record<'sync' | 'local', { get(keys: null): Promise<Items> }>;
}

/** Everything that the reader has chosen; notes for the diagnostics are none of it. */
async function settingsOf({ inside, extension }: Session): Promise<Items> {
  if (!extension) return {};
  return inside.evaluate(async () => {
    const { storage } =
      (globalThis as unknown as { browser?: Storage }).browser ?? (globalThis as unknown as { chrome: Storage }).chrome;
    const items = { ...(await storage.sync.get(null)), ...(await storage.local.get(null)) };
    return Object.fromEntries(Object.entries(items).filter(([key]) => !key.startsWith('log:')));
  });
}

function firstDifference(a: string, b: string): string {
  const at = [...a].findIndex((unit, i) => unit !== b[i]);
  return at < 0 ? `the end (${a.length} and ${b.length} units)` : `${at}: ${JSON.stringify(a.slice(at, at + 80))}`;
}
