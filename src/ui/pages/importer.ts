// The page's side of an import: starts the worker, cleans what it asks to have cleaned, and stops it on cancel. Every reading
// has a worker and a number of its own: whatever an earlier one still says is not taken for an answer to it.
import { messageOf } from '../../claims/problem.ts';
import type { FromImport, Preview, ToImport } from '../../platform/pack-import.ts';

/** What of a Worker is needed; a stand-in in tests. */
export interface WorkerLike {
  postMessage(message: ToImport): void;
  terminate(): void;
  onmessage: ((event: { readonly data: FromImport }) => void) | null;
  onerror: ((event: { readonly message?: string }) => void) | null;
}
export type ReadResult =
  | { readonly ok: true; readonly preview: Preview }
  | { readonly ok: false; readonly problems: readonly string[] };
export type InstallResult =
  | { readonly ok: true; readonly pack: string }
  | { readonly ok: false; readonly problems: readonly string[] };

export interface Importer {
  /** Reads and checks; nothing is stored. `taken` are names of packs that are there already; `again`: from a backup. Stops
   * whatever goes on. */
  read(file: string, text: string, taken: readonly string[], again?: boolean): Promise<ReadResult>;
  /** Stores what was read last and shown; with no problem named where there is no such thing. */
  install(): Promise<InstallResult>;
  /** Stops whatever goes on; calls that wait are answered with no problem named. */
  cancel(): void;
}

type Answer = Exclude<FromImport, { kind: 'clean' }>;

export function importer(start: () => WorkerLike, clean: (html: string) => string): Importer {
  let worker: WorkerLike | null = null;
  let request = 0;
  let waiting: ((message: Answer) => void) | null = null;
  /** Whether the worker holds a pack whose preview was handed out. */
  let shown = false;

  const answer = (message: Answer): void => {
    if (message.request !== request) return;
    waiting?.(message);
    waiting = null;
  };
  const stop = (problems: readonly string[]): void => {
    worker?.terminate();
    worker = null;
    shown = false;
    answer({ kind: 'refused', request, problems });
  };
  const begin = (): void => {
    stop([]);
    request++;
    const fresh = start();
    fresh.onmessage = ({ data }) => {
      if (fresh !== worker || data.request !== request) return;
      if (data.kind !== 'clean') return answer(data);
      try {
        fresh.postMessage({ kind: 'cleaned', request, texts: data.texts.map(clean) });
      } catch (cause) {
        stop([messageOf(cause)]);
      }
    };
    fresh.onerror = ({ message }) => {
      if (fresh === worker) stop([message ?? 'the import stopped']);
    };
    worker = fresh;
  };
  const ask = (message: ToImport): Promise<Answer> =>
    new Promise((resolve) => {
      waiting = resolve;
      worker?.postMessage(message);
    });

  return {
    async read(file, text, taken, again = false) {
      const name = file.replace(/\.[a-z]+$/iu, '');
      begin();
      const today = new Date().toISOString().slice(0, 10);
      const reply = await ask({ kind: 'read', request, text, name, today, taken, again });
      if (reply.kind !== 'preview') return { ok: false, problems: reply.kind === 'refused' ? reply.problems : [] };
      shown = reply.request === request;
      return { ok: true, preview: reply.preview };
    },
    async install() {
      if (!shown) return { ok: false, problems: [] };
      shown = false;
      const reply = await ask({ kind: 'install', request });
      if (reply.kind === 'installed') return { ok: true, pack: reply.pack };
      return { ok: false, problems: reply.kind === 'refused' ? reply.problems : [] };
    },
    cancel: () => stop([]),
  };
}
