// Watching the page for change: gathers what changed and hands it over at most once every 250 ms, and not while the page is
// in a hidden tab.
import { own } from './document.ts';
import { COMMENT, ELEMENT, FRAGMENT, here, parentElementOf } from './dom.ts';
import { lifted } from './known.ts';

/** A page that changes all the time is read again at most this often: soon enough for a reader, seldom enough to leave the page
 * its main thread. */
export const SCAN_EVERY_MS = 250;
/** More separate changes than this are one large change: their common ancestor is read. */
const MOST_ROOTS = 40;
/** A hidden tab may change for days: with more places of change than this the whole page is read when it is shown again. */
const MOST_WAITING = 500;
const WHAT: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['hidden', 'open', 'aria-hidden', 'class', 'style'],
};

export interface Watcher {
  /** Watches one more tree. */
  add(root: Node): void;
}

export interface Watched {
  /** The document was written anew (`document.open`): its listeners are gone, and with them half of us. */
  readonly replaced: () => void;
  /** Changed elements, none inside another, all in the document's own tree. Its promise ends before the next call is made. */
  readonly changed: (roots: readonly Element[]) => Promise<void>;
  /** Our own element: what happens to it is no change of the page. */
  readonly isOurs: (node: Node) => boolean;
  /** The nearest ancestor that is a block: the unit that is read again. */
  readonly blockOf: (element: Element) => Element;
  /** The blocks in which a change of class or style of these elements showed or hid text; most changes do not. */
  readonly toggled: (styled: Iterable<Element>) => Iterable<Element>;
}

/** Watches until `signal` aborts. */
export function watch(watched: Watched, signal: AbortSignal): Watcher {
  const dirty = new Set<Node>();
  const styled = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | null = null;
  let busy = false;
  const root = own.root();

  const scan = async (): Promise<void> => {
    timer = null;
    if (own.isHidden() || signal.aborted) return;
    const roots = rootsOf(dirty, styled, watched);
    dirty.clear();
    styled.clear();
    if (roots.length === 0) return;
    busy = true;
    try {
      await watched.changed(roots);
    } finally {
      busy = false;
      schedule();
    }
  };
  const schedule = (): void => {
    if (busy || timer !== null || signal.aborted || (dirty.size === 0 && styled.size === 0)) return;
    timer = setTimeout(() => void scan(), SCAN_EVERY_MS);
  };

  const observer = new MutationObserver((records) => {
    if (own.root() !== root) return watched.replaced();
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      if (watched.isOurs(target)) continue;
      if (type === 'attributes' && attributeName !== 'open') styled.add(target as Element);
      else if (isHeeded(target) && (type !== 'childList' || concerns(target, addedNodes, removedNodes, watched)))
        dirty.add(target);
    }
    if (own.isHidden()) gather();
    schedule();
  });
  const gather = (): void => {
    if (dirty.size + styled.size <= MOST_WAITING) return;
    for (const set of [dirty, styled]) for (const node of set) if (!here().isConnected(node)) set.delete(node);
    if (dirty.size + styled.size <= MOST_WAITING) return;
    dirty.clear();
    styled.clear();
    dirty.add(root);
  };
  // What fades or folds is neither here nor gone when its class changes.
  const settled = ({ target }: Event): void => {
    if (!(target instanceof Element) || watched.isOurs(target)) return;
    styled.add(target);
    schedule();
  };
  for (const type of ['transitionend', 'animationend']) addEventListener(type, settled, { capture: true, passive: true, signal });
  addEventListener('visibilitychange', schedule, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    if (timer !== null) clearTimeout(timer);
    dirty.clear();
    styled.clear();
  });
  return { add: (root) => observer.observe(root, WHAT) };
}

/** Nothing in the head is text to read, but its styles show and hide. A title that counts news changes all the time. */
function isHeeded(target: Node): boolean {
  const element = here().nodeType(target) === ELEMENT ? (target as Element) : parentElementOf(target);
  if (element === null) return true;
  const name = here().localName(element);
  return name === 'head' || name === 'style' || here().closest(element, 'head') === null;
}

function concerns(target: Node, added: NodeList, removed: NodeList, watched: Watched): boolean {
  const dom = here();
  const inHead = dom.nodeType(target) === ELEMENT && dom.localName(target as Element) === 'head';
  const counts = (node: Node): boolean =>
    inHead
      ? dom.nodeType(node) === ELEMENT && /^(?:style|link)$/.test(dom.localName(node as Element))
      : node.nodeType !== COMMENT;
  for (const nodes of [added, removed]) for (const node of nodes) if (counts(node) && !watched.isOurs(node)) return true;
  return false;
}

/** The blocks to read again: nearest block of each change, none within another. */
function rootsOf(
  dirty: ReadonlySet<Node>,
  styled: ReadonlySet<Element>,
  { blockOf, toggled }: Pick<Watched, 'blockOf' | 'toggled'>,
): Element[] {
  const dom = here();
  const blocks = new Set<Element>();
  for (const node of dirty) {
    const place = lifted(dom.nodeType(node) === FRAGMENT ? (node as ShadowRoot).host : node);
    const element = dom.nodeType(place) === ELEMENT ? (place as Element) : parentElementOf(place);
    if (element !== null && dom.isConnected(element)) blocks.add(blockOf(element));
  }
  const places = new Set([...styled].map((element) => lifted(element) as Element).filter(dom.isConnected));
  for (const block of toggled(places)) blocks.add(block);
  const roots = [...blocks].filter((element) => {
    for (let up = parentElementOf(element); up !== null; up = parentElementOf(up)) if (blocks.has(up)) return false;
    return true;
  });
  return roots.length > MOST_ROOTS ? [common(roots)] : roots;
}

/** The nearest element that holds all of them. */
const common = (elements: readonly Element[]): Element =>
  elements.reduce((up, other) => {
    let holder = up;
    while (!here().contains(holder, other)) holder = parentElementOf(holder) ?? other;
    return holder;
  });
