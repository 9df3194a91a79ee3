// Every text of the interface stands in every language, with the same placeholders and all the forms that its numbers need;
// nothing is said that is in no locale, and nothing kept that is not said.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSources } from './interface-text.ts';
import { pseudo } from './pseudo-locale.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
type Messages = Readonly<Record<string, { message: string; placeholders?: Record<string, { content: string }> }>>;
const read = (language: string): Messages => JSON.parse(readFileSync(`${ROOT}assets/_locales/${language}/messages.json`, 'utf8'));

const english = read('en');
const languages = globSync('*', { cwd: `${ROOT}assets/_locales` }).filter((language) => language !== 'en');
const FORM = /_(zero|one|two|few|many|other)$/u;
const said = readSources(['src/{ui,platform}/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}']);
/** Keys that the browser asks for by itself. */
const manifest = new Set([...readFileSync(`${ROOT}wxt.config.ts`, 'utf8').matchAll(/__MSG_(\w+)__/gu)].map(([, key]) => key));

/** Bases of keys that come in forms for numbers. */
const counted = (messages: Messages): ReadonlySet<string> =>
  new Set(Object.keys(messages).flatMap((key) => (key.endsWith('_other') ? [key.replace(FORM, '')] : [])));
const isForm = (key: string): boolean => FORM.test(key) && counted(english).has(key.replace(FORM, ''));

/** Placeholders as numbers, whatever they are named. */
function substitutions({ message, placeholders = {} }: Messages[string]): readonly string[] {
  const named = Object.entries(placeholders).reduce(
    (text, [name, { content }]) => text.replaceAll(new RegExp(`\\$${name}\\$`, 'giu'), content),
    message,
  );
  return [...new Set(named.match(/\$\d/gu) ?? [])].sort();
}
const at = (messages: Messages, key: string): Messages[string] => messages[key] ?? { message: '' };

describe('English', () => {
  test('there is something to check', () => {
    expect(languages.sort()).toEqual(['de', 'es', 'fr', 'ru', 'uk']);
    expect(said.asked.length).toBeGreaterThan(150);
  });

  test('has every text that is asked for', () => {
    const missing = said.asked.filter(({ call, key }) => !(call === 'text' ? key in english : `${key}_other` in english));
    expect(missing).toEqual([]);
  });

  test('has no text that is not asked for', () => {
    const isAsked = (key: string): boolean =>
      said.literals.has(key) || manifest.has(key) || said.patterns.some((pattern) => pattern.test(key));
    const unused = Object.keys(english).filter((key) => !isAsked(key) && !(isForm(key) && isAsked(key.replace(FORM, ''))));
    expect(unused).toEqual([]);
  });

  test('has both its forms for every counted text', () => {
    expect([...counted(english)].filter((base) => !(`${base}_one` in english))).toEqual([]);
  });
});

describe.each(languages)('%s', (language) => {
  const messages = read(language);
  // French and Spanish have a form of their own for whole millions; nothing here counts that far.
  const forms = new Intl.PluralRules(language)
    .resolvedOptions()
    .pluralCategories.filter((form) => !(form === 'many' && ['fr', 'es'].includes(language)));

  test('says that it is this language, and which way it is written', () => {
    expect(at(messages, 'locale').message).toBe(language);
    expect(at(messages, 'direction').message).toBe('ltr');
  });

  test('has every text and no other', () => {
    const plain = (keys: readonly string[]): readonly string[] => keys.filter((key) => !isForm(key)).sort();
    expect(plain(Object.keys(messages))).toEqual(plain(Object.keys(english)));
    const wanted = [...counted(english)].flatMap((base) => forms.map((form) => `${base}_${form}`)).sort();
    const has = Object.keys(messages).filter(isForm).sort();
    expect(has).toEqual([...new Set([...wanted, ...has.filter((key) => key.endsWith('_other'))])].sort());
  });

  test('has the same placeholders, and no text that is empty', () => {
    const differ = Object.keys(messages).filter((key) => {
      const original = key in english ? key : key.replace(FORM, '_other');
      return (
        at(messages, key).message.trim() === '' ||
        String(substitutions(at(messages, key))) !== String(substitutions(at(english, original)))
      );
    });
    expect(differ).toEqual([]);
  });

  test('is translated', () => {
    const same = Object.keys(english).filter(
      (key) => at(messages, key).message.length > 25 && at(messages, key).message === at(english, key).message,
    );
    expect(same).toEqual([]);
  });
});

// "Refuted" and "confirmed" in the everyday words of these languages: sources speak for or against, nothing is proved here.
test.each([
  ['ru', /опроверг|подтвержд/iu],
  ['uk', /спростов|підтвер/iu],
])('in %s the words for how the evidence stands are no verdicts', (language, verdict) => {
  const about = /^(?:stance|standing|chip|dataset_as)_|^(?:extensionDescription|welcome_lead)$/u;
  const judging = Object.entries(read(language)).filter(([key, { message }]) => about.test(key) && verdict.test(message));
  expect(judging).toEqual([]);
});

test('no words stand in the code of the interface itself', () => {
  expect(said.hardCoded).toEqual([]);
});

test('the pseudo-locale keeps placeholders and turns the direction', () => {
  const turned = pseudo(english);
  expect(at(turned, 'direction').message).toBe('rtl');
  for (const key of Object.keys(english)) expect(substitutions(at(turned, key))).toEqual(substitutions(at(english, key)));
  expect(at(turned, 'card_close').message).toMatch(/^⟦.+⟧$/u);
});
