// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { PageBlock } from '../../src/page/blocks.ts';
import { passageOf } from '../../src/page/passage.ts';
import { isShown } from '../../src/page/view.ts';

interface Place {
  readonly left?: number;
  readonly top?: number;
}

/** The window is 1000 by 800, and so is the page; `area` is what the element with the id "scroller" scrolls over. */
function shown(html: string, text: Place, area: Place & { readonly width?: number; readonly height?: number } = {}): boolean {
  document.body.innerHTML = html;
  const { left = 0, top = 0, width = 1000, height = 800 } = area;
  const sizes = { scrollLeft: [left, 0], scrollTop: [top, 0], scrollWidth: [width, 1000], scrollHeight: [height, 800] };
  for (const [name, [scroller, root]] of Object.entries(sizes)) {
    vi.spyOn(Element.prototype, name as 'scrollTop', 'get').mockImplementation(function (this: Element) {
      return (this.id === 'scroller' ? scroller : root) as number;
    });
  }
  const boxed = (place: Place, wide: number, high: number) => {
    const { left: x = 0, top: y = 0 } = place;
    return { left: x, top: y, right: x + wide, bottom: y + high, width: wide, height: high } as DOMRect;
  };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => boxed({}, 1000, 800));
  Range.prototype.getClientRects = () => [boxed(text, 100, 20)] as unknown as DOMRectList;
  const element = document.querySelector('p') as Element;
  const node = element.firstChild as Text;
  const segment = { node, from: 0, to: node.length, start: 0, end: node.length, spaced: false, gap: false };
  const block: PageBlock = { text: node.data, role: 'text', element, segments: [segment] };
  const found = { pack: 'p', claim: 'c', standing: null, relation: 'asserts', block: 0, confidence: 1 } as const;
  return isShown(passageOf(1, { ...found, start: 0, end: node.length }, block) as NonNullable<ReturnType<typeof passageOf>>);
}

describe('whether a passage can be seen', () => {
  afterEach(() => vi.restoreAllMocks());
  const scrolling = '<main id="scroller" style="overflow:auto"><p>Text.</p></main>';
  const cases: [string, boolean, string, Place, Parameters<typeof shown>[2]?][] = [
    ['text on the page', true, '<p>Text.</p>', { top: 100 }],
    ['text below the end of the page', false, '<p>Text.</p>', { top: 900 }],
    ['text left of the page', false, '<p>Text.</p>', { left: -9999 }],
    ['text far down in an element that scrolls', true, scrolling, { top: 5000 }, { height: 6000 }],
    ['text far up in it, when it is scrolled to its end', true, scrolling, { top: -5000 }, { height: 6000, top: 5200 }],
    ['text beyond the end of what it scrolls', false, scrolling, { top: 7000 }, { height: 6000 }],
    ['text left of what it scrolls', false, scrolling, { left: -9999 }, { height: 6000 }],
    ['a slide to the right', true, scrolling.replace('auto', 'auto hidden'), { left: 3000 }, { width: 4000 }],
    [
      'a slide to the left, read from the right',
      true,
      scrolling.replace('auto', 'auto;direction:rtl'),
      { left: -2000 },
      { width: 4000 },
    ],
    ['a slide that nothing scrolls to', false, scrolling.replace('auto', 'hidden'), { left: 3000 }, { width: 4000 }],
    [
      'text in a scroller in a scroller',
      true,
      `<div style="overflow:scroll">${scrolling}</div>`,
      { top: 5000 },
      { height: 6000 },
    ],
    [
      'text with no colour in it',
      false,
      scrolling.replace('<p', '<p style="color:transparent"'),
      { top: 5000 },
      { height: 6000 },
    ],
    ['text in the colour behind it', false, '<div style="background:#fff"><p style="color:#fff">Text.</p></div>', {}],
    ['text in another colour', true, '<div style="background:#fff"><p style="color:#eee">Text.</p></div>', {}],
    ['white text before a picture', true, '<div style="background:#fff url(a.png)"><p style="color:#fff">Text.</p></div>', {}],
    ['text of two pixels', false, '<p style="font-size:2px">Text.</p>', {}],
    ['text of ten pixels', true, '<p style="font-size:10px">Text.</p>', {}],
  ];
  it.each(cases)('%s: %s', (_, expected, html, text, area) => {
    expect(shown(html, text, area)).toBe(expected);
  });
});
