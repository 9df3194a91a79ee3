// Reading a tree that may be hostile: accessors taken from the prototypes, because <input name="firstChild"> in a form (or
// <img name="body"> in a document) replaces the property of that name, in a content script's world too (RELIABILITY.md §1).

/** The constructors of one window; `globalThis` in a content script, `dom.window` under jsdom. */
export interface View {
  readonly Node: { readonly prototype: Node };
  readonly Element: { readonly prototype: Element };
  readonly HTMLSlotElement: { readonly prototype: HTMLSlotElement };
}

export interface Dom {
  readonly firstChild: (node: Node) => Node | null;
  readonly nextSibling: (node: Node) => Node | null;
  readonly parentNode: (node: Node) => Node | null;
  readonly localName: (element: Element) => string;
  readonly namespace: (element: Element) => string | null;
  readonly attribute: (element: Element, name: string) => string | null;
  readonly shadowRoot: (element: Element) => ShadowRoot | null;
  readonly textContent: (node: Node) => string;
  readonly assigned: (slot: Element) => readonly Node[];
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
  const { getAttribute } = element;
  const { assignedNodes } = view.HTMLSlotElement.prototype;
  return {
    firstChild: getter(node, 'firstChild'),
    nextSibling: getter(node, 'nextSibling'),
    parentNode: getter(node, 'parentNode'),
    localName: getter(element, 'localName'),
    namespace: getter(element, 'namespaceURI'),
    attribute: (target, name) => getAttribute.call(target, name),
    shadowRoot: getter(element, 'shadowRoot'),
    textContent: getter(node, 'textContent'),
    assigned: (slot) => assignedNodes.call(slot as HTMLSlotElement),
  };
}

/** The window whose DOM `root` belongs to; in a content script the global one, whatever the page named "defaultView". */
export function viewOf(root: Node): View {
  if (typeof Node === 'function' && root instanceof Node) return globalThis;
  const owner = root.nodeType === 9 ? (root as Document) : root.ownerDocument;
  const view = owner?.defaultView;
  if (!view) throw new TypeError('expected a document with a window, got one without');
  return view;
}

/** The composed parent: out of a slot to its shadow tree's host, and out of a shadow root. */
export function parentElementOf(node: Node): Element | null {
  const parent = node.parentNode;
  if (parent === null) return null;
  if (parent.nodeType === 11) return (parent as ShadowRoot).host ?? null;
  return parent.nodeType === 1 ? (parent as Element) : null;
}
