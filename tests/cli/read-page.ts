// Text of files for the command line, as the extension would read it: HTML by the extension's own block reader over jsdom.
import { createRequire } from 'node:module';
import type { Block } from '../../src/match/types.ts';
import { readBlocks } from '../../src/page/blocks.ts';
import { domOf, parentElementOf } from '../../src/page/dom.ts';
import { type Rendered, renderedByMarkup, renderedByStyle } from '../../src/page/rendered.ts';

export interface ReadPage {
  readonly title: string;
  readonly language: string | undefined;
  readonly blocks: readonly Block[];
}

const require = createRequire(import.meta.url);

/** Browsers nest elements no deeper when they parse. jsdom does, and there the cost of a style grows with an element's depth. */
const DEEPEST = 512;

/** By style, and by markup alone where no browser would nest. */
const renderedIn = (view: Window & typeof globalThis): Rendered => {
  const dom = domOf(view);
  const byStyle = renderedByStyle((element) => view.getComputedStyle(element), view);
  const byMarkup = renderedByMarkup(view);
  const depths = new WeakMap<Element, number>();
  return (element) => {
    const parent = parentElementOf(element, dom);
    const depth = parent === null ? 0 : 1 + (depths.get(parent) ?? 0);
    depths.set(element, depth);
    return depth < DEEPEST ? byStyle(element) : byMarkup(element);
  };
};

/**
 * Scripts don't run, nothing is fetched; style sheets in the page itself decide what is rendered.
 * @param html its text, or its bytes in the encoding that it declares
 */
export const readHtml = (html: string | Buffer): ReadPage => {
  // Loaded with the first page: it takes the most part of a second, and texts and packs do without.
  const { JSDOM, VirtualConsole }: typeof import('jsdom') = require('jsdom');
  const dom = new JSDOM(html, { virtualConsole: new VirtualConsole(), pretendToBeVisual: true });
  const { document } = dom.window;
  const rendered = renderedIn(dom.window as unknown as Window & typeof globalThis);
  const blocks = readBlocks(document, rendered).map(({ text, role }) => ({ text, role }));
  const page = { title: document.title, language: document.documentElement.lang || undefined, blocks };
  try {
    dom.window.close();
  } catch {
    // jsdom takes a page apart by recursion: one nested thousands deep has been read all the same.
  }
  return page;
};

/** Plain text: blank lines part blocks. A single line end is a space: text may be wrapped anywhere. */
export const readText = (text: string): ReadPage => ({
  title: '',
  language: undefined,
  blocks: text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => ({ text: part, role: 'text' as const })),
});
