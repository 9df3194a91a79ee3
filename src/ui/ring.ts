// The ring around the passage that the keyboard has reached, or whose card is open. A highlight cannot have an outline, so it
// is drawn in our own layer above the page, line by line.
import { own } from '../page/document.ts';
import { follow } from './place.ts';

/** Between text and ring, in pixels. */
const GAP = 2;

interface Line {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Pieces of one line of text (words in italics, links) as one; two stretches far apart on it become one as well. */
export function linesOf(rects: Iterable<Readonly<Line>>): readonly Readonly<Line>[] {
  const lines: Line[] = [];
  for (const { left, top, right, bottom } of rects) {
    const middle = (top + bottom) / 2;
    const line = lines.find((one) => one.top < middle && middle < one.bottom);
    if (line === undefined) lines.push({ left, top, right, bottom });
    else {
      line.left = Math.min(line.left, left);
      line.top = Math.min(line.top, top);
      line.right = Math.max(line.right, right);
      line.bottom = Math.max(line.bottom, bottom);
    }
  }
  return lines;
}

/** Draws until the returned function is called. */
export function ringAround(root: ShadowRoot, ranges: readonly Range[]): () => void {
  const ring = own.create('div');
  ring.className = 'ring';
  // Behind chip and card.
  root.prepend(ring);
  const stop = follow(() => {
    const lines = linesOf(ranges.flatMap((range) => [...range.getClientRects()]));
    ring.replaceChildren(
      ...lines.map(({ left, top, right, bottom }) => {
        const piece = own.create('i');
        piece.style.cssText = `left:${left - GAP}px;top:${top - GAP}px;width:${right - left + 2 * GAP}px;height:${bottom - top + 2 * GAP}px`;
        return piece;
      }),
    );
  });
  return () => {
    stop();
    ring.remove();
  };
}
