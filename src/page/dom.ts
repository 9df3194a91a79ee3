// Reading a tree that may be hostile: accessors taken from the prototypes, because <input name="firstChild"> in a form (or
// <img name="body"> in a document) replaces the property of that name, in a content script's world too.

/** Kinds of node, by the numbers that `nodeType` tells them by: names would have to be asked of a window. */
export const ELEMENT = 1;
export const TEXT = 3;
export const COMMENT = 8;
export const DOCUMENT = 9;
/** A shadow root, too, is one. */
export const FRAGMENT = 11;
/** Of what `compareDocumentPosition` tells: the other comes after, or inside. */
export const FOLLOWING = 4;

/** The constructors of one window; `globalThis` in a content script, `dom.window` under jsdom. */
export interface View {
  readonly Node: { readonly prototype: Node };
  readonly Element: { readonly prototype: Element };
  readonly HTMLSlotElement: { readonly prototype: HTMLSlotElement };
}

export interface Dom {
  readonly nodeType: (node: Node) => number;
  readonly firstChild: (node: Node) => Node | null;
  readonly nextSibling: (node: Node) => Node | null;
  readonly parentNode: (node: Node) => Node | null;
  readonly localName: (element: Element) => string;
  readonly namespace: (element: Element) => string | null;
  readonly attribute: (element: Element, name: string) => string | null;
  readonly shadowRoot: (element: Element) => ShadowRoot | null;
  readonly textContent: (node: Node) => string;
  readonly assigned: (slot: Element) => readonly Node[];
  readonly rootOf: (node: Node) => Node;
  readonly contains: (node: Node, other: Node) => boolean;
  /** Whether `node` comes after `other` (or inside it). */
  readonly follows: (node: Node, other: Node) => boolean;
  readonly isConnected: (node: Node) => boolean;
  readonly closest: (element: Element, selector: string) => Element | null;
}

function getter<T>(prototype: object, name: string): (target: object) => T {
  const get = Object.getOwnPropertyDescriptor(prototype, name)?.get;
  if (get === undefined) throw new TypeError(`expected a DOM with an accessor "${name}", got none`);
  return (target) => get.call(target) as T;
}

/** Accessors that a page's named elements cannot replace. */
export function domOf(view: View): Dom {
  const node = view.Node.prototype;
  const element = view.Element.prototype;
  const { getRootNode, contains, compareDocumentPosition } = node;
  const { getAttribute, closest } = element;
  const { assignedNodes } = view.HTMLSlotElement.prototype;
  return {
    nodeType: getter(node, 'nodeType'),
    firstChild: getter(node, 'firstChild'),
    nextSibling: getter(node, 'nextSibling'),
    parentNode: getter(node, 'parentNode'),
    localName: getter(element, 'localName'),
    namespace: getter(element, 'namespaceURI'),
    attribute: (target, name) => getAttribute.call(target, name),
    shadowRoot: getter(element, 'shadowRoot'),
    textContent: getter(node, 'textContent'),
    assigned: (slot) => assignedNodes.call(slot as HTMLSlotElement),
    rootOf: (target) => getRootNode.call(target),
    contains: (target, other) => contains.call(target, other),
    follows: (target, other) => (compareDocumentPosition.call(other, target) & FOLLOWING) !== 0,
    isConnected: getter(node, 'isConnected'),
    closest: (target, selector) => closest.call(target, selector),
  };
}

/** The window whose DOM `root` belongs to; in a content script the global one, whatever the page named "defaultView". */
export function viewOf(root: Node): View {
  if (typeof Node === 'function' && root instanceof Node) return globalThis;
  const owner = root.nodeType === DOCUMENT ? (root as Document) : root.ownerDocument;
  const view = owner?.defaultView;
  if (!view) throw new TypeError('expected a document with a window, got one without');
  return view;
}

let cached: Dom | null = null;

/** The accessors of the global window: for whatever runs in a page only. */
export function here(): Dom {
  cached ??= domOf(globalThis);
  return cached;
}

/** The parent element, out of a shadow root too. */
export function parentElementOf(node: Node, dom = here()): Element | null {
  const parent = dom.parentNode(node);
  if (parent === null) return null;
  const type = dom.nodeType(parent);
  if (type === FRAGMENT) return (parent as ShadowRoot).host ?? null;
  return type === ELEMENT ? (parent as Element) : null;
}
