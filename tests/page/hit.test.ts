// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest';
import { readBlocks } from '../../src/page/blocks.ts';
import { hitAt, isActive, isPlainClick } from '../../src/page/hit.ts';
import { type Finding, type Passage, passageOf } from '../../src/page/passage.ts';
import { renderedByMarkup } from '../../src/page/rendered.ts';

function rectangle(left: number, top: number, width: number, height: number): DOMRect {
  return { left, top, width, height, right: left + width, bottom: top + height } as DOMRect;
}

// jsdom has no layout: the rectangles are given by hand.
Range.prototype.getClientRects = () => [rectangle(10, 10, 100, 20), rectangle(0, 40, 50, 20)] as unknown as DOMRectList;

function passage(id: number, start: number, end: number, confidence: number): Passage {
  const block = readBlocks(document, renderedByMarkup(window))[0];
  const found: Finding = { pack: 'p', claim: `c${id}`, standing: null, relation: 'asserts', block: 0, start, end, confidence };
  const made = block && passageOf(id, found, block);
  if (!made) throw new Error('expected a passage');
  return made;
}

afterEach(() => {
  document.body.innerHTML = '';
});

describe('what is under the pointer', () => {
  it('is the passage whose line holds the point, if the pointer is on its text', () => {
    document.body.innerHTML = '<p>One <b>two</b> three.</p><p>Other</p>';
    const one = passage(1, 0, 13, 0.9);
    const [p, other] = [...document.querySelectorAll('p')];
    expect(hitAt([one], p ?? null, 50, 20)?.passages).toEqual([one]);
    expect(hitAt([one], document.querySelector('b'), 20, 50)?.rect.top).toBe(40);
    expect(hitAt([one], p ?? null, 50, 35)).toBeNull();
    expect(hitAt([one], p ?? null, 300, 20)).toBeNull();
    expect(hitAt([one], other ?? null, 50, 20)).toBeNull();
    expect(hitAt([one], null, 50, 20)).toBeNull();
  });

  it('is every claim of the passage, the most certain first', () => {
    document.body.innerHTML = '<p>One two three.</p>';
    const weak = passage(1, 0, 14, 0.7);
    const sure = passage(2, 4, 14, 0.9);
    expect(hitAt([weak, sure], document.querySelector('p'), 50, 20)?.passages).toEqual([sure, weak]);
  });
});

describe('a click', () => {
  it.each([
    ['a link', '<a href="#"><b id="x">x</b></a>', true],
    ['a button', '<button><span id="x">x</span></button>', true],
    ['a label', '<label id="x">x</label>', true],
    ['an editor', '<div contenteditable><p id="x">x</p></div>', true],
    ['something that acts as a button', '<div role="button" id="x">x</div>', true],
    ['an anchor that links nowhere', '<a id="x">x</a>', false],
    ['an island in an editor', '<div contenteditable="false" id="x">x</div>', false],
    ['text', '<p><em id="x">x</em></p>', false],
  ])('on %s is the page’s own: %s', (_name, html, active) => {
    document.body.innerHTML = html;
    const target = document.querySelector('#x');
    expect(target && isActive(target)).toBe(active);
  });

  const plain = {
    isTrusted: true,
    button: 0,
    altKey: false,
    ctrlKey: false,
    metaKey: false,
    shiftKey: false,
    defaultPrevented: false,
  };
  it.each([
    ['plain', {}, true, true],
    ['forged', { isTrusted: false }, true, false],
    ['of another button', { button: 1 }, true, false],
    ['with a key held', { ctrlKey: true }, true, false],
    ['that the page has used', { defaultPrevented: true }, true, false],
    ['that ends a selection', {}, false, false],
  ])('%s opens a card or not', (_name, change, isCollapsed, opens) => {
    expect(isPlainClick({ ...plain, ...change } as MouseEvent, { isCollapsed })).toBe(opens);
  });
});
