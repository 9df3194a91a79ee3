import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FIELD_LIMIT } from '../../src/claims/fields.ts';
import { parsePack } from '../../src/claims/schema.ts';
import { atLeast, RUNS } from '../runs.ts';
import { asJson, fullPack } from './small-pack.ts';

type Json = Record<string, unknown>;
/** Sets a value deep in a fresh pack: at('claims', 0, 'made')('nonsense'). */
const spoilt = (path: readonly (string | number)[], value: unknown): Json => {
  const pack = asJson(fullPack());
  let here: unknown = pack;
  for (const step of path.slice(0, -1)) here = (here as Json)[step];
  const last = path.at(-1) ?? '';
  if (value === undefined) delete (here as Json)[last];
  else (here as Json)[last] = value;
  return pack;
};
const problemsOf = (json: unknown) => {
  const result = parsePack(json);
  return result.ok ? [] : result.problems;
};

describe('a good pack', () => {
  test('is read as it is', () => expect(parsePack(asJson(fullPack()))).toEqual({ ok: true, pack: asJson(fullPack()) }));

  test('is read into fresh objects', () => {
    const json = asJson(fullPack());
    const result = parsePack(json);
    expect(result.ok && result.pack.claims[0] !== (json['claims'] as unknown[])[0]).toBe(true);
  });

  test('loses its unknown keys, and cannot reach a prototype', () => {
    const json = JSON.parse(
      JSON.stringify(fullPack()).replace(
        '"claims":[{',
        '"extra":{"a":1},"claims":[{"__proto__":{"polluted":true},"constructor":1,',
      ),
    );
    const result = parsePack(json);
    expect(result).toEqual({ ok: true, pack: asJson(fullPack()) });
    expect(({} as Json)['polluted']).toBeUndefined();
    expect(result.ok && Object.getPrototypeOf(result.pack.claims[0])).toBe(Object.prototype);
  });

  test.each([
    ['bidi controls and marks', 'a\u202Eb\u2066c\u200Fd\u061Ce', 'abcde'],
    ['tag characters', 'a\u{E0041}b', 'ab'],
    ['control characters', 'a\u0000b\nc', 'a b c'],
    ['space around', '  a  ', 'a'],
    ['markup, which no view parses', '<b>a</b>', '<b>a</b>'],
  ])('has its texts cleaned: %s', (_, written, read) => {
    const result = parsePack(spoilt(['claims', 0, 'statement'], written));
    expect(result.ok && result.pack.claims[0]?.statement).toBe(read);
  });

  test('keeps addresses as the browser writes them: a host in letters of another script shows as punycode', () => {
    const result = parsePack(spoilt(['sources', 2, 'url'], 'https://exаmple.org/a b'.replace(' ', '%20')));
    expect(result.ok && result.pack.sources[2]?.url).toBe('https://xn--exmple-4nf.org/a%20b');
  });
});

