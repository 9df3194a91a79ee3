// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/page/blocks.ts';
import { KnownBlocks } from '../../src/page/known.ts';
import { type Rendered, renderedByMarkup, renderedByStyle } from '../../src/page/rendered.ts';
import { toggled } from '../../src/page/toggled.ts';

const byStyle = renderedByStyle((element) => getComputedStyle(element), window);
const STYLE = '<style>.panel{display:none}.open .panel{display:block}.more{display:none}.all .more{display:inline}</style>';

/** The ids of the blocks that are read again when the class of the element "x" becomes `name`. */
function after(html: string, name: string): string[] {
  document.body.innerHTML = STYLE + html;
  const known = new KnownBlocks();
  known.replace(null, readBlocks(document.documentElement, byStyle));
  const element = document.getElementById('x') as Element;
  element.className = name;
  return [...toggled([element], byStyle, known)].map(({ id, localName }) => id || localName);
}

describe('changes of class that show or hide text', () => {
  const accordion = '<h3>Heading</h3><div class="panel"><p>Folded text.</p></div>';
  const more = 'Some text. <span class="more">The rest of it.</span>';
  const long = '<ul>'.concat('<li>An item of many.</li>'.repeat(500), '</ul>');
  const cases: [string, string[], string, string][] = [
    ['an accordion opens', ['x'], `<div id="x">${accordion}</div>`, 'open'],
    ['an accordion closes', ['x'], `<div id="x" class="open">${accordion}</div>`, ''],
    ['the rest of a paragraph is shown', ['x'], `<p id="x">${more}</p>`, 'all'],
    ['the rest of a paragraph is hidden', ['x'], `<p id="x" class="all">${more}</p>`, ''],
    ['the element itself is shown', ['y'], '<div id="y">A.<div id="x" class="panel">Text.</div></div>', ''],
    ['the element itself is hidden', ['y'], '<div id="y">A.<div id="x">Text.</div></div>', 'panel'],
    ['neither', [], `<div id="x">${accordion}</div>`, 'lit'],
    ['neither, with a button that is never read', [], '<div id="x"><p>Text.</p><div><button>Go on</button></div></div>', 'lit'],
    [
      'something opens in a long element',
      ['y'],
      `<main id="x">${long}<div id="y">A.<p class="panel">B.</p></div></main>`,
      'open',
    ],
    ['something closes in one', ['y'], `<main id="x" class="open"><div id="y">A.<p class="panel">B.</p></div>${long}</main>`, ''],
    ['neither, in a long element', [], `<main id="x">${long}<p>End.</p></main>`, 'lit'],
  ];
  it.each(cases)('%s: %j', (_, expected, html, name) => {
    expect(after(html, name)).toEqual(expected);
  });

  it('looks at a part only of a page that changes the style of everything', () => {
    document.body.innerHTML = Array.from({ length: 3000 }, () => '<div><p>Text.</p><p>More.</p></div>').join('');
    let looks = 0;
    const byMarkup = renderedByMarkup(window);
    const rendered: Rendered = (element) => {
      looks++;
      return byMarkup(element);
    };
    const known = new KnownBlocks();
    known.replace(null, readBlocks(document.documentElement, rendered));
    looks = 0;
    const all = document.body.querySelectorAll('div');
    expect([...toggled(all, rendered, known)]).toEqual([]);
    // One look for each of them, as ever, and few more.
    expect(looks).toBeGreaterThan(3000);
    expect(looks).toBeLessThan(14_000);
  });
});
