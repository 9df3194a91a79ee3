// Reads a pack from foreign JSON: fresh objects of known keys, or a list of problems in plain words. Fails closed.
import * as v from 'valibot';
import { head, limits, lists } from './pack-schema.ts';
import { type Problem, said } from './problem.ts';
import { checkReferences } from './references.ts';
import type { Pack } from './types.ts';

export type { Problem } from './problem.ts';
export type Parsed = { readonly ok: true; readonly pack: Pack } | { readonly ok: false; readonly problems: readonly Problem[] };

/** More would not be read by anyone, and a hostile pack must not make a list as long as itself. */
const PROBLEMS_LIMIT = 200;

/**
 * Checks a pack and copies what it knows of it. Unknown keys are dropped (`pack check` reports them).
 * @param json what `JSON.parse` gave; never changed, never kept
 */
export function parsePack(json: unknown): Parsed {
  const problems: Problem[] = [];
  const add = (problem: Problem): boolean => {
    if (problems.length < PROBLEMS_LIMIT) problems.push(problem);
    return problems.length < PROBLEMS_LIMIT;
  };
  const top = v.safeParse(head, json);
  if (!top.success) for (const issue of top.issues) add(problemOf(issue, ''));
  if (!isRecord(json)) return { ok: false, problems };
  const documents = items(json, 'documents', add);
  const sources = items(json, 'sources', add);
  const claims = items(json, 'claims', add);
  const thesaurus = items(json, 'thesaurus', add);
  const unused = !('unused_facts' in json) ? undefined : items(json, 'unused_facts', add);
  if (!top.success || problems.length > 0) return { ok: false, problems };
  const pack: Pack = { ...top.output, documents, sources, claims, thesaurus, ...(unused && { unused_facts: unused }) };
  checkReferences(pack, add);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, pack };
}

/** The first thing wrong with an item of one of a pack's lists, or null: for makers of packs who would rather leave it out. */
export function problemIn(name: keyof typeof lists, item: unknown): Problem | null {
  const { issues } = v.safeParse(lists[name], item);
  return issues === undefined ? null : problemOf(issues[0], '');
}

const isRecord = (json: unknown): json is Readonly<Record<string, unknown>> =>
  typeof json === 'object' && json !== null && !Array.isArray(json);

/** Item by item, so that a list of a million bad ones is left after the first few hundred. */
function items<Name extends keyof typeof lists>(
  json: Readonly<Record<string, unknown>>,
  name: Name,
  add: (problem: Problem) => boolean,
): v.InferOutput<(typeof lists)[Name]>[] {
  const list = Object.hasOwn(json, name) ? json[name] : undefined;
  const limit = limits[name];
  const read: v.InferOutput<(typeof lists)[Name]>[] = [];
  if (!Array.isArray(list) || list.length > limit) {
    add({
      path: name,
      expected: `a list of at most ${limit} items`,
      got: Array.isArray(list) ? `${list.length} items` : said(list),
    });
    return read;
  }
  const schema = lists[name];
  for (const [position, item] of list.entries()) {
    const result = v.safeParse(schema, item);
    if (result.success) read.push(result.output as v.InferOutput<(typeof lists)[Name]>);
    else for (const issue of result.issues) if (!add(problemOf(issue, `${name}[${position}]`))) return read;
  }
  return read;
}

function problemOf(issue: v.BaseIssue<unknown>, at: string): Problem {
  const missing =
    issue.kind === 'schema' && issue.type === 'object' && issue.received === 'undefined' && issue.path !== undefined;
  const steps = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`));
  const path = `${at}${steps.join('')}`.replace(/^\./, '');
  return { path, expected: missing ? 'this key' : issue.message, got: said(issue.input) };
}
