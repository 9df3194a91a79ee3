// The address of everything in the dataset page, by the hash: `#claim/PACK/K6`, `#source/PACK/ID`, `#find?q=nato`.
import { GROUPS, type Group } from '../standing.ts';

/** What a reader looks for. Dates are ISO, empty where any will do. */
export interface Query {
  readonly words: string;
  /** Empty: every group. */
  readonly groups: ReadonlySet<Group>;
  /** A part of a source's publisher, title or author. */
  readonly source: string;
  readonly from: string;
  readonly to: string;
}
export const EVERYTHING: Query = { words: '', groups: new Set(), source: '', from: '', to: '' };

export type Route =
  | { readonly kind: 'find'; readonly query: Query }
  | { readonly kind: 'claim' | 'source'; readonly pack: string; readonly id: string };

/** The route of a hash; the search for everything where it is none of ours. */
export function routeOf(hash: string): Route {
  const [, kind, pack, id] = /^#(claim|source)\/([^/]+)\/(.+)$/u.exec(hash) ?? [];
  if ((kind === 'claim' || kind === 'source') && pack !== undefined && id !== undefined)
    return { kind, pack: decoded(pack), id: decoded(id) };
  const [, search] = /^#find\?(.*)$/u.exec(hash) ?? [];
  return { kind: 'find', query: search === undefined ? EVERYTHING : queryOf(new URLSearchParams(search)) };
}

function queryOf(search: URLSearchParams): Query {
  const day = (name: string): string => /^\d{4}-\d\d-\d\d$/u.exec(search.get(name) ?? '')?.[0] ?? '';
  const asked = (search.get('standing') ?? '').split(',');
  return {
    words: search.get('q') ?? '',
    groups: new Set(GROUPS.filter((group) => asked.includes(group))),
    source: search.get('source') ?? '',
    from: day('from'),
    to: day('to'),
  };
}

/** The hash of a route; `routeOf` gives the route back. */
export function hashOf(route: Route): string {
  if (route.kind !== 'find') return `#${route.kind}/${encodeURIComponent(route.pack)}/${encodeURIComponent(route.id)}`;
  const { words, groups, source, from, to } = route.query;
  const search = new URLSearchParams();
  const asked = { q: words, standing: GROUPS.filter((group) => groups.has(group)).join(), source, from, to };
  for (const [name, value] of Object.entries(asked)) if (value !== '') search.set(name, value);
  return search.size === 0 ? '#find' : `#find?${search}`;
}

/** A hash that somebody typed may hold a broken escape. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    if (cause instanceof URIError) return text;
    throw cause;
  }
}
