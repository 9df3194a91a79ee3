// Pages whose style works against us.
import { BALTICS, CAPTAINS, GROUND, HEADLINE, LAVROV, LEAP, WEAPONS } from '../claims.ts';
import { html, page, paragraphs } from '../trial.ts';
import { article, type Hostile, LIT, script } from './kind.ts';

/** Ways to hide a sentence from a reader, as far as we know them; the first work on inline text as well. */
const INLINE = 11;
const BAIT: readonly string[] = [
  'style="display:none"',
  'hidden',
  'aria-hidden="true"',
  'style="visibility:hidden"',
  'style="opacity:0"',
  'style="font-size:0"',
  'style="font-size:1px"',
  'style="color:transparent"',
  'style="color:#fff;background:#fff"',
  'style="position:absolute;left:-9999px"',
  'style="position:absolute;top:-5000px"',
  'style="text-indent:-9999px;overflow:hidden"',
  'style="clip-path:inset(100%)"',
  'style="position:absolute;clip:rect(0,0,0,0)"',
  'style="width:1px;height:1px;overflow:hidden"',
  'style="height:0;overflow:hidden"',
  'style="content-visibility:hidden"',
  'style="transform:scale(0)"',
  'style="line-height:0;height:0;overflow:hidden"',
];

const openOver = (opener: string): string => script(`addEventListener('load', () => {${opener}})`);

export const styles: readonly Hostile[] = [
  {
    kind: 4,
    name: '4 everything is display none',
    routes: { '': html(article('<style>*{display:none!important}</style>')) },
    lit: [],
    act: async ({ page: tab }) => tab.evaluate(() => document.querySelector('style')?.remove()),
    after: LIT,
    moving: true,
  },
  ...['opacity:.5', 'filter:blur(.2px)', 'transform:rotate(1deg)', 'zoom:1.5', 'perspective:40px;contain:paint'].map(
    (rule, i): Hostile => ({
      kind: 5,
      name: `5 the root element has ${rule}`,
      routes: { '': html(article(`<style>html{${rule}}</style>`)) },
      lit: LIT,
      ...(i % 2 === 0 ? { act: ({ openCard }) => openCard('technological leap') } : {}),
    }),
  ),
  {
    kind: 6,
    name: '6 a modal dialog and a storm of popovers',
    routes: {
      '': html(
        page(
          `<dialog><h1>${HEADLINE}</h1>${paragraphs(LEAP, WEAPONS)}</dialog><div popover="manual" id="p" style="inset:auto 0 0 auto">Subscribe</div>`,
          openOver(
            "document.querySelector('dialog').showModal(); let n = 0; const t = setInterval(() => { document.querySelector('#p').togglePopover(); if (++n === 60) clearInterval(t); }, 10)",
          ),
        ),
      ),
    },
    lit: LIT,
    act: ({ openCard }) => openCard('technological leap'),
  },
  {
    kind: 33,
    name: '33 hidden bait',
    routes: {
      '': html(
        page(
          `<h1>${HEADLINE}</h1><p>${LEAP}</p>${BAIT.map((how, at) => `<div ${how}>${BALTICS}</div>${at < INLINE ? `<p>And <span ${how}>${GROUND}</span> so on.</p>` : ''}`).join('\n')}<details><summary>More</summary>${CAPTAINS}</details><p>${WEAPONS}</p>`,
          '<style>body{background:#fff}</style>',
        ),
      ),
    },
    lit: LIT,
  },
  {
    kind: 33,
    name: '33 hidden parts inside a sentence',
    routes: {
      '': html(
        page(
          `<h1>${HEADLINE}</h1><p>It would <span hidden>not</span>take a massive <span style="display:none">and utterly impossible</span>technological leap to break the deadlock, Zaluzhny said.</p><p>${LAVROV}</p>`,
        ),
      ),
    },
    lit: [LEAP, LAVROV],
  },
];
