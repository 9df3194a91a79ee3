// The document in front of the reader, read through the prototype's accessors: <img name="body"> replaces `document.body`.
import { LONGEST_TAG, LONGEST_TITLE } from './longest.ts';

export interface Page {
  readonly root: Element;
  readonly title: string;
  /** BCP 47 as the page states it, or null. */
  readonly language: string | null;
}

/** A frame smaller than this (pixels) holds an advertisement or a button, no article. */
const SMALLEST_FRAME = { width: 250, height: 150 };

function get<T>(target: Document, name: keyof Document): T {
  return Object.getOwnPropertyDescriptor(Document.prototype, name)?.get?.call(target) as T;
}

/** What we use of `document`, whatever the page has named so. */
export const own = {
  create: (name: string): HTMLElement => Document.prototype.createElement.call(document, name),
  find: (selector: string): NodeListOf<Element> => Document.prototype.querySelectorAll.call(document, selector),
  root: (): Element => get(document, 'documentElement'),
  active: (): Element | null => get(document, 'activeElement'),
  isHidden: (): boolean => get(document, 'hidden'),
} as const;

/** The page, or null where there is nothing to read: XML, SVG, framesets, a document that is being edited. */
export function pageOf(target: Document): Page | null {
  if (get(target, 'contentType') !== 'text/html' || get(target, 'designMode') === 'on') return null;
  if (!(get(target, 'body') instanceof HTMLBodyElement)) return null;
  const root = get<Element | null>(target, 'documentElement');
  if (!(root instanceof HTMLHtmlElement)) return null;
  const title = get<string>(target, 'title').slice(0, LONGEST_TITLE);
  return { root, title, language: root.getAttribute('lang')?.slice(0, LONGEST_TAG) || null };
}

/** The top document, or a frame of the same origin that is large enough to read in. */
export function isReadableFrame(view: Window): boolean {
  if (view.top === view) return true;
  try {
    if (view.top?.location.origin !== view.location.origin && view.location.protocol !== 'about:') return false;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
  return view.innerWidth >= SMALLEST_FRAME.width && view.innerHeight >= SMALLEST_FRAME.height;
}

/** Resolves when the document is shown and no longer only fetched ahead. */
export function whenShown(target: Document, signal: AbortSignal): Promise<void> {
  if (!get(target, 'prerendering' as keyof Document)) return Promise.resolve();
  return new Promise((resolve) =>
    EventTarget.prototype.addEventListener.call(target, 'prerenderingchange', () => resolve(), { once: true, signal }),
  );
}
