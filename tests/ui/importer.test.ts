// @vitest-environment jsdom
// Both sides of an import as they are wired, with a stand-in for the worker between them: what a reader was shown is what is
// stored, whatever was begun before.
import { beforeEach, describe, expect, test, vi } from 'vitest';

vi.mock('webextension-polyfill', () => ({ default: {} }));

import { cardOf } from '../../src/claims/card.ts';
import { parsePack } from '../../src/claims/schema.ts';
import type { Pack } from '../../src/claims/types.ts';
import { type FromImport, importJob } from '../../src/platform/pack-import.ts';
import type { PackStore } from '../../src/platform/pack-store.ts';
import { type Importer, importer, type WorkerLike } from '../../src/ui/pages/importer.ts';
import { purifier } from '../../src/ui/pages/sanitize.ts';

const feed = (name: string, claimReviewed: string): string =>
  JSON.stringify({
    name,
    '@graph': [{ '@type': 'ClaimReview', claimReviewed, author: { name: 'Checkers' }, url: `https://x.example/${name}` }],
  });

let stored: Pack[];
let running: number;
let work: Importer;
/** A worker whose messages take a turn each way; what is under way when it is terminated still arrives. */
function worker(): WorkerLike {
  const store = {
    list: async () => [],
    put: async (facts: object, _bytes: unknown, _cards: unknown, pack: Pack) => {
      stored.push(pack);
      return { ...facts, generation: 1 };
    },
  } as unknown as PackStore;
  let ended = false;
  running++;
  const post = (data: FromImport): void => {
    setTimeout(() => own.onmessage?.({ data: structuredClone(data) }));
  };
  const job = importJob({ parsePack, compile: () => new Uint8Array(1), cardOf }, store, post);
  const own: WorkerLike = {
    onmessage: null,
    onerror: null,
    terminate() {
      if (!ended) running--;
      ended = true;
    },
    postMessage(message) {
      setTimeout(() => ended || void job(structuredClone(message)));
    },
  };
  return own;
}

beforeEach(() => {
  [stored, running] = [[], 0];
  work = importer(worker, purifier(window));
});

describe('a second file that is chosen while the first is read', () => {
  test.each([
    ['plain texts', 'The moon is made of cheese.', 'The earth is flat.'],
    ['markup to clean', 'The moon is <b>made of cheese</b>.', 'The earth is <b>flat</b>.'],
  ])('with %s: what is shown is what is stored, and the first is answered', async (_, one, other) => {
    const first = work.read('a.json', feed('Feed A', one), []);
    const second = work.read('b.json', feed('Feed B', other), []);
    expect(await first).toEqual({ ok: false, problems: [] });
    expect(await second).toMatchObject({ ok: true, preview: { name: 'Feed B', statements: ['The earth is flat.'] } });
    expect(await work.install()).toMatchObject({ ok: true });
    expect(stored.map(({ name, claims }) => [name, claims[0]?.statement])).toEqual([['Feed B', 'The earth is flat.']]);
    expect(running).toBe(1);
  });

  test('after it was shown: the first can no longer be added', async () => {
    await work.read('a.json', feed('Feed A', 'One.'), []);
    const second = work.read('b.json', feed('Feed B', 'Two.'), []);
    expect(await work.install()).toEqual({ ok: false, problems: [] });
    await second;
    await work.install();
    expect(stored.map(({ name }) => name)).toEqual(['Feed B']);
  });
});

test('a file that was refused leaves nothing to add', async () => {
  await work.read('a.json', feed('Feed A', 'One.'), []);
  expect(await work.read('b.json', '{', [])).toMatchObject({ ok: false });
  expect(await work.install()).toEqual({ ok: false, problems: [] });
  expect(stored).toEqual([]);
});

test('the worker gives up a reading when another is asked for, and takes no other’s cleaned texts', async () => {
  const posted: FromImport[] = [];
  const store = { list: async () => [] } as unknown as PackStore;
  const job = importJob({ parsePack, compile: () => new Uint8Array(1), cardOf }, store, (message) => posted.push(message));
  const read = { kind: 'read', name: 'f', today: '2026-01-01', taken: [], again: false } as const;
  const all = [
    job({ ...read, request: 1, text: feed('Feed A', 'The <b>moon</b>.') }),
    job({ ...read, request: 2, text: feed('Feed B', 'The <b>earth</b>.') }),
    job({ kind: 'cleaned', request: 1, texts: ['The moon.'] }),
    job({ kind: 'cleaned', request: 2, texts: ['The earth.'] }),
  ];
  await Promise.all(all.slice(1));
  expect(posted.filter(({ kind }) => kind === 'preview')).toMatchObject([
    { request: 2, preview: { name: 'Feed B', statements: ['The earth.'] } },
  ]);
  await job({ kind: 'install', request: 1 });
  expect(posted.at(-1)).toMatchObject({ kind: 'refused', request: 1 });
});
