// Frames and shadow trees: pages inside the page.
import { BALTICS, CAPTAINS, CLAIMS, GROUND, LAVROV, LEAP, WEAPONS } from '../claims.ts';
import { html, page } from '../trial.ts';
import { ALL, ARTICLE, type Hostile, LIT, script } from './kind.ts';

const SMALL = 'width="40" height="30"';
const nested = (depth: number): string =>
  depth === 0
    ? '<p>Bottom.</p>'
    : `<iframe ${SMALL} srcdoc="${nested(depth - 1)
        .replaceAll('&', '&amp;')
        .replaceAll('"', '&quot;')}"></iframe>`;

export const frames: readonly Hostile[] = [
  {
    kind: 21,
    name: '21 two hundred frames of every sort',
    weight: 'heavy',
    routes: {
      '': html(
        page(
          `${ARTICLE}${`<iframe ${SMALL}></iframe>`.repeat(65)}${`<iframe ${SMALL} srcdoc="&lt;p&gt;Small.&lt;/p&gt;"></iframe>`.repeat(65)}${`<iframe ${SMALL} sandbox="allow-scripts" srcdoc="&lt;p&gt;Boxed.&lt;/p&gt;"></iframe>`.repeat(65)}${nested(5)}`,
        ),
      ),
    },
    lit: LIT,
  },
  {
    kind: 22,
    name: '22 frames made without end',
    routes: {
      '': html(
        page(
          ARTICLE,
          script(`addEventListener('load', () => {
            let n = 0;
            const timer = setInterval(() => {
              const frame = document.createElement('iframe');
              document.body.append(frame);
              if (n++ > 5) document.querySelector('iframe').remove();
              if (n === 120) { clearInterval(timer); for (const f of document.querySelectorAll('iframe')) f.remove(); window.done = true; }
            }, 5);
          })`),
        ),
      ),
    },
    moving: true,
    before: async ({ page: tab }) => void (await tab.waitForFunction('window.done === true')),
    lit: LIT,
  },
  {
    kind: 23,
    name: '23 open, closed, slotted and declarative shadow trees',
    routes: {
      '': html(
        page(
          `${ARTICLE}<div id="open"></div><div id="closed"></div><div id="slotted"><p slot="a">${BALTICS}</p><p>${CAPTAINS}</p></div><section><template shadowrootmode="open"><p>${GROUND}</p></template></section>`,
          script(`addEventListener('DOMContentLoaded', () => {
            document.querySelector('#open').attachShadow({ mode: 'open' }).innerHTML = ${JSON.stringify(`<p>${LAVROV}</p>`)};
            document.querySelector('#closed').attachShadow({ mode: 'closed' }).innerHTML = ${JSON.stringify(`<p>${WEAPONS}</p>`)};
            document.querySelector('#slotted').attachShadow({ mode: 'open' }).innerHTML = '<slot name="a"></slot>';
          })`),
        ),
      ),
    },
    // The paragraph without a slot is not shown, and nobody can look into the closed tree.
    lit: [...LIT, LAVROV, BALTICS, GROUND],
    act: async ({ page: tab, lit }) => {
      await tab.evaluate((words) => {
        const p = document.querySelector('#open')?.shadowRoot?.querySelector('p');
        if (p) p.textContent = words;
      }, LEAP);
      await lit([...LIT, LEAP, BALTICS, GROUND]);
    },
    after: [...LIT, LEAP, BALTICS, GROUND],
    moving: true,
  },
  {
    kind: 30,
    name: '30 frameset',
    routes: {
      '': html(
        `<!doctype html><html lang="en"><head><title>Frames</title></head><frameset cols="50%,50%"><frame src="left"><frame src="right"></frameset></html>`,
      ),
      left: html(page(ALL)),
      right: html(page('<p>Nothing here.</p>')),
    },
    left: true,
    lit: [],
    framed: CLAIMS,
  },
];
