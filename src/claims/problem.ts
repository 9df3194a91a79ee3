// What went wrong, for people. Of a pack: where, what was expected, what came.

export interface Problem {
  /** Such as "claims[3].evidence[0].date"; empty for the whole. */
  readonly path: string;
  readonly expected: string;
  readonly got: string;
}

const SHOWN = 60;

/** A value in few words. */
export function said(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (typeof value === 'string')
    return value.length > SHOWN ? `${quoted(value.slice(0, SHOWN))}… (${value.length} characters)` : quoted(value);
  if (Array.isArray(value)) return `a list of ${value.length}`;
  return typeof value === 'object' ? 'an object' : String(value);
}

/** What was thrown, in words. */
export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

/** Keys that are named of an object of no type. */
const NAMED_KEYS = 5;

/** What a file looks like: its type where it has one, else its keys. */
export function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `${said(value)} that begins with ${shape(value[0])}`;
  return shape(value);
}

function shape(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return said(value);
  const type = Object.hasOwn(value, '@type') ? (value as { '@type': unknown })['@type'] : undefined;
  if (typeof type === 'string') return `an object of type ${said(type)}`;
  const keys = Object.keys(value);
  const named = keys.slice(0, NAMED_KEYS).map(said).join(', ');
  return keys.length === 0 ? 'an empty object' : `an object with ${named}${keys.length > NAMED_KEYS ? ' and more' : ''}`;
}

const quoted = (text: string): string => JSON.stringify(text.toWellFormed());

/** Problems as lines of text, the first `most` of them. */
export function listed(problems: readonly Problem[], most: number): string[] {
  const lines = problems
    .slice(0, most)
    .map(({ path, expected, got }) => `${path === '' ? 'the file' : path}: expected ${expected}, got ${got}`);
  return problems.length > most ? [...lines, `… and ${problems.length - most} more`] : lines;
}
