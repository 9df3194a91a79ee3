import { describe, expect, test } from 'vitest';
import { cardOf } from '../../src/claims/card.ts';
import { annotationOf, cardText } from '../../src/claims/export.ts';
import { linkTo, placeOf } from '../../src/claims/link.ts';
import type { Card } from '../../src/claims/types.ts';
import { claim, evidence, fullPack, packOf, source } from './small-pack.ts';

describe('a card', () => {
  test('is null for a claim that the pack has not', () => expect(cardOf(fullPack(), 'C9')).toBeNull());

  test('orders items: by stance, independent first, stronger kinds first, absences last', () => {
    const sources = [
      source('origin'),
      source('relay', { relays: ['origin'] }),
      source('blog', { kind: 'commentary' }),
      source('wiki', { kind: 'reference' }),
      source('paper'),
      source('state', { kind: 'official' }),
    ];
    const items = [
      evidence('context', null),
      evidence('context', 'blog'),
      evidence('rebuts', 'wiki'),
      evidence('corroborates', 'relay', '2020'),
      evidence('corroborates', 'blog', '2020'),
      evidence('corroborates', 'paper', '2023-11-02'),
      evidence('corroborates', 'state', '2023-11-01'),
    ];
    const card = cardOf(packOf([claim(items)], sources), 'C1');
    expect(card?.items.map((item) => `${item.stance} ${item.source?.id ?? 'none'}`)).toEqual([
      'corroborates paper',
      'corroborates state',
      'corroborates blog',
      'corroborates relay',
      'rebuts wiki',
      'context blog',
      'context none',
    ]);
  });

  test('keeps what is alike in stance, independence and kind in the order of the pack, whatever the dates', () => {
    const sources = [source('origin'), source('paper'), source('agency', { kind: 'official' }), source('daily')];
    const items = [
      evidence('rebuts', 'paper', '2024-06-14'),
      evidence('rebuts', 'agency', '2023-11-01'),
      evidence('rebuts', 'daily', '2023-11'),
      evidence('rebuts', 'paper', '2022-03-07'),
    ];
    const card = cardOf(packOf([claim(items)], sources), 'C1');
    expect(card?.items.map(({ date }) => date)).toEqual(['2024-06-14', '2023-11-01', '2023-11', '2022-03-07']);
  });

  test('carries the wordings as the engine counts them, the origin and whose pack it is', () => {
    const card = cardOf(fullPack(), 'C1', true);
    expect(card?.claim.wordings.map(({ relation }) => relation)).toEqual(['asserts', 'asserts', 'denies']);
    expect(card?.claim.origin?.id).toBe('origin');
    expect(card?.pack).toEqual({ id: 'small', name: 'Small', language: 'en', version: '1.0.0', imported: true });
    expect(card?.standing).toBe('rebutted');
  });
});

describe('links', () => {
  const at = (url: string) => source('s', { url });
  test.each([
    [at('https://example.org/a'), undefined, 'https://example.org/a'],
    [at('https://example.org/a'), { quote: 'so it is' }, 'https://example.org/a#:~:text=so%20it%20is'],
    [at('https://example.org/a#part'), { quote: 'x' }, 'https://example.org/a#part:~:text=x'],
    [at('https://example.org/a#:~:text=foo'), { quote: 'x' }, 'https://example.org/a#:~:text=foo&text=x'],
    [at('https://example.org/a#part:~:text=foo'), { quote: 'x' }, 'https://example.org/a#part:~:text=foo&text=x'],
    [at('https://example.org/a:~:b'), { quote: 'x' }, 'https://example.org/a:~:b#:~:text=x'],
    [
      at('https://example.org/a'),
      { quote: 'mil-mil, “so” & so' },
      'https://example.org/a#:~:text=mil%2Dmil%2C%20%E2%80%9Cso%E2%80%9D%20%26%20so',
    ],
    [at('https://example.org/a'), { where: 'page 3' }, 'https://example.org/a'],
    [
      source('s', { url: undefined, seenAt: 'https://example.org/seen' }),
      { quote: 'not there perhaps' },
      'https://example.org/seen',
    ],
    [source('s', { url: undefined }), { quote: 'x' }, null],
    [null, undefined, null],
  ])('%#', (from, locator, href) => expect(linkTo(from, locator)).toBe(href));
});

describe('exports', () => {
  const card = cardOf(fullPack(), 'C1');
  test('as text: the claim, the standing in words, each item with its citation', () => {
    const text = card === null ? '' : cardText(card);
    expect(text).toContain('The statement of the claim.');
    expect(text).toContain('rebutted by independent sources');
    expect(text).toMatch(
      /1\. Rebuts \(2023-12\): It says otherwise\.\n {3}A\. Author, \[Title of other\], Publisher, 2023\. https:\/\/example\.org\/other#:~:text=says%20otherwise/,
    );
    expect(text).toContain('2. Context (2026-11-22): No public record found of it.');
    expect(text).toContain('First made in: “Title of origin”, Publisher, 2023-12-01. Not seen: https://example.org/seen');
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  test('evidence of a later day is called later, not knowledge', () => {
    const later = packOf([claim([evidence('context', 'origin', '2024-01')])], [source('origin')]);
    const text = cardText(cardOf(later, 'C1') as Card);
    expect(text).toContain('1. Context (2024-01; repeats the same source; dated after the claim): What origin says.');
  });

  test('as a W3C Web Annotation that is plain JSON', () => {
    const passage = {
      url: 'https://example.com/news',
      exact: 'It is so.',
      prefix: 'He said: ',
      relation: 'asserts',
      created: '2026-11-22T10:00:00Z',
    } as const;
    const annotation = card === null ? {} : annotationOf(card, passage);
    expect(JSON.parse(JSON.stringify(annotation))).toMatchObject({
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      type: 'Annotation',
      target: {
        source: 'https://example.com/news',
        selector: { type: 'TextQuoteSelector', exact: 'It is so.', prefix: 'He said: ' },
      },
      body: [
        { type: 'TextualBody', purpose: 'identifying' },
        { purpose: 'commenting' },
        { purpose: 'linking' },
        { purpose: 'commenting' },
      ],
    });
  });
});

describe('where a link leads is shown', () => {
  test.each([
    ['https://example.com/a', false, undefined],
    ['https://example.com/a', true, 'example.com'],
    ['http://example.com:8080/a', false, 'http://example.com:8080'],
    // Cyrillic а in place of the Latin one.
    ['https://ex\u0430mple.com/', false, 'xn--exmple-4nf.com'],
    ['https://news.ex\u0430mple.com/', false, 'news.xn--exmple-4nf.com'],
    [null, true, undefined],
  ])('%j, imported %s: %j', (address, imported, place) => {
    expect(placeOf(address, imported)).toBe(place);
  });

  test('in every card of an imported pack', () => {
    const pack = fullPack();
    const items = pack.claims.flatMap(({ id }) => cardOf(pack, id, true)?.items ?? []);
    const links = items.filter(({ href }) => href !== null);
    expect(links.length).toBeGreaterThan(0);
    for (const { href, place } of links) expect(href).toContain(place);
  });
});
