// Documents that are no web page in the narrow sense.
import { CLAIMS, HEADLINE, LEAP, WEAPONS } from '../claims.ts';
import { html, page, paragraphs } from '../trial.ts';
import { ARTICLE, article, type Hostile, LIT, script } from './kind.ts';

const claims = CLAIMS.join(' ');
const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60"><text y="20">${LEAP}</text><foreignObject y="30" width="900" height="30"><p xmlns="http://www.w3.org/1999/xhtml">${WEAPONS}</p></foreignObject></svg>`;
/** The smallest that viewers open. */
const PDF =
  '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF';

export const documents: readonly Hostile[] = [
  {
    kind: 26,
    name: '26 text drawn on a canvas',
    routes: {
      '': html(
        page(
          `<h1>${HEADLINE}</h1><canvas width="900" height="60">${LEAP}</canvas>`,
          script(
            `addEventListener('load', () => document.querySelector('canvas').getContext('2d').fillText(${JSON.stringify(WEAPONS)}, 10, 20))`,
          ),
        ),
      ),
    },
    lit: [],
  },
  { kind: 27, name: '27 a drawing as document', routes: { '': html(SVG, 'image/svg+xml') }, left: true, lit: [] },
  { kind: 27, name: '27 a drawing in a page', routes: { '': html(page(`${ARTICLE}${SVG}`)) }, lit: LIT },
  {
    kind: 28,
    name: '28 XML',
    routes: { '': html(`<?xml version="1.0"?><feed><entry>${claims}</entry></feed>`, 'application/xml') },
    left: true,
    lit: [],
  },
  {
    kind: 28,
    name: '28 XHTML',
    routes: {
      '': html(
        `<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>${HEADLINE}</title></head><body>${ARTICLE}</body></html>`,
        'application/xhtml+xml',
      ),
    },
    left: true,
    lit: [],
  },
  { kind: 29, name: '29 plain text', routes: { '': html(claims, 'text/plain; charset=utf-8') }, left: true, lit: [] },
  { kind: 29, name: '29 JSON', routes: { '': html(JSON.stringify({ claims }), 'application/json') }, left: true, lit: [] },
  {
    kind: 29,
    name: '29 PDF',
    not: { firefox: 'its viewer is a page of the browser itself' },
    routes: { '': html(PDF, 'application/pdf') },
    left: true,
    viewer: true,
    lit: [],
  },
  { kind: 36, name: '36 nothing at all', routes: { '': html('') }, lit: [] },
  {
    kind: 36,
    name: '36 quirks mode',
    routes: { '': html(`<title>${HEADLINE}</title><body>${ARTICLE}`) },
    lit: LIT,
    act: ({ openCard }) => openCard('technological leap'),
  },
  {
    kind: 36,
    // Chromium renders such a page ahead where it sees fit; the script waits there until the page is shown.
    name: '36 a link that may be rendered ahead of the click',
    routes: {
      '': html(
        page(
          `${ARTICLE}<a href="next">Next</a>`,
          '<script type="speculationrules">{"prerender":[{"urls":["next"],"eagerness":"immediate"}]}</script>',
        ),
      ),
      next: html(page(`<h1>${HEADLINE}</h1>${paragraphs(...CLAIMS)}`)),
    },
    lit: LIT,
    moving: true,
    act: async ({ page: tab, lit, follow }) => {
      // The answer is to be here before the tab goes.
      await tab.evaluate(() => void setTimeout(() => document.querySelector('a')?.click()));
      await follow('next');
      await lit(CLAIMS);
    },
    after: CLAIMS,
  },
  {
    kind: 36,
    name: '36 away and back again',
    routes: { '': html(article()) },
    lit: LIT,
    moving: true,
    act: async ({ page: tab, lit }) => {
      await tab.goto(new URL('/elsewhere', tab.url()).href);
      await Promise.all([tab.waitForNavigation(), tab.evaluate(() => history.back())]);
      await lit(LIT);
    },
  },
];
