// Reads the page, asks what it claims, and keeps the passages: visible text first, then the rest, then whatever changes.
// Whom it asks and who paints is given from outside.
import { type PageBlock, walkBlocks } from './blocks.ts';
import { Coverage, type Limit } from './coverage.ts';
import type { Page } from './document.ts';
import { here } from './dom.ts';
import { KnownBlocks } from './known.ts';
import { MOST_PASSAGES } from './paint.ts';
import { type Finding, inReadingOrder, isSame, type Passage, passageOf, stands } from './passage.ts';
import { frame, inSlices } from './pause.ts';
import { type Ask, BATCH, batches, FIRST_BATCH, plain } from './question.ts';
import { isWithinRendered, type Rendered } from './rendered.ts';
import { toggled } from './toggled.ts';
import { Turnover } from './turnover.ts';
import { Unshown } from './unshown.ts';
import { isLarge, isShown, outOfView } from './view.ts';

export type { Limit };

export interface Scanned<F extends Finding> {
  /** In reading order. */
  readonly passages: readonly Passage<F>[];
  /** Claims checked against; null where no text was checked (yet). */
  readonly checked: number | null;
  /** Which limit bit, if any. */
  readonly limit: Limit | null;
  /** Whether everything that was asked about so far has an answer. */
  readonly isAnswered: boolean;
}

/** Text beyond this is not read: a book of 2,000 pages. */
const MOST_TEXT = 12_000_000;
/** A block is at most 20,000 characters: with so much read the next one was too much. */
const NEARLY_MOST_TEXT = MOST_TEXT - 20_000;
/** While batch follows on batch, what is out of view is shown at most so often: each time the browser paints a frame anew. */
const SHOW_EVERY_MS = 500;
interface Result {
  readonly fresh: readonly PageBlock[];
  readonly gone: ReadonlySet<PageBlock>;
}

export class Scanner<F extends Finding> {
  readonly #rendered: Rendered;
  readonly #ask: Ask<F>;
  readonly #signal: AbortSignal;
  readonly #onShadow: (root: ShadowRoot) => void;
  readonly #changed: (scanned: Scanned<F>) => void;
  readonly #known = new KnownBlocks();
  #passages: Passage<F>[] = [];
  #coverage = new Coverage();
  readonly #turnover = new Turnover();
  #last: Promise<void> = Promise.resolve();
  #next = 0;
  #shownAt = Number.NEGATIVE_INFINITY;
  /** Passages of these are kept until the answer for their successors is in, so that nothing flickers. */
  #stale = new Set<PageBlock>();
  readonly #unshown = new Unshown<F>();

  constructor(parts: {
    readonly rendered: Rendered;
    readonly ask: Ask<F>;
    readonly signal: AbortSignal;
    readonly onShadow: (root: ShadowRoot) => void;
    /** Called whenever passages came or went. */
    readonly changed: (scanned: Scanned<F>) => void;
  }) {
    this.#rendered = parts.rendered;
    this.#ask = parts.ask;
    this.#signal = parts.signal;
    this.#onShadow = parts.onShadow;
    this.#changed = parts.changed;
  }

