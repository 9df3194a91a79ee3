// How the page is shown: media, colours, size.
import { html } from '../trial.ts';
import { article, type Hostile, LIT } from './kind.ts';

const NO_MEDIA = 'Puppeteer cannot emulate media in Firefox';
/** What the style sheet makes of a highlight; the browser tells computed styles of highlights. */
const LINE =
  "getComputedStyle(document.querySelector('p'), '::highlight(sl-1)').textDecorationLine + getComputedStyle(document.querySelector('p'), '::highlight(sl-3)').textDecorationLine";

export const views: readonly Hostile[] = [
  {
    kind: 35,
    name: '35 print',
    not: { firefox: NO_MEDIA },
    routes: { '': html(article()) },
    lit: LIT,
    act: async ({ page: tab, isOurs }) => {
      if (!isOurs) return;
      const screen = await tab.evaluate(LINE);
      await tab.emulateMediaType('print');
      const print = await tab.evaluate(LINE);
      await tab.emulateMediaType('screen');
      if (!String(screen).includes('underline') || String(print).includes('underline'))
        throw new Error(`lines: ${screen} on screen, ${print} in print`);
    },
  },
  {
    kind: 35,
    name: '35 dark',
    not: { firefox: NO_MEDIA },
    routes: { '': html(article('<meta name="color-scheme" content="light dark">')) },
    before: ({ page: tab }) => tab.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]),
    lit: LIT,
    act: async ({ page: tab, openCard }) => {
      await openCard('technological leap');
      await tab.emulateMediaFeatures([]);
    },
  },
  ...[50, 500].map(
    (zoom): Hostile => ({
      kind: 35,
      name: `35 zoom to ${zoom} %`,
      routes: { '': html(article(`<style>html{zoom:${zoom}%}</style>`)) },
      lit: LIT,
      act: ({ openCard }) => openCard('technological leap'),
    }),
  ),
];
