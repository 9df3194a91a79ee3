// Calm mode: instead of underlined passages a small mark in the margin beside each. The marks stand in a closed shadow root
// on one element that takes no room; they move with the page, and are measured again when the page moves within itself.
import { own } from '../page/document.ts';
import { here } from '../page/dom.ts';
import { newGrounds } from '../page/ground.ts';
import { HOST, SHADOW } from './host.ts';
import type { Shown } from './view-parts.ts';

/** Marks nearer to each other than this (pixels) become one. */
const NEAR = 20;
/** Between the text and its mark; the mark's own width is in the style below. */
const GAP = 14;
const CSS = `:host{all:initial!important;position:absolute!important;top:0!important;left:0!important;width:0!important;
height:0!important;display:block!important;z-index:2147483646!important}
@media print{:host{display:none!important}}
button{position:absolute;width:24px;min-height:24px;margin:0;padding:0;border:0;background:none;cursor:pointer;color:#0b6b72}
button::before{content:"";position:absolute;inset:2px 10px;border-left:4px solid}
.rebutted{color:#a53f0d}
.contested{color:#67399c}
.unsupported{color:#585f69}
.on-d{color:#5fc9c4}
.on-d.rebutted{color:#ff9c69}
.on-d.contested{color:#c6a5f7}
.on-d.unsupported{color:#a7afba}
button.on-b{color:#000}
button.on-w{color:#fff}
.rebutted::before{border-left-style:dashed}
.contested::before{border-left-style:double}
.unsupported::before{border-left-style:dotted}
.denies::after,.questions::after{content:"";position:absolute;inset:2px 6px auto;border-top:2px solid}
.questions::after{border-top-style:dotted}
@media (forced-colors:active){button{color:LinkText!important}}`;

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
    const groundAt = newGrounds();
    root.replaceChildren(style, ...marks.map((mark) => markOf({ ...mark, groundAt })));
  };
  const markOf = ({
    left,
    top,
    height,
    passages,
    groundAt,
  }: {
    left: number;
    top: number;
    height: number;
    passages: Shown[];
    groundAt: ReturnType<typeof newGrounds>;
  }): HTMLElement => {
    const mark = own.create('button');
    const [first] = passages;
    const ground = first === undefined ? '' : groundAt(first.block.element);
    mark.className = `${first?.found.standing ?? 'unsupported'} ${first?.found.relation} on-${ground}`;
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
