// @vitest-environment jsdom
// Calm mode: which marks stand in the margin, and what a click on one opens.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMargin, type Margin } from '../../src/ui/margin.ts';
import type { Shown } from '../../src/ui/view-parts.ts';
import { trusted } from '../page/trusted.ts';
import { passage } from './shown.ts';
import './without-layout.ts';

let ending: AbortController;
let margin: Margin;
const open = vi.fn();
const over = vi.fn();
/** Where each passage stands, by its text; jsdom has no layout. */
const tops = new Map<string, number>();
const marks = (): readonly HTMLElement[] => [
  ...(document.querySelector('sl-host')?.shadowRoot?.querySelectorAll('button') ?? []),
];
const label = (passages: readonly Shown[]): string => passages.map(({ quote }) => quote).join('+');
const labels = (): readonly (string | null)[] => marks().map((mark) => mark.ariaLabel ?? mark.getAttribute('aria-label'));

beforeEach(() => {
  document.body.replaceChildren();
  tops.clear();
  Range.prototype.getBoundingClientRect = function (this: Range) {
    const top = tops.get(this.toString());
    return new DOMRect(200, top ?? 0, 99, top === undefined ? 0 : 20);
  };
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(this.localName === 'p' ? 100 : 0, 0, 500, 20);
  });
  ending = new AbortController();
  margin = createMargin({ label, over, open }, ending.signal);
});
afterEach(() => {
  ending.abort();
  vi.restoreAllMocks();
  vi.clearAllMocks();
});
const at = (top: number, text: string, more: Partial<Shown['found']> = {}): Shown => {
  tops.set(text, top);
  return passage(tops.size, text, text, more);
};

describe('calm mode', () => {
  it('has a mark beside every passage, left of its text and named by it, out of the way of the Tab key', () => {
    margin.show([at(40, 'One.'), at(90, 'Two.')]);
    expect(labels()).toEqual(['One.', 'Two.']);
    const [one, two] = marks();
    expect([one?.style.top, two?.style.top, one?.tabIndex]).toEqual(['40px', '90px', -1]);
    expect(Number.parseInt(one?.style.left ?? '', 10)).toBeLessThan(100);
  });

  it('tells standing and relation by the mark, too', () => {
    margin.show([at(40, 'One.', { standing: 'rebutted', relation: 'denies' }), at(90, 'Two.')]);
    expect(marks().map(({ className }) => className)).toEqual(['rebutted denies on-', 'unsupported asserts on-']);
  });

  it('has one mark for passages that stand nearly beside each other, and none for what has no place', () => {
    const passages = [at(40, 'One.'), at(50, 'Two.'), at(90, 'Three.'), passage(9, 'Nowhere.')];
    margin.show(passages);
    expect(labels()).toEqual(['One.+Two.', 'Three.']);
    trusted(marks()[0] as Element, new MouseEvent('click'));
    expect(open.mock.calls).toEqual([[passages.slice(0, 2)]]);
  });

  it('opens nothing for a click that the page makes', () => {
    margin.show([at(40, 'One.')]);
    marks()[0]?.click();
    expect(open).not.toHaveBeenCalled();
  });

  it('tells what the pointer rests on, and when it has left', () => {
    const one = at(40, 'One.');
    margin.show([one]);
    for (const type of ['pointerenter', 'pointerleave']) marks()[0]?.dispatchEvent(new Event(type));
    expect(over.mock.calls).toEqual([
      [[one], null],
      [[], null],
    ]);
  });

  it('marks what it is told last, and leaves nothing in the page where that is nothing', () => {
    margin.show([at(40, 'One.'), at(90, 'Two.')]);
    margin.show([at(140, 'Three.')]);
    expect(labels()).toEqual(['Three.']);
    margin.show([]);
    expect(document.querySelector('sl-host')).toBe(null);
  });

  it('is gone at the end, and stays so', () => {
    const one = at(40, 'One.');
    margin.show([one]);
    ending.abort();
    expect(document.querySelector('sl-host')).toBe(null);
    margin.show([one]);
    expect(document.querySelector('sl-host')).toBe(null);
  });

  it('measures again when the page has moved within itself', async () => {
    margin.show([at(40, 'One.')]);
    tops.set('One.', 70);
    dispatchEvent(new Event('resize'));
    await vi.waitFor(() => expect(marks()[0]?.style.top).toBe('70px'));
  });
});
