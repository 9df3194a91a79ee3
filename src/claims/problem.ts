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

const quoted = (text: string): string => JSON.stringify(text.toWellFormed());

/** Problems as lines of text, the first `most` of them. */
export function listed(problems: readonly Problem[], most: number): string[] {
  const lines = problems
    .slice(0, most)
    .map(({ path, expected, got }) => `${path === '' ? 'the file' : path}: expected ${expected}, got ${got}`);
  return problems.length > most ? [...lines, `… and ${problems.length - most} more`] : lines;
}
