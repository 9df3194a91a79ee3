// Registration and the popup's reasons: both pure, both from the same settings.
import { describe, expect, test } from 'vitest';
import type { ReaderState } from '../../src/platform/messages.ts';
import { pageState } from '../../src/platform/page-state.ts';
import { registrationOf, runsOn, WEB } from '../../src/platform/registration.ts';
import { readItems, type Settings } from '../../src/platform/settings-items.ts';

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
    ['the site off', { settings: settings({ 'here.example': false }) }, { kind: 'site-off' }],
    ['a site not chosen', { settings: settings({}, { everywhere: false }) }, { kind: 'not-chosen' }],
    ['no permission', { allowed: false }, { kind: 'not-allowed' }],
    ['no permission, address unknown', { allowed: false, url: null }, { kind: 'not-allowed' }],
    ['permission, but no answer', {}, { kind: 'silent' }],
  ] as const)('%s', (_, facts, state) => {
    expect(pageState({ url: here, settings: settings({}), allowed: true, reader: null, ...facts })).toEqual(state);
  });
});
