// Where the chip and the card stand: beside the line that was pointed at, never beyond the screen.
import { autoUpdate, computePosition, flip, offset, type Placement, shift, size } from '@floating-ui/dom';

const GAP = 6;
/** From the edges of the screen. */
const EDGE = 8;
/** A card lower than this scrolls in too small a window: it is then moved rather than shrunk. */
const LOWEST = 160;

export interface Line {
  /** The rectangle of the line now; null when the text is gone. */
  readonly rect: () => DOMRect | null;
  readonly context: Element;
}

/** The line of `ranges` that `rect` was on: found again by its position in the list after the page has moved. */
export function lineOf(ranges: readonly Range[], rect: DOMRect | null, context: Element): Line {
  const rects = (): DOMRect[] => ranges.flatMap((range) => [...range.getClientRects()]);
  const at =
    rect === null
      ? 0
      : Math.max(
          0,
          rects().findIndex((one) => one.left === rect.left && one.top === rect.top),
        );
  return {
    context,
    rect: () => {
      const now = rects();
      return now[Math.min(at, now.length - 1)] ?? null;
    },
  };
}

/** Keeps `element` beside the line until the returned function is called. */
export function placeBeside(element: HTMLElement, line: Line, placement: Placement): () => void {
  const reference = { getBoundingClientRect: () => line.rect() ?? new DOMRect(), contextElement: line.context };
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
            element.style.maxHeight = `${Math.max(LOWEST, Math.floor(availableHeight))}px`;
          },
        }),
      ],
    });
    element.style.left = `${Math.round(x)}px`;
    element.style.top = `${Math.round(y)}px`;
  };
  return autoUpdate(reference, element, () => void update());
}
