// @vitest-environment jsdom
// The popup in every state: why nothing shows, and what can be done about it.
import { render } from 'preact';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { ReaderState } from '../../src/platform/messages.ts';
import type { PageState } from '../../src/platform/page-state.ts';
import { Popup } from '../../src/ui/pages/popup.tsx';
import { ENGLISH } from './english.ts';

beforeAll(() => {
  const getMessage = (key: string, subs: readonly string[] = []) => ENGLISH.text(key, ...subs);
  vi.stubGlobal('browser', { i18n: { getMessage, getUILanguage: () => 'en' } });
});
afterAll(() => vi.unstubAllGlobals());

const running = (reader: Partial<ReaderState>): PageState => ({
  kind: 'running',
  reader: { checked: 73, passages: [], limit: null, ...reader },
});

test.each<[string, PageState, RegExp, string[]]>([
  ['a page of the browser', { kind: 'closed', why: 'browser' }, /their own pages/, []],
  ['a store', { kind: 'closed', why: 'store' }, /pages of their stores/, []],
  ['a PDF', { kind: 'closed', why: 'pdf' }, /PDF files open in the browser’s own viewer/, []],
  ['a file', { kind: 'closed', why: 'file' }, /not files on your device/, []],
  ['a picture', { kind: 'closed', why: 'document' }, /a document of another kind/, []],
  ['a page kept from us', { kind: 'closed', why: 'refused' }, /does not let extensions read this page/, []],
  ['everything off', { kind: 'everything-off' }, /reads no page by itself until you switch it on again/, ['check']],
  ['the site off', { kind: 'site-off' }, /You switched this site off\. Sidelight does not read it by itself/, ['check']],
  ['a site not chosen', { kind: 'not-chosen' }, /only on the sites that you switch on/, ['check']],
  ['no permission', { kind: 'not-allowed' }, /has not allowed/, ['allow-site', 'allow-everywhere', 'check']],
  ['paused', { kind: 'paused' }, /Paused in this tab/, ['resume']],
  ['not read yet', { kind: 'silent' }, /not been read yet/, ['check']],
  ['another language', running({ checked: null, limit: 'language' }), /reads English only/, ['pause']],
  ['no text yet', running({ checked: null }), /No text of this page has been checked so far/, ['pause']],
  ['no answer', running({ checked: null, limit: 'answer' }), /This page could not be checked just now/, ['pause']],
  ['no answer for part', running({ limit: 'answer' }), /No known claim[\s\S]*Part of this page could not be checked/, ['pause']],
  ['no pack', running({ checked: 0 }), /every pack is off/, ['pause']],
  ['nothing found', running({}), /No known claim found[\s\S]*Checked against 73 claims/, ['pause']],
  ['one claim known', running({ checked: 1 }), /Checked against 1 claim\./, ['pause']],
  ['part not read', running({ limit: 'language' }), /No known claim[\s\S]*does not read as English/, ['pause']],
  ['longer than is read', running({ limit: 'text' }), /No known claim[\s\S]*longer than Sidelight reads/, ['pause']],
])('%s', (_, state, words, remedies) => {
  const root = document.createElement('div');
  const nothing = () => undefined;
  render(
    <Popup
      site="news.example"
      siteOn={true}
      everything={true}
      state={state}
      trouble={null}
      onSite={nothing}
      onEverything={nothing}
      onCheck={nothing}
      onPause={nothing}
      onAllowSite={nothing}
      onAllowEverywhere={nothing}
      onGo={nothing}
      onSettings={nothing}
      onPanel={nothing}
      onDataset={nothing}
    />,
    root,
  );
  const said = root.textContent ?? '';
  expect(said).toMatch(words);
  // What was not checked is not called checked.
  if (state.kind !== 'running' || !state.reader.checked) expect(said).not.toMatch(/Checked against/);
  const offered = [...root.querySelectorAll<HTMLButtonElement>('button[name]')].map(({ name }) => name);
  expect(offered.filter((name) => !['site', 'everything', 'panel', 'dataset'].includes(name))).toEqual(remedies);
});