describe('a bad pack is refused with where, what was expected and what came', () => {
  const LONG = 'x'.repeat(FIELD_LIMIT + 1);
  const cases: readonly [readonly (string | number)[], unknown, string, RegExp][] = [
    [['format'], 2, 'format', /number 1/],
    [['id'], 'Größe', 'id', /pack id/],
    [['language'], 'english language', 'language', /language tag/],
    [['updated'], '2026-02-30', 'updated', /ISO date/],
    [['claims'], {}, 'claims', /list/],
    [['claims', 0], null, 'claims[0]', /object/],
    [['claims', 0, 'statement'], undefined, 'claims[0].statement', /this key/],
    [['claims', 0, 'statement'], '\u202E \u0000', 'claims[0].statement', /text/],
    [['claims', 0, 'statement'], LONG, 'claims[0].statement', /2000/],
    [['claims', 0, 'statement'], '\uFDFA'.repeat(200), 'claims[0].statement', /NFKC/],
    [['claims', 0, 'statement'], 'a\uD800b', 'claims[0].statement', /surrogates/],
    [['claims', 0, 'kind'], 'rumour', 'claims[0].kind', /"fact", "reported"/],
    [['claims', 0, 'made'], 'yesterday', 'claims[0].made', /ISO date/],
    [['claims', 0, 'origin'], 'nowhere', 'claims[0].origin', /source of this pack/],
    [['claims', 0, 'passages', 0, 'lines'], '3 to 7', 'claims[0].passages[0].lines', /line/],
    [['claims', 0, 'passages', 0, 'document'], 'D9', 'claims[0].passages[0].document', /document of this pack/],
    [['claims', 0, 'wordings', 1, 'relation'], 'doubts', 'claims[0].wordings[1]', /relation/],
    [['claims', 0, 'wordings', 0], 7, 'claims[0].wordings[0]', /sentence/],
    [['claims', 0, 'evidence', 0, 'stance'], 'proves', 'claims[0].evidence[0].stance', /corroborates/],
    [['claims', 0, 'evidence', 0, 'date'], undefined, 'claims[0].evidence[0].date', /this key/],
    [['claims', 0, 'evidence', 0, 'source'], 'nowhere', 'claims[0].evidence[0].source', /source of this pack/],
    [['claims', 0, 'evidence', 0, 'source'], undefined, 'claims[0].evidence[0].source', /this key/],
    [['claims', 1, 'id'], 'C1', 'claims[1].id', /no other/],
    [['claims', 1, 'id'], 'C\u202E1', 'claims[1].id', /visible/],
    [['claims', 1, 'id'], 'x'.repeat(201), 'claims[1].id', /200/],
    [['sources', 1, 'id'], 'origin', 'sources[1].id', /no other/],
    [['sources', 0, 'relays'], ['relay'], 'sources[0].relays', /circle/],
    [['sources', 0, 'relays'], ['origin'], 'sources[0].relays', /circle/],
    [['sources', 0, 'relays'], ['nowhere'], 'sources[0].relays[0]', /source of this pack/],
    [['sources', 2, 'url'], 'javascript:alert(1)', 'sources[2].url', /https/],
    [['sources', 2, 'url'], 'https://user:secret@example.org/', 'sources[2].url', /user name/],
    [['sources', 2, 'url'], 'https://', 'sources[2].url', /https/],
    [['sources', 2, 'url'], 'https://example.org/a b', 'sources[2].url', /spaces/],
    [['sources', 2, 'url'], 'https://example.org/\u202E', 'sources[2].url', /https/],
    [['sources', 2, 'url'], 'data:text/html,x', 'sources[2].url', /https/],
    [['sources', 2, 'url'], '//example.org/', 'sources[2].url', /https/],
    [['sources', 2, 'kind'], 'gossip', 'sources[2].kind', /report/],
    [['thesaurus', 0, 'related'], ['navy'], 'thesaurus[0].related[0]', /group of this pack/],
    [['thesaurus', 0, 'ambiguous', 0, 'near'], ['navy'], 'thesaurus[0].ambiguous[0].near[0]', /group of this pack/],
    [['thesaurus', 1, 'id'], 'general', 'thesaurus[1].id', /no other/],
    [['thesaurus', 1, 'stands_for'], ['army'], 'thesaurus[1].stands_for', /circle/],
    [['thesaurus', 0, 'stands_for'], ['army'], 'thesaurus[0].stands_for', /circle/],
    [['thesaurus', 0, 'stands_for'], ['army'], 'thesaurus[1].stands_for', /circle/],
    [['documents', 0, 'source'], 'nowhere', 'documents[0].source', /source of this pack/],
  ];
  test.each(cases)('%j', (path, value, where, expected) => {
    const problems = problemsOf(spoilt(path, value));
    expect(problems.map((problem) => problem.path)).toContain(where);
    expect(problems.find((problem) => problem.path === where)?.expected).toMatch(expected);
  });

  test.each([undefined, null, 1, 'pack', [], [[]], true])('%j is no pack', (json) =>
    expect(problemsOf(json).length).toBeGreaterThan(0),
  );

  test('problems of a long list are cut off, not collected', () => {
    const json = spoilt(
      ['claims'],
      Array.from({ length: 100_000 }, () => ({ bad: true })),
    );
    expect(problemsOf(json).length).toBe(200);
  });

  test('a claim list above the limit is refused unread', () => {
    expect(problemsOf(spoilt(['claims'], new Array(250_001)))[0]?.got).toBe('250001 items');
  });

  test('a source with a web of ancestors is refused', () => {
    const sources = Array.from({ length: 80 }, (_, i) => ({
      ...fullPack().sources[2],
      id: i === 0 ? 'other' : `s${i}`,
      relays: i < 79 ? [`s${i + 1}`] : [],
    }));
    const json = asJson(fullPack());
    json['sources'] = [...(json['sources'] as unknown[]).slice(0, 2), ...sources];
    expect(problemsOf(json)[0]?.expected).toMatch(/32 others/);
  });
});

