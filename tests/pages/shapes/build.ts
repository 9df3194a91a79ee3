// Small builders for the shapes of pages: the markup is what is on trial, so it is written out; the words come from claims.ts.
import { CALM, CLAIMS, HEADLINE } from '../claims.ts';
import { html, page, type Trial } from '../trial.ts';

/** Words to fill with: by number, so that a page says nothing twice in a row. */
export const some = (at: number): string => CALM[at % CALM.length] ?? '';
export const p = (...words: readonly string[]): string => `<p>${words.join(' ')}</p>`;
export const times = (count: number, make: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => make(at)).join('\n');
export const code = (source: string): string => `<script>${source}</script>`;
export const json = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c');

/** A page that stands still. */
export const still = (name: string, lit: readonly string[], body: string, head = '', attributes = ''): Trial => ({
  name,
  lit,
  routes: { '': html(page(body, head, attributes)) },
});

/** A page that changes by its own script; it says `window.done = true` when it has come to rest. */
export const moving = (
  name: string,
  lit: readonly string[],
  body: string,
  script: string,
  rest: Partial<Omit<Trial, 'name' | 'lit'>> & { readonly head?: string } = {},
): Trial => ({
  name,
  lit,
  moving: true,
  before: async ({ page: tab }) => void (await tab.waitForFunction('window.done === true')),
  ...rest,
  routes: { '': html(page(`${body}${code(script)}`, rest.head ?? '')), ...rest.routes },
});

export const title = `<h1>${HEADLINE}</h1>`;
export const claim = (at: number): string => CLAIMS[at] ?? '';
