// The readable text of a page as blocks: one block is the run of inline text between two block-level boundaries, in the
// normal form of whitespace.ts, with the text nodes it came from. What is rendered is decided by the injected function.
import type { Block } from '../match/types.ts';
import { DOCUMENT, type Dom, domOf, ELEMENT, FRAGMENT, TEXT, type View, viewOf } from './dom.ts';
import { BLOCKS, type Rendered } from './rendered.ts';
import { collapse } from './whitespace.ts';

/** The part of one text node that stands in a block. */
export interface Segment {
  readonly node: Text;
  /** Raw offsets in the node's data. */
  readonly from: number;
  readonly to: number;
  /** Offsets in the block's text. */
  readonly start: number;
  readonly end: number;
  /** A space went before, so that a leading one collapsed into it. */
  readonly spaced: boolean;
  /** Something unread (or a line break, or another tree) lies between the segment before and this one. */
  readonly gap: boolean;
}

export interface PageBlock extends Block {
  /** The nearest element that holds all of the block. */
  readonly element: Element;
  readonly segments: readonly Segment[];
}

export interface ReadOptions {
  /** Block-level elements to leave out with all they hold (a first pass leaves out what is out of view). */
  readonly skip?: ((element: Element) => boolean) | undefined;
  readonly view?: View | undefined;
  /** Told of every open shadow root on the way: whoever watches the page must watch it too. */
  readonly onShadow?: ((root: ShadowRoot) => void) | undefined;
}

/** A longer run is cut after a sentence, so that a page that is one text node of 5 MB can be read in slices. */
const LONGEST = 20_000;
/** The cut looks back this far for the end of a sentence, else for a space. */
const CUT_WINDOW = 600;
/** Nodes between two chances to pause: about half a millisecond with styles computed. */
const TICK = 100;
const BLANK_LINE = /\n[ \t]*\r?\n/g;
const LETTER = /\p{L}/u;

interface Run {
  text: string;
  segments: Segment[];
  gap: boolean;
  breaks: number;
  element: Element;
  heading: boolean;
}

interface Level {
  readonly node: Node;
  readonly list: readonly Node[] | null;
  index: number;
  readonly hidden: boolean;
  readonly pre: boolean;
  readonly heading: boolean;
  readonly block: Element;
  readonly close: 'block' | 'out' | null;
}

function open(element: Element, heading: boolean): Run {
  return { text: '', segments: [], gap: false, breaks: 0, element, heading };
}

/** Hands the run over as a block (null when it holds no word) and begins the next in its place. */
function flush(run: Run): PageBlock | null {
  const { element, segments, heading } = run;
  const text = run.text.trimEnd();
  run.text = '';
  run.segments = [];
  run.gap = false;
  run.breaks = 0;
  if (!LETTER.test(text)) return null;
  return { text, role: heading ? 'heading' : 'text', element, segments };
}

function lineBreak(run: Run): void {
  if (run.text !== '' && !run.text.endsWith(' ')) run.text += ' ';
  run.gap = true;
  run.breaks++;
}

function append(run: Run, node: Text, data: string, from: number, to: number): void {
  const spaced = run.text === '' || run.text.endsWith(' ');
  const text = collapse(data.slice(from, to), spaced);
  if (text === '') return;
  const start = run.text.length;
  run.text += text;
  run.segments.push({ node, from, to, start, end: run.text.length, spaced, gap: run.gap });
  run.gap = false;
  run.breaks = 0;
}

/** Where to cut a text that is too long: after a sentence, else at a space, never within a surrogate pair. */
function cutAt(data: string, from: number): number {
  const limit = from + LONGEST;
  if (limit >= data.length) return data.length;
  const tail = data.slice(limit - CUT_WINDOW, limit);
  const sentence = Math.max(tail.lastIndexOf('. '), tail.lastIndexOf('! '), tail.lastIndexOf('? '), tail.lastIndexOf('\n'));
  if (sentence >= 0) return limit - CUT_WINDOW + sentence + 1;
  const space = tail.lastIndexOf(' ');
  if (space >= 0) return limit - CUT_WINDOW + space;
  const code = data.charCodeAt(limit - 1);
  return code >= 0xd800 && code < 0xdc00 ? limit - 1 : limit;
}

function* readText(run: Run, node: Text, pre: boolean): Generator<PageBlock | null> {
  const { data } = node;
  let from = 0;
  if (pre) {
    for (const blank of data.matchAll(BLANK_LINE)) {
      append(run, node, data, from, blank.index);
      from = blank.index;
      yield flush(run);
    }
  }
  while (from < data.length) {
    const whole = run.text.length + data.length - from <= LONGEST;
    const to = whole ? data.length : cutAt(data, from);
    append(run, node, data, from, to);
    from = to;
    if (!whole) yield flush(run);
  }
}

