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
  for (let at = firstAfter(block.segments, start); at < block.segments.length; at++) {
    const segment = block.segments[at];
    if (segment === undefined || segment.start >= end) break;
    const from = Math.max(start, segment.start);
    const to = Math.min(end, segment.end);
    const { node } = segment;
    const first = rawIndex(node.data, segment.from, segment.to, segment.spaced, from - segment.start);
    const last = rawIndex(node.data, segment.from, segment.to, segment.spaced, to - 1 - segment.start);
    if (first === null || last === null) return null;
    const open = spans.at(-1);
    if (open === undefined || segment.gap) {
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
  return stretch.range.startContainer.isConnected && collapse(stretch.range.toString(), true).trimEnd() === stretch.text;
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
    const text = block.text.slice(from, to).trim();
    if (text === '') continue;
    const range = first.node.ownerDocument.createRange();
    range.setStart(first.node, first.raw);
    range.setEnd(last.node, last.raw);
    const stretch = { range, text };
    if (!holds(stretch)) return null;
    stretches.push(stretch);
  }
  return stretches.length > 0 ? stretches : null;
}
