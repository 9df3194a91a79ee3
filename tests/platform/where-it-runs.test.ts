// Registration and the popup's reasons: both pure, both from the same settings.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { ReaderState } from '../../src/platform/messages.ts';
import { pageState } from '../../src/platform/page-state.ts';
import { originsOf } from '../../src/platform/permissions.ts';
import { registrationOf, runsOn, WEB } from '../../src/platform/registration.ts';
import { readItems, type Settings } from '../../src/platform/settings-items.ts';
import { siteOf } from '../../src/platform/sites.ts';
import { atLeast, RUNS } from '../runs.ts';

vi.mock('webextension-polyfill', () => ({ default: {} }));

const settings = (sites: Record<string, boolean>, more: Partial<Settings> = {}): Settings => ({
  ...readItems({}, {}).settings,
  sites: new Map(Object.entries(sites)),
  ...more,
});

describe('the script is registered', () => {
  test('everywhere but on sites that are off', () => {
    expect(registrationOf(settings({ 'off.example': false, 'on.example': true }))).toEqual({
      matches: WEB,
      excludeMatches: ['*://*.off.example/*'],
    });
  });
  test('on chosen sites only', () => {
    expect(registrationOf(settings({ 'off.example': false, 'on.example': true }, { everywhere: false }))).toEqual({
      matches: ['*://*.on.example/*'],
      excludeMatches: [],
    });
  });
  test('nowhere: nothing chosen, or everything off', () => {
    expect(registrationOf(settings({ 'off.example': false }, { everywhere: false }))).toBeNull();
    expect(registrationOf(settings({ 'on.example': true }, { everything: false }))).toBeNull();
  });
  test.each([
    ['https://news.off.example/', false],
    ['https://other.example/', true],
    ['chrome://extensions/', false],
  ])('runsOn agrees: %s is %s', (url, runs) => {
    expect(runsOn(settings({ 'off.example': false }), url)).toBe(runs);
  });
});

test('permission is asked for as the manifest offers it: scheme by scheme', () => {
  expect(originsOf('bbc.co.uk')).toEqual(['http://*.bbc.co.uk/*', 'https://*.bbc.co.uk/*']);
  expect(originsOf('127.0.0.1')).toEqual(['http://127.0.0.1/*', 'https://127.0.0.1/*']);
});

/** Match patterns as the browsers' manuals define them: scheme, host (ports play no part), path. */
function patternMatches(pattern: string, url: string): boolean {
  const [, scheme = '', host = ''] = /^([^:]+):\/\/([^/]*)\/\*$/u.exec(pattern) ?? [];
  const { protocol, hostname } = new URL(url);
  if (scheme !== '*' && `${scheme}:` !== protocol) return false;
  if (host === '*') return true;
  // Both browsers take a trailing dot for part of the name, and drop it when they compare.
  const name = hostname.replace(/\.$/u, '');
  return host.startsWith('*.') ? name === host.slice(2) || name.endsWith(host.slice(1)) : name === host;
}

describe('on any address, under any rules', () => {
  const label = fc.constantFrom('a', 'www', 'news', 'b-c');
  const host = fc.oneof(
    fc
      .tuple(label, fc.constantFrom('example.com', 'bbc.co.uk', 'github.io', 'co.uk', 'xn--mnchen-3ya.de'))
      .map((parts) => parts.join('.')),
    fc.constantFrom('example.com', 'localhost', '127.0.0.1', '[::1]', 'a.github.io', 'deep.a.github.io'),
    fc.domain(),
  );
  const url = fc
    .tuple(fc.constantFrom('http', 'https'), host, fc.constantFrom('', ':8080'), fc.constantFrom('/', '/x?y#z'))
    .map(([scheme, name, port, path]) => `${scheme}://${name}${port}${path}`);
  const rules = fc.array(fc.tuple(url.map(siteOf), fc.boolean()), { maxLength: 6 });

  test('what the browser is told and what the background answers agree', () => {
    let ran = 0;
    fc.assert(
      fc.property(url, rules, fc.boolean(), fc.boolean(), (address, list, everywhere, everything) => {
        const sites = new Map(list.flatMap(([site, on]) => (site === null ? [] : [[site, on] as const])));
        const now = settings({}, { sites, everywhere, everything });
        const registered = registrationOf(now);
        const byBrowser =
          registered?.matches.some((pattern) => patternMatches(pattern, address)) === true &&
          !registered.excludeMatches.some((pattern) => patternMatches(pattern, address));
        if (byBrowser) ran++;
        expect(byBrowser).toBe(runsOn(now, address));
      }),
      RUNS,
    );
    expect(ran).toBeGreaterThanOrEqual(atLeast(100));
  });
});

describe('the popup says why nothing shows', () => {
  const reader: ReaderState = { checked: 73, passages: [], limit: null };
  const here = 'https://here.example/article';
  test.each([
    ['a browser page', { url: 'chrome://settings' }, { kind: 'closed', why: 'browser' }],
    ['a store', { url: 'https://addons.mozilla.org/x' }, { kind: 'closed', why: 'store' }],
    ['a PDF', { url: 'https://a.example/report.PDF?x=1' }, { kind: 'closed', why: 'pdf' }],
    ['a file', { url: 'file:///a.html' }, { kind: 'closed', why: 'file' }],
    ['a running script', { reader }, { kind: 'running', reader }],
    ['everything off', { settings: settings({}, { everything: false }) }, { kind: 'everything-off' }],
    ['the tab paused', { paused: true }, { kind: 'paused' }],
    [
      'everything off in a paused tab',
      { paused: true, settings: settings({}, { everything: false }) },
      { kind: 'everything-off' },
    ],
    ['the site off', { settings: settings({ 'here.example': false }) }, { kind: 'site-off' }],
    ['a site not chosen', { settings: settings({}, { everywhere: false }) }, { kind: 'not-chosen' }],
    ['no permission', { allowed: false }, { kind: 'not-allowed' }],
    ['no permission, address unknown', { allowed: false, url: null }, { kind: 'not-allowed' }],
    ['permission, but no answer', {}, { kind: 'silent' }],
    ['a page that is not read yet', { type: 'text/html' }, { kind: 'silent' }],
    ['a PDF whose address does not say so', { type: 'application/pdf' }, { kind: 'closed', why: 'pdf' }],
    ['such a PDF without permission', { type: 'application/pdf', allowed: false }, { kind: 'closed', why: 'pdf' }],
    ['a page that the browser keeps us out of', { type: 'refused' }, { kind: 'closed', why: 'refused' }],
    ['the same for want of permission', { type: 'refused', allowed: false }, { kind: 'not-allowed' }],
    ['a picture', { type: 'image/png' }, { kind: 'closed', why: 'document' }],
  ] as const)('%s', (_, facts, state) => {
    expect(
      pageState({ url: here, settings: settings({}), allowed: true, paused: false, reader: null, type: null, ...facts }),
    ).toEqual(state);
  });
});
