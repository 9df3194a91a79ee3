// Our one element in the page: a shadow root in the browser's top layer, there only while something of ours is shown, and the
// places in it.

import { own } from '../page/document.ts';
import { here } from '../page/dom.ts';
import type { Texts } from './texts.ts';

/** Neutral, and no name a page would use. */
export const HOST = 'sl-host';

declare const __OPEN_SHADOW__: boolean;
/** Open in unit tests, and in the test build (wxt.config.ts). */
export const SHADOW = __OPEN_SHADOW__ ? 'open' : 'closed';

/** The page's rules cannot reach in; what they could do to the element itself is undone here: everything is
 * initial but what is said. */
const GUARD = `:host{all:initial!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;
display:block!important;color-scheme:light dark!important;z-index:2147483647!important;pointer-events:none!important}
@media print{:host{display:none!important}}`;

/** A page's own shortcuts and focus traps have no business with what happens in a card. */
const KEPT = [
  'keydown',
  'keyup',
  'keypress',
  'click',
  'dblclick',
  'auxclick',
  'mousedown',
  'mouseup',
  'pointerdown',
  'pointerup',
  'focusin',
  'focusout',
  'contextmenu',
  'copy',
  'input',
  // A page that forbids selecting or dragging forbids it in its own text.
  'selectstart',
  'dragstart',
];
/** Pages that scroll by a library of theirs would scroll themselves instead of the card. Passive: the browser scrolls the card
 * without waiting for us. */
const SCROLLING = ['wheel', 'touchstart', 'touchmove', 'touchend', 'touchcancel'];

export interface Host {
  readonly element: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts the element into the page (inside a modal dialog when `near` is in one: the rest of the page is inert then). */
  readonly show: (near: Element | null) => void;
  readonly hide: () => void;
  readonly isShown: () => boolean;
}

/** Removes what an earlier, dead instance of this script left in the page. */
export function removeStaleHosts(): void {
  for (const stale of own.find(HOST)) stale.remove();
}

/** A host with `css` inside; it leaves the page when `signal` aborts. */
export function createHost(css: string, signal: AbortSignal): Host {
  const element = own.create(HOST);
  const root = element.attachShadow({ mode: SHADOW, delegatesFocus: false });
  const style = own.create('style');
  style.textContent = css + GUARD;
  root.append(style);
  // Only the reader's own hand: a page cannot click for the reader.
  root.addEventListener(
    'click',
    (event) => {
      if (event.isTrusted) return;
      event.stopImmediatePropagation();
      event.preventDefault();
    },
    { capture: true },
  );
  const keep = (event: Event): void => event.stopPropagation();
  for (const type of KEPT) element.addEventListener(type, keep);
  for (const type of SCROLLING) element.addEventListener(type, keep, { passive: true });
  element.popover = 'manual';
  const hide = (): void => element.remove();
  signal.addEventListener('abort', hide);
  return {
    element,
    root,
    hide,
    isShown: () => element.isConnected,
    show(near) {
      if (signal.aborted) return;
      const dialog = near === null ? null : here().closest(near, 'dialog');
      const parent = dialog?.matches(':modal') ? dialog : own.root();
      if (element.parentNode !== parent) parent.append(element);
      // Opened anew: last in the top layer is foremost.
      if (element.matches(':popover-open')) element.hidePopover();
      element.showPopover();
    },
  };
}

/** A hidden place for what stands beside a passage, in the language and direction of our texts. */
export function layer(root: ShadowRoot, name: string, texts: Texts): HTMLElement {
  const element = own.create('div');
  element.className = `layer float ${name}`;
  element.lang = texts.language;
  element.dir = texts.text('direction') === 'rtl' ? 'rtl' : 'ltr';
  element.hidden = true;
  root.append(element);
  return element;
}
