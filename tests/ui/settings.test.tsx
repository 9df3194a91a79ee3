// @vitest-environment jsdom
import { render } from 'preact';
import { describe, expect, test } from 'vitest';
import type { Found } from '../../src/platform/messages.ts';
import type { FromImport, ToImport } from '../../src/platform/pack-import.ts';
import { importer, type WorkerLike } from '../../src/ui/pages/importer.ts';
import { purifier } from '../../src/ui/pages/sanitize.ts';
import { reportText } from '../../src/ui/pages/settings/diagnostics.tsx';
import { Packs } from '../../src/ui/pages/settings/packs.tsx';
import { rulesShown, siteMeant } from '../../src/ui/pages/settings/sites.tsx';
import { passagesOn } from '../../src/ui/selected.ts';

describe('the site that a reader means', () => {
  test.each([
    ['example.com', 'example.com'],
    [' https://www.bbc.co.uk/news?x=1 ', 'bbc.co.uk'],
    ['WWW.Example.COM', 'example.com'],
    ['localhost', 'localhost'],
    ['', null],
    ['two words', null],
    ['ftp://example.com', null],
    ['javascript:alert(1)', null],
    ['*', null],
  ])('"%s" is %s', (typed, site) => {
    expect(siteMeant(typed)).toBe(site);
  });

  test('rules are found by a part of their name, in the order of the alphabet', () => {
    const sites = new Map([
      ['zeit.de', true],
      ['bild.de', false],
      ['bbc.co.uk', true],
    ]);
    expect(rulesShown(sites, ' .DE')).toEqual([
      ['bild.de', false],
      ['zeit.de', true],
    ]);
  });
});

describe('foreign HTML becomes plain text', () => {
  const clean = purifier(window);
  test.each([
    ['<p>One</p><p>two</p>', 'One two'],
    ['<b>bold</b> &amp; <a href="https://x.example/">linked</a>', 'bold & linked'],
    ['<img src=x onerror=alert(1)>seen', 'seen'],
    ['<script>alert(1)</script>seen', 'seen'],
    ['<svg><style>*{}</style></svg>seen', 'seen'],
    ['<ul><li>a</li><li>b</li></ul>', 'a b'],
    ['<p title="one" onclick="two()">seen</p>', 'seen'],
    ['<frameset><frame src="x"></frameset>', ''],
  ])('%s', (html, text) => {
    expect(clean(html)).toBe(text);
  });
});

type Unnumbered<T> = T extends unknown ? Omit<T, 'request'> : never;
/** A worker that answers each message as told, after a turn. */
function fake(
  answer: (message: ToImport, post: (reply: Unnumbered<FromImport>) => void) => void,
): WorkerLike & { ended: boolean } {
  const worker: WorkerLike & { ended: boolean } = {
    ended: false,
    onmessage: null,
    onerror: null,
    postMessage: (message) =>
      queueMicrotask(() =>
        answer(message, (reply) => worker.onmessage?.({ data: { ...reply, request: message.request } as FromImport })),
      ),
    terminate: () => {
      worker.ended = true;
    },
  };
  return worker;
}

describe('an import', () => {
  test('has its texts cleaned by the page', async () => {
    let cleaned: readonly string[] = [];
    const worker = fake((message, post) => {
      if (message.kind === 'read') post({ kind: 'clean', texts: ['<b>x</b>'] });
      if (message.kind === 'cleaned') {
        cleaned = message.texts;
        post({ kind: 'refused', problems: ['enough'] });
      }
    });
    const result = await importer(
      () => worker,
      (html) => html.toUpperCase(),
    ).read('a.json', '{}', []);
    expect(cleaned).toEqual(['<B>X</B>']);
    expect(result).toEqual({ ok: false, problems: ['enough'] });
  });

  test('ends with the worker when it is cancelled, and the next gets a fresh one', async () => {
    const workers: ReturnType<typeof fake>[] = [];
    const start = () => {
      const worker = fake(() => undefined);
      workers.push(worker);
      return worker;
    };
    const imports = importer(start, (html) => html);
    const waiting = imports.read('a.json', '{}', []);
    imports.cancel();
    expect(await waiting).toEqual({ ok: false, problems: [] });
    expect(workers[0]?.ended).toBe(true);
    void imports.read('b.json', '{}', []);
    expect(workers.length).toBe(2);
  });

  test('a text that cannot be cleaned safely ends it', async () => {
    const worker = fake((_, post) => post({ kind: 'clean', texts: ['<b>'] }));
    const failing = () => {
      throw new Error('not supported');
    };
    expect(await importer(() => worker, failing).read('a.json', '{}', [])).toEqual({ ok: false, problems: ['not supported'] });
    expect(worker.ended).toBe(true);
  });
});

const PACK = {
  ...{ id: 'p', name: 'A pack', version: '2', publisher: 'Us', licence: 'CC0', language: 'en', updated: '2026-01-01' },
  ...{ claims: 3, sources: 2, bytes: 1000, imported: true, on: true, place: 'stored' as const },
};

test('an imported pack says so, and is removed by a second click only', async () => {
  const root = document.createElement('div');
  let removed = '';
  render(
    <Packs status={{ packs: [PACK], problems: [] }} onPack={() => undefined} onRemovePack={(pack) => (removed = pack)} />,
    root,
  );
  expect(root.textContent).toContain('options_pack_imported');
  root.querySelector<HTMLButtonElement>('[name=remove-pack]')?.click();
  await new Promise((resolve) => setTimeout(resolve));
  expect(removed).toBe('');
  root.querySelector<HTMLButtonElement>('[name=remove-pack-sure]')?.click();
  expect(removed).toBe('p');
});

test('the report tells versions, packs, scans and errors', () => {
  const report = reportText({
    version: '1.0',
    agent: 'A browser',
    status: { packs: [PACK], problems: ['cut'] },
    report: {
      scans: [{ at: '2026-01-01T00:00:00Z', ms: 3, blocks: 4, characters: 500, found: 2 }],
      errors: [{ at: '2026-01-01T00:00:01Z', message: 'Error: none' }],
    },
  });
  expect(report).toMatch(
    /Sidelight 1\.0\nA browser\npacks \(1\):\n {2}p 2: 3 claims, index 1000 bytes, on, stored\n {2}problem: cut/u,
  );
  expect(report).toMatch(/3 ms, 4 blocks, 500 characters, 2 found/u);
  expect(report).toMatch(/Error: none/u);
});

test('the nearest claims stand on the selected range', () => {
  document.body.textContent = 'some selected words';
  const range = document.createRange();
  range.selectNodeContents(document.body);
  const near = { pack: 'p', claim: 'c', confidence: 0.5, near: true } as unknown as Found;
  const [passage] = passagesOn(range, { text: 'some selected words', near: [near], checked: 1 });
  expect(passage?.stretches[0]?.text).toBe('some selected words');
  expect(passage?.parents.has(document.body)).toBe(true);
  expect(passage?.id).toBeLessThan(0);
});
