// The texts of the interface, given from outside: views know keys only, so that they run in tests and in any page.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

export interface Texts {
  readonly text: (key: string, ...substitutions: readonly (string | number)[]) => string;
  /** A text whose form depends on a number, by the rules of the interface's language. */
  readonly counted: (key: string, count: number, ...substitutions: readonly (string | number)[]) => string;
  /** BCP 47. */
  readonly language: string;
}

const bare: Texts = { text: (key) => key, counted: (key, count) => `${key} ${count}`, language: 'en' };

export const TextsContext = createContext<Texts>(bare);

export function useTexts(): Texts {
  return useContext(TextsContext);
}
