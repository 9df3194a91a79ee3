// From the pointer to the passages under it. Starts from the element under the pointer, so that text covered by something
// else is not hit, then asks the few candidates for their rectangles.
import { ELEMENT, here } from './dom.ts';
import type { Passage } from './passage.ts';

export interface Hit<P extends Passage> {
  /** Most certain first; more than one where a passage makes two claims. */
  readonly passages: readonly P[];
  /** The line's rectangle under the pointer. */
  readonly rect: DOMRect;
}

/** Things that answer a click themselves, or where a click sets the caret. */
const ACTIVE =
  'a[href],area,button,input,select,textarea,label,summary,option,video,audio,iframe,embed,object,[contenteditable]:not([contenteditable="false" i]),[role="button"],[role="link"],[role="checkbox"],[role="menuitem"],[role="option"],[role="tab"],[role="switch"],[onclick]';
/** Lines are closer together than their boxes; half a pixel of slack joins the boxes of one line. */
const SLACK = 0.5;

function contains(rect: DOMRect, x: number, y: number): boolean {
  return x >= rect.left - SLACK && x <= rect.right + SLACK && y >= rect.top - SLACK && y <= rect.bottom + SLACK;
}

/** The deepest element under the pointer, inside open shadow roots too. */
export function targetOf(event: Event): Element | null {
  const first = event.composedPath()[0];
  if (!(first instanceof Node)) return null;
  return here().nodeType(first) === ELEMENT ? (first as Element) : first.parentElement;
}

/** Passages whose text lies under the point (viewport pixels); null when there are none. */
export function hitAt<P extends Passage>(passages: readonly P[], target: Element | null, x: number, y: number): Hit<P> | null {
  if (target === null) return null;
  const hits: P[] = [];
  let under: DOMRect | null = null;
  for (const passage of passages) {
    if (!passage.parents.has(target)) continue;
    const rect = rectAt(passage, x, y);
    if (rect === null) continue;
    hits.push(passage);
    under ??= rect;
  }
  hits.sort((a, b) => b.found.confidence - a.found.confidence);
  return under === null ? null : { passages: hits, rect: under };
}

function rectAt(passage: Passage, x: number, y: number): DOMRect | null {
  for (const { range } of passage.stretches) {
    for (const rect of range.getClientRects()) if (contains(rect, x, y)) return rect;
  }
  return null;
}

/** Whether a click there is the page's own business: a link, a control, an editor. */
export function isActive(target: Element): boolean {
  for (let at: Element | null = target; at !== null; ) {
    const found: Element | null = here().closest(at, ACTIVE);
    if (found !== null) return true;
    const root = here().rootOf(at);
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** Whether this click may open a card: the reader's own, plain, primary, single, with nothing selected by it. */
export function isPlainClick(event: MouseEvent, selection: Pick<Selection, 'isCollapsed'> | null): boolean {
  const modified = event.altKey || event.ctrlKey || event.metaKey || event.shiftKey;
  return (
    event.isTrusted && event.button === 0 && !modified && !event.defaultPrevented && (selection === null || selection.isCollapsed)
  );
}