function isHeading(dom: Dom, element: Element): boolean {
  return /^h[1-6]$/.test(dom.localName(element)) || dom.attribute(element, 'role') === 'heading';
}

/** First child as rendered: of the open shadow root, of what is slotted, else of the element itself. */
function enter(
  dom: Dom,
  element: Element,
  onShadow: ReadOptions['onShadow'],
): { first: Node | null; list: readonly Node[] | null } {
  const shadow = dom.shadowRoot(element);
  if (shadow !== null) {
    onShadow?.(shadow);
    return { first: dom.firstChild(shadow), list: null };
  }
  if (dom.localName(element) === 'slot') {
    const list = dom.assigned(element);
    if (list.length > 0) return { first: list[0] ?? null, list };
  }
  return { first: dom.firstChild(element), list: null };
}

/**
 * Walks `root` and yields its blocks in document order, and `null` wherever the caller may pause. The tree may change
 * during a pause: the walk stays safe, and whoever watches the page reads the changed part again.
 */
export function* walkBlocks(
  root: Document | ShadowRoot | Element,
  rendered: Rendered,
  options: ReadOptions = {},
): Generator<PageBlock | null> {
  const dom = domOf(options.view ?? viewOf(root));
  const top =
    root.nodeType === DOCUMENT
      ? (root as Document).documentElement
      : root.nodeType === FRAGMENT
        ? (root as ShadowRoot).host
        : (root as Element);
  let run = open(top, root.nodeType === ELEMENT && isHeading(dom, top));
  const runs = [run];
  const levels: Level[] = [];
  const hidden = root.nodeType === ELEMENT && rendered(top) === 'hidden';
  let level: Level = { node: root, list: null, index: 0, hidden, pre: false, heading: run.heading, block: top, close: 'block' };
  let node: Node | null = root.nodeType === ELEMENT ? enter(dom, top, options.onShadow).first : dom.firstChild(root);
  for (let seen = 1; ; seen++) {
    if (seen % TICK === 0) yield null;
    if (node === null) {
      if (level.close !== null) yield flush(run);
      if (level.close === 'out') runs.pop();
      const parent = levels.pop();
      if (parent === undefined) return;
      node = parent.list ? (parent.list[++parent.index] ?? null) : dom.nextSibling(level.node);
      level = parent;
      run = runs.at(-1) ?? run;
      run.element = level.block;
      run.heading = level.heading;
      continue;
    }
    let inside: Node | null | undefined;
    const type = dom.nodeType(node);
    if (type === TEXT) {
      if (!level.hidden) yield* readText(run, node as Text, level.pre);
      else run.gap = true;
    } else if (type === ELEMENT) {
      const element = node as Element;
      const name = dom.localName(element);
      // What is a block by name is asked for its place first: styles cost five times as much.
      const skipped = BLOCKS.has(name) && options.skip?.(element);
      const rendering = name === 'br' ? 'inline' : skipped ? 'none' : rendered(element);
      const boundary = rendering === 'block' || rendering === 'out';
      if (name === 'br') {
        lineBreak(run);
        if (run.breaks > 1) yield flush(run);
      } else if (rendering === 'none' || (boundary && !BLOCKS.has(name) && options.skip?.(element))) {
        run.gap = true;
        if (boundary || skipped) yield flush(run);
      } else {
        const heading = level.heading || isHeading(dom, element);
        const block = boundary ? element : level.block;
        if (rendering === 'block') yield flush(run);
        if (rendering === 'out') {
          run.gap = true;
          run = open(element, heading);
          runs.push(run);
        }
        run.element = block;
        run.heading = heading;
        levels.push(level);
        // Text directly in a closed <details>; its elements are told by `rendered`.
        const folded = name === 'details' && dom.attribute(element, 'open') === null;
        const { first, list } = enter(dom, element, options.onShadow);
        level = {
          node,
          list,
          index: 0,
          hidden: rendering === 'hidden' || folded,
          pre: level.pre || name === 'pre',
          heading,
          block,
          close: boundary ? rendering : null,
        };
        inside = first;
      }
    }
    node = inside !== undefined ? inside : level.list ? (level.list[++level.index] ?? null) : dom.nextSibling(node);
  }
}

/** All blocks of `root` at once, in document order. */
export function readBlocks(root: Document | ShadowRoot | Element, rendered: Rendered, options: ReadOptions = {}): PageBlock[] {
  const blocks: PageBlock[] = [];
  for (const block of walkBlocks(root, rendered, options)) if (block !== null) blocks.push(block);
  return blocks;
}
