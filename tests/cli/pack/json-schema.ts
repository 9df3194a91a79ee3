// The published JSON Schema of packs, made from the schema that the extension applies: editors complete and check by it.
// What JSON Schema cannot say (references, relays, characters to strip) stays with `pack check`.
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { head, limits, lists } from '../../../src/claims/pack-schema.ts';

const whole = v.object({
  ...head.entries,
  documents: v.pipe(v.array(lists.documents), v.maxLength(limits.documents)),
  sources: v.pipe(v.array(lists.sources), v.maxLength(limits.sources)),
  claims: v.pipe(v.array(lists.claims), v.maxLength(limits.claims)),
  thesaurus: v.pipe(v.array(lists.thesaurus), v.maxLength(limits.thesaurus)),
  unused_facts: v.optional(v.pipe(v.array(lists.unused_facts), v.maxLength(limits.unused_facts))),
});

/** As text, with a newline at the end: the content of assets/packs/pack.schema.json. */
export function jsonSchema(): string {
  // Checks and transformations have no counterpart in JSON Schema; leaving them out makes it laxer, never stricter.
  const { $schema: _, ...schema } = toJsonSchema(whole, { target: 'draft-2020-12', typeMode: 'input', errorMode: 'ignore' });
  const named = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Pack of claims for Sidelight',
    ...(closed(schema) as object),
  };
  return `${JSON.stringify(named, null, 2)}\n`;
}

/** The extension drops unknown keys; an editor should mark them, for most are misspelt. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).map(([key, value]) => [key, closed(value)]);
  return Object.fromEntries(
    'properties' in schema
      ? [...entries.filter(([key]) => key !== 'additionalProperties'), ['additionalProperties', false]]
      : entries,
  );
}
