// @vitest-environment jsdom
// The settings page's imports: of a file, and of all packs of a backup, which do not stand in each other's way.
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, test, vi } from 'vitest';

const asked = vi.hoisted(() => [] as string[]);
vi.mock('webextension-polyfill', () => ({
  default: {
    i18n: { getMessage: (key: string) => key, getUILanguage: () => 'en' },
    runtime: {
      sendMessage: async ({ kind }: { kind: string }) => {
        asked.push(kind);
        return { packs: [] };
      },
    },
  },
}));

import { type Importing, importing } from '../../entrypoints/options/importing.ts';
import type { Talk } from '../../entrypoints/options/talk.ts';
import type { FromImport, ToImport } from '../../src/platform/pack-import.ts';

type Unnumbered<T> = T extends unknown ? Omit<T, 'request'> : never;
/** What a worker says to a message; null: nothing, ever. */
let answer: (message: ToImport) => Unnumbered<FromImport> | null;
class FakeWorker {
  onmessage: ((event: { data: FromImport }) => void) | null = null;
  ended = false;
  terminate(): void {
    this.ended = true;
  }
  postMessage(message: ToImport): void {
    const said = answer(message);
    const data = { ...said, request: message.request } as FromImport;
    if (said !== null) setTimeout(() => this.ended || this.onmessage?.({ data }));
  }
}
Object.assign(globalThis, { Worker: FakeWorker });

const preview = (name: string) => ({ kind: 'preview', preview: { name, statements: [], skipped: [] } as never }) as const;
const wait = (ms = 20): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const attempt = (job: Promise<unknown>): void => void job;
let imports: Importing;
beforeEach(() => {
  asked.length = 0;
  imports = importing({ attempt } as unknown as Talk, () => undefined);
});

describe('a file', () => {
  test('chosen last is the one that is shown', async () => {
    answer = (message) => (message.kind === 'read' ? preview(message.name) : null);
    imports.file('a.json', '{}');
    imports.file('b.json', '{}');
    await wait();
    expect(imports.state()).toMatchObject({ kind: 'preview', preview: { name: 'b' } });
  });

  test('that is cancelled at once is not shown, nor read', async () => {
    let read = 0;
    answer = () => {
      read++;
      return preview('a');
    };
    imports.file('a.json', '{}');
    imports.cancel();
    await wait();
    expect(imports.state()).toEqual({ kind: 'idle' });
    expect(read).toBe(0);
  });
});

describe('the packs of a backup', () => {
  test('are added whatever becomes of a file that is open', async () => {
    answer = (message) => (message.kind === 'read' ? preview(message.name) : { kind: 'installed', pack: 'p' });
    imports.file('file.json', '{}');
    await wait();
    const all = imports.addAll([{ id: 'p' }]);
    await wait(0);
    imports.cancel();
    expect(await all).toEqual([]);
    expect(asked).toContain('packs');
  });

  test('that are cut off are not said to be there', async () => {
    answer = (message) => (message.kind === 'read' ? { kind: 'refused', problems: [] } : null);
    expect(await imports.addAll([{ id: 'p' }])).toEqual(['options_import_stopped']);
  });
});
