// `npm run -s pack`, as those who write packs call it: what it prints, its complaints and its exit codes.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Pack } from '../../src/claims/types.ts';
import { asJson, claim, evidence, packOf, source } from '../claims/small-pack.ts';
import { type Run, runScript } from './spawned.ts';

const PACK = new URL('pack.ts', import.meta.url);
const PATIENCE = 120_000;
const BOM = '\ufeff';
const STATEMENT = 'General Gerasimov flew to Brussels on Tuesday to meet the chairman.';

let folder = '';
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const pack = (...args: string[]): Promise<Run> => runScript(PACK, args);

const sound = (more: Partial<Parameters<typeof claim>[1]> = {}): Pack =>
  packOf(
    [claim([evidence('rebuts', 'paper', '2023-12-01')], { statement: STATEMENT, ...more })],
    [source('origin'), source('paper')],
  );
const withPassage = (lines: string): string =>
  JSON.stringify({
    ...asJson(sound({ passages: [{ document: 'D1', lines }] })),
    documents: [{ id: 'D1', title: 'A document', source: 'paper' }],
  });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'pack-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

it(
  'check: 0 for a sound pack, 1 with what is wrong and where, 2 where nothing can be read',
  async () => {
    const passed = await pack('check', put('sound.json', BOM + JSON.stringify(sound())));
    expect(passed).toMatchObject({ code: 0, err: '' });
    expect(passed.out).toMatch(/^claim +kind[^\n]*\nC1 +fact/);
    expect(passed.out).toMatch(/note: few wordings \(1\)[\s\S]*small 1\.0\.0: 1 claims[\s\S]*passed, with \d+ notes\n$/);

    const wrong = { ...asJson(sound()), claims: [{}] };
    const schema = await pack('check', put('schema.json', JSON.stringify(wrong)));
    expect(schema).toMatchObject({ code: 1, err: '' });
    expect(schema.out).toMatch(/error: schema \(\d+\)\n {2}claims\[0\]\.id: expected/);
    const sources = Array.from({ length: 20 }, (_, n) => source(`idle${n}`));
    const idle = put('idle.json', JSON.stringify({ ...sound(), sources: [...sound().sources, ...sources] }));
    const [some, all] = [await pack('check', idle), await pack('check', idle, '--all')];
    expect(some.code).toBe(1);
    expect(some.out).toMatch(/error: unused sources \(20\)[\s\S]*… and 8 more \(--all shows them\)[\s\S]*failed: 20 errors/);
    expect(all.out.match(/idle\d+: no evidence/g)).toHaveLength(20);

    for (const [file, said] of [
      [join(folder, 'missing.json'), /missing\.json: .*ENOENT/],
      [put('broken.json', '{"format": 1,'), /broken\.json: expected a pack/],
      [put('latin.json', Buffer.from('"caf\xe9"', 'latin1')), /latin\.json: .*UTF-8/],
    ] as const) {
      const run = await pack('check', file);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toMatch(said);
    }
  },
  PATIENCE,
);

it(
  'show: a claim as its card; of another one which there are',
  async () => {
    const file = put('shown.json', JSON.stringify(sound({ wordings: ['He flew to Brussels.'] })));
    const shown = await pack('show', 'C1', '--pack', file);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toMatch(
      /^C1 \(core\)\n\nGeneral Gerasimov[\s\S]*Rebuts \(2023[\s\S]*Wordings:\n {2}asserts +He flew to Brussels\.\n$/,
    );
    const other = await pack('show', 'C9', '--pack', file);
    expect(other).toMatchObject({ code: 2, out: '' });
    expect(other.err).toMatch(/no claim "C9" in small: expected one of C1/);
  },
  PATIENCE,
);

it(
  'coverage: which listed passages are found; 1 where too few are, 2 where nothing is listed',
  async () => {
    mkdirSync(join(folder, 'documents'));
    put('documents/D1-of-a-paper.txt', `${BOM}A heading\r\rIt began so.\rThe paper writes: ${STATEMENT}\r\rThe end.`);
    const coverage = (name: string, json: string): Promise<Run> =>
      pack('coverage', join(folder, 'documents'), '--pack', put(name, json));
    const found = await coverage('found.json', withPassage('3-4'));
    expect(found).toMatchObject({ code: 0, err: '' });
    expect(found.out).toMatch(/\n {2}line 4 +C1 +asserts +[01]\.\d\d\n[\s\S]*1 of 1 listed passages found \(100\.0 %/);
    const missed = await coverage('missed.json', withPassage('6'));
    expect(missed.code).toBe(1);
    expect(missed.out).toMatch(/not listed\n {2}line 6 +C1 +MISSED\n[\s\S]*0 of 1 listed/);
    for (const [name, json] of [
      ['none.json', sound()],
      ['unlisted.json', { ...sound(), documents: [{ id: 'D1', title: 'A document', source: 'paper' }] }],
    ] as const) {
      const refused = await coverage(name, JSON.stringify(json));
      expect(refused).toMatchObject({ code: 2, out: '' });
      expect(refused.err).toMatch(/small: expected a pack that lists documents and passages, got none/);
    }
    const elsewhere = await pack('coverage', folder, '--pack', join(folder, 'found.json'));
    expect(elsewhere.code).toBe(2);
    expect(elsewhere.err).toMatch(/expected one file D1\*\.txt, found 0/);
  },
  PATIENCE,
);

it(
  'held-out: how many wordings are known when left out; none to leave out is no share',
  async () => {
    const wordings = [
      'Gerasimov flew to Brussels to meet the chairman.',
      'The chairman met General Gerasimov in Brussels on Tuesday.',
    ];
    const measured = await pack('held-out', put('held-out.json', JSON.stringify(sound({ wordings }))));
    expect(measured.err).toBe('');
    expect(measured.out).toMatch(
      /lowest: C1 \d+\.\d %\n[012] of 2 wordings recognised when left out \(\d+\.\d %; wanted: 75\.0 %\)/,
    );
    expect(measured.code).toBe(/wordings recognised when left out \(100/.test(measured.out) ? 0 : 1);
    const bare = { '@type': 'ClaimReview', claimReviewed: STATEMENT, url: 'https://example.org/1', datePublished: '2024-01-01' };
    const refused = await pack('held-out', put('feed.json', JSON.stringify([bare])));
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toMatch(/expected a pack with wordings, got bare statements/);
  },
  PATIENCE,
);

it(
  'says how it is called',
  async () => {
    for (const args of [['chek'], ['show'], ['show', 'C1', 'C2'], ['check', '--al']]) {
      const run = await pack(...args);
      expect(run).toMatchObject({ code: 2, out: '' });
      expect(run.err).toMatch(/^pack: [^\n]+\n$/);
    }
  },
  PATIENCE,
);
