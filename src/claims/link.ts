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
  // An address may bring text directives of its own: one ":~:" begins them, "&" parts them.
  const before = /#.*:~:/s.test(source.url) ? '&' : source.url.includes('#') ? ':~:' : '#:~:';
  return `${source.url}${before}text=${encoded(locator.quote)}`;
}

/**
 * Where a link leads, in words that cannot deceive, or undefined where the reader need not be told: the host (names in
 * other scripts as the punycode that they are), with "http:" where nothing protects the way there.
 * @param always for packs that the reader brought: any address may be in them
 */
export function placeOf(address: string | null | undefined, always: boolean): string | undefined {
  const url = URL.parse(address ?? '');
  if (url === null) return undefined;
  const { protocol, host } = url;
  if (protocol === 'http:') return `http://${host}`;
  return always || /(?:^|\.)xn--/u.test(host) ? host : undefined;
}

/** "-" and "," have a meaning in a text directive; encodeURIComponent leaves "-" and some marks as they are. */
const encoded = (quote: string): string =>
  encodeURIComponent(quote.toWellFormed()).replace(/[-!'()*~]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
