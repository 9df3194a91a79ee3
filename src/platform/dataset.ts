// Everything that the stored packs say, for the dataset page. Reads only.
import type { Pack } from '../claims/types.ts';
import { type PackStore, packStore } from './pack-store.ts';
import { askStatus } from './tabs.ts';

export interface StoredPack {
  readonly pack: Pack;
  readonly imported: boolean;
}

/** The packs, the bundled one first. Rejects when the store cannot be read. */
export async function readPacks(store: PackStore = packStore()): Promise<readonly StoredPack[]> {
  // The background compiles and stores the bundled pack when it is first asked for anything.
  await askStatus().catch((cause) => console.debug('Sidelight: no status', cause));
  const records = await store.list();
  const packs = await Promise.all(
    records.map(async (record) => ({ pack: await store.pack(record), imported: record.imported, name: record.name })),
  );
  return packs
    .flatMap(({ pack, imported, name }) => {
      if (pack === null) console.warn(`Sidelight: the texts of ${name} are not in the store`);
      return pack === null ? [] : [{ pack, imported }];
    })
    .sort((a, b) => Number(a.imported) - Number(b.imported));
}
