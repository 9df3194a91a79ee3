// "Export everything, import everything": all that the reader chose, as one JSON file. A file is checked wholly before the
// first item is written, and what stood before is put back when writing fails: nothing is lost by a bad file. What the storage
// holds and nobody understands goes into the file as what was set aside: a file of ours is never one that we refuse.
import * as v from 'valibot';
import { messageOf } from '../claims/problem.ts';
import { type Area, asideKey, readItems } from './settings-items.ts';

const FORMAT = 'sidelight-settings';

type Items = Readonly<Record<string, unknown>>;
export interface Snapshot {
  readonly sync: Items;
  readonly local: Items;
}
export interface Backup extends Snapshot {
  /** Imported packs as they were checked; they are checked again. */
  readonly packs: readonly unknown[];
}

const items = v.record(v.string(), v.unknown());
const file = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  sync: items,
  local: items,
  packs: v.optional(v.array(v.unknown()), []),
});

/** Notes of the diagnostics are no settings. */
const kept = (found: Items): Items => Object.fromEntries(Object.entries(found).filter(([key]) => !key.startsWith('log:')));

export function backupOf(snapshot: Snapshot, packs: readonly unknown[], facts: { exported: string; extension: string }): string {
  const { aside } = readItems(snapshot.sync, snapshot.local);
  const readable = (area: Area): Items => {
    const not = new Set(aside.filter((one) => one.area === area).map(({ key }) => key));
    return Object.fromEntries(Object.entries(kept(snapshot[area])).filter(([key]) => !not.has(key)));
  };
  const set = Object.fromEntries(aside.map(({ area, key, item }) => [asideKey(area, key), item]));
  const [sync, local] = [readable('sync'), { ...readable('local'), ...set }];
  return JSON.stringify({ format: FORMAT, version: 1, ...facts, sync, local, packs }, null, 1);
}

export type ReadBackup =
  | { readonly ok: true; readonly backup: Backup }
  | { readonly ok: false; readonly problems: readonly string[] };

/** @param text of the file */
export function readBackup(text: string): ReadBackup {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return { ok: false, problems: [messageOf(cause)] };
  }
  const read = v.safeParse(file, json);
  if (!read.success)
    return { ok: false, problems: read.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`) };
  const { sync, local, packs } = read.output;
  const { aside } = readItems(sync, local);
  if (aside.length > 0) return { ok: false, problems: aside.map(({ area, key }) => `${area}, ${key}: not understood`) };
  return { ok: true, backup: { sync: kept(sync), local: kept(local), packs } };
}

const same = (key: string, one: Items, other: Items): boolean => JSON.stringify(one[key]) === JSON.stringify(other[key]);

/** What is to be written and removed in an area so that it holds `wanted` and nothing else but notes. */
export function difference(now: Items, wanted: Items): { readonly set: Items; readonly remove: readonly string[] } {
  return {
    set: Object.fromEntries(Object.entries(kept(wanted)).filter(([key]) => !same(key, now, wanted))),
    remove: Object.keys(kept(now)).filter((key) => !Object.hasOwn(wanted, key)),
  };
}

/** Keys that can be given their value of `before` again: `after` has another, and nobody has changed it since. */
export function toUndo(now: Items, before: Items, after: Items): ReadonlySet<string> {
  const { set, remove } = difference(after, before);
  return new Set([...Object.keys(set), ...remove].filter((key) => same(key, now, after)));
}

const rules = v.object({ sites: v.record(v.string(), v.boolean()) });

/** Site rules from a file of their own or from a whole backup, of which only they need to be readable; problems in words. */
export function readRules(
  text: string,
  isSite: (site: string) => boolean,
): { rules: ReadonlyMap<string, boolean> } | { problems: readonly string[] } {
  try {
    const json: unknown = JSON.parse(text);
    const whole = v.safeParse(file, json);
    if (whole.success) return { rules: readItems(whole.output.sync, {}).settings.sites };
    const read = v.safeParse(rules, json);
    if (!read.success) return { problems: read.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`) };
    const wrong = Object.keys(read.output.sites).filter((site) => !isSite(site));
    if (wrong.length > 0) return { problems: wrong.slice(0, 10).map((site) => `${site}: not a site`) };
    return { rules: new Map(Object.entries(read.output.sites)) };
  } catch (cause) {
    return { problems: [messageOf(cause)] };
  }
}

export const areas = ['sync', 'local'] as const satisfies readonly Area[];
