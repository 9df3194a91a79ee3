// The packs that pages are checked against: opened from the store, or (when the store is broken) compiled in memory.
// The engine comes in from outside, so that this file can be tested without it.
import { listed, messageOf } from '../claims/problem.ts';
import type { Parsed } from '../claims/schema.ts';
import type { Card, Pack } from '../claims/types.ts';
import type { Matcher } from '../match/types.ts';
import type { PublicFacts } from './messages.ts';
import { type Brief, briefOf, isWhole, type PackFacts, type PackRecord, type PackStore } from './pack-store.ts';

export interface Engine {
  parsePack(json: unknown): Parsed;
  compile(pack: Pack): Uint8Array<ArrayBuffer>;
  open(bytes: Uint8Array): Matcher;
  cardOf(pack: Pack, claim: string, imported?: boolean): Card | null;
}

/** One pack, ready to be asked. */
export interface OpenPack {
  readonly facts: PackFacts;
  readonly matcher: Matcher;
  readonly place: 'stored' | 'memory';
  /** Size of the index. */
  readonly bytes: number;
  briefs(claims: readonly number[]): Promise<readonly Brief[]>;
  card(claim: string): Promise<Card | null>;
}
export interface Loaded {
  readonly packs: readonly OpenPack[];
  /** What went wrong with the store or a pack, for the options page; empty when all is well. */
  readonly problems: readonly string[];
}
/** The pack that ships with the extension: its text, and a stamp that changes with it and with whatever compiles it. */
export interface Bundled {
  readonly text: string;
  readonly stamp: string;
}
/** @param digest of the text @param version of the extension, whose compiler may differ though the text does not: a worker that
 * is killed while it compiles an update's pack would else go on with the old index for good */
export const shipped = (text: string, digest: string, version: string): Bundled => ({ text, stamp: `${version} ${digest}` });

/** As many as one line of text can tell. */
const PROBLEMS = 3;

/** Parses and checks a pack's text. Throws with the first problems in words. */
export function parse(engine: Engine, packText: string): Pack {
  const read = engine.parsePack(JSON.parse(packText));
  if (read.ok) return read.pack;
  throw new Error(`the pack is refused: ${listed(read.problems, PROBLEMS).join('; ')}`);
}

/** Opens every pack. `fresh` compiles the bundled one anew even when a stored one has the right stamp. */
export async function load(engine: Engine, store: PackStore, bundled: Bundled, fresh = false): Promise<Loaded> {
  const problems: string[] = [];
  const fromMemory = (cause: unknown): OpenPack => {
    problems.push(messageOf(cause));
    return inMemory(engine, parse(engine, bundled.text), bundled.stamp, false);
  };
  let stored: readonly PackRecord[];
  try {
    stored = await store.list();
  } catch (cause) {
    return { packs: [fromMemory(cause)], problems };
  }
  const records = stored.filter(isWhole);
  const own = records.find(({ imported }) => !imported);
  const current = fresh || own?.stamp !== bundled.stamp ? null : own;
  // Where there is no room to store what an update compiled, the imported packs are there all the same.
  const opened = await openOwn(engine, store, bundled, current, problems).catch(fromMemory);
  const packs = [opened];
  for (const { id } of stored.filter((record) => !isWhole(record))) problems.push(`${id}: its entry in the store is damaged`);
  for (const record of records.filter(({ id, imported }) => imported && id !== opened.facts.id)) {
    try {
      packs.push(await openImported(engine, store, record, problems));
    } catch (cause) {
      problems.push(`${record.name}: ${messageOf(cause)}`);
    }
  }
  return { packs, problems };
}

async function openOwn(
  engine: Engine,
  store: PackStore,
  bundled: Bundled,
  record: PackRecord | null,
  problems: string[],
): Promise<OpenPack> {
  const text = async (): Promise<Pack> => parse(engine, bundled.text);
  if (record !== null) {
    try {
      return await openStored(engine, store, record, problems, text);
    } catch (cause) {
      problems.push(`${record.name}: ${messageOf(cause)}; compiled again`);
    }
  }
  const pack = await text();
  return openStored(engine, store, await install(engine, store, pack, bundled.stamp, false), problems, text);
}

/** An index that a newer compiler no longer reads is made again from the pack's text. */
async function openImported(engine: Engine, store: PackStore, record: PackRecord, problems: string[]): Promise<OpenPack> {
  const text = async (): Promise<Pack> => {
    const read = engine.parsePack(await store.pack(record));
    if (!read.ok) throw new Error('its text is damaged too');
    return read.pack;
  };
  try {
    return await openStored(engine, store, record, problems, text);
  } catch (cause) {
    const pack = await text().catch((also) => {
      throw new Error(`${messageOf(cause)}; ${messageOf(also)}`);
    });
    problems.push(`${record.name}: ${messageOf(cause)}; compiled again`);
    const again = async (): Promise<OpenPack> =>
      openStored(engine, store, await install(engine, store, pack, record.stamp, true, record), problems, text);
    return again().catch((full) => {
      problems.push(`${record.name}: ${messageOf(full)}`);
      return inMemory(engine, pack, record.stamp, true);
    });
  }
}

