// A passage on the page: what was found, where, and the stretches that are painted. Knows the shape of a finding only as far
// as painting and hit-testing need it.
import type { Standing } from '../claims/types.ts';
import type { Relation } from '../match/types.ts';
import type { PageBlock } from './blocks.ts';
import { FOLLOWING, FRAGMENT } from './dom.ts';
import { holds, type Stretch, stretchesOf } from './ranges.ts';

export interface Finding {
  readonly pack: string;
  readonly claim: string;
  readonly standing: Standing | null;
  readonly relation: Relation;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
}

export interface Passage<F extends Finding = Finding> {
  /** Grows by one with each passage of the page; the popup's and the panel's handle. */
  readonly id: number;
  readonly found: F;
  /** The passage as it was read. */
  readonly quote: string;
  readonly block: PageBlock;
  readonly stretches: readonly Stretch[];
  /** Elements whose own text the passage covers: hit-testing begins with these. */
  readonly parents: ReadonlySet<Element>;
}

/** The passage of a finding in `block`; null when the page has changed since it was read. */
export function passageOf<F extends Finding>(id: number, found: F, block: PageBlock): Passage<F> | null {
  const stretches = stretchesOf(block, found.start, found.end);
  if (stretches === null) return null;
  const parents = new Set<Element>();
  for (const { node, start, end } of block.segments) {
    if (start < found.end && end > found.start && node.parentElement) parents.add(node.parentElement);
    if (start < found.end && end > found.start && node.parentNode?.nodeType === FRAGMENT)
      parents.add((node.parentNode as ShadowRoot).host);
  }
  return { id, found, quote: block.text.slice(found.start, found.end), block, stretches, parents };
}

export function stands(passage: Passage): boolean {
  return passage.stretches.every(holds);
}

/** Reading order: by position in the document. */
export function inReadingOrder(a: Passage, b: Passage): number {
  const one = a.stretches[0]?.range.startContainer;
  const other = b.stretches[0]?.range.startContainer;
  if (one === undefined || other === undefined) return 0;
  if (one === other) return a.found.start - b.found.start;
  return one.compareDocumentPosition(other) & FOLLOWING ? -1 : 1;
}

/** The same claim at the same words: the passage keeps its id over a second reading. */
export function isSame(a: Passage, b: Passage): boolean {
  if (a.found.claim !== b.found.claim || a.found.pack !== b.found.pack || a.quote !== b.quote) return false;
  const one = a.stretches[0]?.range;
  const other = b.stretches[0]?.range;
  return one?.startContainer === other?.startContainer && one?.startOffset === other?.startOffset;
}

/** What has become of `passage` among those that the page has now: it, or the same claim in the same words. Undefined when it is
 * gone. A passage that was made for a selection is none of the page's and stays as long as its text does. */
export function successorOf<F extends Finding>(passage: Passage<F>, passages: readonly Passage<F>[]): Passage<F> | undefined {
  const { id, found, quote } = passage;
  if (id < 0) return passage.stretches.every(({ range }) => !range.collapsed) ? passage : undefined;
  return (
    passages.find((one) => one.id === id) ??
    passages.find((one) => one.found.claim === found.claim && one.found.pack === found.pack && one.quote === quote)
  );
}
