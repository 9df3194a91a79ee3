// The address a reader follows from an item of evidence, to the quoted words where the locator has some.
import type { Locator, Source } from './types.ts';

/**
 * The source's address with a text fragment (https://wicg.github.io/scroll-to-text-fragment/) for the quotation; else
 * the page where the source was seen, without one, for the words may not stand there; else null.
 */
export function linkTo(source: Source | null, locator: Locator | undefined): string | null {
  if (source === null) return null;
  if (source.url === undefined) return source.seenAt ?? null;
  if (locator?.quote === undefined) return source.url;
  const [, hash] = /#(.*)$/s.exec(source.url) ?? [];
  return `${source.url}${hash === undefined ? '#' : ''}:~:text=${encoded(locator.quote)}`;
}

/** "-" and "," have a meaning in a text directive; encodeURIComponent leaves "-" and some marks as they are. */
const encoded = (quote: string): string =>
  encodeURIComponent(quote.toWellFormed()).replace(/[-!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
