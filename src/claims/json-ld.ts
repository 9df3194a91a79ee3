// Finds ClaimReview items in JSON-LD, however feeds nest them, and reads their values warily. Nothing is ever fetched.
import { cleaned, FIELD_LIMIT, safeAddress } from './fields.ts';

export type Item = Readonly<Record<string, unknown>>;
export interface Found {
  readonly path: string;
  readonly review: Item;
}

/** Where feeds keep their items: data feeds, graphs, lists, articles that contain a review. */
const NESTS = ['dataFeedElement', 'item', '@graph', 'itemListElement', 'mainEntity', 'review', 'hasPart'];
/** Feeds nest three or four deep. */
const DEPTH_LIMIT = 8;

const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What an object has under a key of its own. */
export const get = (item: unknown, key: string): unknown => (isItem(item) && Object.hasOwn(item, key) ? item[key] : undefined);

/** A value of JSON-LD that may stand alone or in a list. */
export const all = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

const hasType = (item: Item, type: string): boolean =>
  all(get(item, '@type')).some(
    (name) => typeof name === 'string' && name.replace(/^(https?:\/\/schema\.org\/|schema:)/, '') === type,
  );

/** All ClaimReview items, in order. */
export function* reviewsIn(json: unknown, path = '', depth = 0): Generator<Found> {
  if (depth > DEPTH_LIMIT) return;
  if (Array.isArray(json)) {
    for (const [position, part] of json.entries()) yield* reviewsIn(part, `${path}[${position}]`, depth + 1);
  } else if (isItem(json)) {
    if (hasType(json, 'ClaimReview')) yield { path, review: json };
    else
      for (const key of NESTS)
        if (Object.hasOwn(json, key)) yield* reviewsIn(json[key], path === '' ? key : `${path}.${key}`, depth + 1);
  }
}

/** A text may stand in an object that tells its language or type. */
const unwrapped = (value: unknown): unknown => get(value, '@value') ?? value;

/** First usable text under any of the keys, or undefined. */
export function textOf(item: unknown, ...keys: readonly string[]): string | undefined {
  for (const key of keys) {
    for (const value of all(get(item, key)).map(unwrapped)) {
      const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? cleaned(value.toWellFormed()) : '';
      if (text !== '' && text.normalize('NFKC').length <= FIELD_LIMIT) return text;
    }
  }
  return undefined;
}

/** Name of a person or organisation, which feeds give as an object, a list or bare text. */
export function nameOf(value: unknown): string | undefined {
  const names = all(value).flatMap((one) =>
    typeof one === 'string' ? (textOf({ one }, 'one') ?? []) : (textOf(one, 'name', 'alternateName') ?? []),
  );
  const joined = names.slice(0, 5).join(', ');
  return joined === '' || joined.length > FIELD_LIMIT ? undefined : joined;
}

/** A safe address, made absolute against `base` where it is relative; undefined when it is none. */
export function addressOf(value: unknown, base?: string): string | undefined {
  for (const one of all(value)) {
    const text = get(one, 'url') ?? get(one, '@id') ?? one;
    const safe = typeof text === 'string' ? safeAddress(text, base) : null;
    if (safe !== null) return safe;
  }
  return undefined;
}

/** A language tag, where the item has one in its usual form. */
export function languageOf(item: unknown): string | undefined {
  const tag = textOf(item, 'inLanguage');
  return tag !== undefined && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,5}$/.test(tag) ? tag : undefined;
}
