import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accept } from '../../src/platform/message-schema.ts';
import { RUNS } from '../runs.ts';

const OWN = 'abc';
const BASE = 'chrome-extension://abc/';
const page = { id: OWN, url: 'https://news.example/', tab: { id: 7 } };
const popup = { id: OWN, url: `${BASE}popup.html?tab=7`, tab: { id: 9 } };
const match = { kind: 'match', scan: 1, blocks: [{ text: 'A.' }], earlier: [], title: 'T', language: null };

describe('a message is taken only from whom it may come', () => {
  test.each([
    ['a page’s script asks for matches', match, page, 'reader'],
    ['a page’s script asks for a card', { kind: 'card', pack: 'p', claim: 'c' }, page, 'reader'],
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
});
