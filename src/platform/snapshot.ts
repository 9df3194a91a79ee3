// All stored settings at once: for export, for import, and for taking back whatever was just done.
import { areas, difference, type Snapshot, toUndo } from './backup.ts';
import { type Area, siteKey, VERSION } from './settings-items.ts';
import { drop, put, readArea } from './storage.ts';

export async function snapshot(): Promise<Snapshot> {
  const [sync, local] = await Promise.all([readArea('sync'), readArea('local')]);
  return { sync, local };
}

/** Makes the storage hold `wanted`. When that fails half-way, what stood there is put back, and the call rejects. */
export const restore = async (wanted: Snapshot): Promise<void> => bringAll(wanted, await snapshot());

/** Takes back what changed from `before` to `after`, but not what was chosen since: in a page, in the popup, on another device.
 * Fails as `restore` does. */
export async function takeBack(before: Snapshot, after: Snapshot): Promise<void> {
  const now = await snapshot();
  const keys = (area: Area): ReadonlySet<string> => toUndo(now[area], before[area], after[area]);
  await bringAll(before, now, { sync: keys('sync'), local: keys('local') });
}

/** Removes every setting; imported packs stay. */
export const reset = (): Promise<void> => restore({ sync: {}, local: {} });

/** `only`: other keys stay as they are. */
async function bringAll(wanted: Snapshot, before: Snapshot, only?: Readonly<Record<Area, ReadonlySet<string>>>): Promise<void> {
  try {
    for (const area of areas) await bring(area, wanted[area], only?.[area]);
  } catch (cause) {
    for (const area of areas) await bring(area, before[area], only?.[area]);
    throw cause;
  }
}

async function bring(area: Area, wanted: Snapshot[Area], only?: ReadonlySet<string>): Promise<void> {
  const { set, remove } = difference((await snapshot())[area], wanted);
  const isMine = (key: string): boolean => only?.has(key) ?? true;
  const gone = remove.filter(isMine);
  const items = Object.fromEntries(Object.entries(set).filter(([key]) => isMine(key)));
  // Room first: the browser's sync holds some 500 items.
  if (gone.length > 0) await drop(area, ...gone);
  if (Object.keys(items).length > 0) await put(area, items);
}

/** Adds site rules in one write: all or none. */
export async function addRules(rules: ReadonlyMap<string, boolean>): Promise<void> {
  const items = Object.fromEntries([...rules].map(([site, on]) => [siteKey(site), { v: VERSION, on }]));
  await put('sync', items);
}
