// What the reader sees at the moment, and whether a passage can be seen at all.
import type { Passage } from './passage.ts';

/** Half a screen above and a screen below count as in view: the reader will scroll. */
const ABOVE = 0.5;
const BELOW = 1;
/** A rectangle smaller than this (pixels) shows no text. */
const SMALLEST = 2;

/** Says of a block-level element whether it lies out of view, by the size of the window now. */
export function outOfView(): (element: Element) => boolean {
  const { innerHeight } = globalThis;
  const { getBoundingClientRect } = Element.prototype;
  return (element) => {
    const { top, bottom, height } = getBoundingClientRect.call(element);
    // An empty box may still have children that stand outside it.
    return height > 0 && (bottom < -ABOVE * innerHeight || top > (1 + BELOW) * innerHeight);
  };
}

/** Whether the passage has a place on the page: text at zero size or beyond the page's edge is bait, not reading matter. */
export function isShown(passage: Passage): boolean {
  const { scrollX, scrollY } = globalThis;
  for (const { range } of passage.stretches) {
    for (const { width, height, right, bottom } of range.getClientRects()) {
      if (width >= SMALLEST && height >= SMALLEST && right + scrollX > 0 && bottom + scrollY > 0) return true;
    }
  }
  return false;
}
