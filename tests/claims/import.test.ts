// What a reader's file becomes: a checked pack under an id of its own, or a list of problems.
import { describe, expect, test } from 'vitest';
import { readImport } from '../../src/claims/import.ts';
import { fullPack } from './small-pack.ts';

const OPTIONS = { name: 'file', today: '2026-01-01', taken: ['The bundled pack'] };
/** Stands in for the page's purifier. */
const clean = async (texts: readonly string[]) => texts.map((text) => text.replaceAll(/<[^>]*>/gu, '').replaceAll('&amp;', '&'));
/** As "Import everything" reads a pack. */
const restore = (pack: unknown) => readImport(JSON.stringify(pack), { ...OPTIONS, again: true }, clean);
const read = (json: unknown) => readImport(typeof json === 'string' ? json : JSON.stringify(json), OPTIONS, clean);
const review = (more: object = {}) => ({
  '@type': 'ClaimReview',
  url: 'https://checks.example/1',
  claimReviewed: 'The bridge was sold for a pound',
  datePublished: '2024-01-01',
  author: { name: 'Checks' },
  ...more,
});

describe('a file becomes a pack', () => {
  test('a pack keeps its texts and gets an id that the bundled one cannot have', async () => {
    const result = await read(fullPack());
    expect(result).toMatchObject({ ok: true, kind: 'pack' });
    if (!result.ok) return;
    expect(result.pack.id).toMatch(/^imported\.[0-9a-z]+\./u);
    expect(result.pack.claims.length).toBe(fullPack().claims.length);
  });

  test('what came from a backup comes under the same id again', async () => {
    const first = await read(fullPack());
    if (!first.ok) throw new Error('expected a pack');
    const second = await restore(first.pack);
    expect(second.ok && second.pack.id).toBe(first.pack.id);
  });

  test.each([10, 83, 84, 95, 100])(
    'so does one whose id has %i letters; another of the same beginning gets another',
    async (length) => {
      const ids = ['x', 'y'].map((last) => 'x'.repeat(length - 1) + last);
      const [one, other] = await Promise.all(ids.map((id) => read({ ...fullPack(), id })));
      if (!one?.ok || !other?.ok) throw new Error('expected packs');
      expect(one.pack.id).not.toBe(other.pack.id);
      for (const { pack } of [one, other]) {
        const again = await restore(pack);
        expect(again.ok && again.pack).toEqual(pack);
      }
    },
  );

  test('a file that calls itself by another publisher’s imported id does not take its place', async () => {
    const one = await read(fullPack());
    if (!one.ok) throw new Error('expected a pack');
    const decoy = await read({ ...fullPack(), id: one.pack.id, publisher: 'Somebody else' });
    expect(decoy.ok && decoy.pack.id !== one.pack.id).toBe(true);
  });

  test('another publisher’s pack of the same id gets another id', async () => {
    const [one, other] = await Promise.all([read(fullPack()), read({ ...fullPack(), publisher: 'Somebody else' })]);
    expect(one.ok && other.ok && one.pack.id !== other.pack.id).toBe(true);
  });

  const unsigned = (claimReviewed: string) => review({ author: undefined, claimReviewed });
  const named = (name: string) => ({ '@type': 'DataFeed', name, dataFeedElement: [review()] });
  test.each([
    ['without a named author', [unsigned('One thing')], [unsigned('Another')]],
    ['of one author with names of their own', named('Bridges'), named('Roads')],
  ])('two feeds %s do not replace each other; each replaces itself, from a backup too', async (_, ...feeds) => {
    const [one, other, again] = await Promise.all([...feeds, feeds[0]].map(read));
    if (!one?.ok || !other?.ok || !again?.ok) throw new Error('expected feeds');
    expect(one.pack.id).not.toBe(other.pack.id);
    expect(again.pack.id).toBe(one.pack.id);
    const restored = await restore(one.pack);
    expect(restored.ok && restored.pack.id).toBe(one.pack.id);
  });

  test.each([
    ['with a name of its own', (list: unknown[]) => ({ '@type': 'DataFeed', name: 'Many desks', dataFeedElement: list })],
    ['without a name', (list: unknown[]) => list],
  ])('a feed of several publishers %s stays the same in another order, and from a backup', async (_, feedOf) => {
    const list = ['C', 'A', 'B'].map((name) => review({ url: `https://checks.example/${name}`, author: { name } }));
    const [one, other] = await Promise.all([read(feedOf(list)), read(feedOf([...list].reverse()))]);
    if (!one.ok || !other.ok) throw new Error('expected feeds');
    expect(other.pack.id).toBe(one.pack.id);
    expect(other.pack.publisher).toBe('A, B, C');
    const restored = await restore(one.pack);
    expect(restored.ok && restored.pack.id).toBe(one.pack.id);
  });

  test('a feed with a name of its own stays the same when a publisher joins', async () => {
    const named = (...authors: string[]) => ({
      '@type': 'DataFeed',
      name: 'Many desks',
      dataFeedElement: authors.map((name) => review({ url: `https://checks.example/${name}`, author: { name } })),
    });
    const [one, more] = await Promise.all([read(named('A')), read(named('A', 'B'))]);
    expect(one.ok && more.ok && one.pack.id === more.pack.id).toBe(true);
  });

  test('a feed that names nobody goes by the name of its file, if that has one', async () => {
    const text = JSON.stringify([unsigned('One thing')]);
    const nameOf = async (name: string) => {
      const result = await readImport(text, { ...OPTIONS, name }, clean);
      return result.ok && result.pack.name;
    };
    expect(await nameOf('local\u202E checks')).toBe('local checks');
    expect(await nameOf('The bundled pack')).toBe('The bundled pack (imported)');
    expect(await nameOf(' ')).toBe('Fact-checks by An unnamed publisher');
  });

  test('a feed of a named author replaces the one before it, whatever has been added', async () => {
    const [one, more] = await Promise.all([read([review()]), read([review(), review({ url: 'https://checks.example/2' })])]);
    expect(one.ok && more.ok && one.pack.id === more.pack.id).toBe(true);
  });

  test('a name that is taken is marked, however it is written', async () => {
    const result = await read({ ...fullPack(), name: 'THE bundled-pack' });
    expect(result.ok && result.pack.name).toBe('THE bundled-pack (imported)');
  });

  test('a feed of fact-checks becomes one too; markup becomes text', async () => {
    const result = await read([review({ claimReviewed: 'The <b>bridge</b> was sold &amp; moved', author: { name: 'Q&amp;A' } })]);
    expect(result.ok && result.kind).toBe('reviews');
    expect(result.ok && result.pack.claims[0]?.statement).toBe('The bridge was sold & moved');
    expect(result.ok && result.pack.publisher).toBe('Q&A');
  });

  test('a feed may have a key "format" or "claims" of its own', async () => {
    const result = await read({ '@graph': [review()], format: 'JSON-LD' });
    expect(result.ok && result.kind).toBe('reviews');
  });

  test.each(['5 < 6 and 7 > 3', 'AT&T rose', 'a <3 b', '<'])('"%s" is no markup', async (claimReviewed) => {
    const result = await readImport(JSON.stringify([review({ claimReviewed })]), OPTIONS, async (texts) => {
      expect(texts).toEqual([]);
      return [];
    });
    expect(result.ok && result.pack.claims[0]?.statement).toBe(claimReviewed);
  });
});

