// The texts of the interface, given from outside: views know keys only, so that they run in tests and in any page. One bundle
// speaks one language, so this is a plain variable and not a Preact context (whose hooks weigh 1.3 kB in the page script).

export interface Texts {
  readonly text: (key: string, ...substitutions: readonly (string | number)[]) => string;
  /** A text whose form depends on a number, by the rules of the interface's language. */
  readonly counted: (key: string, count: number, ...substitutions: readonly (string | number)[]) => string;
  /** BCP 47. */
  readonly language: string;
}

let current: Texts = { text: (key) => key, counted: (key, count) => `${key} ${count}`, language: 'en' };

/** Sets the texts of all views; to be called before the first is drawn. */
export function speak(texts: Texts): void {
  current = texts;
}

/** The texts in use. */
export function spoken(): Texts {
  return current;
}
