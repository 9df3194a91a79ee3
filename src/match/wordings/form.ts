// How a line opens and closes tells a headline or a rubric from a sentence: "How prisoners are exchanged" names a matter.
import type { Words } from '../../text/words.ts';

/** No mark at the end: a headline, a caption, an item of a list. */
const OPEN_ENDED = 0;
const STATED = 1;
const ASKED = 2;

const CLOSING = /^[\s"'”’»)\]]*([.!…?])/u;
/** Far enough to look through closing quotes and brackets. */
const CLOSING_LENGTH = 4;
const INTERROGATIVES = new Set(['how', 'why', 'what', 'who', 'whom', 'whose', 'when', 'where', 'which', 'whether']);

/** Which mark closes words `first` … `last`-1 of `text`. */
export const closing = (text: string, words: Words, last: number): number => {
  const end = words.end[last - 1] ?? 0;
  const mark = CLOSING.exec(text.slice(end, end + CLOSING_LENGTH))?.[1];
  return mark === undefined ? OPEN_ENDED : mark === '?' ? ASKED : STATED;
};

/** Whether the first word asks: "How …", "What …". */
export const opensAsking = (text: string, words: Words, first: number): boolean =>
  INTERROGATIVES.has(text.slice(words.start[first], words.end[first]).toLowerCase());
