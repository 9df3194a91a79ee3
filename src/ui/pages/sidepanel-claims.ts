// Which claims of the page the panel lists: grouped, filtered, and the one that the reader has before the eyes.
import type { Standing } from '../../claims/types.ts';
import type { ReaderState } from '../../platform/messages.ts';

export type Passage = ReaderState['passages'][number];
/** Opinions and forecasts get no standing; here they are a group of their own. */
export type Group = Standing | 'opinion';
export const GROUPS: readonly Group[] = ['corroborated', 'rebutted', 'contested', 'unsupported', 'opinion'];

/** A claim with all its passages on this page. */
export interface Entry {
  readonly key: string;
  readonly first: Passage;
  readonly passages: readonly Passage[];
}

export interface Filter {
  /** Empty: every group. */
  readonly groups: ReadonlySet<Group>;
  readonly topic: string | null;
}
export const NO_FILTER: Filter = { groups: new Set(), topic: null };

export const groupOf = (standing: Standing | null): Group => standing ?? 'opinion';

/** One entry a claim, in the order of their first passages. */
export function entriesOf(passages: readonly Passage[]): readonly Entry[] {
  const entries = new Map<string, Passage[]>();
  for (const passage of passages) {
    const key = `${passage.found.pack}/${passage.found.claim}`;
    const known = entries.get(key);
    if (known === undefined) entries.set(key, [passage]);
    else known.push(passage);
  }
  return [...entries].flatMap(([key, all]) => (all[0] === undefined ? [] : [{ key, first: all[0], passages: all }]));
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
