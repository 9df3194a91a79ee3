// @vitest-environment jsdom
// Which clicks ask for a card, and what the pointer is said to rest on.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readBlocks } from '../../src/page/blocks.ts';
import { type Passage, passageOf } from '../../src/page/passage.ts';
import { watchPointer } from '../../src/page/pointer.ts';
import { renderedByMarkup } from '../../src/page/rendered.ts';
import { trusted } from './trusted.ts';

// jsdom has no layout: every passage has one line.
Range.prototype.getClientRects = () => [{ left: 0, top: 0, right: 100, bottom: 20 }] as unknown as DOMRectList;

const ON = { clientX: 50, clientY: 10, bubbles: true, cancelable: true, composed: true };
let ending: AbortController;
let passage: Passage;
let list: readonly Passage[];
const opened = vi.fn();
const over = vi.fn();
const element = (selector: string): Element => document.querySelector(selector) as Element;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = '<p>One <a href="#x">two</a> three.</p><i>Ours</i><u>Text</u>';
  const [block] = readBlocks(document, renderedByMarkup(window));
  const found = {
    pack: 'p',
    claim: 'c',
    standing: null,
    relation: 'asserts',
    block: 0,
    start: 0,
    end: 14,
    confidence: 1,
  } as const;
  passage = (block && passageOf(1, found, block)) as Passage;
  list = [passage];
  ending = new AbortController();
  const isOurs = ({ target }: Event): boolean => target instanceof Element && target.localName === 'i';
  watchPointer({ passages: () => list, isOurs, over, click: opened }, ending.signal);
});
afterEach(() => {
  ending.abort();
  getSelection()?.removeAllRanges();
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('a click', () => {
  const click = (selector: string, change: MouseEventInit = {}): void => {
    trusted(element(selector), new MouseEvent('click', { ...ON, detail: 1, ...change }));
    vi.runAllTimers();
  };

  it('on a passage asks for its card, once the page has had it', () => {
    trusted(element('p'), new MouseEvent('click', { ...ON, detail: 1 }));
    expect(opened).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(opened.mock.calls).toEqual([[expect.objectContaining({ passages: [passage] })]]);
  });

  it.each<[string, () => void]>([
    ['beside it', () => click('p', { clientX: 500 })],
    ['on a link in it', () => click('a')],
    ['on other text that lies over it', () => click('u')],
    ['on something of ours', () => click('i')],
    ['that is the second of two', () => click('p', { detail: 2 })],
    ['with a key held', () => click('p', { shiftKey: true })],
    ['that the page makes itself', () => element('p').dispatchEvent(new MouseEvent('click', { ...ON, detail: 1 }))],
    [
      'that the page uses',
      () => {
        element('p').addEventListener('click', (event) => event.preventDefault(), { once: true });
        click('p');
      },
    ],
    [
      'that selects words',
      () => {
        getSelection()?.selectAllChildren(element('p'));
        click('p');
      },
    ],
    [
      'after the end',
      () => {
        ending.abort();
        click('p');
      },
    ],
    [
      'that the end comes after',
      () => {
        trusted(element('p'), new MouseEvent('click', { ...ON, detail: 1 }));
        ending.abort();
      },
    ],
  ])('%s asks for nothing', (_, act) => {
    act();
    vi.runAllTimers();
    expect(opened).not.toHaveBeenCalled();
  });
});

describe('the pointer', () => {
  const move = (selector: string, change: PointerEventInit = {}): void => {
    trusted(element(selector), new PointerEvent('pointermove', { ...ON, pointerType: 'mouse', ...change }));
  };
  const rested = (): readonly unknown[] => {
    vi.runAllTimers();
    return over.mock.calls.map(([hit]) => hit?.passages ?? null);
  };

  it('rests on a passage, which is told once a frame however often it moves', () => {
    for (let x = 1; x < 20; x++) move('p', { clientX: x });
    expect(rested()).toEqual([[passage]]);
    move('p', { clientX: 500 });
    expect(rested()).toEqual([[passage], null]);
  });

  it('rests on nothing over a link in a passage, over text on top of it, while a button is held, and outside the window', () => {
    move('a');
    rested();
    move('u');
    rested();
    move('p', { buttons: 1 });
    rested();
    trusted(element('p'), new PointerEvent('pointerout', { ...ON, relatedTarget: null }));
    expect(rested()).toEqual([null, null, null, null]);
    trusted(element('p'), new PointerEvent('pointerout', { ...ON, relatedTarget: element('u') }));
    expect(rested()).toHaveLength(4);
  });

  it.each<[string, () => void]>([
    ['is a finger', () => move('p', { pointerType: 'touch' })],
    ['is on something of ours', () => move('i')],
    ['is moved by the page', () => element('p').dispatchEvent(new PointerEvent('pointermove', { ...ON, pointerType: 'mouse' }))],
    [
      'is on a page without passages',
      () => {
        list = [];
        move('p');
      },
    ],
    [
      'moves before the end',
      () => {
        move('p');
        ending.abort();
      },
    ],
    [
      'moves after the end',
      () => {
        ending.abort();
        move('p');
      },
    ],
  ])('tells nothing where it %s', (_, act) => {
    act();
    expect(rested()).toEqual([]);
  });
});
