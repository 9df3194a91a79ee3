// Texts of the interface from _locales. Reads the browser's own object instead of the polyfill: the script in the page
// needs texts too, and must stay small.
interface Native {
  readonly i18n?: { getMessage(key: string, substitutions?: string[]): string; getUILanguage(): string };
}

const native = (): Native['i18n'] => {
  const scope = globalThis as { readonly browser?: Native; readonly chrome?: Native };
  return scope.browser?.i18n ?? scope.chrome?.i18n;
};

/** Numbers as the language of the texts writes them; what is a string already (a date, a version) stays as it is. */
const written = (substitutions: readonly (string | number)[]): string[] =>
  substitutions.map((one) => (typeof one === 'number' ? new Intl.NumberFormat(uiLanguage()).format(one) : one));

/** The text of `key` in the reader's language; the key itself where there is none, so that a gap is seen. */
export function text(key: string, ...substitutions: readonly (string | number)[]): string {
  return native()?.getMessage(key, written(substitutions)) || key;
}

/** A text whose form depends on a number: keys `<key>_one`, `<key>_few` …, by the rules of the interface's language. */
export function counted(key: string, count: number, ...substitutions: readonly (string | number)[]): string {
  const form = new Intl.PluralRules(uiLanguage()).select(count);
  const found = native()?.getMessage(`${key}_${form}`, written([count, ...substitutions]));
  return found || text(`${key}_other`, count, ...substitutions);
}

/** BCP 47 tag of the language that the texts are in. */
export const uiLanguage = (): string => native()?.getMessage('locale') || native()?.getUILanguage() || 'en';
