// The normal form of page text (whitespace collapsed as CSS shows it, invisible characters dropped) and the way back to the
// raw offsets. The way back is recomputed when asked for: a page has millions of characters and a handful of matches.

/** Soft hyphen, zero-width space, joiners, bidi marks and isolates, word joiner, byte order mark: nothing a reader sees. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]+/g;
/** Cheap test for "nothing to do": most text nodes of most pages pass it. */
const UNTIDY = /[^\S ]| {2}|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;
const SPACES = /\s+/g;
const SPACE = /\s/;

/**
 * The text as a reader sees it: every run of whitespace (no-break spaces too) is one space, invisible characters are gone.
 * @param spaced whether a space went before, so that a leading one collapses into it
 */
export function collapse(raw: string, spaced: boolean): string {
  const text = UNTIDY.test(raw) ? raw.replace(INVISIBLE, '').replace(SPACES, ' ') : raw;
  return spaced && text.startsWith(' ') ? text.slice(1) : text;
}

function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    code === 0x61c ||
    code === 0x180e ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f && code !== 0x2065) ||
    code === 0xfeff
  );
}

/**
 * Where character `index` of `collapse(raw.slice(from, to), spaced)` stands in `raw`; `null` past the end.
 * A collapsed run of whitespace stands where its first character does.
 */
export function rawIndex(raw: string, from: number, to: number, spaced: boolean, index: number): number | null {
  let kept = 0;
  let space = spaced;
  // The node may be shorter by now than it was when it was read.
  for (let at = from; at < to && at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (isInvisible(code)) continue;
    const blank = code === 32 || (code < 33 ? code >= 9 && code <= 13 : code >= 0xa0 && SPACE.test(raw.charAt(at)));
    if (blank && space) continue;
    if (kept === index) return at;
    kept++;
    space = blank;
  }
  return null;
}
