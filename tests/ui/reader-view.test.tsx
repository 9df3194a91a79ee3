// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createView } from '../../src/ui/reader-view.tsx';
import type { ReaderView, Shown } from '../../src/ui/view-parts.ts';
import { ENGLISH } from './english.ts';
import { passage } from './shown.ts';
import './without-layout.ts';

describe('a card and the passages of the page', () => {
  let ending: AbortController;
  let view: ReaderView;
  let marked: (Shown | null)[];
  const layers = () => [...(document.querySelector('sl-host')?.shadowRoot?.querySelectorAll('div') ?? [])];
  const isOpen = (): boolean => layers().some((layer) => layer.getAttribute('role') === 'dialog' && !layer.hidden);
  const chip = (): HTMLElement | undefined => layers().find((layer) => layer.classList.contains('tip'));

  beforeEach(() => {
    document.body.innerHTML = '<a href="#x" id="before">Before</a>';
    (document.getElementById('before') as HTMLElement).focus();
    ending = new AbortController();
    marked = [];
    const mark = (one: Shown | null) => {
      marked.push(one);
    };
    const nothing = (): void => {};
    const parts = { texts: ENGLISH, css: '', fetchCard: async () => null, mark, hide: nothing, mute: nothing, browse: nothing };
    view = createView(parts, ending.signal);
  });
  afterEach(() => ending.abort());

  it('closes the card when its passage is gone, and gives the focus back', () => {
    const one = passage(1, 'One.');
    const other = passage(2, 'Two.', 'd');
    view.open([one], null);
    expect(isOpen()).toBe(true);
    expect(document.activeElement?.localName).toBe('sl-host');
    view.keep([one, other]);
    expect(isOpen()).toBe(true);
    view.keep([other]);
    expect(isOpen()).toBe(false);
    expect(marked.at(-1)).toBe(null);
    expect(document.activeElement?.id).toBe('before');
  });

  it.each([
    ['the same passage in new nodes', 1],
    ['the same claim in the same words', 7],
  ])('leaves the card open for %s', (_, id) => {
    view.open([passage(1, 'One.')], null);
    const now = passage(id, 'One.');
    view.keep([now]);
    expect(isOpen()).toBe(true);
    expect(marked.at(-1)).toBe(now);
  });

  it('leaves the card of a selection open as long as its text is there', () => {
    const selected = passage(-1, 'Selected.');
    view.open([selected], null);
    view.keep([]);
    expect(isOpen()).toBe(true);
    selected.block.element.remove();
    view.keep([]);
    expect(isOpen()).toBe(false);
  });

  it('takes the chip away with its passage, and the focus with it', () => {
    const one = passage(1, 'One.');
    view.point(one, [one]);
    expect(chip()?.hidden).toBe(false);
    view.keep([one]);
    expect(chip()?.hidden).toBe(false);
    view.keep([]);
    expect(document.querySelector('sl-host')).toBe(null);
    expect(document.activeElement?.id).toBe('before');
  });

  it('opens from the chip what has become of the passage meanwhile, or nothing', () => {
    const one = passage(1, 'One.');
    view.hover([one], null);
    const now = passage(1, 'One.');
    view.keep([now]);
    chip()?.querySelector('button')?.click();
    view.open([one], null);
    expect(marked.at(-1)).toBe(now);
    view.keep([]);
    view.open([one], null);
    expect(isOpen()).toBe(false);
  });
});
