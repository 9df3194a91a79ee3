// What of a page a reader sees, element by element. The block reader takes one of these functions, so that the command line
// can read a page without a layout engine.
import { type Dom, domOf, ELEMENT, parentElementOf, type View } from './dom.ts';

/**
 * - `none`: neither the element nor anything in it is read
 * - `hidden`: its own text is not shown, but a descendant's may be (`visibility`, `font-size: 0`)
 * - `out`: out of the flow (float, absolute): read for itself, the text around it runs on
 */
export type Rendering = 'none' | 'hidden' | 'inline' | 'block' | 'out';
export type Rendered = (element: Element) => Rendering;

const HTML = 'http://www.w3.org/1999/xhtml';
/** Never read: not text, or text that is typed, or computer code; `button` because a click there is the page's own. */
const UNREAD = new Set(
  'script style noscript template textarea input select option optgroup datalist button code kbd samp iframe frame object embed audio video canvas rt rp meter progress head'.split(
    ' ',
  ),
);
/** Editors that draw their text themselves, beside a hidden textarea. */
const EDITORS = /(?:^|\s)(?:CodeMirror|cm-editor|monaco-editor|ace_editor|ProseMirror|ql-editor)(?:\s|$)/;
export const BLOCKS: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol optgroup p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
/** A footnote mark is not part of the sentence: "war[1] ended" must read as "war ended". */
const FOOTNOTE = /^\s*[[(]?(?:\d{1,3}|[a-z*†‡])[\])]?\s*$/i;
/** Shapes that leave nothing to see. */
const CLIPPED_AWAY = /^(?:inset\((?:[5-9]\d|100)%|circle\(0|polygon\(0)/;
/** Beyond this a text is moved out of sight on purpose (the usual values are 999 px and more). */
const OFFSCREEN = -900;

/** Whether markup alone forbids reading: no style is asked. */
function unread(dom: Dom, element: Element): boolean {
  if (dom.namespace(element) !== HTML) return true;
  const name = dom.localName(element);
  if (UNREAD.has(name)) return true;
  if (dom.attribute(element, 'hidden') !== null || dom.attribute(element, 'aria-hidden') === 'true') return true;
  const editable = dom.attribute(element, 'contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return true;
  const role = dom.attribute(element, 'role');
  if (role === 'textbox' || role === 'code') return true;
  if (name === 'sup') return FOOTNOTE.test(dom.textContent(element));
  const names = dom.attribute(element, 'class');
  return names !== null && EDITORS.test(names);
}

/** Whether a closed `<details>` hides this child of it. */
function folded(dom: Dom, element: Element): boolean {
  const parent = dom.parentNode(element);
  if (parent === null || dom.nodeType(parent) !== ELEMENT || dom.localName(parent as Element) !== 'details') return false;
  return dom.attribute(parent as Element, 'open') === null && dom.localName(element) !== 'summary';
}

function clipped(style: CSSStyleDeclaration): boolean {
  const clip = /^rect\((.*)\)$/.exec(style.clip)?.[1];
  if (clip?.split(/[\s,]+/).every((edge) => Math.abs(Number.parseFloat(edge)) <= 1)) return true;
  const small = Number.parseFloat(style.width) <= 1 || Number.parseFloat(style.height) <= 1;
  return small && style.overflow !== 'visible' && style.overflow !== '';
}

function byStyle(dom: Dom, element: Element, style: CSSStyleDeclaration): Rendering {
  const { display, clipPath } = style;
  if (display === 'none' || display.startsWith('ruby-text')) return 'none';
  if (clipPath !== '' && clipPath !== 'none' && CLIPPED_AWAY.test(clipPath)) return 'none';
  if (style.opacity === '0' || style.contentVisibility === 'hidden' || Number.parseFloat(style.textIndent) < OFFSCREEN)
    return 'none';
  if (style.position === 'absolute' || style.position === 'fixed') {
    if (clipped(style) || Number.parseFloat(style.left) < OFFSCREEN || Number.parseFloat(style.top) < OFFSCREEN) return 'none';
  } else if (style.overflow !== 'visible' && clipped(style)) return 'none';
  if (style.visibility === 'hidden' || style.visibility === 'collapse' || style.fontSize === '0px') return 'hidden';
  if (style.position === 'absolute' || style.position === 'fixed') return 'out';
  if (style.cssFloat !== 'none' && style.cssFloat !== '') {
    // A drop cap is the first letter of the word beside it.
    return dom.textContent(element).trim().length <= 2 ? 'inline' : 'out';
  }
  return display.startsWith('inline') || display === 'contents' || display.startsWith('ruby') ? 'inline' : 'block';
}

/** For browsers: computed style, and `checkVisibility` for what the ancestors hide (closed details, content-visibility). */
export function renderedInBrowser(view: View & Window): Rendered {
  const dom = domOf(view);
  const { checkVisibility } = view.Element.prototype;
  const { getComputedStyle } = view;
  return (element) => {
    if (unread(dom, element)) return 'none';
    const style = getComputedStyle.call(view, element);
    const rendering = byStyle(dom, element, style);
    if (rendering !== 'block' && rendering !== 'out') return rendering;
    return style.display === 'contents' || checkVisibility.call(element) ? rendering : 'none';
  };
}

/**
 * For a DOM with a style cascade and no layout (jsdom).
 * @param getComputedStyle that window's function, bound to it
 */
export function renderedByStyle(getComputedStyle: (element: Element) => CSSStyleDeclaration, view: View): Rendered {
  const dom = domOf(view);
  return (element) => {
    if (unread(dom, element) || folded(dom, element)) return 'none';
    const rendering = byStyle(dom, element, getComputedStyle(element));
    // jsdom's own stylesheet leaves some of the newer blocks inline.
    return rendering === 'inline' && BLOCKS.has(dom.localName(element)) && !styled(dom, element) ? 'block' : rendering;
  };
}

function styled(dom: Dom, element: Element): boolean {
  return /display\s*:/.test(dom.attribute(element, 'style') ?? '');
}

/** For a DOM with no style at all: tag names, `hidden`, and the plainest of inline styles. */
export function renderedByMarkup(view: View): Rendered {
  const dom = domOf(view);
  return (element) => {
    if (unread(dom, element) || folded(dom, element)) return 'none';
    const style = dom.attribute(element, 'style') ?? '';
    if (/display\s*:\s*none|opacity\s*:\s*0(?![.\d])/.test(style)) return 'none';
    if (/visibility\s*:\s*hidden/.test(style)) return 'hidden';
    return BLOCKS.has(dom.localName(element)) ? 'block' : 'inline';
  };
}

/** Whether neither the element nor what holds it is left unread: asked before a part of a page is read for itself. */
export function isWithinRendered(element: Element, rendered: Rendered): boolean {
  for (let up: Element | null = element; up !== null; up = parentElementOf(up)) if (rendered(up) === 'none') return false;
  return true;
}

/** The nearest element, itself included, that is a block. */
export function blockOf(element: Element, rendered: Rendered): Element {
  for (let up = element; ; ) {
    const parent = parentElementOf(up);
    if (parent === null || rendered(up) === 'block') return up;
    up = parent;
  }
}
