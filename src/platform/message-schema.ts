// Who may ask the background for what. Every message is checked by its sender and by its shape before anything is done:
// a page's script may send ReaderRequest; only the extension's own pages may send PageRequest.
import * as v from 'valibot';
import { LONGEST_TAG, LONGEST_TITLE } from '../page/longest.ts';
import type { PageRequest, ReaderRequest } from './messages.ts';

/** Text of one request: the reader sends in batches, so that this is never near; a forged one must not eat all memory. */
const TEXT = 16_000_000;
const BLOCKS = 20_000;
/** The name of a limit is one word. */
const LIMIT = 100;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000));
/** Chromium draws the numbers of tabs from all of 31 bits. */
const tab = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const title = v.pipe(v.string(), v.maxLength(LONGEST_TITLE));
const text = v.pipe(v.string(), v.maxLength(TEXT));
const blocks = v.pipe(v.array(v.object({ text, role: v.optional(v.picklist(['heading', 'text'])) })), v.maxLength(BLOCKS));

const readerRequest = v.variant('kind', [
  v.object({
    kind: v.literal('match'),
    scan: count,
    blocks,
    earlier: blocks,
    later: blocks,
    title,
    language: v.nullable(v.pipe(v.string(), v.maxLength(LONGEST_TAG))),
  }),
  v.object({ kind: v.literal('card'), pack: id, claim: id }),
  v.object({
    kind: v.literal('found'),
    passages: count,
    claims: count,
    limit: v.nullable(v.pipe(v.string(), v.maxLength(LIMIT))),
  }),
  v.object({ kind: v.literal('hide'), pack: id, claim: id, quote: text }),
  v.object({ kind: v.literal('mute'), pack: id, claim: id }),
  v.object({ kind: v.literal('browse'), pack: id, claim: id }),
]);
const pageRequest = v.variant('kind', [
  v.object({ kind: v.literal('status') }),
  v.object({ kind: v.literal('card'), pack: id, claim: id }),
  v.object({ kind: v.literal('check'), tab }),
  v.object({ kind: v.literal('pause'), tab, on: v.boolean() }),
  v.object({ kind: v.literal('packs') }),
  v.object({ kind: v.literal('report') }),
]);

export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  /** Its address only where the browser lets us see it. */
  readonly tab?: { readonly id?: number | undefined; readonly url?: string | undefined } | undefined;
  /** 0: the page itself; others are frames in it. */
  readonly frameId?: number | undefined;
}
export type Asked =
  | { readonly from: 'reader'; readonly tab: number; readonly request: ReaderRequest }
  | { readonly from: 'page'; readonly request: PageRequest }
  | null;

/** The message with who sent it, or null when either is not acceptable. `own` is the extension's id, `base` the address
 * of its root: an extension page is told by its address, for it may sit in a tab as a page's script does. */
export function accept(message: unknown, sender: Sender, own: string, base: string): Asked {
  if (sender.id !== own) return null;
  if (sender.url?.startsWith(base)) {
    const page = v.safeParse(pageRequest, message);
    return page.success ? { from: 'page', request: page.output } : null;
  }
  const tab = sender.tab?.id;
  const reader = v.safeParse(readerRequest, message);
  return tab !== undefined && reader.success ? { from: 'reader', tab, request: reader.output } : null;
}
