// The page's side of an import: starts the worker, cleans what it asks to have cleaned, and stops it on cancel.
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
  /** Reads and checks; nothing is stored. `taken` are names of packs that are there already. */
  read(file: string, text: string, taken: readonly string[]): Promise<ReadResult>;
  /** Stores what was read last. */
  install(): Promise<InstallResult>;
  /** Stops whatever goes on; calls that wait are answered with no problem named. */
  cancel(): void;
}

export function importer(start: () => WorkerLike, clean: (html: string) => string): Importer {
  let worker: WorkerLike | null = null;
  let waiting: ((message: Exclude<FromImport, { kind: 'clean' }>) => void) | null = null;

  const answer = (message: Exclude<FromImport, { kind: 'clean' }>): void => {
    waiting?.(message);
    waiting = null;
  };
  const stop = (problems: readonly string[]): void => {
    worker?.terminate();
    worker = null;
    answer({ kind: 'refused', problems });
  };
  const running = (): WorkerLike => {
    if (worker !== null) return worker;
    const fresh = start();
    fresh.onmessage = ({ data }) => {
      if (data.kind !== 'clean') return answer(data);
      try {
        fresh.postMessage({ kind: 'cleaned', texts: data.texts.map(clean) });
      } catch (cause) {
        stop([messageOf(cause)]);
      }
    };
    fresh.onerror = ({ message }) => stop([message ?? 'the import stopped']);
    worker = fresh;
    return fresh;
  };
  const ask = (message: ToImport): Promise<Exclude<FromImport, { kind: 'clean' }>> =>
    new Promise((resolve) => {
      waiting = resolve;
      running().postMessage(message);
    });

  return {
    async read(file, text, taken) {
      const name = file.replace(/\.[a-z]+$/iu, '');
      const reply = await ask({ kind: 'read', text, name, today: new Date().toISOString().slice(0, 10), taken });
      if (reply.kind === 'preview') return { ok: true, preview: reply.preview };
      return { ok: false, problems: reply.kind === 'refused' ? reply.problems : [] };
    },
    async install() {
      const reply = await ask({ kind: 'install' });
      if (reply.kind === 'installed') return { ok: true, pack: reply.pack };
      return { ok: false, problems: reply.kind === 'refused' ? reply.problems : [] };
    },
    cancel: () => stop([]),
  };
}
