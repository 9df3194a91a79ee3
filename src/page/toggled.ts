// Which changes of class and style showed or hid text. Most do neither; an accordion, "Read more" and tabs change the class of
// what stands around the text, so that what is in it is compared with what is known of it.
import { walkBlocks } from './blocks.ts';
import { ELEMENT, here, parentElementOf } from './dom.ts';
import { type KnownBlocks, same } from './known.ts';
import { blockOf, isWithinRendered, type Rendered } from './rendered.ts';

/** An element with more in it than this is not read for comparison; only the upper levels of what is in it are looked at. */
const MOST_COMPARED = 300;
/** Of a long list only the first are: what is beside the list has its turn, too. */
const MOST_SIBLINGS = 100;
/** Elements looked at in one scan, at 5 µs each: pages that change styles all the time have many. */
const MOST_IN_A_SCAN = 1200;
/** The walk comes up for breath every 100 nodes; shadow trees are not in the count of elements. */
const MOST_BREATHS = 8;
const LETTER = /\p{L}/u;

type Known = Pick<KnownBlocks, 'has' | 'within'>;

/** Whether reading `block` now finds anything but what is known of it. */
function differs(block: Element, rendered: Rendered, known: Known): boolean {
  const before = known.within(block);
  if (!isWithinRendered(block, rendered)) return before.length > 0;
  let at = 0;
  let breaths = 0;
  for (const now of walkBlocks(block, rendered)) {
    if (now === null) {
      if (++breaths > MOST_BREATHS) return false;
      continue;
    }
    const old = before[at++];
    if (old === undefined || !same(old, now)) return true;
  }
  return at < before.length;
}

function hasText(element: Element, rendered: Rendered): boolean {
  if (!LETTER.test(here().textContent(element))) return false;
  for (const block of walkBlocks(element, rendered)) return block !== null;
  return false;
}

/** The parent of something in `top` that came or went, looked for from the top down among at most `most` elements. */
function placeOfChange(top: Element, rendered: Rendered, known: Known, most: number): Element | null {
  const dom = here();
  const within = [top];
  let left = most;
  for (const parent of within) {
    let siblings = MOST_SIBLINGS;
    for (let node = dom.firstChild(parent); node !== null && siblings > 0; node = dom.nextSibling(node)) {
      if (dom.nodeType(node) !== ELEMENT) continue;
      siblings--;
      if (--left < 0) return null;
      const child = node as Element;
      const rendering = rendered(child);
      const isKnown = known.has(child);
      if (rendering === 'none' ? isKnown : !isKnown && rendering !== 'inline' && hasText(child, rendered)) return parent;
      if (rendering !== 'none' && isKnown) within.push(child);
    }
  }
  return null;
}

/**
 * The blocks to read again after class or style of `styled` changed (elements of the document's own tree).
 * @param known what has been read so far
 */
export function toggled(styled: Iterable<Element>, rendered: Rendered, known: Known): Set<Element> {
  const blocks = new Set<Element>();
  const compared = new Set<Element>();
  let left = MOST_IN_A_SCAN;
  for (const element of styled) {
    if (known.has(element) === (rendered(element) === 'none') && LETTER.test(here().textContent(element))) {
      blocks.add(blockOf(parentElementOf(element) ?? element, rendered));
      continue;
    }
    const block = blockOf(element, rendered);
    if (left <= 0 || blocks.has(block) || compared.has(block)) continue;
    compared.add(block);
    const size = Element.prototype.getElementsByTagName.call(block, '*').length;
    left -= Math.min(size, MOST_COMPARED) + 1;
    if (size <= MOST_COMPARED) {
      if (differs(block, rendered, known)) blocks.add(block);
      continue;
    }
    const place = placeOfChange(element, rendered, known, MOST_COMPARED);
    if (place !== null) blocks.add(blockOf(place, rendered));
  }
  return blocks;
}
