// Offsets of a block ↔ live Ranges. A passage is a list of Ranges: a new one begins wherever something unread lies between
// (a Range across it would cover hidden text, or two trees). A live Range grows over edits, so it is checked before use.
import type { PageBlock, Segment } from './blocks.ts';
import { collapse, rawIndex } from './whitespace.ts';

/** One stretch of a passage and the text it must still hold. */
export interface Stretch {
  readonly range: Range;
  readonly text: string;
}

/** First segment that ends after `offset`. */
function firstAfter(segments: readonly Segment[], offset: number): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((segments[middle]?.end ?? Number.POSITIVE_INFINITY) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

interface Span {
  first: { node: Text; raw: number };
  last: { node: Text; raw: number };
  start: number;
  end: number;
}

function spansOf(block: PageBlock, start: number, end: number): Span[] | null {
  const spans: Span[] = [];
  let gap = true;
  for (let at = firstAfter(block.segments, start); at < block.segments.length; at++) {
    const segment = block.segments[at];
    if (segment === undefined || segment.start >= end) break;
    const next = block.segments[at + 1];
    gap ||= segment.gap;
    const closes = next === undefined || next.start >= end || next.gap;
    let from = Math.max(start, segment.start);
    let to = Math.min(end, segment.end);
    // No stretch begins or ends with a space: it would be underlined.
    if (gap && block.text[from] === ' ') from++;
    if (closes && block.text[to - 1] === ' ') to--;
    if (from >= to) continue;
    const { node } = segment;
    const first = rawIndex(node.data, segment.from, segment.to, segment.spaced, from - segment.start);
    const last = rawIndex(node.data, segment.from, segment.to, segment.spaced, to - 1 - segment.start);
    if (first === null || last === null) return null;
    const open = spans.at(-1);
    if (open === undefined || gap) {
      gap = false;
      spans.push({ first: { node, raw: first }, last: { node, raw: last + 1 }, start: from, end: to });
    } else {
      open.last = { node, raw: last + 1 };
      open.end = to;
    }
  }
  return spans.length > 0 ? spans : null;
}

/** Whether the page still holds the text that was read. */
export function holds(stretch: Stretch): boolean {
  return (
    stretch.range.startContainer.isConnected && collapse(stretch.range.toString(), true).trimEnd() === stretch.text.trimEnd()
  );
}

/**
 * The stretches of `block.text.slice(start, end)`; null when the page has changed since the block was read.
 * Offsets are UTF-16 units of the block's text.
 */
export function stretchesOf(block: PageBlock, start: number, end: number): Stretch[] | null {
  const spans = spansOf(block, start, end);
  if (spans === null) return null;
  const stretches: Stretch[] = [];
  for (const { first, last, start: from, end: to } of spans) {
    const text = block.text.slice(from, to);
    const range = new Range();
    range.setStart(first.node, first.raw);
    range.setEnd(last.node, last.raw);
    const stretch = { range, text };
    if (!holds(stretch)) return null;
    stretches.push(stretch);
  }
  return stretches.length > 0 ? stretches : null;
}
