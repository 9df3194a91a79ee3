// Text of files for the command line, as the extension would read it: HTML by the extension's own block reader over jsdom.
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Block } from '../../src/match/types.ts';
import { readBlocks } from '../../src/page/blocks.ts';
import { renderedByStyle } from '../../src/page/rendered.ts';

export interface ReadPage {
  readonly title: string;
  readonly language: string | undefined;
  readonly blocks: readonly Block[];
}

/** Scripts don't run, nothing is fetched; style sheets in the page itself decide what is rendered. */
export const readHtml = (html: string): ReadPage => {
  const dom = new JSDOM(html, { virtualConsole: new VirtualConsole(), pretendToBeVisual: true });
  const { document } = dom.window;
  const view = dom.window as unknown as Window & typeof globalThis;
  const blocks = readBlocks(
    document,
    renderedByStyle((element) => view.getComputedStyle(element), view),
  ).map(({ text, role }) => ({ text, role }));
  const page = { title: document.title, language: document.documentElement.lang || undefined, blocks };
  dom.window.close();
  return page;
};

/** Plain text: a blank line, or the end of a line that is followed by an indented or capitalised one, parts blocks. */
export const readText = (text: string): ReadPage => ({
  title: '',
  language: undefined,
  blocks: text
    .split(/\r?\n[ \t]*\r?\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => ({ text: part, role: 'text' as const })),
});
