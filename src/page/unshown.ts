// What was found where nobody can see it, such as the next slide of a carousel: kept, since its text is known and is not
// asked about again, until it comes into sight.
import type { PageBlock } from './blocks.ts';
import { type Finding, type Passage, passageOf, stands } from './passage.ts';
import { isShown } from './view.ts';

/** A page that hides more than this baits: looking at all of them again takes a layout and some styles each. */
const MOST_UNSHOWN = 200;

export class Unshown<F extends Finding> {
  #list: Passage<F>[] = [];

  add(passage: Passage<F>): void {
    if (this.#list.length < MOST_UNSHOWN) this.#list.push(passage);
  }

  keep(wanted: (passage: Passage<F>) => boolean): void {
    this.#list = this.#list.filter(wanted);
  }

  /** Forgets what was found in these. */
  forget(gone: ReadonlySet<PageBlock>): void {
    this.keep(({ block }) => !gone.has(block));
  }

  /** Hands over those that can be seen by now. */
  take(): Passage<F>[] {
    const shown: Passage<F>[] = [];
    this.#list = this.#list.flatMap((passage) => {
      // Ranges of nodes that were moved have collapsed.
      const now = stands(passage) ? passage : passageOf(passage.id, passage.found, passage.block);
      if (now === null) return [];
      if (!isShown(now)) return [now];
      shown.push(now);
      return [];
    });
    return shown;
  }
}
