// The pointer over passages: tells what it rests on, and which click asks for a card.
import { type Hit, hitAt, isActive, isPlainClick, targetOf } from './hit.ts';
import type { Passage } from './passage.ts';

export interface PointerParts<P extends Passage> {
  readonly passages: () => readonly P[];
  /** Over our own element the last answer holds: a reader may move onto the chip. */
  readonly isOurs: (event: Event) => boolean;
  readonly over: (hit: Hit<P> | null) => void;
  readonly click: (hit: Hit<P>) => void;
}

/** Listens until `signal` aborts. Looks at most once a frame, and never stands in the page's way. */
export function watchPointer<P extends Passage>({ passages, isOurs, over, click }: PointerParts<P>, signal: AbortSignal): void {
  let last: PointerEvent | null = null;
  let target: Element | null = null;
  let frame = 0;

  const look = (): void => {
    frame = 0;
    if (last === null || signal.aborted) return;
    over(target !== null && !isActive(target) ? hitAt(passages(), target, last.clientX, last.clientY) : null);
  };
  const move = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch' || isOurs(event) || passages().length === 0) return;
    last = event;
    // The path is empty once the event is over.
    target = event.buttons === 0 ? targetOf(event) : null;
    frame ||= requestAnimationFrame(look);
  };
  const leave = (event: PointerEvent): void => {
    if (event.relatedTarget === null) over(null);
  };
  const press = (event: MouseEvent): void => {
    const under = targetOf(event);
    if (!event.isTrusted || event.detail > 1 || isOurs(event) || under === null || isActive(under)) return;
    const hit = hitAt(passages(), under, event.clientX, event.clientY);
    if (hit === null) return;
    // After the page's own handlers: a click that the page used is the page's.
    setTimeout(() => {
      if (!signal.aborted && isPlainClick(event, getSelection())) click(hit);
    });
  };
  const options = { capture: true, passive: true, signal } as const;
  addEventListener('pointermove', move, options);
  addEventListener('pointerout', leave, options);
  addEventListener('click', press, options);
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));
}
