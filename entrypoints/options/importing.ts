// Packs in and out: a file by the reader's hand, or all packs of a backup at once.
import { listed, messageOf } from '../../src/claims/problem.ts';
import { parsePack } from '../../src/claims/schema.ts';
import type { Pack } from '../../src/claims/types.ts';
import { readTexts, type StoredTexts } from '../../src/platform/dataset.ts';
import { packsChanged } from '../../src/platform/extension.ts';
import { text } from '../../src/platform/i18n.ts';
import { packStore } from '../../src/platform/pack-store.ts';
import { askStatus } from '../../src/platform/tabs.ts';
import { importer, type WorkerLike } from '../../src/ui/pages/importer.ts';
import { purifier } from '../../src/ui/pages/sanitize.ts';
import type { ImportState } from '../../src/ui/pages/settings/import-pack.tsx';
import type { Talk } from './talk.ts';

export interface Importing {
  state(): ImportState;
  file(name: string, json: string): void;
  add(): void;
  cancel(): void;
  remove(pack: string): Promise<void>;
  /** Imported packs that a backup brings back, as they were checked; of the others, what is wrong with them. */
  packs(): Promise<{ readonly packs: readonly Pack[]; readonly problems: readonly string[] }>;
  /** Checks all, then adds all up to the first that is refused, whose problems these are. */
  addAll(packs: readonly unknown[]): Promise<{ readonly added: number; readonly problems: readonly string[] }>;
}

export function importing(talk: Talk, draw: () => void): Importing {
  const start = (): WorkerLike => new Worker('/pack-import.js') as WorkerLike;
  const clean = purifier(window);
  const work = importer(start, clean);
  const store = packStore();
  let state: ImportState = { kind: 'idle' };
  /** Counts the files chosen and the cancels: what belongs to an earlier one is no longer shown. */
  let turn = 0;
  const show = (next: ImportState): void => {
    state = next;
    draw();
  };
  /** Names of packs that did not come from the reader's own files. */
  const taken = async (): Promise<readonly string[]> =>
    (await askStatus()).packs.filter(({ imported }) => !imported).map(({ name }) => name);

  /** What is stored is stored, though the background may hear of it at its next start only. */
  const tell = (): Promise<unknown> =>
    packsChanged().catch((cause) => console.warn('Sidelight: the packs are not opened', cause));

  /** Ends what goes on, for the reader has turned to something else. A pack that was being stored is there or not; what is there
   * of it by half goes. */
  const leave = (): number => {
    work.cancel();
    if (state.kind === 'storing') {
      const kept = (cause: unknown): void => console.warn('Sidelight: what was stored by half is still there', cause);
      void store.sweep().catch(kept).then(tell).then(draw);
    }
    return ++turn;
  };

  const read = async (name: string, json: string): Promise<void> => {
    const mine = leave();
    show({ kind: 'reading' });
    try {
      const names = await taken();
      if (mine !== turn) return;
      const result = await work.read(name, json, names);
      if (mine === turn) show(result.ok ? { kind: 'preview', preview: result.preview } : refusal(result.problems));
    } catch (cause) {
      if (mine === turn) show({ kind: 'idle' });
      throw cause;
    }
  };
  const add = async (): Promise<void> => {
    if (state.kind !== 'preview') return;
    const mine = turn;
    const { name } = state.preview;
    show({ kind: 'storing' });
    const result = await work.install();
    if (result.ok) await tell();
    if (mine === turn) show(result.ok ? { kind: 'done', name } : refusal(result.problems));
  };
  return {
    state: () => state,
    file: (name, json) => talk.attempt(read(name, json), 'options_import_refused'),
    add: () => talk.attempt(add(), 'options_import_refused'),
    cancel() {
      leave();
      show({ kind: 'idle' });
    },
    async remove(pack) {
      await store.remove(pack);
      await tell();
      talk.say({ words: text('options_pack_removed') });
    },
    async packs() {
      // The settings can be had whatever is wrong with the store of packs.
      const failed = (cause: unknown): StoredTexts => ({ packs: [], problems: [messageOf(cause)] });
      const { packs, problems } = await readTexts(store).catch(failed);
      const checked = packs
        .filter(({ imported }) => imported)
        .map(({ pack }) => ({ pack, said: refusals(pack).map((said) => `${pack.name}: ${said}`) }));
      return {
        packs: checked.filter(({ said }) => said.length === 0).map(({ pack }) => pack),
        problems: [...problems, ...checked.flatMap(({ said }) => said)],
      };
    },
    async addAll(packs) {
      const names = packs.length === 0 ? [] : await taken();
      // Not the one that a file waits in, and that "Cancel" stops.
      const own = importer(start, clean);
      let added = 0;
      let begun = false;
      try {
        for (const dry of [true, false]) {
          begun = !dry;
          for (const pack of packs) {
            const result = await own.read('backup', JSON.stringify(pack), names, true);
            const stored = result.ok && !dry ? await own.install() : result;
            if (!stored.ok)
              return { added, problems: stored.problems.length > 0 ? stored.problems : [text('options_import_stopped')] };
            if (!dry) added++;
          }
        }
        return { added, problems: [] };
      } finally {
        own.cancel();
        if (begun && packs.length > 0) await tell();
      }
    },
  };
}

/** As many as one line of text can tell. */
const PROBLEMS = 3;
function refusals(pack: Pack): readonly string[] {
  const read = parsePack(pack);
  return read.ok ? [] : listed(read.problems, PROBLEMS);
}

const refusal = (problems: readonly string[]): ImportState =>
  problems.length === 0 ? { kind: 'idle' } : { kind: 'refused', problems };