/** Compiles and stores a checked pack; the pack stored before stays until this one is wholly there. `instead` as in `put`. */
export async function install(
  engine: Pick<Engine, 'compile' | 'cardOf'>,
  store: PackStore,
  pack: Pack,
  stamp: string,
  imported: boolean,
  instead?: PackRecord,
): Promise<PackRecord> {
  return store.put(factsOf(pack, stamp, imported), engine.compile(pack), cardsOf(engine, pack, imported), pack, instead);
}

/** What of its claims and cards is missing or damaged in the store is made from the pack's `text`, and that is said. */
async function openStored(
  engine: Engine,
  store: PackStore,
  record: PackRecord,
  problems: string[],
  text: () => Promise<Pack>,
): Promise<OpenPack> {
  const bytes = await store.bytes(record);
  const matcher = engine.open(bytes);
  const known = new Map<number, Brief>();
  let mended: Promise<Pack> | null = null;
  const mend = (cause: unknown): Promise<Pack> => {
    const said = `${record.name}: ${messageOf(cause)}; read from its text`;
    if (!problems.includes(said)) problems.push(said);
    mended ??= text().catch((failed: unknown) => {
      // What fails once, as storage that does not answer in time, may be read the next time.
      mended = null;
      throw failed;
    });
    return mended;
  };
  const briefs = (claims: readonly number[]): Promise<readonly Brief[]> =>
    store.briefs(record, claims).catch(async (cause) => {
      const pack = await mend(cause);
      return claims.map((n) => briefOf(cardOrThrow(engine, pack, at(pack.claims, n).id, record.imported)));
    });
  return {
    facts: record,
    matcher,
    place: 'stored',
    bytes: bytes.byteLength,
    async briefs(claims) {
      const missing = [...new Set(claims)].filter((n) => !known.has(n));
      if (missing.length > 0) {
        const read = await briefs(missing);
        for (const [i, n] of missing.entries()) known.set(n, at(read, i));
      }
      return claims.map((n) => known.get(n) ?? at([], n));
    },
    async card(claim) {
      const fromText = async (cause: unknown): Promise<Card | null> => engine.cardOf(await mend(cause), claim, record.imported);
      const card = await store.card(record, claim).catch(fromText);
      // Cards that an earlier version has stored do not name the language.
      return card && { ...card, pack: { ...card.pack, language: record.language } };
    },
  };
}

function inMemory(engine: Engine, pack: Pack, stamp: string, imported: boolean): OpenPack {
  const bytes = engine.compile(pack);
  const matcher = engine.open(bytes);
  return {
    facts: factsOf(pack, stamp, imported),
    matcher,
    place: 'memory',
    bytes: bytes.byteLength,
    briefs: async (claims) => claims.map((n) => briefOf(cardOrThrow(engine, pack, at(pack.claims, n).id, imported))),
    card: async (claim) => engine.cardOf(pack, claim, imported),
  };
}

function* cardsOf(engine: Pick<Engine, 'cardOf'>, pack: Pack, imported: boolean): Generator<Card> {
  for (const { id } of pack.claims) yield cardOrThrow(engine, pack, id, imported);
}

function cardOrThrow(engine: Pick<Engine, 'cardOf'>, pack: Pack, claim: string, imported: boolean): Card {
  const card = engine.cardOf(pack, claim, imported);
  if (card === null) throw new Error(`no card for claim ${claim} of ${pack.id}`);
  return card;
}

/** Of what is known of a pack, what the extension's pages are told. */
export function publicFacts(facts: PackFacts): PublicFacts {
  const { id, name, version, language, publisher, licence, updated, claims, sources, imported } = facts;
  return { id, name, version, language, publisher, licence, updated, claims, sources, imported };
}

const factsOf = (
  { id, name, version, language, publisher, licence, updated, claims, sources }: Pack,
  stamp: string,
  imported: boolean,
): PackFacts => ({
  id,
  name,
  version,
  language,
  publisher,
  licence,
  updated,
  claims: claims.length,
  sources: sources.length,
  wordings: claims.reduce((sum, claim) => sum + claim.wordings.length, 0),
  imported,
  stamp,
});

function at<T>(items: readonly T[], n: number): T {
  const item = items[n];
  if (item === undefined) throw new RangeError(`claim ${n} of ${items.length}`);
  return item;
}
