// The script in the page: wires reading, asking, painting and showing together. Run by registration or by "Check this page";
// run twice in one document, the later run takes over.
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { planner } from '../src/page/again.ts';
import { isReadableFrame, type Page, pageOf, whenShown } from '../src/page/document.ts';
import { whenMoved } from '../src/page/moved.ts';
import { clearPaint, painter } from '../src/page/paint.ts';
import { frame } from '../src/page/pause.ts';
import { watchPointer } from '../src/page/pointer.ts';
import { blockOf, renderedInBrowser } from '../src/page/rendered.ts';
import { Scanner } from '../src/page/scanner.ts';
import { SCAN_EVERY_MS, type Watcher, watch } from '../src/page/watch.ts';
import { counted, text, uiLanguage } from '../src/platform/i18n.ts';
import type { Found, Look } from '../src/platform/messages.ts';
import { onCommand, readerPort, whenGone } from '../src/platform/reader-port.ts';
import { greeting } from '../src/ui/announce.ts';
import card from '../src/ui/card.css?inline';
import { spokenClaim } from '../src/ui/claim-list.tsx';
import { commands } from '../src/ui/commands.ts';
import { removeStaleHosts } from '../src/ui/host.ts';
import { createMargin } from '../src/ui/margin.ts';
import { createView } from '../src/ui/reader-view.tsx';
import tokens from '../src/ui/tokens.css?inline';
import type { Shown } from '../src/ui/view-parts.ts';

/** In our isolated world, out of the page's sight. */
const RUNNING = Symbol.for('sidelight');
type World = { [RUNNING]?: AbortController };

async function read(first: Page, ending: AbortController): Promise<void> {
  const { signal } = ending;
  // Title and language as they are now: many sites exchange them with the article.
  const page = (): Page => pageOf(document) ?? first;
  const port = readerPort(signal);
  const rendered = renderedInBrowser(globalThis as typeof globalThis & Window);
  const paint = painter({ highlights: CSS.highlights, Highlight }, signal);
  let watcher: Watcher | null = null;
  const scanner = new Scanner<Found>({
    rendered,
    ask: async (question) => {
      const reply = await port.match(question);
      if (reply?.look) wear(reply.look);
      return reply;
    },
    signal,
    onShadow: (root) => watcher?.add(root),
    changed: ({ passages }) => {
      paint.paint(passages);
      margin.show(calm ? passages : []);
      view.keep(passages);
    },
  });
  let calm = false;
  const greet = greeting(signal);
  let told = '';
  const report = (): void => {
    if (signal.aborted) return;
    const { passages, checked, limit } = scanner.state;
    const claims = new Set(passages.map(({ found }) => `${found.pack}\n${found.claim}`)).size;
    // Told only when it has changed: each message keeps the background awake, and a page may change all day without a passage
    // coming or going. The panel reads the list again when it is told, the browser may clear the count with the address.
    const list = passages.map(({ id, found }) => [id, found.standing, found.relation]);
    const sight = [location.href, checked, limit, ...list].join();
    if (sight !== told) port.tell({ kind: 'found', passages: passages.length, claims, limit });
    told = sight;
    if (window.top === window) greet(claims);
    planAgain();
  };
  whenMoved(() => {
    if (scanner.lookAgain()) report();
  }, signal);
  const planAgain = planner({ scanner, ask: () => scanner.askAgain(page()), done: report }, signal);
  const acts = {
    hide: ({ found: { pack, claim }, quote }: Shown) => {
      port.choose({ kind: 'hide', pack, claim, quote });
      scanner.drop((one) => one.found.claim === claim && one.found.pack === pack && one.quote === quote);
      report();
    },
    mute: ({ found: { pack, claim } }: Shown) => {
      port.choose({ kind: 'mute', pack, claim });
      scanner.drop(({ found }) => found.claim === claim && found.pack === pack);
      report();
    },
  };
  const view = createView(
    {
      texts: { text, counted, language: uiLanguage() },
      css: tokens + card,
      fetchCard: async ({ pack, claim }) => (await port.card(pack, claim))?.card ?? null,
      mark: (passage) => paint.mark(passage),
      ...acts,
      browse: ({ found: { pack, claim } }) => port.tell({ kind: 'browse', pack, claim }),
    },
    signal,
  );
  const margin = createMargin(
    {
      label: ([first]) => {
        const all = scanner.state.passages;
        return first === undefined ? '' : spokenClaim(first, all.indexOf(first), all.length);
      },
      over: view.hover,
      open: (passages) => view.open(passages, null),
    },
    signal,
  );
  const wear = (look: Look): void => {
    calm = look.calm;
    paint.strength(calm ? null : look.strength);
    view.theme(look.theme);
    margin.show(calm ? scanner.state.passages : []);
  };
  const isOurs = (node: Node): boolean => view.isOurs(node) || margin.isOurs(node);
  // In calm mode the text is plain text: only the marks can be pointed at.
  const passages = (): readonly Shown[] => (calm ? [] : scanner.state.passages);
  watchPointer(
    {
      passages,
      isOurs: (event) => event.composedPath().some((node) => node instanceof Node && isOurs(node)),
      over: (hit) => view.hover(hit?.passages ?? [], hit?.rect ?? null),
      click: (hit) => view.open(hit.passages, hit.rect),
    },
    signal,
  );
  onCommand(
    commands(scanner, view, acts, () => ending.abort(), wear, window.top === window),
    signal,
  );
  watcher = watch(
    {
      replaced: () => {
        ending.abort();
        setTimeout(start, SCAN_EVERY_MS);
      },
      changed: async (roots) => {
        await scanner.scanChanged(page(), roots);
        report();
      },
      isOurs,
      blockOf: (element) => blockOf(element, rendered),
      toggled: (styled) => scanner.toggled(styled),
    },
    signal,
  );
  watcher.add(document);
  // The page is laid out in a task of its own, not in ours when we first ask where things are.
  await frame();
  await scanner.scanAll(page());
  if (!signal.aborted) report();
}

function start(): void {
  const world = globalThis as World;
  world[RUNNING]?.abort();
  const ending = new AbortController();
  world[RUNNING] = ending;
  if (!isReadableFrame(window) || !pageOf(document)) return;
  clearPaint({ highlights: CSS.highlights, Highlight });
  removeStaleHosts();
  whenGone(() => ending.abort(), ending.signal);
  // Back from the back-forward cache, where it was told of nothing: meanwhile the site may have been switched off or on again, the tab
  // paused, a claim muted or a pack exchanged. All is asked anew, first whether the page may be read at all, without a word of it:
  // where it may not, a script that reads has been stopped by then. One that was stopped asks as well, until a later run takes over.
  addEventListener('pageshow', async ({ persisted }) => {
    const nothing = { blocks: [], earlier: [], later: [], title: '', language: null };
    const reply = persisted && world[RUNNING] === ending && (await readerPort().match(nothing));
    if (reply && (reply.checked || !ending.signal.aborted)) start();
  });
  void whenShown(document, ending.signal).then(() => {
    const page = pageOf(document);
    if (page && !ending.signal.aborted) void read(page, ending);
  });
}

export default defineUnlistedScript(start);
