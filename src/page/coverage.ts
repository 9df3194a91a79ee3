// What of the known text has been checked, and why the rest was not: told of the blocks that are still on the page.
import type { PageBlock } from './blocks.ts';
import type { Answer } from './question.ts';

/** Why part of the page, or all of it, was not checked. */
export type Limit = 'passages' | 'text' | 'language' | 'answer';

export class Coverage {
  /** Claims checked against; null where no text was checked (yet). */
  checked: number | null = null;
  /** More passages than are painted: no more is asked. */
  hasMostPassages = false;
  /** More text than is read. */
  hasMostText = false;
  /** Asked about without an answer, until there is one. */
  readonly #unanswered = new Set<PageBlock>();
  readonly #foreign = new Set<PageBlock>();

  get isAnswered(): boolean {
    return this.#unanswered.size === 0;
  }

  get limit(): Limit | null {
    if (this.hasMostPassages) return 'passages';
    if (this.hasMostText) return 'text';
    if (this.#foreign.size > 0) return 'language';
    return this.isAnswered ? null : 'answer';
  }

  isDue(block: PageBlock): boolean {
    return this.#unanswered.has(block);
  }

  /** Takes note of the answer for `blocks`, null where there was none. */
  note(blocks: readonly PageBlock[], answer: Answer<unknown> | null): void {
    for (const block of blocks) {
      this.#unanswered.delete(block);
      this.#foreign.delete(block);
      if (answer === null) this.#unanswered.add(block);
      else if (answer.foreign) this.#foreign.add(block);
    }
    if (answer !== null && !answer.foreign) this.checked = answer.checked;
  }

  forget(gone: Iterable<PageBlock>): void {
    for (const block of gone) {
      this.#unanswered.delete(block);
      this.#foreign.delete(block);
    }
  }
}
