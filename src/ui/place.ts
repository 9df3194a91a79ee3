// Where the chip and the card stand: beside the line that was pointed at, never beyond the screen.

import { computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';
import { own } from '../page/document.ts';
import { here } from '../page/dom.ts';

const GAP = 6;
/** From the edges of the screen. */
const EDGE = 8;
/** A card is not shrunk below this, it covers the text instead. */
const LOWEST = 280;
/** A passage higher than this share of the window is treated as its clicked line only. */
const TALL = 0.4;

export interface Anchor {
  /** The rectangle to stand beside now. */
  readonly rect: () => DOMRect;
  readonly context: Element;
}

/**
 * What to stand beside: the line of `ranges` that `rect` is on, found again by its position in the list after the page has
 * moved, or (`whole`) the whole passage at that line's edge.
 */
export function anchorOf(ranges: readonly Range[], rect: DOMRect | null, context: Element, whole: boolean): Anchor {
  const rects = (): DOMRect[] => ranges.flatMap((range) => [...range.getClientRects()]);
  const found = rect === null ? 0 : rects().findIndex(({ left, top }) => left === rect.left && top === rect.top);
  const at = Math.max(0, found);
  return {
    context,
    rect: () => {
      const now = rects();
      const line = now[Math.min(at, now.length - 1)] ?? new DOMRect();
      if (!whole) return line;
      const top = Math.min(...now.map((one) => one.top));
      const bottom = Math.max(...now.map((one) => one.bottom));
      return bottom - top > TALL * innerHeight ? line : new DOMRect(line.left, top, line.width, bottom - top);
    },
  };
}

/** Keeps `element` beside the anchor until the returned function is called. */
export function placeBeside(element: HTMLElement, anchor: Anchor, placement: Placement): () => void {
  // Fields of a form may be named like the properties that the library climbs by; it would climb for ever.
  const contextElement = here().closest(anchor.context, 'form') === null ? anchor.context : own.root();
  const reference = { getBoundingClientRect: anchor.rect, contextElement };
  const update = async (): Promise<void> => {
    const { x, y } = await computePosition(reference, element, {
      placement,
      strategy: 'fixed',
      middleware: [
        offset(GAP),
        flip({ padding: EDGE }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply({ availableHeight }) {
            element.style.maxHeight = `${Math.min(innerHeight - 2 * EDGE, Math.max(LOWEST, Math.floor(availableHeight)))}px`;
          },
        }),
      ],
    });
    element.style.left = `${Math.round(x)}px`;
    // A card that is not shrunk further covers its passage rather than leave the screen.
    element.style.top = `${Math.round(Math.max(EDGE, Math.min(y, innerHeight - EDGE - element.offsetHeight)))}px`;
  };
  // The library's own watcher also follows shifts of layout, for a kilobyte; scrolling, zooming and a card that grows are what
  // a reader meets.
  let frame = 0;
  const again = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      void update();
    });
  };
  const ending = new AbortController();
  const options = { capture: true, passive: true, signal: ending.signal } as const;
  addEventListener('scroll', again, options);
  addEventListener('resize', again, options);
  const growth = new ResizeObserver(again);
  growth.observe(element);
  void update();
  return () => {
    ending.abort();
    growth.disconnect();
    cancelAnimationFrame(frame);
  };
}