describe('a pack from a backup', () => {
  test('keeps its texts, which are plain already: those of a feed on markup, too', async () => {
    const claims = [
      'The &lt;video&gt; tag was invented here',
      '&lt;iframe&gt;',
      'The page shows &lt;b&gt;free&lt;/b&gt; &amp;amp;',
    ];
    const entities = async (texts: readonly string[]) =>
      texts.map((text) => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
    const feed = claims.map((claimReviewed, n) => review({ claimReviewed, url: `https://checks.example/${n}` }));
    const first = await readImport(JSON.stringify(feed), OPTIONS, entities);
    if (!first.ok) throw new Error('expected a pack');
    expect(first.pack.claims.map(({ statement }) => statement)).toContain('<iframe>');
    const second = await restore(first.pack);
    expect(second.ok && second.pack).toEqual(first.pack);
  });

  test('may be longer than a reader’s file', async () => {
    const text = JSON.stringify(fullPack()) + ' '.repeat(64 * 1024 * 1024);
    expect((await readImport(text, OPTIONS, clean)).ok).toBe(false);
    expect((await readImport(text, { ...OPTIONS, again: true }, clean)).ok).toBe(true);
  });

  test('that is no pack is cleaned like any other file', async () => {
    const result = await restore([review({ claimReviewed: 'The <b>bridge</b> was sold' })]);
    expect(result.ok && result.pack.claims[0]?.statement).toBe('The bridge was sold');
  });
});

describe('what cannot be read is refused with its reason', () => {
  test.each([
    ['cut JSON', '{"format": 1,', /JSON/u],
    ['a bare value', '7', /pack, or a feed/u],
    ['no reviews', '{"@type": "Article"}', /ClaimReview/u],
    ['a pack without claims', JSON.stringify({ ...fullPack(), claims: 'none' }), /list/u],
    ['objects too deep', `${'{"a":'.repeat(60)}1${'}'.repeat(60)}`, /deep/u],
    ['lists too deep', '['.repeat(100_000) + ']'.repeat(100_000), /deep/u],
  ])('%s', async (_, text, expected) => {
    const result = await read(text);
    expect(result.ok).toBe(false);
    expect(result.ok ? '' : result.problems.map((problem) => problem.expected).join()).toMatch(expected);
  });

  const { format: _format, ...formless } = fullPack();
  test.each([
    ['a pack without its format', formless, 'format', /^the number 1/u, 'nothing'],
    ['a pack without its claims', { ...fullPack(), claims: undefined }, 'claims', /^a list/u, 'nothing'],
    ['a backup', { format: 'sidelight-settings', version: 1, packs: [] }, '', /^a pack, or a feed/u, /^a backup of settings/u],
    ['another type', { '@context': 'x', '@type': 'Article' }, '', /^a pack, or a feed/u, 'an object of type "Article"'],
    ['any object', { a: 1, b: 2 }, '', /^a pack, or a feed/u, 'an object with "a", "b"'],
    ['many keys', { a: 1, b: 2, c: 3, d: 4, e: 5, f: 6 }, '', /^a pack/u, 'an object with "a", "b", "c", "d", "e" and more'],
    ['no reviews in a list', [{ '@type': 'Review' }], '', /^a pack/u, 'a list of 1 that begins with an object of type "Review"'],
    ['an empty list', [], '', /^a pack, or a feed/u, 'an empty list'],
    ['an empty object', {}, '', /^a pack, or a feed/u, 'an empty object'],
  ])('%s: what it looks like, and what was expected', async (_, json, path, expected, got) => {
    const result = await read(json);
    if (result.ok) throw new Error('expected problems');
    expect(result.problems[0]).toMatchObject({
      path,
      expected: expect.stringMatching(expected),
      got: expect.stringMatching(got),
    });
  });

  test('a key named __proto__ pollutes nothing', async () => {
    await read(`{"__proto__": {"polluted": "<b>x</b>"}, "format": 1, "claims": []}`);
    expect(({} as { polluted?: string }).polluted).toBeUndefined();
  });
});
