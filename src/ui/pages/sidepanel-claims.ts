// Which claims of the page the panel lists: grouped, filtered, and the one that the reader has before the eyes.
import type { ReaderState } from '../../platform/messages.ts';
import { GROUPS, type Group, groupOf } from '../standing.ts';

export type Passage = ReaderState['passages'][number];

/** A claim with all its passages on this page. */
export interface Entry {
  readonly key: string;
  readonly first: Passage;
  readonly passages: readonly [Passage, ...Passage[]];
}

export interface Filter {
  /** Empty: every group. */
  readonly groups: ReadonlySet<Group>;
  readonly topic: string | null;
}
export const NO_FILTER: Filter = { groups: new Set(), topic: null };

/** One entry a claim, in the order of their first passages. */
export function entriesOf(passages: readonly Passage[]): readonly Entry[] {
  const byClaim = Map.groupBy(passages, ({ found }) => `${found.pack}/${found.claim}`);
  return [...byClaim].flatMap(([key, [first, ...others]]) =>
    first === undefined ? [] : [{ key, first, passages: [first, ...others] }],
  );
}

export const shownBy = (filter: Filter, entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ first: { found } }) => {
    const wanted = filter.groups.size === 0 || filter.groups.has(groupOf(found.standing));
    return wanted && (filter.topic === null || filter.topic === found.topic);
  });

/** How many claims each group has; groups without any are left out. */
export function countsOf(entries: readonly Entry[]): readonly { readonly group: Group; readonly count: number }[] {
  const count = (group: Group): number => entries.filter(({ first }) => groupOf(first.found.standing) === group).length;
  return GROUPS.map((group) => ({ group, count: count(group) })).filter(({ count }) => count > 0);
}

/** Topics in the order of the alphabet of `language`. */
export const topicsOf = (entries: readonly Entry[], language: string): readonly string[] =>
  [...new Set(entries.map(({ first }) => first.found.topic))].sort(new Intl.Collator(language).compare);

/** Topics are short ids in a pack ("ukraine-politics"): shown as words. */
export const topicInWords = (topic: string): string => topic.replaceAll(/[-_]+/gu, ' ');

/** The entry of the topmost passage in view that is listed; null when none is. */
export function currentOf(entries: readonly Entry[], inView: readonly number[]): Entry | null {
  for (const passage of inView) {
    const entry = entries.find(({ passages }) => passages.some((one) => one.passage === passage));
    if (entry !== undefined) return entry;
  }
  return null;
}