test('a group of words that stands for hundreds of others is refused, directly or by the way', () => {
  const chain = (length: number) => {
    const json = asJson(fullPack());
    const groups = Array.from({ length }, (_, i) => ({
      id: `g${i}`,
      kind: 'term',
      note: 'A group',
      members: [`word${i}`],
      stands_for: i + 1 < length ? [`g${i + 1}`] : [],
    }));
    json['thesaurus'] = [...(json['thesaurus'] as unknown[]), ...groups];
    return json;
  };
  expect(problemsOf(chain(201))).toEqual([]);
  expect(problemsOf(chain(202))[0]?.expected).toMatch(/200 others/);
});

describe('whatever comes', () => {
  const BAD: readonly unknown[] = [
    null,
    0,
    -1,
    '',
    ' ',
    true,
    [],
    {},
    [null],
    'x'.repeat(5000),
    '\uD800',
    '\u202E',
    { __proto__: null },
    [[[[[[[[[[]]]]]]]]]],
    1e308,
  ];

  /** Every place in the pack, as a path. */
  const places = (value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] =>
    typeof value !== 'object' || value === null
      ? []
      : Object.entries(value).flatMap(([key, part]) => {
          const step = [...path, Array.isArray(value) ? Number(key) : key];
          return [step, ...places(part, step)];
        });

  test('over a thousand spoilt packs, more than 500 of them bad: each is read or refused with a problem, none crashes', () => {
    let refused = 0;
    for (const path of places(asJson(fullPack()))) {
      for (const value of BAD) {
        const result = parsePack(spoilt(path, value));
        if (!result.ok) {
          refused++;
          expect(result.problems.length).toBeGreaterThan(0);
        } else
          expect(parsePack(JSON.parse(JSON.stringify(result.pack)))).toEqual({
            ok: true,
            pack: JSON.parse(JSON.stringify(result.pack)),
          });
      }
    }
    expect(refused).toBeGreaterThan(500);
  });

  test('any JSON: never throws', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => typeof parsePack(json).ok === 'boolean'),
      RUNS,
    );
  });

  test('any JSON in any place of a pack: never throws, and what passes passes again unchanged', () => {
    const somewhere = fc.constantFrom(...places(asJson(fullPack())));
    fc.assert(
      fc.property(somewhere, fc.oneof(fc.jsonValue(), fc.string({ unit: 'binary', maxLength: 40 })), (path, value) => {
        const once = parsePack(spoilt(path, value));
        if (once.ok)
          expect(parsePack(JSON.parse(JSON.stringify(once.pack)))).toEqual({
            ok: true,
            pack: JSON.parse(JSON.stringify(once.pack)),
          });
      }),
      RUNS,
    );
  });

  test('packs with bytes changed: broken JSON, a problem, or a pack that passes again', () => {
    const bytes = new TextEncoder().encode(JSON.stringify(fullPack()));
    const change = fc.record({ at: fc.nat(bytes.length - 1), to: fc.nat(255) });
    let read = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const changed = bytes.slice();
        for (const { at, to } of changes) changed[at] = to;
        let json: unknown;
        try {
          json = JSON.parse(new TextDecoder().decode(changed));
        } catch {
          return;
        }
        const once = parsePack(json);
        read++;
        if (once.ok) expect(parsePack(JSON.parse(JSON.stringify(once.pack))).ok).toBe(true);
        else expect(once.problems.length).toBeGreaterThan(0);
      }),
      RUNS,
    );
    expect(read).toBeGreaterThanOrEqual(atLeast(100));
  });
});
