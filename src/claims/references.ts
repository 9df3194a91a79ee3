// What a schema of single values cannot see: ids used twice, ids that lead nowhere, relays and groups that run in a circle.
import type { Problem } from './problem.ts';
import { said } from './problem.ts';
import type { Pack } from './types.ts';
import { faultsOf } from './ways.ts';

/** No honest chain of reprints is longer; a web of thousands would make every card slow. */
const ANCESTORS_LIMIT = 32;
/** No honest expression means more groups: the United Nations have 193 members. */
const MEANT_LIMIT = 200;

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
  checkWays(pack.sources, 'sources', 'relays', ANCESTORS_LIMIT, add);
  checkWays(pack.thesaurus, 'thesaurus', 'stands_for', MEANT_LIMIT, add);
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

/** Nothing may reach itself along its lists under `key`, nor more than a few others. */
function checkWays<Key extends string>(
  items: readonly ({ readonly id: string } & { readonly [K in Key]?: readonly string[] | undefined })[],
  name: string,
  key: Key,
  limit: number,
  add: Add,
): void {
  const faults = faultsOf(
    items.map((item) => ({ id: item.id, to: item[key] ?? [] })),
    limit,
  );
  for (const [position, { id }] of items.entries()) {
    const fault = faults.get(position);
    if (fault === undefined) continue;
    const problem =
      fault === 'circle'
        ? { expected: `"${key}" that does not run in a circle`, got: `a way from ${said(id)} back to itself` }
        : { expected: `"${key}" that leads to at most ${limit} others`, got: 'more' };
    if (!add({ path: `${name}[${position}].${key}`, ...problem })) return;
  }
}
