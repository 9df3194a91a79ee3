// Reads a file that a reader wants to import: a pack, or a feed of ClaimReviews. Markup in any of its texts becomes plain
// text first (by `clean`, which needs a DOM), so that what is checked is what will be shown. Nothing is stored here.
import { parseClaimReviews, WANTED } from './claim-review.ts';
import { fingerprint } from './fingerprint.ts';
import { get, reviewsIn, textOf } from './json-ld.ts';
import { messageOf, type Problem, said } from './problem.ts';
import { parsePack } from './schema.ts';
import type { Pack } from './types.ts';

/** Characters of a reader's file. A pack may be longer than the feed that it was made from. */
const FILE_LIMIT = 64 * 1024 * 1024;
/** Objects within objects; feeds nest five or six deep. */
const DEPTH_LIMIT = 8;
/** Each object may stand in a list. */
const MOST_LEVELS = 2 * DEPTH_LIMIT;
/** Longer texts are left as they are: the schema refuses them anyway, and nobody should parse them. */
const TEXT_LIMIT = 20_000;
/** A whole tag, a comment, or a character reference. */
const MARKUP = /<\/?[a-z][^<>]*>|<!|&(?:[a-z][a-z0-9]*|#\d+|#x[0-9a-f]+);/iu;

export type Clean = (texts: readonly string[]) => Promise<readonly string[]>;
export interface ImportOptions {
  /** The file's name, without its ending: names a feed that names neither itself nor any publisher. */
  readonly name: string;
  /** ISO date. */
  readonly today: string;
  /** Names that an imported pack must not go by. */
  readonly taken: readonly string[];
  /** It is a pack from a backup, which has been imported before: its texts are plain and may speak of markup, and its length was
   * that of a file once. */
  readonly again?: boolean;
}
export type Imported =
  | { readonly ok: true; readonly kind: 'pack' | 'reviews'; readonly pack: Pack; readonly skipped: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

const refused = (path: string, expected: string, got: string): Imported => ({ ok: false, problems: [{ path, expected, got }] });

export async function readImport(text: string, options: ImportOptions, clean: Clean): Promise<Imported> {
  const read = await readForeign(text, options, clean);
  return read.ok ? { ...read, pack: asOurs(read.pack, options, read.kind) } : read;
}

/** The same under the id and name that the file gives: for tools, which have no other packs beside. */
export async function readForeign(text: string, options: Omit<ImportOptions, 'taken'>, clean: Clean): Promise<Imported> {
  const { again = false } = options;
  if (!again && text.length > FILE_LIMIT) return refused('', `at most ${FILE_LIMIT} characters`, String(text.length));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return refused('', 'a pack or a ClaimReview feed in JSON', messageOf(cause));
  }
  const marked = new Set<string>();
  if (!collect(json, marked, 0)) return refused('', `objects at most ${DEPTH_LIMIT} deep`, 'deeper ones');
  const texts = again && isPackLike(json) ? [] : [...marked];
  const cleaned = await clean(texts);
  const plain = new Map(texts.map((one, at) => [one, cleaned[at] ?? '']));
  const safe = plain.size === 0 ? json : replaced(json, plain);
  if (isBackup(safe)) return refused('', WANTED, 'a backup of settings, which “Import everything” reads');
  if (isPackLike(safe)) {
    if (get(safe, 'format') === undefined)
      return refused('format', 'the number 1, as in every pack, for the file has claims', 'nothing');
    const read = parsePack(safe);
    return read.ok ? { ok: true, kind: 'pack', pack: read.pack, skipped: [] } : read;
  }
  if (typeof safe !== 'object' || safe === null) return refused('', WANTED, said(safe));
  const read = parseClaimReviews(safe, { today: options.today, name: textOf(options, 'name') });
  return read.ok ? { ok: true, kind: 'reviews', pack: read.pack, skipped: read.skipped } : read;
}

/** Both keys make a pack; one of them makes a pack that lacks the other, where it is no feed. */
const isPackLike = (json: unknown): boolean => {
  const keys = ['format', 'claims'].filter((key) => get(json, key) !== undefined);
  return keys.length === 2 || (keys.length === 1 && reviewsIn(json).next().done === true);
};

/** As src/platform/backup.ts writes them. */
const isBackup = (json: unknown): boolean => get(json, 'format') === 'sidelight-settings';

/** Texts with markup into `marked`; false where objects nest too deep. */
function collect(value: unknown, marked: Set<string>, depth: number): boolean {
  if (typeof value === 'string') {
    if (value.length <= TEXT_LIMIT && MARKUP.test(value)) marked.add(value);
    return true;
  }
  if (typeof value !== 'object' || value === null) return true;
  if (depth >= MOST_LEVELS) return false;
  const inner: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return inner.every((one) => collect(one, marked, depth + 1));
}

/** A copy with those texts replaced; keys stay what they are, `__proto__` too. */
function replaced(value: unknown, plain: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return plain.get(value) ?? value;
  if (Array.isArray(value)) return value.map((one) => replaced(one, plain));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, replaced(one, plain)]));
}

/** What stands before the id of an imported pack. */
const OURS = /^imported\.[0-9a-z]+\./u;
/** As claim-review.ts makes them. */
const NAMED_FEED = /^claim-reviews-[0-9a-z]+$/u;

/** Under an id that no other publisher's pack has, and under no name that is taken: packs never stand in for each other. */
function asOurs(pack: Pack, { taken, again = false }: ImportOptions, kind: 'pack' | 'reviews'): Pack {
  const theirs = shortened(pack.id.replace(OURS, ''));
  // A feed's own name is in its id, and then tells it from others, whoever its reviews are by today.
  const mark = kind === 'reviews' && NAMED_FEED.test(theirs) ? theirs : `${theirs}\n${pack.publisher}`;
  // A pack from a backup has been through here before.
  const id = again && OURS.test(pack.id) ? pack.id : `imported.${fingerprint(mark)}.${theirs}`;
  const isTaken = taken.some((one) => folded(one) === folded(pack.name));
  return { ...pack, id, name: isTaken ? `${pack.name} (imported)` : pack.name };
}

/** What an id of 100 letters has left beside "imported.", a fingerprint of seven signs and two dots. */
const THEIRS = 83;
/** An id that fits; one that fits already as it is, and of longer ones no two alike. */
const shortened = (id: string): string => (id.length <= THEIRS ? id : `${id.slice(0, THEIRS - 8)}.${fingerprint(id)}`);

const folded = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
