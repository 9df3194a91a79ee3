// What a schema of single values cannot see: ids used twice, ids that lead nowhere, relays that run in a circle.
import type { Problem } from './problem.ts';
import { said } from './problem.ts';
import type { Pack } from './types.ts';

/** No honest chain of reprints is longer; a web of thousands would make every card slow. */
export const ANCESTORS_LIMIT = 32;

type Add = (problem: Problem) => boolean;

export function checkReferences(pack: Pack, add: Add): void {
  const ids = {
    source: unique(pack.sources, 'sources', add),
    document: unique(pack.documents, 'documents', add),
    group: unique(pack.thesaurus, 'thesaurus', add),
  };
  unique(pack.claims, 'claims', add);
  for (const { path, to, id } of references(pack)) {
    if (!ids[to].has(id) && !add({ path, expected: `the id of a ${to} of this pack`, got: said(id) })) return;
  }
  checkRelays(pack, add);
}

interface Reference {
  readonly path: string;
  readonly to: 'source' | 'document' | 'group';
  readonly id: string;
}

/** Every place of a pack that names another by its id. */
function* references(pack: Pack): Generator<Reference> {
  for (const [i, { source }] of pack.documents.entries()) yield { path: `documents[${i}].source`, to: 'source', id: source };
  for (const [i, { relays = [] }] of pack.sources.entries()) yield* each(relays, `sources[${i}].relays`, 'source');
  for (const [i, { origin, passages, evidence }] of pack.claims.entries()) {
    yield { path: `claims[${i}].origin`, to: 'source', id: origin };
    for (const [j, { document }] of passages.entries())
      yield { path: `claims[${i}].passages[${j}].document`, to: 'document', id: document };
    for (const [j, { source }] of evidence.entries()) {
      if (source !== null) yield { path: `claims[${i}].evidence[${j}].source`, to: 'source', id: source };
    }
  }
  for (const [i, group] of pack.thesaurus.entries()) {
    for (const key of ['stands_for', 'opposite', 'related'] as const)
      yield* each(group[key] ?? [], `thesaurus[${i}].${key}`, 'group');
    for (const [j, { near }] of (group.ambiguous ?? []).entries())
      yield* each(near, `thesaurus[${i}].ambiguous[${j}].near`, 'group');
  }
}

function* each(ids: readonly string[], path: string, to: Reference['to']): Generator<Reference> {
  for (const [position, id] of ids.entries()) yield { path: `${path}[${position}]`, to, id };
}

function unique(list: readonly { readonly id: string }[], name: string, add: Add): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const [position, { id }] of list.entries()) {
    if (ids.has(id) && !add({ path: `${name}[${position}].id`, expected: 'an id that no other item has', got: said(id) })) break;
    ids.add(id);
  }
  return ids;
}

/** No source may reach itself, nor more than a few others. */
function checkRelays(pack: Pack, add: Add): void {
  const relays = new Map(pack.sources.map((source) => [source.id, source.relays ?? []]));
  for (const [position, source] of pack.sources.entries()) {
    const problem = problemOfRelays(source.id, relays);
    if (problem !== null && !add({ path: `sources[${position}].relays`, ...problem })) return;
  }
}

function problemOfRelays(source: string, relays: ReadonlyMap<string, readonly string[]>): Omit<Problem, 'path'> | null {
  const direct = relays.get(source) ?? [];
  if (direct.length === 0) return null;
  const seen = new Set(direct);
  // A Set's iterator also visits what is added on the way.
  for (const id of seen) {
    if (id === source) return { expected: 'relays that do not run in a circle', got: `a way from ${said(id)} back to itself` };
    if (seen.size > ANCESTORS_LIMIT)
      return { expected: `a source that descends from at most ${ANCESTORS_LIMIT} others`, got: 'more' };
    for (const relayed of relays.get(id) ?? []) seen.add(relayed);
  }
  return null;
}
