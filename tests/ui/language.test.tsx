// @vitest-environment jsdom
// Wherever words of a pack stand in a text of ours, a screen reader is told their language (WCAG 3.1.2).
import { type ComponentChild, render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { cardOf } from '../../src/claims/card.ts';
import type { Card, Pack } from '../../src/claims/types.ts';
import type { Found } from '../../src/platform/messages.ts';
import { readItems } from '../../src/platform/settings-items.ts';
import { ClaimList } from '../../src/ui/claim-list.tsx';
import { Check } from '../../src/ui/pages/check.tsx';
import { ClaimsHere } from '../../src/ui/pages/claims-here.tsx';
import { Dataset } from '../../src/ui/pages/dataset.tsx';
import { libraryOf } from '../../src/ui/pages/dataset-library.ts';
import { EVERYTHING, routeOf } from '../../src/ui/pages/dataset-route.ts';
import { searchOf } from '../../src/ui/pages/dataset-search.ts';
import { Hidden } from '../../src/ui/pages/settings/hidden.tsx';
import { entriesOf } from '../../src/ui/pages/sidepanel-claims.ts';
import { speak } from '../../src/ui/texts.ts';
import { Within } from '../../src/ui/within.tsx';
import { fullPack } from '../claims/small-pack.ts';
import { ENGLISH } from './english.ts';
import { languageOf } from './language-of.ts';

const STATEMENT = 'The statement of the claim.';
const balance = { corroborates: 0, rebuts: 1, context: 0, repeats: 0 };
const found: Found = {
  ...{ pack: 'small', language: 'uk', claim: 'C1', statement: STATEMENT, topic: 'core', standing: 'rebutted', balance },
  ...{ block: 0, start: 0, end: 5, relation: 'asserts', confidence: 1, reason: { wording: 0, agreed: [], inferred: [] } },
};

beforeEach(() => {
  speak(ENGLISH);
  document.body.replaceChildren();
  const getMessage = (key: string, subs: readonly string[] = []) => ENGLISH.text(key, ...subs);
  vi.stubGlobal('browser', { i18n: { getMessage, getUILanguage: () => 'en' } });
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync() {}
    },
  );
});
function draw(view: ComponentChild): HTMLElement {
  const root = document.body.appendChild(document.createElement('div'));
  render(view, root);
  return root;
}
const languages = (root: Node, words: readonly string[]) => words.map((one) => [one, languageOf(root, one)]);
const all = (words: readonly string[], language: string | null) => words.map((one) => [one, language]);

test('the words stand within our text, in the order of the language', () => {
  const root = draw(
    <Within said={(words) => `on ${words}, said`}>
      <i>it</i>
    </Within>,
  );
  expect(root.innerHTML).toBe('on <i>it</i>, said');
});

test('the list in the page', () => {
  const root = draw(<ClaimList passages={[{ id: 1, found }]} open={() => undefined} />);
  expect(root.querySelector('button')?.textContent).toBe(`Passage 1 of 1: ${STATEMENT} Rebutted.`);
  expect(languages(root, ['Passage 1 of 1: ', STATEMENT, ' Rebutted.'])).toEqual([
    ['Passage 1 of 1: ', null],
    [STATEMENT, 'uk'],
    [' Rebutted.', null],
  ]);
});

test('the list in the popup', () => {
  const root = draw(<ClaimsHere entries={entriesOf([{ passage: 1, quote: 'It.', found }])} onGo={() => undefined} />);
  expect(languages(root, [STATEMENT, 'Rebutted'])).toEqual([
    [STATEMENT, 'uk'],
    ['Rebutted', null],
  ]);
});

test('the answer to a selection', () => {
  const card = cardOf({ ...fullPack(), language: 'uk' }, 'C1');
  const answer = { text: 'The selected words.', near: [{ ...found, near: true as const }], checked: 2 };
  const root = draw(<Check answer={answer} cards={[card]} onBrowse={() => undefined} />);
  expect(languages(root, [STATEMENT, 'It says otherwise.'])).toEqual(all([STATEMENT, 'It says otherwise.'], 'uk'));
  expect(languageOf(root, 'The selected words.')).toBeNull();
});

test('what the reader hid, and of a pack that is gone its ids in no language', () => {
  const item = (claim: string) => ({ v: 1, pack: 'small', claim, quote: `Passage of ${claim}.`, at: '2026-01-01' });
  const { settings } = readItems({}, { 'hidden:a': item('C1'), 'hidden:b': item('C9') });
  const statements = new Map([['hidden:a', { statement: STATEMENT, language: 'uk' }]]);
  const nothing = (): void => undefined;
  const root = draw(<Hidden {...{ settings, statements }} onUnhide={nothing} onExportHidden={nothing} />);
  expect(languages(root, [STATEMENT, 'Passage of C1.'])).toEqual(all([STATEMENT, 'Passage of C1.'], 'uk'));
  expect(languages(root, ['small / C9', 'Passage of C9.', 'Show again'])).toEqual(
    all(['small / C9', 'Passage of C9.', 'Show again'], null),
  );
});

describe('the page of all claims', () => {
  const dataset = async (hash: string): Promise<HTMLElement> => {
    const pack: Pack = { ...fullPack(), language: 'uk' };
    const stored = [{ pack, imported: false }];
    const known = { library: libraryOf(stored), search: await searchOf(stored) };
    return draw(
      <Dataset known={known} route={routeOf(hash)} last={EVERYTHING} onQuery={() => undefined} copy={async () => true} />,
    );
  };

  test.each([
    ['its search', '#find?source=author', [STATEMENT, 'It says otherwise.', 'Someone'], ['Rebutted', 'Claimed by ']],
    [
      'a claim',
      '#claim/small/C1',
      [STATEMENT, 'core', 'A document', 'Another way to put it.'],
      ['Who repeats whom', 'lines 3-7'],
    ],
    ['a source', '#source/small/other', ['[Title of other]', STATEMENT, 'It says otherwise.', 'page 2'], ['Rebuts, 1 item']],
    ['a relay', '#source/small/relay', ['state-run', 'What relay says.'], ['Corroborates, 1 item']],
    ['an origin', '#source/small/origin', ['Not seen'], ['Seen at']],
  ])('%s', async (_, hash, theirs, ours) => {
    const root = await dataset(hash);
    expect(languages(root, theirs)).toEqual(all(theirs, 'uk'));
    expect(languages(root, ours)).toEqual(all(ours, null));
  });

  test('a title that the source gave itself is in the language of the source', async () => {
    expect(languageOf(await dataset('#source/small/relay'), 'Title of relay')).toBe('en');
  });
});

test('a card tells the language of its pack', () => {
  expect((cardOf({ ...fullPack(), language: 'uk' }, 'C1') as Card).pack.language).toBe('uk');
});
