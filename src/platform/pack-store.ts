// Compiled packs in IndexedDB. A pack is written under a new generation, then one pointer is swapped: a pack is wholly
// there or not at all, and a failed import leaves the old one. Whoever writes does so alone: the background and any number of
// settings pages would else delete what another has just written. Reading a pack at worker start is one small record and
// one block of bytes; the texts of a claim are read when a page makes it.
//
//   packs    id                       → PackRecord (the pointer: its generation counts, others are leftovers)
//   indexes  [id, generation]         → Uint8Array, as `compile` gave it
//   briefs   [id, generation, n]      → Brief of the n-th claim: what a highlight needs
//   cards    [id, generation, claim]  → Card
//   texts    [id, generation]         → Pack, for the dataset page: all that it says of claims and sources
import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import type { Balance, Card, Pack, Standing } from '../claims/types.ts';
import type { PublicFacts } from './messages.ts';
import { shared } from './queue.ts';
import { within } from './within.ts';

export interface PackFacts extends PublicFacts {
  /** Of all claims; without any the pack is matched by its statements alone. */
  readonly wordings: number;
  /** Tells the text (and compiler) that the bytes were made from; another stamp means: compile again. */
  readonly stamp: string;
}
export interface PackRecord extends PackFacts {
  readonly generation: number;
}
export interface Brief {
  readonly claim: string;
  readonly statement: string;
  readonly topic: string;
  readonly standing: Standing | null;
  readonly balance: Balance;
}

const text = v.string();
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const record = v.object({
  ...{ id: text, name: text, version: text, language: text, publisher: text, licence: text, updated: text, stamp: text },
  ...{ claims: count, sources: count, wordings: count, generation: count, imported: v.boolean() },
});
/** Whether a stored pointer is what `put` writes: disks and other programs damage what they hold. */
export const isWhole = (stored: PackRecord): boolean => v.is(record, stored);

interface Schema extends DBSchema {
  packs: { key: string; value: PackRecord };
  indexes: { key: [string, number]; value: Uint8Array<ArrayBuffer> };
  briefs: { key: [string, number, number]; value: Brief };
  cards: { key: [string, number, string]; value: Card };
  texts: { key: [string, number]; value: Pack };
}

/** A healthy store answers within 50 ms; some broken profiles never do. */
const ANSWER_MS = 3000;
/** Reading or writing the whole text of a pack of 100,000 claims takes a second or two. */
const TEXT_MS = 20_000;
/** Cards written per transaction: keeps one transaction below some 10 MB with long cards. */
const CHUNK = 1000;
const PARTS = ['indexes', 'briefs', 'cards', 'texts'] as const;
/** 1: no texts. */
const VERSION = 2;

export interface PackStore {
  /** As stored: to be believed only where `isWhole` says so. */
  list(): Promise<readonly PackRecord[]>;
  bytes(pack: PackRecord): Promise<Uint8Array<ArrayBuffer>>;
  /** In the order asked; throws where one is missing or damaged. */
  briefs(pack: PackRecord, claims: readonly number[]): Promise<readonly Brief[]>;
  /** Null where the pack has no such claim; throws where the card is lost or damaged. */
  card(pack: PackRecord, claim: string): Promise<Card | null>;
  /** The pack as it was checked; null where it was stored by a version that kept no texts. */
  pack(pack: PackRecord): Promise<Pack | null>;
  /** Stages and swaps. `cards` in the order of the compiled claims. `instead`: only where that is still the pack that is stored;
   * rejects where the reader has removed it meanwhile, or imported another. */
  put(
    facts: PackFacts,
    bytes: Uint8Array<ArrayBuffer>,
    cards: Iterable<Card>,
    pack: Pack,
    instead?: PackRecord,
  ): Promise<PackRecord>;
  remove(id: string): Promise<void>;
  /** Deletes generations that no pointer names: what a killed import left behind. Waits for one that goes on. */
  sweep(): Promise<void>;
}

/** The range of all keys that begin with `prefix` (arrays sort after strings and numbers). */
const under = (...prefix: readonly (string | number)[]): IDBKeyRange => IDBKeyRange.bound([...prefix], [...prefix, []]);

