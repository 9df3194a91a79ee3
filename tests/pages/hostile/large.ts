// Pages far larger or deeper than any article.
import { calm, HEADLINE, LEAP, WEAPONS } from '../claims.ts';
import { html, page, paragraphs } from '../trial.ts';
import { type Hostile, LIT, script } from './kind.ts';

const MEGABYTES = 5_000_000;
const paragraph = `<p>${calm(8)}</p>\n`;
const text = calm(1000);
const times = (size: number): number => Math.ceil(MEGABYTES / size);

export const large: readonly Hostile[] = [
  {
    kind: 17,
    name: '17 five megabytes of text',
    weight: 'heavy',
    routes: { '': html(page(`<h1>${HEADLINE}</h1><p>${LEAP}</p>${paragraph.repeat(times(paragraph.length))}<p>${WEAPONS}</p>`)) },
    lit: LIT,
  },
  {
    kind: 18,
    name: '18 half a million nodes',
    weight: 'heavy',
    routes: {
      '': html(
        page(
          `<h1>${HEADLINE}</h1><p>${LEAP}</p><div id="many">${'a<!---->'.repeat(25).concat('<i>a</i>').repeat(9600)}</div><p>${WEAPONS}</p>`,
        ),
      ),
    },
    lit: LIT,
  },
  {
    kind: 19,
    name: '19 one text node of five megabytes',
    weight: 'heavy',
    routes: {
      '': html(page(`<h1>${HEADLINE}</h1><p>${LEAP}</p><div>${`${text} `.repeat(times(text.length))} ${WEAPONS}</div>`)),
    },
    lit: LIT,
  },
  {
    kind: 20,
    name: '20 ten thousand elements deep',
    weight: 'heavy',
    routes: {
      '': html(
        page(
          `<h1>${HEADLINE}</h1><div id="deep"></div>`,
          // Without boxes of their own: neither browser lays out ten thousand boxes one inside the other.
          `<style>b{display:contents}</style>${script(`addEventListener('DOMContentLoaded', () => {
            let at = document.querySelector('#deep');
            for (let i = 0; i < 10000; i++) at = at.appendChild(document.createElement('b'));
            at.textContent = ${JSON.stringify(LEAP)};
            document.body.insertAdjacentHTML('beforeend', ${JSON.stringify(paragraphs(WEAPONS))});
          })`)}`,
        ),
      ),
    },
    moving: true,
    lit: LIT,
  },
];
