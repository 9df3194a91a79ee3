// Texts with numbers in them: the form that the number needs, and the number as the language writes it.
import { afterEach, expect, test, vi } from 'vitest';
import { counted, text } from '../../src/platform/i18n.ts';

function speaking(locale: string, messages: Readonly<Record<string, string>>): void {
  const getMessage = (key: string, subs: readonly string[] = []): string =>
    (key === 'locale' ? locale : (messages[key] ?? '')).replace(/\$(\d)/gu, (_, at) => subs[Number(at) - 1] ?? '');
  vi.stubGlobal('browser', { i18n: { getMessage, getUILanguage: () => 'en' } });
}
afterEach(() => vi.unstubAllGlobals());

test.each([
  ['en', '19,250 of 1,204,000'],
  ['de', '19.250 of 1.204.000'],
  ['fr', '19\u202f250 of 1\u202f204\u202f000'],
  ['es', '19.250 of 1.204.000'],
  ['uk', '19\u00a0250 of 1\u00a0204\u00a0000'],
])('in %s a number is written %s', (locale, words) => {
  speaking(locale, { of: '$1 of $2', some_other: '$1 of $2', some_many: '$1 of $2' });
  expect(text('of', 19_250, 1_204_000)).toBe(words);
  expect(counted('some', 19_250, 1_204_000)).toBe(words);
});

test('what is no number stays as it is', () => {
  speaking('en', { since: 'since $1' });
  expect(text('since', '2023')).toBe('since 2023');
});

test('the form follows the number, in the language of the texts and not of the browser', () => {
  speaking('ru', { claims_one: '$1 утверждение', claims_few: '$1 утверждения', claims_many: '$1 утверждений' });
  expect([1, 3, 11, 1001].map((count) => counted('claims', count))).toEqual([
    '1 утверждение',
    '3 утверждения',
    '11 утверждений',
    '1\u00a0001 утверждение',
  ]);
});

test('a key without a text is seen as such', () => {
  speaking('en', {});
  expect(text('gone', 1)).toBe('gone');
});
