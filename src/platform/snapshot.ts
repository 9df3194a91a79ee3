// All stored settings at once: for export, for import, and for taking back whatever was just done.
import { areas, difference, type Snapshot } from './backup.ts';
import { siteKey, VERSION } from './settings-items.ts';
import { drop, put, readArea } from './storage.ts';

export async function snapshot(): Promise<Snapshot> {
  const [sync, local] = await Promise.all([readArea('sync'), readArea('local')]);
  return { sync, local };
}

/** Makes the storage hold `wanted`. When that fails half-way, what stood there is put back, and the call rejects. */
export async function restore(wanted: Snapshot): Promise<void> {
  const before = await snapshot();
  try {
    for (const area of areas) await bring(area, wanted);
  } catch (cause) {
    for (const area of areas) await bring(area, before);
    throw cause;
  }
}

/** Removes every setting; imported packs stay. */
export const reset = (): Promise<void> => restore({ sync: {}, local: {} });

async function bring(area: (typeof areas)[number], wanted: Snapshot): Promise<void> {
  const now = (await snapshot())[area];
  const { set, remove } = difference(now, wanted[area]);
  // Room first: the browser's sync holds some 500 items.
  if (remove.length > 0) await drop(area, ...remove);
  if (Object.keys(set).length > 0) await put(area, set);
}

/** Adds site rules in one write: all or none. */
export async function addRules(rules: ReadonlyMap<string, boolean>): Promise<void> {
  const items = Object.fromEntries([...rules].map(([site, on]) => [siteKey(site), { v: VERSION, on }]));
  await put('sync', items);
}
