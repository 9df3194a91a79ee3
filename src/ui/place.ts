// Where the chip and the card stand: beside the line that was pointed at, never beyond the screen.

import { computePosition, flip, offset, type Placement, type Platform, shift, size } from '@floating-ui/core';
import { own } from '../page/document.ts';

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

/** The library's core asks these few things of the browser. Its own DOM half (14 kB of source) climbs the page's tree for
 * scrolling ancestors, which a page can make endless by naming a form's fields; ours stands in the top layer, where only the
 * window cuts anything off. */
const platform: Platform = {
  getElementRects: ({ reference, floating }) => ({
    reference: reference.getBoundingClientRect(),
    floating: { x: 0, y: 0, ...dimensions(floating) },
  }),
  getDimensions: dimensions,
  getClippingRect: () => {
    const { clientWidth } = own.root();
    return { x: 0, y: 0, width: clientWidth, height: innerHeight };
  },
  isRTL: (element: HTMLElement) => element.dir === 'rtl',
};
function dimensions(element: HTMLElement): { width: number; height: number } {
  const zoom = zoomOf(element);
  return { width: element.offsetWidth * zoom, height: element.offsetHeight * zoom };
}
/** A page that zooms its root zooms what we set on our element too; rectangles come in the window's own measure. */
const zoomOf = (element: HTMLElement & { readonly currentCSSZoom?: number }): number => element.currentCSSZoom ?? 1;

/** Keeps `element` beside the anchor until the returned function is called. */
export function placeBeside(element: HTMLElement, anchor: Anchor, placement: Placement): () => void {
  const reference = { getBoundingClientRect: anchor.rect };
  const update = async (): Promise<void> => {
    const zoom = zoomOf(element);
    const { x, y } = await computePosition(reference, element, {
      platform,
      placement,
      strategy: 'fixed',
      middleware: [
        offset(GAP),
        flip({ padding: EDGE }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply({ availableHeight }) {
            const height = Math.min(innerHeight - 2 * EDGE, Math.max(LOWEST, availableHeight));
            element.style.maxHeight = `${Math.floor(height / zoom)}px`;
          },
        }),
      ],
    });
    element.style.left = `${Math.round(x / zoom)}px`;
    // A card that is not shrunk further covers its passage rather than leave the screen.
    const lowest = innerHeight - EDGE - dimensions(element).height;
    element.style.top = `${Math.round(Math.max(EDGE, Math.min(y, lowest)) / zoom)}px`;
  };
  return follow(() => void update(), element);
}

/** Calls `update` now, and once a frame while the page scrolls or zooms, or `growing` changes its size; until the returned
 * function is called. The library's own watcher also follows shifts of layout, for a kilobyte. */
export function follow(update: () => void, growing?: Element): () => void {
  let frame = 0;
  const again = (): void => {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      update();
    });
  };
  const ending = new AbortController();
  const options = { capture: true, passive: true, signal: ending.signal } as const;
  addEventListener('scroll', again, options);
  addEventListener('resize', again, options);
  const growth = new ResizeObserver(again);
  if (growing !== undefined) growth.observe(growing);
  update();
  return () => {
    ending.abort();
    growth.disconnect();
    cancelAnimationFrame(frame);
  };
}
