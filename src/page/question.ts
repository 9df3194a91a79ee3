// What the page's text is asked in: questions small enough to be answered at once, and to be let through by the background.
import type { Block } from '../match/types.ts';
import type { PageBlock } from './blocks.ts';

export interface Question {
  readonly blocks: readonly Block[];
  readonly earlier: readonly Block[];
  readonly later: readonly Block[];
  readonly title: string;
  readonly language: string | null;
}

/** Null when no answer is to be had. */
export type Ask<F> = (question: Question) => Promise<Answer<F> | null>;
export interface Answer<F> {
  readonly found: readonly F[];
  readonly checked: number;
  /** In a language that is not read: it was not checked. */
  readonly foreign: boolean;
}

/** Characters in one question: some 10,000 words, answered in a few milliseconds, far below the message limit of 64 MiB. */
export const BATCH = 60_000;
/** Blocks in one question: a table of 20,000 cells with a letter each is few characters, and refused. */
const MOST_BLOCKS = 5000;
/** What is in view is asked in smaller questions, so that the first highlights come soon. */
export const FIRST_BATCH = 15_000;

/** What goes over to the background of a block. */
export function plain({ text, role }: Block): Block {
  return { text, role };
}

/** Neighbouring blocks together, at most `most` characters and 5,000 blocks in one question (but at least one block). */
export function* batches(blocks: readonly PageBlock[], most: number): Generator<PageBlock[]> {
  let batch: PageBlock[] = [];
  let length = 0;
  for (const block of blocks) {
    if (batch.length === MOST_BLOCKS || (batch.length > 0 && length + block.text.length > most)) {
      yield batch;
      batch = [];
      length = 0;
    }
    batch.push(block);
    length += block.text.length;
  }
  if (batch.length > 0) yield batch;
}
