// What the reader sees at the moment, and whether a passage can be seen at all.
import { own } from './document.ts';
import { here, parentElementOf } from './dom.ts';
import type { Passage } from './passage.ts';

/** Half a screen above and a screen below count as in view: the reader will scroll. */
const ABOVE = 0.5;
const BELOW = 1;
/** After so many elements below the window, one after the other, the rest is taken to be below it too. */
const FAR = 300;
/** A line lower or narrower than this (pixels) shows no text. */
const SMALLEST = 4;
const SEE_THROUGH = /^rgba\(.*, 0\)$|^transparent$/;

/** Pages with more elements or text (UTF-16 units) are read in two passes, what is in view first; reading a smaller page takes a few
 * milliseconds. */
const LARGE_PAGE = 4000;
const LONG_TEXT = 30_000;
export const isLarge = (root: Element): boolean =>
  root.getElementsByTagName('*').length > LARGE_PAGE || here().textContent(root).length > LONG_TEXT;

/** Says of a block-level element whether it lies out of view, by the size of the window now; asked in document order. */
export function outOfView(): (element: Element) => boolean {
  const { innerHeight } = globalThis;
  const { getBoundingClientRect } = Element.prototype;
  let below = 0;
  return (element) => {
    if (below > FAR) return true;
    const { top, bottom, height } = getBoundingClientRect.call(element);
    // An empty box may still have children that stand outside it.
    if (height === 0) return false;
    below = top > (1 + BELOW) * innerHeight ? below + 1 : 0;
    return below > 0 || bottom < -ABOVE * innerHeight;
  };
}

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const SCROLLS = /auto|scroll/;

/** The nearest ancestor that can be scrolled, but for the page as a whole. */
function scrollerOf(node: Node): Element | null {
  const root = own.root();
  for (let up = parentElementOf(node); up !== null && up !== root; up = parentElementOf(up)) {
    if (SCROLLS.test(getComputedStyle(up).overflow)) return up;
  }
  return null;
}

/**
 * Whether what stands at `box` (of the window, as it is scrolled now) can be brought into view: it lies on the page, or in
 * the area of a scroller that can be. On many sites not the page is scrolled but an element in it.
 */
function isWithinReach({ left, top, right, bottom }: Box, node: Node): boolean {
  const { scrollWidth, scrollHeight } = own.root();
  const { scrollX, scrollY } = globalThis;
  if (right + scrollX > 0 && bottom + scrollY > 0 && left + scrollX < scrollWidth && top + scrollY < scrollHeight) return true;
  const scroller = scrollerOf(node);
  if (scroller === null) return false;
  const box = Element.prototype.getBoundingClientRect.call(scroller);
  const { direction } = getComputedStyle(scroller);
  // From right to left the area begins at the right edge, and `scrollLeft` is negative.
  const begin = direction === 'rtl' ? box.right - scroller.scrollLeft - scroller.scrollWidth : box.left - scroller.scrollLeft;
  const head = box.top - scroller.scrollTop;
  const isIn = right > begin && left < begin + scroller.scrollWidth && bottom > head && top < head + scroller.scrollHeight;
  return isIn && box.width >= SMALLEST && box.height >= SMALLEST && isWithinReach(box, scroller);
}

function hasPlace(range: Range): boolean {
  for (const rect of range.getClientRects())
    if (rect.width >= SMALLEST && rect.height >= SMALLEST && isWithinReach(rect, range.startContainer)) return true;
  return false;
}

/** Whether the text has a colour of its own. Images and gradients behind it are not looked at. */
function hasInk(element: Element): boolean {
  const { color, backgroundClip, fontSize } = getComputedStyle(element);
  if (Number.parseFloat(fontSize) < SMALLEST) return false;
  if (backgroundClip === 'text') return true;
  if (SEE_THROUGH.test(color)) return false;
  for (let up: Element | null = element; up !== null; up = parentElementOf(up)) {
    const { backgroundColor, backgroundImage } = getComputedStyle(up);
    if (backgroundImage !== 'none') return true;
    if (!SEE_THROUGH.test(backgroundColor)) return backgroundColor !== color;
  }
  return true;
}

/** Whether the passage can be seen, all of it: text at zero size, off the page or in its background's colour is bait. */
export function isShown({ stretches, parents }: Passage): boolean {
  return stretches.some(({ range }) => hasPlace(range)) && [...parents].every(hasInk);
}
