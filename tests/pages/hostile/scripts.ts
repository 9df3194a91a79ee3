// Pages whose scripts work against us, or never stop.
import { CALM, CLAIMS, FILLER, HEADLINE, LEAP, WEAPONS } from '../claims.ts';
import { type Act, html, page, paragraphs } from '../trial.ts';
import { ARTICLE, article, type Hostile, LIT, script } from './kind.ts';

/** What the tests themselves need in the page's world is left alone; the rest throws. */
const PATCHED = `
const broken = () => { throw new Error('patched by the page'); };
for (const [proto, names] of [
  [Node.prototype, ['firstChild', 'nextSibling', 'parentNode', 'isConnected', 'contains', 'compareDocumentPosition', 'appendChild']],
  [Element.prototype, ['getAttribute', 'closest', 'attachShadow', 'checkVisibility', 'append', 'remove', 'matches']],
  [Text.prototype, ['splitText']],
  [Range.prototype, ['setStart', 'setEnd']],
  [MutationObserver.prototype, ['observe']],
  [Window.prototype, ['postMessage']],
]) for (const name of names) Object.defineProperty(proto, name, { get: broken, set: broken, configurable: true });
window.getComputedStyle = window.requestAnimationFrame = window.MessageChannel = broken;
Array.prototype.findLast = Array.prototype.toSorted = WeakMap.prototype.set = broken;
`;

const done = ({ page: tab }: Act): Promise<unknown> => tab.waitForFunction('window.done === true');
const clear = ({ page: tab }: Act): Promise<void> => tab.evaluate(() => CSS.highlights.clear());

const ROWS = 1000;
/** A thousand rows of which thirty are in the page: those near to where the reader has scrolled. */
const VIRTUAL = `
const claims = ${JSON.stringify(CLAIMS)}, calm = ${JSON.stringify(CALM)};
const text = (row) => row % 250 === 249 ? claims[(row - 249) / 250] : calm[row % calm.length];
const draw = () => {
  const first = Math.max(0, Math.floor(list.scrollTop / 40) - 5);
  rows.style.paddingTop = first * 40 + 'px';
  rows.replaceChildren(...Array.from({ length: Math.min(30, ${ROWS} - first) }, (_, i) => {
    const p = document.createElement('p');
    p.textContent = text(first + i);
    p.style.cssText = 'height:40px;margin:0';
    return p;
  }));
};
const list = document.querySelector('#list'), rows = document.querySelector('#rows');
rows.style.height = '${ROWS * 40}px'; rows.style.boxSizing = 'border-box';
list.addEventListener('scroll', draw);
draw();`;

