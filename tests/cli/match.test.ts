// `npm run -s match`, as others call it: its output, its complaints and its exit codes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from './read-page.ts';
import { type Run, runScript } from './spawned.ts';

const MATCH = new URL('match.ts', import.meta.url);
const CLAIM = 'Putin would not object to Ukraine joining NATO, Hersh writes.';
const OTHER = 'The rain will last until Sunday.';
const BOM = '\ufeff';
/** Where jsdom's recursions give out. Ten thousand, as hostile pages nest them in browsers, are read, too, in four times the time. */
const NESTED = 5_000;
const PATIENCE = 120_000;

let folder = '';
const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const match = (...args: string[]): Promise<Run> => runScript(MATCH, args);
interface Found {
  readonly file: string;
  readonly matches?: readonly { readonly claim: string; readonly quote: string; readonly relation: string }[];
  readonly nearest?: readonly { readonly claim: string; readonly score: number }[];
}
const claimsOf = ({ out }: Run): Record<string, string[]> =>
  Object.fromEntries(
    (JSON.parse(out) as Found[]).map(({ file, matches = [] }) => [
      file.slice(folder.length + 1),
      matches.map(({ claim }) => claim),
    ]),
  );

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'match-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('match', () => {
  it(
    'reads pages, texts and rows, whatever the encoding they declare, and names each match',
    async () => {
      const html = (text: string, charset: string): string => `<!doctype html><meta charset="${charset}"><p>${text}</p>`;
      const run = await match(
        '--json',
        put('page.HTML', html(CLAIM, 'utf-8')),
        put('latin.html', Buffer.from(html(`Café. ${CLAIM}`, 'iso-8859-1'), 'latin1')),
        put('wide.html', Buffer.from(`${BOM}${html(CLAIM, 'utf-16')}`, 'utf16le')),
        put('deep.html', `${'<div>'.repeat(NESTED)}<p>${CLAIM}`),
        put('text.txt', `${BOM}${OTHER}\r\n\r\n${CLAIM}`),
        put('old.txt', `${OTHER}\r\r${CLAIM}`),
        put('empty.txt', ''),
        put(
          'rows.jsonl',
          [{ id: 'a', text: CLAIM }, { id: 7, html: `<p>${OTHER}</p>` }, { text: CLAIM }]
            .map((row) => JSON.stringify(row))
            .join('\r\n'),
        ),
      );
      expect(run.err).toBe('');
      expect(run.code).toBe(0);
      expect(claimsOf(run)).toEqual({
        'page.HTML': ['K6'],
        'latin.html': ['K6'],
        'wide.html': ['K6'],
        'deep.html': ['K6'],
        'text.txt': ['K6'],
        'old.txt': ['K6'],
        'empty.txt': [],
        'rows.jsonl#a': ['K6'],
        'rows.jsonl#7': [],
        'rows.jsonl#3': ['K6'],
      });
      const [first] = JSON.parse(run.out);
      expect(first.matches[0]).toMatchObject({ pack: 'general-to-general', claim: 'K6', relation: 'asserts', quote: CLAIM });
      expect(first.matches[0].confidence).toBeGreaterThan(0.7);
      expect(typeof first.matches[0].reason.wording).toBe('string');
    },
    PATIENCE,
  );

  it(
    'names every file and row that it cannot read, does the others, and ends with 2',
    async () => {
      const rows = [
        Buffer.from(`${JSON.stringify({ id: 'good', text: CLAIM })}\n`),
        Buffer.from('{"id": "latin", "text": "caf\xe9"}\n', 'latin1'),
        Buffer.from('{"id": \n{"id": {}, "text": "x"}\n{"id": "none"}\n'),
        Buffer.from(`${JSON.stringify({ id: 'good', text: OTHER })}\n`),
        ...[{ before: 7 }, { after: [CLAIM] }, { title: {} }, { lang: true }].map((wrong) =>
          Buffer.from(`${JSON.stringify({ id: 'wrong', text: CLAIM, ...wrong })}\n`),
        ),
        Buffer.from(`${JSON.stringify({ id: 'last', text: CLAIM, before: null, lang: 'en' })}\n`),
      ];
      const run = await match(
        '--json',
        join(folder, 'missing.html'),
        put('picture.html', Uint8Array.of(60, 0, 1)),
        put('latin.txt', Buffer.from('caf\xe9', 'latin1')),
        put('table.csv', 'a,b'),
        put('bad.jsonl', Buffer.concat(rows)),
        put('good.txt', CLAIM),
      );
      expect(run.code).toBe(2);
      expect(claimsOf(run)).toEqual({ 'bad.jsonl#good': [], 'bad.jsonl#last': ['K6'], 'good.txt': ['K6'] });
      expect((JSON.parse(run.out) as Found[]).map(({ matches }) => matches?.length)).toEqual([1, 0, 1, 1]);
      for (const said of [
        /missing\.html: ENOENT/,
        /picture\.html: expected text, got binary data/,
        /latin\.txt: expected text in UTF-8/,
        /table\.csv: expected a file ending in \.html, \.txt or \.jsonl, got "\.csv"/,
        /bad\.jsonl: line 2: .*UTF-8/,
        /bad\.jsonl: line 3: expected a JSON object/,
        /bad\.jsonl: line 4: expected an "id"/,
        /bad\.jsonl: line 5: expected a field "html" or "text" with a string, got id/,
        /bad\.jsonl: line 6: the id is that of an earlier row/,
        /bad\.jsonl: line 7: expected a string as "before", got 7/,
        /bad\.jsonl: line 8: expected a string as "after", got a list of 1/,
        /bad\.jsonl: line 9: expected a string as "title", got an object/,
        /bad\.jsonl: line 10: expected a string as "lang", got true/,
      ])
        expect(run.err).toMatch(said);
    },
    PATIENCE,
  );

  it(
    'gives the nearest claims of a pack, ours or a feed, and tells which reviews it leaves out',
    async () => {
      const text = put('claim.txt', 'The bridge is 400 metres long, the mayor said.');
      const review = {
        '@type': 'ClaimReview',
        claimReviewed: 'The harbour bridge is 400 metres long.',
        url: 'https://example.org/1',
      };
      const feed = put('feed.json', BOM + JSON.stringify([review, { '@type': 'ClaimReview', url: 'https://example.org/2' }]));
      const near = await match(
        '--json',
        '--top',
        '3',
        put('near.jsonl', JSON.stringify({ id: 1, text: 'He would not object.', before: CLAIM })),
      );
      const [nearest] = JSON.parse(near.out) as Found[];
      expect(nearest?.nearest).toHaveLength(3);
      expect(nearest?.nearest?.[0]?.claim).toBe('K6');
      const fed = await match('--json', '--pack', feed, '--top', '1', text);
      expect(fed.err).toMatch(/feed\.json: left out .*claimReviewed: expected the claim in words/);
      expect((JSON.parse(fed.out) as Found[])[0]?.nearest).toHaveLength(1);
      expect(fed.code).toBe(0);
    },
    PATIENCE,
  );

  it(
    'reads a row among its neighbours, whose own matches are none of the row’s',
    async () => {
      const text = 'He would not mind if it joined the alliance.';
      const row = (id: string, more: object): string => JSON.stringify({ id, text, ...more });
      const rows = [
        row('alone', {}),
        row('among', { before: 'Seymour Hersh writes of Vladimir Putin and of Ukraine’s wish to be in NATO.', after: OTHER }),
        row('between', { text: OTHER, before: CLAIM, after: CLAIM }),
      ];
      const run = await match('--json', put('neighbours.jsonl', rows.join('\n')));
      expect(run).toMatchObject({ code: 0, err: '' });
      expect(claimsOf(run)).toEqual({
        'neighbours.jsonl#alone': [],
        'neighbours.jsonl#among': ['K6'],
        'neighbours.jsonl#between': [],
      });
      expect((JSON.parse(run.out) as Found[])[1]?.matches?.[0]?.quote).toBe(text);
    },
    PATIENCE,
  );

  it(
    'reads a feed as the extension imports it: markup becomes text',
    async () => {
      const review = {
        '@type': 'ClaimReview',
        url: 'https://example.org/1',
        claimReviewed: '<p>The Tillbrook harbour bridge of <b>Smith&nbsp;&amp; Sons</b> cost 84,300 crowns.</p>',
      };
      const text = put('bridge.txt', 'The Tillbrook harbour bridge of Smith & Sons cost 84,300 crowns.');
      const run = await match('--json', '--pack', put('marked.json', JSON.stringify([review])), text);
      expect(run).toMatchObject({ code: 0, err: '' });
      const [found] = JSON.parse(run.out);
      expect(found.matches).toMatchObject([
        {
          claim: 'https://example.org/1',
          reason: { wording: 'The Tillbrook harbour bridge of Smith & Sons cost 84,300 crowns.' },
        },
      ]);
    },
    PATIENCE,
  );

  it(
    'ends without a word where nobody reads its output any more, as after `| head`',
    async () => {
      const child = spawn(process.execPath, [fileURLToPath(MATCH), '--json', put('unread.txt', CLAIM)]);
      let err = '';
      child.stderr.on('data', (chunk: Buffer) => {
        err += chunk.toString();
      });
      child.stdout.destroy();
      expect([await once(child, 'close'), err]).toEqual([[0, null], '']);
    },
    PATIENCE,
  );

  it(
    'says what it expected, and prints for people',
    async () => {
      const text = put('claim.txt', CLAIM);
      for (const [args, said] of [
        [[], /expected at least one file/],
        [['--top', '0', text], /--top: expected a whole number above 0, got "0"/],
        [['--pack', text, text], /claim\.txt: expected a pack or a ClaimReview feed in JSON/],
        [
          ['--pack', put('none.json', '{"@type": "Article"}'), text],
          /none\.json: expected a pack, or a feed .*, got an object of type "Article"/,
        ],
        [
          ['--pack', put('silent.json', '{"@type": "ClaimReview"}'), text],
          /silent\.json: cannot be used\n {2}claimReviewed: expected the claim/,
        ],
        [['--loud', text], /--loud/],
      ] as const) {
        const run = await match(...args);
        expect(run.code).toBe(2);
        expect(run.err).toMatch(said);
      }
      expect((await match(text)).out).toMatch(/K6 asserts \(0\.\d\d\): “Putin would not object/);
    },
    PATIENCE,
  );
});

describe('reading', () => {
  it('parts a text at blank lines only: it may be wrapped anywhere', () => {
    expect(readText('The interview\nSurprised them.\n \nNext.').blocks.map(({ text }) => text)).toEqual([
      'The interview Surprised them.',
      'Next.',
    ]);
  });
});
