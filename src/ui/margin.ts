// Calm mode: instead of underlined passages a small mark in the margin beside each. The marks stand in a closed shadow root
// on one element that takes no room; they move with the page, and are measured again when the page moves within itself.
import { own } from '../page/document.ts';
import { here } from '../page/dom.ts';
import { HOST, SHADOW } from './host.ts';
import type { Shown } from './reader-view.tsx';

/** Marks nearer to each other than this (pixels) become one. */
const NEAR = 20;
/** Between the text and its mark; the mark's own width is in the style below. */
const GAP = 14;
const CSS = `:host{all:initial!important;position:absolute!important;top:0!important;left:0!important;width:0!important;
height:0!important;display:block!important;z-index:2147483646!important}
@media print{:host{display:none!important}}
button{position:absolute;width:24px;min-height:24px;margin:0;padding:0;border:0;background:none;cursor:pointer}
button::before{content:"";position:absolute;inset:2px 10px;border-left:4px solid oklch(.6 .09 200)}
.rebutted::before{border-left:4px dashed oklch(.6 .15 42)}
.contested::before{border-left:4px double oklch(.62 .15 300)}
.unsupported::before{border-left:4px dotted oklch(.6 .04 250)}
@media (forced-colors:active){button::before{border-left-color:LinkText!important}}`;

export interface MarginParts {
  readonly label: (passages: readonly Shown[]) => string;
  readonly over: (passages: readonly Shown[], rect: DOMRect | null) => void;
  readonly open: (passages: readonly Shown[]) => void;
}
export interface Margin {
  /** Marks exactly these passages. */
  show(passages: readonly Shown[]): void;
  isOurs(node: Node): boolean;
}

/** Marks until `signal` aborts. */
export function createMargin(parts: MarginParts, signal: AbortSignal): Margin {
  const element = own.create(HOST);
  const root = element.attachShadow({ mode: SHADOW });
  const style = own.create('style');
  style.textContent = CSS;
  let shown: readonly Shown[] = [];
  let frame = 0;

  const draw = (): void => {
    frame = 0;
    const zero = element.getBoundingClientRect();
    const marks: { left: number; top: number; height: number; passages: Shown[] }[] = [];
    for (const passage of shown) {
      const line = passage.stretches[0]?.range.getBoundingClientRect();
      if (line === undefined || line.height === 0) continue;
      const left = Math.max(0, passage.block.element.getBoundingClientRect().left - zero.left - GAP - 10);
      const top = line.top - zero.top;
      const near = marks.find((mark) => Math.abs(mark.top - top) < NEAR && Math.abs(mark.left - left) < NEAR);
      if (near) near.passages.push(passage);
      else marks.push({ left, top, height: line.height, passages: [passage] });
    }
    root.replaceChildren(style, ...marks.map(markOf));
  };
  const markOf = ({
    left,
    top,
    height,
    passages,
  }: {
    left: number;
    top: number;
    height: number;
    passages: Shown[];
  }): HTMLElement => {
    const mark = own.create('button');
    mark.className = passages[0]?.found.standing ?? 'unsupported';
    mark.tabIndex = -1;
    mark.ariaLabel = parts.label(passages);
    mark.style.cssText = `left:${Math.round(left)}px;top:${Math.round(top)}px;height:${Math.round(height)}px`;
    mark.addEventListener('click', (event) => event.isTrusted && parts.open(passages));
    mark.addEventListener('pointerenter', () => parts.over(passages, null));
    mark.addEventListener('pointerleave', () => parts.over([], null));
    return mark;
  };
  const again = (): void => {
    if (shown.length > 0) frame ||= requestAnimationFrame(draw);
  };
  const options = { capture: true, passive: true, signal } as const;
  addEventListener('scroll', again, options);
  addEventListener('resize', again, options);
  addEventListener('load', again, options);
  const growth = new ResizeObserver(again);
  signal.addEventListener('abort', () => {
    growth.disconnect();
    cancelAnimationFrame(frame);
    element.remove();
  });
  return {
    isOurs: (node) => here().contains(element, node),
    show(passages) {
      if (signal.aborted) return;
      shown = passages;
      if (passages.length === 0) {
        growth.disconnect();
        element.remove();
        return;
      }
      if (!element.isConnected) {
        own.root().append(element);
        growth.observe(own.root());
      }
      draw();
    },
  };
}