export const scripts: readonly Hostile[] = [
  {
    kind: 7,
    name: '7 patched prototypes',
    routes: { '': html(article(script(PATCHED))) },
    lit: LIT,
    act: ({ openCard }) => openCard('technological leap'),
  },
  {
    kind: 8,
    name: '8 a form whose fields are named like its properties',
    routes: {
      '': html(
        page(
          `<form><h1>${HEADLINE}</h1>${[
            'childNodes',
            'firstChild',
            'nextSibling',
            'parentNode',
            'nodeType',
            'localName',
            'getAttribute',
            'shadowRoot',
            'isConnected',
            'closest',
            'contains',
            'textContent',
            'style',
            'getBoundingClientRect',
            'ownerDocument',
            'getRootNode',
          ]
            .map((name) => `<input name="${name}" value="x">`)
            .join('')}${paragraphs(...LIT)}</form>`,
        ),
      ),
    },
    lit: LIT,
    act: ({ openCard }) => openCard('technological leap'),
  },
  {
    kind: 9,
    name: '9 images named like properties of the document',
    routes: {
      '': html(
        page(
          `${[
            'body',
            'head',
            'createElement',
            'createRange',
            'getSelection',
            'activeElement',
            'title',
            'contentType',
            'defaultView',
            'addEventListener',
            'hidden',
            'designMode',
            'visibilityState',
            'prerendering',
            'scrollingElement',
          ]
            .map((name) => `<img name="${name}" alt="">`)
            .join('')}${ARTICLE}`,
        ),
      ),
    },
    lit: LIT,
    act: ({ openCard }) => openCard('technological leap'),
  },
  {
    kind: 10,
    name: '10 a page that forges our keys and clears the registry',
    routes: {
      '': html(
        page(
          `<p id="forged">${FILLER}</p>${ARTICLE}`,
          script(
            "addEventListener('DOMContentLoaded', () => { const r = new Range(); r.selectNodeContents(document.querySelector('#forged')); for (const k of ['sl-1', 'sl-2', 'sl-3', 'sl-4']) CSS.highlights.set(k, new Highlight(r)); })",
          ),
        ),
      ),
    },
    lit: LIT,
    // In the control run the forged keys stay; ours alone are compared, so the page takes its own away there as well.
    act: async (act) => {
      await clear(act);
      await act.lit(LIT);
    },
  },
  {
    kind: 11,
    name: '11 a page that removes our element',
    routes: {
      '': html(
        article(
          script(
            "new MutationObserver(() => { for (const e of document.querySelectorAll('sl-host')) { e.remove(); window.removed = true; } }).observe(document, { childList: true, subtree: true })",
          ),
        ),
      ),
    },
    lit: LIT,
    act: async ({ page: tab, isOurs }) => {
      if (!isOurs) return;
      const place = await tab.evaluate(() => {
        const { x, y, height } = document.querySelector('p')?.getBoundingClientRect() ?? new DOMRect();
        return { x: x + 20, y: y + height / 2 };
      });
      await tab.mouse.click(place.x, place.y);
      await tab.waitForFunction('window.removed === true');
    },
  },
  {
    kind: 12,
    name: '12 forged events and messages',
    routes: {
      '': html(
        page(
          ARTICLE,
          script(`addEventListener('load', () => {
            for (const data of [{ kind: 'stop' }, { kind: 'hide', passage: 1 }, { type: 'wxt:content-script-started' }]) postMessage(data, '*');
            document.dispatchEvent(new CustomEvent('wxt:content-script-started', { detail: {} }));
            let n = 0;
            const timer = setInterval(() => {
              for (const p of document.querySelectorAll('p')) {
                const { x, y } = p.getBoundingClientRect();
                for (const type of ['pointermove', 'mousedown', 'mouseup', 'click'])
                  p.dispatchEvent(new (type === 'pointermove' ? PointerEvent : MouseEvent)(type, { bubbles: true, composed: true, clientX: x + 20, clientY: y + 8 }));
              }
              dispatchEvent(new Event('pageshow')); dispatchEvent(new Event('visibilitychange'));
              if (++n === 80) { clearInterval(timer); window.done = true; }
            }, 10);
          })`),
        ),
      ),
    },
    lit: LIT,
    act: async (act) => {
      await done(act);
      if ((await act.page.$('sl-host')) !== null) throw new Error('a forged click opened a card');
    },
  },
  {
    kind: 13,
    name: '13 rendering again and again',
    routes: {
      '': html(
        page(
          '<main></main>',
          script(`addEventListener('DOMContentLoaded', () => {
            let n = 0;
            const draw = () => {
              document.querySelector('main').innerHTML = ${JSON.stringify(ARTICLE)} + '<p>Seen ' + n + ' times.</p>';
              if (++n < 90) requestAnimationFrame(draw); else window.done = true;
            };
            draw();
          })`),
        ),
      ),
    },
    moving: true,
    before: async (act) => void (await done(act)),
    lit: LIT,
  },
  {
    kind: 14,
    name: '14 a list that keeps only what is near in the page',
    routes: {
      '': html(
        page(
          `<h1>${HEADLINE}</h1><div id="list" style="height:500px;overflow:auto"><div id="rows"></div></div>${script(VIRTUAL)}`,
        ),
      ),
    },
    moving: true,
    lit: [],
    act: async ({ page: tab, lit }) => {
      for (const row of [249, 499, 749]) {
        await tab.evaluate((at) => document.querySelector('#list')?.scrollTo(0, at * 40 - 200), row);
        await lit([CLAIMS[(row - 249) / 250] ?? '']);
      }
    },
    after: [CLAIMS[2] ?? ''],
  },
  {
    kind: 15,
    name: '15 text that comes in letter by letter',
    routes: {
      '': html(
        page(
          `<h1>${HEADLINE}</h1><p id="a"></p><p id="b"></p>`,
          script(`addEventListener('DOMContentLoaded', async () => {
            const text = document.querySelector('#a').appendChild(document.createTextNode(''));
            for (const unit of ${JSON.stringify(LEAP)}) { text.appendData(unit); await new Promise((r) => setTimeout(r, 4)); }
            for (const unit of ${JSON.stringify(WEAPONS)}) { document.querySelector('#b').append(unit); await new Promise((r) => setTimeout(r, 4)); }
            window.done = true;
          })`),
        ),
      ),
    },
    moving: true,
    before: async (act) => void (await done(act)),
    lit: LIT,
  },
  {
    kind: 16,
    name: '16 the document is written anew in mid-scan',
    routes: {
      '': html(
        page(
          ARTICLE,
          script(`addEventListener('load', () => setTimeout(() => {
            document.open();
            document.write(${JSON.stringify(page(`<h1>${HEADLINE}</h1>${paragraphs(...CLAIMS)}`))});
            document.close();
            window.done = true;
          }, 30))`),
        ),
      ),
    },
    moving: true,
    before: async (act) => void (await done(act)),
    lit: CLAIMS,
    act: ({ openCard }) => openCard('technological leap'),
  },
];
