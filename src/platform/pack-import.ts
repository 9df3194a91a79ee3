// An import as a job with two steps: read and check (nothing is stored), then, when the reader has seen what it is, compile
// and store. Runs in a worker, for a large pack takes seconds; ends without a trace when the worker is stopped, for the
// store swaps its pointer last. What needs a DOM is asked of the page. Both sides name the reading that they speak of by its
// number: two files chosen one after the other would else be taken for each other.
import { type Imported, readImport } from '../claims/import.ts';
import { listed, messageOf } from '../claims/problem.ts';
import type { Pack } from '../claims/types.ts';
import type { PackStore } from './pack-store.ts';
import { type Engine, install } from './packs.ts';

interface Numbered {
  /** Of the reading that this belongs to. */
  readonly request: number;
}
export type ToImport = Numbered &
  (
    | {
        readonly kind: 'read';
        readonly text: string;
        readonly name: string;
        readonly today: string;
        readonly taken: readonly string[];
        /** From a backup. */
        readonly again: boolean;
      }
    | { readonly kind: 'cleaned'; readonly texts: readonly string[] }
    | { readonly kind: 'install' }
  );

export interface Preview {
  readonly id: string;
  readonly source: 'pack' | 'reviews';
  readonly name: string;
  readonly version: string;
  readonly publisher: string;
  readonly licence: string;
  readonly language: string;
  readonly updated: string;
  readonly description: string;
  readonly claims: number;
  readonly sources: number;
  /** The first statements. */
  readonly statements: readonly string[];
  /** Items that were left out, each with its reason. */
  readonly skipped: readonly string[];
  /** Version of the pack that this one would replace; null where there is none. */
  readonly replaces: string | null;
}
export type FromImport = Numbered &
  (
    | { readonly kind: 'clean'; readonly texts: readonly string[] }
    | { readonly kind: 'preview'; readonly preview: Preview }
    | { readonly kind: 'refused'; readonly problems: readonly string[] }
    | { readonly kind: 'installed'; readonly pack: string }
  );

const STATEMENTS = 5;
const PROBLEMS = 20;

/** The worker's side. Every failure is told as `refused`; the job may then begin anew. */
export function importJob(
  engine: Omit<Engine, 'open'>,
  store: PackStore,
  post: (message: FromImport) => void,
): (message: ToImport) => Promise<void> {
  /** The reading that was asked for last; others are given up. */
  let latest = 0;
  let staged: Pack | null = null;
  let cleaned: ((texts: readonly string[]) => void) | null = null;

  const read = async (message: Extract<ToImport, { kind: 'read' }>): Promise<void> => {
    const { request } = message;
    latest = request;
    staged = null;
    cleaned = null;
    const clean = (texts: readonly string[]): Promise<readonly string[]> => {
      if (texts.length === 0) return Promise.resolve([]);
      return new Promise((resolve) => {
        cleaned = resolve;
        post({ kind: 'clean', request, texts });
      });
    };
    const result = await readImport(message.text, message, clean);
    if (!result.ok) return post({ kind: 'refused', request, problems: listed(result.problems, PROBLEMS) });
    const before = (await store.list()).find(({ id }) => id === result.pack.id);
    if (request !== latest) return;
    staged = result.pack;
    post({ kind: 'preview', request, preview: previewOf(result, before?.version ?? null) });
  };
  const finish = async ({ request }: ToImport): Promise<void> => {
    if (staged === null || request !== latest) throw new Error('expected a pack that was read, got none');
    const { id } = await install(engine, store, staged, `imported ${staged.version}`, true);
    staged = null;
    post({ kind: 'installed', request, pack: id });
  };
  return async (message) => {
    const { kind, request } = message;
    if (kind === 'cleaned') return request === latest ? cleaned?.(message.texts) : undefined;
    try {
      await (kind === 'read' ? read(message) : finish(message));
    } catch (cause) {
      post({ kind: 'refused', request, problems: [messageOf(cause)] });
    }
  };
}

function previewOf({ kind, pack, skipped }: Extract<Imported, { ok: true }>, replaces: string | null): Preview {
  const { id, name, version, publisher, licence, language, updated, description } = pack;
  return {
    ...{ id, name, version, publisher, licence, language, updated, description },
    source: kind,
    claims: pack.claims.length,
    sources: pack.sources.length,
    statements: pack.claims.slice(0, STATEMENTS).map(({ statement }) => statement),
    skipped: listed(skipped, PROBLEMS),
    replaces,
  };
}
