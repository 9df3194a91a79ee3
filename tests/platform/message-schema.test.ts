import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accept } from '../../src/platform/message-schema.ts';
import { atLeast, RUNS } from '../runs.ts';

const OWN = 'abc';
const BASE = 'chrome-extension://abc/';
const page = { id: OWN, url: 'https://news.example/', tab: { id: 7 } };
const popup = { id: OWN, url: `${BASE}popup.html?tab=7`, tab: { id: 9 } };
const match = { kind: 'match', scan: 1, blocks: [{ text: 'A.' }], earlier: [], later: [], title: 'T', language: null };

describe('a message is taken only from whom it may come', () => {
  test.each([
    ['a page’s script asks for matches', match, page, 'reader'],
    ['a page’s script asks for a card', { kind: 'card', pack: 'p', claim: 'c' }, page, 'reader'],
    ['the popup pauses a tab of a high number', { kind: 'pause', tab: 1_550_368_526, on: true }, popup, 'page'],
    ['the popup asks for the status', { kind: 'status' }, popup, 'page'],
    ['a page’s script asks for the status', { kind: 'status' }, page, null],
    ['a page’s script asks to check another tab', { kind: 'check', tab: 3 }, page, null],
    ['the popup asks for matches', match, popup, null],
    ['another extension asks', match, { ...page, id: 'other' }, null],
    ['no tab', match, { id: OWN, url: 'https://news.example/' }, null],
    ['a page named like ours', { kind: 'status' }, { ...page, url: 'https://x.example/chrome-extension://abc/' }, null],
    ['a missing field', { ...match, title: undefined }, page, null],
    ['a wrong type', { ...match, scan: '1' }, page, null],
    ['too many blocks', { ...match, blocks: Array.from({ length: 20_001 }, () => ({ text: '' })) }, page, null],
  ])('%s', (_, message, sender, from) => {
    expect(accept(message, sender, OWN, BASE)?.from ?? null).toBe(from);
  });

  test('what is taken holds known fields only', () => {
    const asked = accept({ ...match, more: 1, blocks: [{ text: 'A.', evil: 1 }] }, page, OWN, BASE);
    expect(asked).toEqual({ from: 'reader', tab: 7, request: match });
  });

  test('no message whatever makes it throw', () => {
    fc.assert(
      fc.property(fc.anything(), (message) => {
        accept(message, page, OWN, BASE);
        accept(message, popup, OWN, BASE);
      }),
      RUNS,
    );
  });

  /** Every kind of message with one of each: what a model of the contract says who may send it. */
  const id = fc.string({ minLength: 1, maxLength: 20 });
  const count = fc.nat(1_000_000);
  /** Chromium's go up to 2³¹ − 1. */
  const tab = fc.nat();
  const blocks = fc.array(fc.record({ text: fc.string(), role: fc.constantFrom('heading', 'text') }), { maxLength: 3 });
  const requests = {
    match: {
      scan: count,
      blocks,
      earlier: blocks,
      later: blocks,
      title: fc.string(),
      language: fc.option(fc.string({ maxLength: 20 })),
    },
    card: { pack: id, claim: id },
    found: { passages: count, claims: count, limit: fc.option(fc.string()) },
    hide: { pack: id, claim: id, quote: fc.string() },
    mute: { pack: id, claim: id },
    browse: { pack: id, claim: id },
    status: {},
    check: { tab },
    pause: { tab, on: fc.boolean() },
    packs: {},
    report: {},
  } as const;
  const READER = new Set(['match', 'card', 'found', 'hide', 'mute', 'browse']);
  const PAGE = new Set(['status', 'card', 'check', 'pause', 'packs', 'report']);
  const request = fc.oneof(
    ...Object.entries(requests).map(([kind, fields]) =>
      fc.record(fields as Record<string, fc.Arbitrary<unknown>>).map((values) => ({ ...values, kind })),
    ),
  );
  const spoil = fc.constantFrom<(message: Record<string, unknown>, key: string) => unknown>(
    (message, key) => ({ ...message, [key]: undefined }),
    (message, key) => ({ ...message, [key]: { toString: () => 'x' } }),
    (message, key) => ({ ...message, [key]: 'x'.repeat(5001) + (key === 'kind' ? '' : 'y'.repeat(16_000_000)) }),
    (message, key) => ({ ...message, [key]: Number.NaN }),
    (message) => [message],
  );

  test('who may send what is what the contract says, and a spoilt field is refused', () => {
    let refused = 0;
    fc.assert(
      fc.property(request, fc.constantFrom(page, popup), fc.option(spoil), fc.nat(9), (whole, sender, harm, at) => {
        const keys = Object.keys(whole);
        const key = keys[at % keys.length] ?? 'kind';
        const message: unknown = harm === null ? whole : harm(whole, key);
        const asked = accept(message, sender, OWN, BASE);
        const may = (sender === page ? READER : PAGE).has(whole.kind) && harm === null;
        if (asked === null) refused++;
        expect(asked?.from ?? null).toBe(may ? (sender === page ? 'reader' : 'page') : null);
      }),
      RUNS,
    );
    expect(refused).toBeGreaterThanOrEqual(atLeast(100));
  });
});