/** Nothing is opened before the first use, and a failed opening is tried again at the next. */
export function packStore(name = 'sidelight'): PackStore {
  const alone = shared(`${name}-packs`);
  let opened: Promise<IDBPDatabase<Schema>> | null = null;
  const forget = (): void => {
    opened = null;
  };
  const db = (): Promise<IDBPDatabase<Schema>> => {
    opened ??= within(
      ANSWER_MS,
      'opening the pack store',
      openDB<Schema>(name, VERSION, {
        upgrade(database) {
          const { objectStoreNames: made } = database;
          if (!made.contains('packs')) database.createObjectStore('packs', { keyPath: 'id' });
          for (const part of PARTS) if (!made.contains(part)) database.createObjectStore(part);
        },
        blocking: (_current, _next, event) => {
          (event.target as IDBDatabase).close();
          forget();
        },
        terminated: forget,
      }),
    );
    opened.catch(forget);
    return opened;
  };
  const ask = async <T>(what: string, job: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> =>
    within(ANSWER_MS, what, job(await db()));

  /** Deletes what the pointer does not name; nothing where the pointer is damaged, for what it leads to may still be the
   * reader's pack. The pointer is read in the transaction that deletes: one that is swapped late is not deprived of its pack. */
  const dropGenerations = async (database: IDBPDatabase<Schema>, id: string): Promise<void> => {
    const tx = database.transaction(['packs', ...PARTS], 'readwrite');
    const pointer = await tx.objectStore('packs').get(id);
    const keys = pointer && !isWhole(pointer) ? [] : await tx.objectStore('indexes').getAllKeys(under(id));
    const old = keys.map(([, generation]) => generation).filter((generation) => generation !== pointer?.generation);
    await Promise.all([
      ...old.flatMap((generation) => [
        tx.objectStore('indexes').delete([id, generation]),
        tx.objectStore('briefs').delete(under(id, generation)),
        tx.objectStore('cards').delete(under(id, generation)),
        tx.objectStore('texts').delete([id, generation]),
      ]),
      tx.done,
    ]);
  };

  /** Deletes the old pack, or what was staged of a new one when that failed: the disk may be full. What cannot be deleted changes
   * nothing of what was done; a later sweep finds it. */
  const tidy = async (id: string): Promise<void> => {
    try {
      await within(TEXT_MS, 'deleting what is old', dropGenerations(await db(), id));
    } catch (cause) {
      console.warn(`Sidelight: what is left of ${id} is still in the store`, cause);
    }
  };
  const sweepAll = async (): Promise<void> => {
    const keys = await ask('listing generations', (d) => d.getAllKeys('indexes'));
    for (const id of new Set(keys.map(([pack]) => pack))) await tidy(id);
  };

  /** Writes all of a generation; no pointer names it yet. */
  const stage = async (record: PackRecord, bytes: Uint8Array<ArrayBuffer>, cards: Iterable<Card>, pack: Pack): Promise<void> => {
    const { id, generation } = record;
    // The index goes first: its key is what a later sweep finds the leftovers by.
    await ask('writing an index', (d) => d.put('indexes', bytes, [id, generation]));
    await within(TEXT_MS, 'writing a pack', (await db()).put('texts', pack, [id, generation]));
    let n = 0;
    for (const chunk of chunked(cards, CHUNK)) {
      await ask('writing cards', async (d) => {
        const tx = d.transaction(['briefs', 'cards'], 'readwrite');
        for (const card of chunk) {
          void tx.objectStore('briefs').put(briefOf(card), [id, generation, n++]);
          void tx.objectStore('cards').put(card, [id, generation, card.claim.id]);
        }
        await tx.done;
      });
    }
  };

  return {
    list: () => ask('listing packs', (database) => database.getAll('packs')),
    bytes: (pack) =>
      ask('reading an index', async (database) => {
        const bytes: unknown = await database.get('indexes', [pack.id, pack.generation]);
        if (!(bytes instanceof Uint8Array)) throw new Error(`index of ${pack.id}: expected bytes, got ${typeof bytes}`);
        return new Uint8Array(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.byteLength);
      }),
    briefs: (pack, claims) =>
      ask('reading claims', async (database) => {
        const store = database.transaction('briefs').store;
        const found = await Promise.all(claims.map((n) => store.get([pack.id, pack.generation, n])));
        return found.map((brief, i) => {
          if (!isBrief(brief)) throw new Error(`claim ${claims[i]} of ${pack.id} is not in the store, or damaged`);
          return brief;
        });
      }),
    card: (pack, claim) =>
      ask('reading a card', async (database) => {
        const { store } = database.transaction('cards');
        const card = await store.get([pack.id, pack.generation, claim]);
        if (isCard(card, claim)) return card;
        // Every claim has one: where none is lost, this is not of the pack.
        if (card === undefined && (await store.count(under(pack.id, pack.generation))) >= pack.claims) return null;
        throw new Error(`the card of ${claim} is not in the store, or damaged`);
      }),
    pack: async (pack) =>
      within(TEXT_MS, 'reading a pack', (await db()).get('texts', [pack.id, pack.generation])).then((text) => text ?? null),
    put: (facts, bytes, cards, pack, instead) =>
      alone(async () => {
        const { id } = facts;
        const before = await ask('reading a pointer', (d) => d.get('packs', id));
        if (instead !== undefined && before?.generation !== instead.generation)
          throw new Error(`${id}: expected generation ${instead.generation}, got ${before?.generation ?? 'none'}`);
        // Whatever is staged now is of nobody who still lives, and may be what fills the disk.
        await sweepAll();
        const keys = await ask('reading generations', (d) => d.getAllKeys('indexes', under(id)));
        const taken = [before && isWhole(before) ? before.generation : 0, ...keys.map(([, generation]) => generation)];
        const record: PackRecord = { ...facts, generation: 1 + Math.max(...taken) };
        try {
          await stage(record, bytes, cards, pack);
          await ask('swapping the pack', (d) => d.put('packs', record));
        } finally {
          await tidy(id);
        }
        return record;
      }),
    remove: (id) =>
      alone(async () => {
        await ask('removing a pack', (d) => d.delete('packs', id));
        await tidy(id);
      }),
    sweep: () => alone(sweepAll),
  };
}

const balance = v.object({ corroborates: count, rebuts: count, context: count, repeats: count });
const brief = v.object({ claim: text, statement: text, topic: text, standing: v.nullable(text), balance });
const isBrief = (stored: unknown): stored is Brief => v.is(brief, stored);
const isCard = (stored: Card | undefined, claim: string): stored is Card =>
  typeof stored === 'object' && stored?.claim?.id === claim && isBrief(briefOf(stored));

export const briefOf = ({ claim, standing, balance }: Card): Brief => ({
  claim: claim.id,
  statement: claim.statement,
  topic: claim.topic,
  standing,
  balance,
});

function* chunked<T>(items: Iterable<T>, size: number): Generator<readonly T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length === size) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
