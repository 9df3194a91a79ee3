// @vitest-environment jsdom
// The settings page's imports: of a file, and of all packs of a backup, which do not stand in each other's way.
import 'fake-indexeddb/auto';
import '../platform/locks.ts';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
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
import { cardOf } from '../../src/claims/card.ts';
import type { Pack } from '../../src/claims/types.ts';
import { readPacks } from '../../src/platform/dataset.ts';
import type { FromImport, ToImport } from '../../src/platform/pack-import.ts';
import { packStore } from '../../src/platform/pack-store.ts';
import { install } from '../../src/platform/packs.ts';
import { fullPack } from '../claims/small-pack.ts';

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
  globalThis.indexedDB = new IDBFactory();
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

describe('a pack that is being stored when the reader cancels, or chooses another file', () => {
  test.each([
    ['cancels', () => imports.cancel(), 'idle'],
    ['chooses', () => imports.file('b.json', '{}'), 'preview'],
  ] as const)('%s: what is there of it by half is deleted, and the background is told', async (_, turn, kind) => {
    const database = await openDB('sidelight', 2, {
      upgrade(made) {
        made.createObjectStore('packs', { keyPath: 'id' });
        for (const part of ['indexes', 'briefs', 'cards', 'texts']) made.createObjectStore(part);
      },
    });
    answer = (message) => (message.kind === 'read' ? preview(message.name) : null);
    imports.file('a.json', '{}');
    await wait();
    imports.add();
    await wait();
    expect(imports.state().kind).toBe('storing');
    await database.put('indexes', new Uint8Array(1), ['mine', 1]);
    turn();
    await wait(50);
    expect(imports.state().kind).toBe(kind);
    expect(await database.count('indexes')).toBe(0);
    expect(asked).toContain('packs');
    database.close();
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
    expect(await all).toEqual({ added: 1, problems: [] });
    expect(asked).toContain('packs');
  });

  test('that are cut off are not said to be there', async () => {
    answer = (message) => (message.kind === 'read' ? { kind: 'refused', problems: [] } : null);
    expect(await imports.addAll([{ id: 'p' }])).toEqual({
      added: 0,
      problems: ['options_import_stopped'],
    });
  });

  test('that are added in part are counted, and the background is told of them', async () => {
    let installed = 0;
    answer = (message) => {
      if (message.kind === 'read') return preview(message.name);
      return ++installed === 1 ? { kind: 'installed', pack: 'one' } : { kind: 'refused', problems: ['QuotaExceededError'] };
    };
    const packs = [{ id: 'one' }, { id: 'two' }];
    expect(await imports.addAll(packs)).toEqual({ added: 1, problems: ['QuotaExceededError'] });
    expect(asked).toContain('packs');
  });

  test('of which one is refused are not added, and nobody is told', async () => {
    answer = (message) =>
      message.kind === 'read' && message.text.includes('two') ? { kind: 'refused', problems: ['no'] } : preview('one');
    expect(await imports.addAll([{ id: 'one' }, { id: 'two' }])).toEqual({ added: 0, problems: ['no'] });
    expect(asked).not.toContain('packs');
  });
});

describe('a backup', () => {
  const stored = async (): Promise<void> => {
    const engine = { compile: () => new Uint8Array(1), cardOf };
    const pack = fullPack() as unknown as Pack;
    await install(engine, packStore(), { ...pack, id: 'own' }, 's', false);
    for (const id of ['one', 'two']) await install(engine, packStore(), { ...pack, id, name: id }, 'x', true);
  };
  const damage = async (part: 'packs' | 'texts', value?: unknown): Promise<void> => {
    const database = await openDB('sidelight');
    if (part === 'packs') await database.put('packs', value);
    else if (value === undefined) await database.delete('texts', ['one', 1]);
    else await database.put('texts', value, ['one', 1]);
    database.close();
  };
  const ids = async (): Promise<readonly string[]> => (await imports.packs()).packs.map(({ id }) => id);

  test('holds all imported packs', async () => {
    await stored();
    expect(await ids()).toEqual(['one', 'two']);
    expect((await imports.packs()).problems).toEqual([]);
  });

  test.each([
    ['a text that is not there', 'texts', undefined, /^one: .*not in the store/u],
    ['a text that would be refused', 'texts', { ...fullPack(), name: 'one', claims: 7 }, /^one: claims: expected/u],
    ['a damaged entry', 'packs', { id: 'one', name: 'one', imported: true }, /^one: .*damaged/u],
  ] as const)('leaves out a pack with %s, and says so; the dataset page shows the others', async (_, part, value, said) => {
    await stored();
    await damage(part, value);
    expect(await ids()).toEqual(['two']);
    const { problems } = await imports.packs();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(said);
    vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    if (value === undefined || part === 'packs') expect((await readPacks()).map(({ pack }) => pack.id)).toEqual(['own', 'two']);
  });

  test('can be had where the store of packs cannot be read', async () => {
    const open = (): never => {
      throw new Error('no database');
    };
    globalThis.indexedDB = { open } as unknown as IDBFactory;
    expect((await imports.packs()).packs).toEqual([]);
    expect((await imports.packs()).problems).toHaveLength(1);
  });
});
