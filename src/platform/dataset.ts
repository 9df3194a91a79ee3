// Everything that the stored packs say, for the dataset page and for export. Reads only.
import { messageOf } from '../claims/problem.ts';
import type { Pack } from '../claims/types.ts';
import { isWhole, type PackStore, packStore } from './pack-store.ts';
import { askStatus } from './tabs.ts';

export interface StoredPack {
  readonly pack: Pack;
  readonly imported: boolean;
}

export interface StoredTexts {
  readonly packs: readonly StoredPack[];
  /** Packs that are in the store and cannot be had, each with its reason. */
  readonly problems: readonly string[];
}

/** The texts of all packs that can be read: one that is damaged does not keep the others back. Rejects when the store does. */
export async function readTexts(store: PackStore): Promise<StoredTexts> {
  const problems: string[] = [];
  const read = (await store.list()).map(async (record): Promise<readonly StoredPack[]> => {
    try {
      if (!isWhole(record)) throw new Error('its entry in the store is damaged');
      const pack = await store.pack(record);
      if (pack === null) throw new Error('its text is not in the store');
      return [{ pack, imported: record.imported }];
    } catch (cause) {
      problems.push(`${typeof record.name === 'string' ? record.name : record.id}: ${messageOf(cause)}`);
      return [];
    }
  });
  return { packs: (await Promise.all(read)).flat(), problems };
}

/** The packs, the bundled one first. Rejects when the store cannot be read. */
export async function readPacks(store: PackStore = packStore()): Promise<readonly StoredPack[]> {
  // The background compiles and stores the bundled pack when it is first asked for anything.
  await askStatus().catch((cause) => console.debug('Sidelight: no status', cause));
  const { packs, problems } = await readTexts(store);
  for (const problem of problems) console.warn(`Sidelight: ${problem}`);
  return [...packs].sort((a, b) => Number(a.imported) - Number(b.imported));
}
