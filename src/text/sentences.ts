// Sentences of a text, by Intl.Segmenter, with its known mistakes mended: it breaks after "Gen.", "Mr." and "U.S.".

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

// A segment that ends so does not end a sentence: titles, months, Latin, single initials ("J."), "No." before a number.
const OPEN_END =
  /(?:^|[\s("“‘[])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Sen|Rep|Gov|Pres|St|Rev|Hon|Messrs|vs|v|cf|e\.g|i\.e|approx|[A-Z])\.\s*$/;
const MAYBE_OPEN =
  /(?:^|[\s(])(?:Jr|Sr|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|Fig|U\.S|U\.K|U\.N|a\.m|p\.m|etc|Inc|Ltd|Co|Corp|p|pp)\.\s*$/;
const GOES_ON = /^["'“‘(]?[\p{Ll}\p{N}]/u;
// After a country or "Jr." a capitalised word may go on ("U.S. Army", "Jr. said"); a typical opener of a sentence ends it.
const STATE = /(?:U\.S|U\.K|U\.N|Jr|Sr)\.\s*$/;
const OPENER =
  /^["'“‘(]?(?:The|A|An|He|She|It|They|We|I|You|This|That|These|Those|In|On|At|But|And|So|If|As|When|There|His|Her|Its|Their|For|By|From|After|Before|No|Not|Yet|Nor|What|Who|Why|How)\b/;
const ASKED = /[?!…]['"’”»)]$/;
const LOWER = /^\p{Ll}/u;
const LETTERS = /[\p{L}\p{N}]/u;

const opens = (text: string, start: number, end: number, next: number): boolean => {
  const tail = text.slice(Math.max(start, end - 24), end);
  const dot = tail.trimEnd();
  // “Why?” she asked: the quotation's end is not the sentence's.
  if (ASKED.test(dot)) return LOWER.test(text.slice(next, next + 2));
  if (!dot.endsWith('.')) return false;
  if (OPEN_END.test(tail)) return true;
  if (!MAYBE_OPEN.test(tail)) return false;
  const head = text.slice(next, next + 24);
  return GOES_ON.test(head) || (STATE.test(tail) && !OPENER.test(head));
};

/**
 * Offsets of the sentences of `text`: [start0, end0, start1, end1, …] in UTF-16 units, white space trimmed.
 * Segments without a letter or digit are left out. Source of the method: Unicode UAX 29 by way of Intl.Segmenter.
 */
export const splitSentences = (text: string): number[] => {
  const bounds: number[] = [];
  let start = -1;
  let end = 0;
  const close = (): void => {
    if (start < 0) return;
    let from = start;
    let to = end;
    while (from < to && text.charCodeAt(from) <= 32) from++;
    while (to > from && text.charCodeAt(to - 1) <= 32) to--;
    if (from < to && LETTERS.test(text.slice(from, to))) bounds.push(from, to);
  };
  for (const { segment, index } of segmenter.segment(text)) {
    if (start >= 0 && opens(text, start, end, index)) {
      end = index + segment.length;
      continue;
    }
    close();
    start = index;
    end = index + segment.length;
  }
  close();
  return bounds;
};
