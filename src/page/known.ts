// The blocks of the page that have been read, in document order: tells what a second reading changed, and what came before a
// block (the engine takes names from there).
import type { PageBlock } from './blocks.ts';
import { here } from './dom.ts';

/** How many blocks before a batch go along for context: the engine looks two sentences back, paragraphs may be short. */
const EARLIER = 3;
/** A long text before helps no more than its end does. */
const EARLIER_CHARACTERS = 2000;

/** Characters that are enough to tell what a page is about: some 2,500 words. */
const CONTEXT = 15_000;
/** Blocks on either side. */
const MOST_AROUND = 2000;
/** Changes in more places at once are asked about together: each question brings its own context. */
const MOST_RUNS = 8;

/** The block with no more than its end or its beginning. */
function cut(block: PageBlock, from: number, to: number | undefined): PageBlock {
  return block.text.length > EARLIER_CHARACTERS ? { ...block, text: block.text.slice(from, to) } : block;
}

function nodeOf(block: PageBlock): Node {
  return block.segments[0]?.node ?? block.element;
}

/** The node itself, or the outermost host of the shadow trees it is in: positions compare within one tree only. */
export function lifted(node: Node): Node {
  for (let at = node; ; ) {
    const tree = here().rootOf(at);
    if (!(tree instanceof ShadowRoot)) return at;
    at = tree.host;
  }
}

function follows(node: Node, other: Node): boolean {
  return here().follows(lifted(node), other);
}

/** Whether both are the same text in the same nodes. */
export function same(a: PageBlock, b: PageBlock): boolean {
  return (
    a.text === b.text &&
    a.segments.length === b.segments.length &&
    a.segments.every((segment, at) => segment.node === b.segments[at]?.node && segment.from === b.segments[at]?.from)
  );
}

export class KnownBlocks {
  #list: PageBlock[] = [];

  get list(): readonly PageBlock[] {
    return this.#list;
  }

  /** Of all the text, in UTF-16 units. */
  get length(): number {
    return this.#list.reduce((sum, { text }) => sum + text.length, 0);
  }

  /**
   * Takes what was just read of `root` (null: of the whole page) in the place of what was known there. A root stands in
   * the document's own tree (see `lifted`).
   * Unchanged blocks keep their identity. Returns the new and changed ones, and those that are gone.
   */
  replace(root: Element | null, read: readonly PageBlock[]): { fresh: PageBlock[]; gone: Set<PageBlock> } {
    const [low, high] = root === null ? [0, this.#list.length] : this.#within(root);
    const old = new Map<Node, PageBlock[]>();
    const gone = new Set<PageBlock>();
    for (const block of this.#list.slice(low, high)) {
      gone.add(block);
      const at = old.get(nodeOf(block));
      if (at === undefined) old.set(nodeOf(block), [block]);
      else at.push(block);
    }
    const fresh: PageBlock[] = [];
    const now = read.map((block) => {
      const before = old.get(nodeOf(block))?.find((one) => gone.has(one) && same(one, block));
      if (before === undefined) {
        fresh.push(block);
        return block;
      }
      gone.delete(before);
      return before;
    });
    this.#list = [...this.#list.slice(0, low), ...now, ...this.#list.slice(high)];
    return { fresh, gone };
  }

  /** Forgets blocks whose text has left the page, and returns them. */
  sweep(): Set<PageBlock> {
    const gone = new Set<PageBlock>();
    for (const block of this.#list) if (!nodeOf(block).isConnected) gone.add(block);
    if (gone.size > 0) this.#list = this.#list.filter((block) => !gone.has(block));
    return gone;
  }

  /** Whether any block begins inside `root`. */
  has(root: Element): boolean {
    const [low, high] = this.#within(root);
    return high > low;
  }

  /** The blocks that begin inside `root`. */
  within(root: Element): readonly PageBlock[] {
    const [low, high] = this.#within(root);
    return this.#list.slice(low, high);
  }

  /** `blocks` parted where others stand between them, so that each part can be asked about with what comes before it. */
  runs(blocks: readonly PageBlock[]): PageBlock[][] {
    const places = new Map(this.#list.map((block, at) => [block, at]));
    const runs: PageBlock[][] = [];
    let expected = -1;
    for (const block of blocks) {
      const at = places.get(block) ?? -1;
      const run = runs.at(-1);
      if (run !== undefined && at === expected) run.push(block);
      else if (runs.push([block]) > MOST_RUNS) return [[...blocks]];
      expected = at + 1;
    }
    return runs;
  }

  /**
   * What goes along with a question, for context: the heading above it, and the last blocks before it. A question with little
   * text also gets what stands around it, first what follows: a sentence is judged with its page, and
   * a paragraph that is read again must make the claims that it made at first.
   */
  around(batch: readonly PageBlock[]): { readonly earlier: PageBlock[]; readonly later: PageBlock[] } {
    const [first] = batch;
    const at = first === undefined ? -1 : this.#list.indexOf(first);
    const earlier: PageBlock[] = [];
    const later: PageBlock[] = [];
    if (at < 0) return { earlier, later };
    const asked = new Set(batch);
    let room = CONTEXT - batch.reduce((sum, { text }) => sum + text.length, 0);
    for (const one of this.#list.slice(0, at).reverse()) {
      if (earlier.length >= MOST_AROUND || (earlier.length >= EARLIER && room <= CONTEXT / 2)) break;
      const block = cut(one, -EARLIER_CHARACTERS, undefined);
      earlier.unshift(block);
      room -= block.text.length;
    }
    const heading = this.#list.slice(0, at - earlier.length).findLast(({ role }) => role === 'heading');
    for (const one of this.#list.slice(at + 1)) {
      if (later.length >= MOST_AROUND || room <= 0) break;
      if (asked.has(one)) continue;
      const block = cut(one, 0, EARLIER_CHARACTERS);
      later.push(block);
      room -= block.text.length;
    }
    if (heading !== undefined) earlier.unshift(heading);
    return { earlier, later };
  }

  /** Positions of the blocks that begin inside `root`: [first, one past the last]. */
  #within(root: Element): [number, number] {
    const low = this.#search((node) => lifted(node) === root || follows(node, root));
    const high = this.#search((node) => follows(node, root) && !here().contains(root, lifted(node)));
    return [low, Math.max(low, high)];
  }

  #search(reached: (node: Node) => boolean): number {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const block = this.#list[middle];
      if (block !== undefined && reached(nodeOf(block))) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
