// Tries one page: opens it with and without the extension, waits until exactly what should be is highlighted, lets happen
// what happens to it, and holds the invariants against both, also after switching off.
import assert from 'node:assert/strict';
import type { Frame, Page } from 'puppeteer-core';
import { CLAIMS, calm, HEADLINE } from '../pages/claims.ts';
import { type Act, html, page as pageOf, paragraphs, type Trial } from '../pages/trial.ts';
import { cardWith, clickWords } from './card.ts';
import { followed } from './follow.ts';
import { launch, type Session, tabId, until } from './harness.ts';
import { broken, noteTasks, type Observed, observe, watchedTab } from './invariants.ts';
import { cleared, KEYS, ourKeys, state } from './page.ts';
import { type Route, type Site, serve } from './server.ts';

/** Nothing a reader sees: as in src/page/whitespace.ts, and all space. */
const UNSEEN = /[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+/gu;
const glue = (texts: readonly string[]): string => texts.join('').replaceAll(UNSEEN, '');

/** Longer than any page takes: a renderer that crashed answers nothing, and nobody else would say so. */
export const PAGE_MS = 180_000;
/** A page of 5 MB on a busy machine. */
const HEAVY_MS = 90_000;

/** Two browsers, with and without the extension, each with a server of its own, so that their requests can be compared. */
export interface Pair {
  readonly session: Session;
  readonly control: Session;
  readonly site: Site;
  readonly bare: Site;
  /** One tab of each for all pages: a tab for every page would take longer than the pages do. Null after a failure. */
  tabs: { readonly ours: Page; readonly bare: Page } | null;
  close(): Promise<void>;
}

const slug = (name: string): string => name.toLowerCase().replaceAll(/[^a-z0-9]+/gu, '-');

function routesOf(trials: readonly Trial[]): Record<string, Route> {
  const routes: Record<string, Route> = {
    '/ordinary': html(pageOf(`<h1>${HEADLINE}</h1>${paragraphs(...CLAIMS, calm(4))}`)),
    '/crowded': html(pageOf(`<h1>${HEADLINE}</h1>${paragraphs(...Array.from({ length: 60 }, () => CLAIMS).flat())}`)),
    '/elsewhere': html(pageOf(paragraphs(calm(4)))),
  };
  for (const { name, routes: own } of trials)
    for (const [path, route] of Object.entries(own)) routes[`/${slug(name)}/${path}`] = route;
  assert.equal(new Set(trials.map(({ name }) => slug(name))).size, trials.length, 'two trials of one name');
  return routes;
}

export async function pair(lane: Session['name'], trials: readonly Trial[]): Promise<Pair> {
  const routes = routesOf(trials);
  const [site, bare, session, control] = await Promise.all([
    serve(routes),
    serve(routes),
    launch(lane),
    launch(lane, { extension: false }),
  ]);
  const both: Pair = {
    session,
    control,
    site,
    bare,
    tabs: null,
    async close() {
      await Promise.all([session.close(), control.close(), site.close(), bare.close()]);
    },
  };
  try {
    // The first start compiles the pack.
    const warm = await session.open(site.url('/ordinary'));
    await litExactly(warm, CLAIMS);
    await warm.close();
  } catch (cause) {
    await both.close();
    throw cause;
  }
  return both;
}

/** Texts of the painted ranges in reading order, also across shadow trees; each stretch once. */
const texts = (where: Page | Frame): Promise<readonly string[]> =>
  where.evaluate((keys) => {
    const ranges = keys.flatMap((key) => [...(CSS.highlights?.get(key) ?? [])] as Range[]);
    const lifted = (node: Node): Node => {
      const root = node.getRootNode();
      return root instanceof ShadowRoot ? lifted(root.host) : node;
    };
    const order = (a: Range, b: Range): number => {
      if (a.startContainer.getRootNode() === b.startContainer.getRootNode())
        return a.compareBoundaryPoints(Range.START_TO_START, b);
      return lifted(a.startContainer).compareDocumentPosition(lifted(b.startContainer)) & 4 ? -1 : 1;
    };
    ranges.sort(order);
    return ranges
      .filter((range, i) => {
        const before = ranges[i - 1];
        return before?.startContainer !== range.startContainer || before.startOffset !== range.startOffset;
      })
      .map((range) => range.toString());
  }, KEYS);

/** Waits until the highlighted text is exactly these sentences in this order: each still makes its claim (I6). */
async function litExactly(where: Page | Frame, sentences: readonly string[], patience?: number): Promise<void> {
  const wanted = glue(sentences);
  let last: readonly string[] = [];
  const look = async (): Promise<true | null> => {
    last = await texts(where);
    return glue(last) === wanted || null;
  };
  await until('highlights', look, patience).catch(() => assert.deepEqual(last, sentences));
}

/** Where nothing is to be highlighted: the script of a page that was opened later has done its work by now, so this page's
 * would have, too. */
async function laterPageIsLit({ session, site }: Pair, page: Page): Promise<void> {
  const later = await session.open(site.url('/ordinary'));
  await litExactly(later, CLAIMS);
  await later.close();
  await page.bringToFront();
}

function actOn(observed: Observed): Act {
  const { page, session } = observed;
  const from = page.url();
  return {
    page,
    follow: async (path) => {
      observed.page = await followed(observed, from, new URL(path, from).href);
    },
    lane: session.name,
    isOurs: session.extension,
    lit: async (sentences) => (session.extension ? litExactly(observed.page, sentences) : undefined),
    openCard: async (words) => {
      if (!session.extension) return;
      await clickWords(page, words);
      await cardWith(page, /[\s\S]{40}/u);
      await page.keyboard.press('Escape');
      await until('no card', async () => (await page.$('sl-host')) === null || null);
    },
  };
}

interface Messaging {
  tabs: { sendMessage(tab: number, message: unknown): Promise<unknown> };
}

/** Ends the script in the page as switching the site off does, without touching the settings that other pages share. */
async function switchOff(session: Session, page: Page): Promise<void> {
  const tab = await tabId(session.inside, page);
  await session.inside.evaluate(async (id) => {
    const scope = globalThis as unknown as { browser?: Messaging; chrome: Messaging };
    await (scope.browser ?? scope.chrome).tabs.sendMessage(id, { kind: 'stop' });
  }, tab);
  await cleared(page);
}

/** Throws where the page, or something on it, is not as it should be. */
export async function tryPage(trial: Trial, here: Pair): Promise<void> {
  const { session, control, site, bare } = here;
  const path = `/${slug(trial.name)}/`;
  const { lit } = trial;
  const tabs: NonNullable<Pair['tabs']> =
    here.tabs ?? (await Promise.all([watchedTab(session), watchedTab(control)]).then(([ours, bare]) => ({ ours, bare })));
  // Until all has gone well, so that a tab that failed is not used again.
  here.tabs = null;
  const [run, alone] = await Promise.all([
    observe(session, site.url(path), tabs.ours),
    observe(control, bare.url(path), tabs.bare),
  ]);
  const both = async (act: ((act: Act) => Promise<void>) | undefined): Promise<void> => {
    if (act !== undefined) await Promise.all([act(actOn(run)), act(actOn(alone))]);
  };
  const demands = { moving: trial.moving ?? false };
  try {
    await both(trial.before);
    if (trial.lit.length === 0) await laterPageIsLit(here, run.page);
    await litExactly(run.page, lit, trial.weight === 'heavy' ? HEAVY_MS : undefined);
    if (trial.left) assert.equal(await state(session, run.page), null, 'the reader runs there');
    if (trial.framed) await framesLit(run.page, trial.framed);
    await both(trial.act);
    await litExactly(run.page, trial.after ?? lit);
    // Megabytes are compared once, after switching off: what we changed before would still be there.
    if (trial.weight !== 'heavy') assert.deepEqual(await broken(run, alone, demands), []);
    if (!trial.left) {
      await switchOff(session, run.page);
      if (trial.framed) await framesCleared(run.page);
      assert.deepEqual(await broken(run, alone, { ...demands, off: true }), []);
    }
    // Whether a page is fetched once or twice (ahead, from the cache) is the browser's own business.
    const asked = ({ requests }: Site): readonly string[] =>
      [...new Set(requests)].filter((one) => one.includes(` ${path}`)).sort();
    assert.deepEqual(asked(site), asked(bare), 'I3: requests of the page');
    await noteTasks(trial.weight === 'heavy' ? 'very large pages' : 'ordinary pages', run, alone);
    if (!trial.viewer && run.page === tabs.ours && alone.page === tabs.bare) here.tabs = tabs;
  } finally {
    if (here.tabs === null) await Promise.all([run.page.close(), alone.page.close()]);
  }
}

async function framesCleared(page: Page): Promise<void> {
  await until('no highlights in frames', async () => {
    for (const frame of page.frames()) if ((await ourKeys(frame).catch(() => [])).length > 0) return null;
    return true;
  });
}

async function framesLit(page: Page, sentences: readonly string[]): Promise<void> {
  const wanted = glue(sentences);
  let last: string[] = [];
  await until('highlights in frames', async () => {
    last = [];
    for (const frame of page.frames())
      if (frame !== page.mainFrame() && !frame.detached) last.push(...(await texts(frame).catch(() => [])));
    return glue(last) === wanted || null;
  }).catch(() => assert.deepEqual(last, sentences));
}
