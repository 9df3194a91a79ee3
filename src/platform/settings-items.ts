// What the stored settings look like and how they are read back. Pure: storage itself is in settings.ts.
//
// One item per decision, so that two writers never overwrite each other's:
//   sync   default          {v, sites: 'everywhere' | 'chosen'}     sites without a rule
//          everything       {v, on}                                 false: off everywhere
//          site:<key>       {v, on}
//   local  pack:<id>        {v, on}
//          muted:<p>/<c>    {v, pack, claim, at}
//          hidden:<p>/<c>#h {v, pack, claim, quote, at}
//          strength, theme  {v, value}
//          calm             {v, on}
//          log:<kind>       notes for the diagnostics, no settings
//          aside:<area>:<k> whatever could not be read; kept for export, never used
import * as v from 'valibot';
import { fingerprint } from '../claims/fingerprint.ts';
import { isSiteKey } from './sites.ts';

export const VERSION = 1;

export type Area = 'sync' | 'local';
export type Strength = 'quiet' | 'normal' | 'strong';
/** For sites without a rule of their own. */
export type DefaultRule = 'everywhere' | 'chosen';
export type Theme = 'system' | 'light' | 'dark';
export interface ClaimKey {
  readonly pack: string;
  readonly claim: string;
  /** ISO time. */
  readonly at: string;
}
export interface HiddenPassage extends ClaimKey {
  readonly quote: string;
}

export interface Settings {
  /** For sites without a rule of their own. */
  readonly everywhere: boolean;
  /** False: off everywhere, whatever the rules say. */
  readonly everything: boolean;
  readonly sites: ReadonlyMap<string, boolean>;
  /** Packs with a switch of their own; the others are on. */
  readonly packs: ReadonlyMap<string, boolean>;
  readonly muted: ReadonlyMap<string, ClaimKey>;
  readonly hidden: ReadonlyMap<string, HiddenPassage>;
  readonly strength: Strength;
  readonly theme: Theme;
  /** Marks in the margin instead of underlined passages. */
  readonly calm: boolean;
}

/** As long as nothing is chosen, or what is chosen cannot be read. */
export const DEFAULTS: Settings = {
  ...{ everywhere: true, everything: true, strength: 'normal', theme: 'system', calm: false },
  ...{ sites: new Map(), packs: new Map(), muted: new Map(), hidden: new Map() },
};

/** Characters of a hidden passage that are kept: a sentence has some hundreds, and storage is small. */
const MOST_QUOTE = 4000;

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const at = v.pipe(v.string(), v.maxLength(40));
const onOff = v.object({ v: v.literal(VERSION), on: v.boolean() });
const SCHEMAS = {
  default: v.object({ v: v.literal(VERSION), sites: v.picklist(['everywhere', 'chosen']) }),
  everything: onOff,
  site: onOff,
  pack: onOff,
  calm: onOff,
  muted: v.object({ v: v.literal(VERSION), pack: id, claim: id, at }),
  hidden: v.object({ v: v.literal(VERSION), pack: id, claim: id, quote: v.pipe(v.string(), v.maxLength(MOST_QUOTE)), at }),
  strength: v.object({ v: v.literal(VERSION), value: v.picklist(['quiet', 'normal', 'strong']) }),
  theme: v.object({ v: v.literal(VERSION), value: v.picklist(['system', 'light', 'dark']) }),
} as const;

/** `MIGRATIONS[n]` takes an item of version n + 1 to version n + 2; pure, so that it may run any number of times. */
const MIGRATIONS: readonly ((key: string, item: object) => object)[] = [];

const versioned = v.object({ v: v.pipe(v.number(), v.integer(), v.minValue(1)) });

/** The item in the present version; as it came when its version is unknown (its schema will then refuse it). */
export function migrate(key: string, item: unknown): unknown {
  const seen = v.safeParse(versioned, item);
  if (!seen.success || typeof item !== 'object' || item === null) return item;
  return MIGRATIONS.slice(seen.output.v - 1).reduce<object>((older, step) => step(key, older), item);
}