  get state(): Scanned<F> {
    const { checked, limit, isAnswered } = this.#coverage;
    return { passages: this.#passages, checked, limit, isAnswered };
  }

  /** Reads the whole page, once: what changes afterwards is for scanChanged. */
  scanAll(page: Page): Promise<void> {
    return this.#inTurn(() => this.#all(page));
  }

  async #all(page: Page): Promise<void> {
    this.#turnover.begin(page);
    if (isLarge(page.root)) {
      const seen = await this.#read(page.root, outOfView());
      const { fresh } = this.#known.replace(null, seen);
      await this.#askFor(page, fresh, FIRST_BATCH);
      await frame();
    }
    if (this.#signal.aborted) return;
    const blocks = await this.#read(page.root);
    if (this.#signal.aborted) return;
    await this.#take(page, [this.#known.replace(null, blocks)]);
  }

  /** Reads these parts of the page again and asks for what changed in them. */
  scanChanged(page: Page, roots: readonly Element[]): Promise<void> {
    return this.#inTurn(() => this.#parts(page, roots));
  }

  async #parts(page: Page, roots: readonly Element[]): Promise<void> {
    const before = this.#known.list.length;
    let results: Result[] = [{ fresh: [], gone: this.#known.sweep() }];
    for (const root of roots) {
      const blocks = isWithinRendered(root, this.#rendered) ? await this.#read(root) : [];
      if (this.#signal.aborted) return;
      if (here().isConnected(root)) results.push(this.#known.replace(root === page.root ? null : root, blocks));
    }
    const gone = results.flatMap((result) => [...result.gone]);
    if (this.#turnover.isOther(page, gone.length, before)) {
      // What is left of the old page is judged with the new one, and nothing that was said of the old one holds.
      const blocks = await this.#read(page.root);
      if (this.#signal.aborted) return;
      results = [
        { fresh: [], gone: new Set([...gone, ...this.#known.replace(null, []).gone]) },
        this.#known.replace(null, blocks),
      ];
      this.#coverage = new Coverage();
    }
    await this.#take(page, results);
  }

  /** Asks once more about what had no answer. */
  askAgain(page: Page): Promise<void> {
    return this.#inTurn(() => this.#again(page));
  }

  /** The blocks to read again after these elements (of the document's own tree) changed in class or style. */
  toggled(styled: Iterable<Element>): Set<Element> {
    return toggled(styled, this.#rendered, this.#known);
  }

  /** Forgets passages (the reader hid them). */
  drop(unwanted: (passage: Passage<F>) => boolean): void {
    this.#unshown.keep((passage) => !unwanted(passage));
    this.#keep((passage) => !unwanted(passage));
  }

  /** Takes up passages that could not be seen when they were found and can be now; tells whether any were. Asks nothing. */
  lookAgain(): boolean {
    const shown = this.#unshown.take().slice(0, MOST_PASSAGES - this.#passages.length);
    if (shown.length > 0) this.#set([...this.#passages, ...shown].sort(inReadingOrder));
    return shown.length > 0;
  }

  /** One scan after the other, whether or not the one before went well. */
  #inTurn(scan: () => Promise<void>): Promise<void> {
    this.#last = this.#last.then(scan, scan);
    return this.#last;
  }

  async #read(root: Element, skip?: (element: Element) => boolean): Promise<PageBlock[]> {
    const blocks: PageBlock[] = [];
    let length = 0;
    const walk = walkBlocks(root, this.#rendered, { skip, onShadow: this.#onShadow });
    await inSlices(walk, this.#signal, (block) => {
      length += block.text.length;
      if (length <= MOST_TEXT) blocks.push(block);
    });
    return blocks;
  }

  async #take(page: Page, results: readonly Result[]): Promise<void> {
    this.#coverage.hasMostText = this.#known.length > NEARLY_MOST_TEXT;
    const fresh = results.flatMap((result) => result.fresh);
    for (const { gone } of results) {
      this.#unshown.forget(gone);
      this.#coverage.forget(gone);
      for (const block of gone) this.#stale.add(block);
    }
    this.#set(this.#passages.flatMap((passage) => this.#standing(passage) ?? []).sort(inReadingOrder));
    await this.#askFor(page, fresh, BATCH);
    if (this.#signal.aborted) return;
    const { size } = this.#stale;
    if (size > 0) this.#keep((passage) => !this.#stale.has(passage.block));
    this.#stale = new Set();
    this.lookAgain();
    this.#show();
  }

  async #again(page: Page): Promise<void> {
    const due = this.#known.list.filter((block) => this.#coverage.isDue(block));
    await this.#askFor(page, due, BATCH);
    if (!this.#signal.aborted) this.#show();
  }

  async #askFor(page: Page, fresh: readonly PageBlock[], most: number): Promise<void> {
    const questions = this.#known.runs(fresh).flatMap((run) => [...batches(run, most)]);
    for (const blocks of questions) {
      if (this.#passages.length >= MOST_PASSAGES) this.#coverage.hasMostPassages = true;
      if (this.#signal.aborted || this.#coverage.hasMostPassages) return;
      const { earlier, later } = this.#known.around(blocks);
      const answer = await this.#ask({
        blocks: blocks.map(plain),
        earlier: earlier.map(plain),
        later: later.map(plain),
        title: page.title,
        language: page.language,
      });
      if (this.#signal.aborted) return;
      this.#coverage.note(blocks, answer);
      if (answer !== null) this.#add(answer.found, blocks, most);
    }
  }

  #add(found: readonly F[], blocks: readonly PageBlock[], most: number): void {
    const passages = [...this.#passages];
    for (const finding of found) {
      const block = blocks[finding.block];
      if (block === undefined) continue;
      const passage = passageOf(++this.#next, finding, block);
      if (passage === null) continue;
      if (!isShown(passage)) {
        this.#unshown.add(passage);
        continue;
      }
      const before = passages.findIndex((old) => this.#stale.has(old.block) && isSame(old, passage));
      if (before >= 0) passages.splice(before, 1, { ...passage, id: passages[before]?.id ?? passage.id });
      else passages.push(passage);
    }
    if (passages.length > MOST_PASSAGES) this.#coverage.hasMostPassages = true;
    if (found.length === 0) return;
    this.#passages = passages.slice(0, MOST_PASSAGES).sort(inReadingOrder);
    if (most === FIRST_BATCH || performance.now() - this.#shownAt >= SHOW_EVERY_MS) this.#show();
  }

  #show(): void {
    this.#shownAt = performance.now();
    this.#changed(this.state);
  }

  /** The passage with ranges that hold its text: those of nodes that were moved have collapsed. Null when it is gone. */
  #standing(passage: Passage<F>): Passage<F> | null {
    if (stands(passage)) return passage;
    return this.#stale.has(passage.block) ? null : passageOf(passage.id, passage.found, passage.block);
  }

  #keep(wanted: (passage: Passage<F>) => boolean): void {
    this.#set(this.#passages.filter(wanted));
  }

  #set(passages: Passage<F>[]): void {
    if (passages.length === this.#passages.length && passages.every((passage, at) => passage === this.#passages[at])) return;
    this.#passages = passages;
    if (passages.length < MOST_PASSAGES) this.#coverage.hasMostPassages = false;
    this.#show();
  }
}
