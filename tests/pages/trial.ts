// A page on trial: what is served, what must be highlighted on it (or rightly not), what happens to it meanwhile. The tables
// of hostile pages and of page shapes are lists of these; tests/e2e/trial.ts tries them.
import type { Page } from 'puppeteer-core';
import type { Name } from '../cli/browsers.ts';
import type { Route } from '../e2e/server.ts';
import { HEADLINE } from './claims.ts';

export interface Act {
  readonly page: Page;
  readonly lane: Name;
  /** Waits until the tab has gone over to `path`, relative to the page; `page` may be lost by then. */
  readonly follow: (path: string) => Promise<void>;
  /** False in the control run. */
  readonly isOurs: boolean;
  /** Waits until exactly these are highlighted (at once in the control run). */
  readonly lit: (sentences: readonly string[]) => Promise<void>;
  /** Clicks on a highlight, waits for its card, closes it; does nothing in the control run. */
  readonly openCard: (words: string) => Promise<void>;
}

export interface Trial {
  readonly name: string;
  /** Path → what is served there; the page itself is at ''. Paths begin with '/' and are put below the trial's own. */
  readonly routes: Readonly<Record<string, Route>>;
  /** Sentences that are highlighted, whole, when the page has come to rest: these and no others. */
  readonly lit: readonly string[];
  /** Nothing of ours runs in such a document. */
  readonly left?: boolean;
  /** The browser shows it in a viewer of its own: what that leaves behind in the tab can keep the next page from ever being loaded. */
  readonly viewer?: boolean;
  /** The page changes itself: nodes need not stay the same ones. */
  readonly moving?: boolean;
  /** Done to both pages, with and without us, before the page's first highlight is waited for. */
  readonly before?: (act: Act) => Promise<void>;
  /** Done to both pages once `lit` is highlighted. What it throws fails the trial. */
  readonly act?: (act: Act) => Promise<void>;
  /** Highlighted after `act`; `lit` where nothing is said. */
  readonly after?: readonly string[];
  /** Highlighted in frames inside the page. */
  readonly framed?: readonly string[];
  /** Why it cannot be tried in a browser. */
  readonly not?: Partial<Readonly<Record<Name, string>>>;
  /** Kind, for the table of longest tasks; `article` where nothing is said. */
  readonly weight?: 'article' | 'heavy';
}

export const html = (body: string, type = 'text/html; charset=utf-8', headers: Route['headers'] = {}): Route => ({
  body,
  type,
  headers,
});

/** A whole document in English with the story's headline as title. */
export const page = (body: string, head = '', attributes = ''): string =>
  `<!doctype html><html lang="en"${attributes}><head><meta charset="utf-8"><title>${HEADLINE}</title>${head}</head><body>${body}</body></html>`;

export const paragraphs = (...sentences: readonly string[]): string =>
  sentences.map((sentence) => `<p>${sentence}</p>`).join('\n');