export const siteKey = (site: string): string => `site:${site}`;
export const packKey = (pack: string): string => `pack:${pack}`;
export const asideKey = (area: Area, key: string): string => `aside:${area}:${key}`;
export const mutedKey = (pack: string, claim: string): string => `muted:${pack}/${claim}`;

/** A passage as it is kept and compared: by its words, for white space differs between renderings of one page, and by no more
 * of them than are kept. What this gives it leaves as it is. */
export const quoteOf = (passage: string): string =>
  passage.replace(/\s+/gu, ' ').trim().slice(0, MOST_QUOTE).trimEnd().toWellFormed();

/** Only a short key is wanted; the quote itself is compared when it is used. */
export const hiddenKey = (pack: string, claim: string, quote: string): string =>
  `hidden:${pack}/${claim}#${fingerprint(quoteOf(quote), 16)}`;

export interface Read {
  readonly settings: Settings;
  /** Items that could not be read, as they were found. */
  readonly aside: readonly { readonly area: Area; readonly key: string; readonly item: unknown }[];
}

/** Reads what the two storage areas hold. Whatever is not understood is handed back in `aside`; the rest counts. */
export function readItems(sync: Readonly<Record<string, unknown>>, local: Readonly<Record<string, unknown>>): Read {
  let { everywhere, everything, strength, theme, calm } = DEFAULTS;
  const sites = new Map<string, boolean>();
  const packs = new Map<string, boolean>();
  const muted = new Map<string, ClaimKey>();
  const hidden = new Map<string, HiddenPassage>();
  const aside: { area: Area; key: string; item: unknown }[] = [];

  const take = <S extends v.GenericSchema>(
    schema: S,
    key: string,
    item: unknown,
    use: (value: v.InferOutput<S>) => void,
  ): boolean => {
    const read = v.safeParse(schema, migrate(key, item));
    if (read.success) use(read.output);
    return read.success;
  };
  const readers: Record<string, (key: string, rest: string, item: unknown) => boolean> = {
    'sync default': (k, _, i) => take(SCHEMAS.default, k, i, (x) => (everywhere = x.sites === 'everywhere')),
    'sync everything': (k, _, i) => take(SCHEMAS.everything, k, i, (x) => (everything = x.on)),
    'sync site': (k, rest, i) => isSiteKey(rest) && take(SCHEMAS.site, k, i, (x) => sites.set(rest, x.on)),
    'local pack': (k, rest, i) => take(SCHEMAS.pack, k, i, (x) => packs.set(rest, x.on)),
    'local muted': (k, _, i) => take(SCHEMAS.muted, k, i, (x) => muted.set(k, x)),
    'local hidden': (k, _, i) => take(SCHEMAS.hidden, k, i, (x) => hidden.set(k, x)),
    'local strength': (k, _, i) => take(SCHEMAS.strength, k, i, (x) => (strength = x.value)),
    'local theme': (k, _, i) => take(SCHEMAS.theme, k, i, (x) => (theme = x.value)),
    'local calm': (k, _, i) => take(SCHEMAS.calm, k, i, (x) => (calm = x.on)),
    'local aside': () => true,
    'local log': () => true,
  };
  const areas: readonly [Area, Readonly<Record<string, unknown>>][] = [
    ['sync', sync],
    ['local', local],
  ];
  for (const [area, items] of areas) {
    for (const [key, item] of Object.entries(items)) {
      const colon = key.indexOf(':');
      const kind = colon < 0 ? key : key.slice(0, colon);
      const name = `${area} ${kind}`;
      const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
      if (!reader?.(key, colon < 0 ? '' : key.slice(colon + 1), item)) aside.push({ area, key, item });
    }
  }
  return { settings: { everywhere, everything, sites, packs, muted, hidden, strength, theme, calm }, aside };
}
