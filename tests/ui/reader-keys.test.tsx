// @vitest-environment jsdom
// Chip and card under the reader's keys and pointer: what closes them, where the focus goes, and what the page hears of it.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Card } from '../../src/claims/types.ts';
import { createView } from '../../src/ui/reader-view.tsx';
import type { ReaderView, Shown } from '../../src/ui/view-parts.ts';
import { trusted } from '../page/trusted.ts';
import { ENGLISH } from './english.ts';
import { passage } from './shown.ts';
import './without-layout.ts';

let ending: AbortController;
let view: ReaderView;
let cards: { readonly claim: string; readonly give: (card: Card | null) => void }[];
const heard = vi.fn();
const shadow = (): ShadowRoot | null | undefined => document.querySelector('sl-host')?.shadowRoot;
const layer = (selector: string): HTMLElement | null => shadow()?.querySelector<HTMLElement>(selector) ?? null;
const dialog = (): HTMLElement | null => layer('[role=dialog]:not([hidden])');
const chip = (): HTMLElement | null => layer('.tip:not([hidden])');
const mine = (): HTMLElement => document.getElementById('mine') as HTMLElement;
const press = (target: Element, key = 'Escape'): KeyboardEvent =>
  trusted(target, new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true }));
const point = (target: Element): Event => trusted(target, new Event('pointerdown', { bubbles: true, composed: true }));

beforeEach(() => {
  document.body.innerHTML = '<a href="#x" id="mine">Mine</a>';
  mine().focus();
  document.addEventListener('keydown', heard);
  ending = new AbortController();
  cards = [];
  const nothing = (): void => {};
  const fetchCard = ({ claim }: Shown['found']) => new Promise<Card | null>((give) => void cards.push({ claim, give }));
  view = createView(
    { texts: ENGLISH, css: '', fetchCard, mark: nothing, hide: nothing, mute: nothing, browse: nothing },
    ending.signal,
  );
});
afterEach(() => {
  ending.abort();
  document.removeEventListener('keydown', heard);
  vi.useRealTimers();
  vi.clearAllMocks();
});

describe('a card', () => {
  beforeEach(() => view.open([passage(1, 'One.')], null));

  it('has the focus, and is closed by Escape, which the page does not hear; the focus goes back', () => {
    expect(shadow()?.activeElement).toBe(dialog());
    const event = press(dialog() as Element);
    expect([dialog(), document.activeElement, event.defaultPrevented]).toEqual([null, mine(), true]);
    expect(heard).not.toHaveBeenCalled();
    expect(shadow()).toBe(undefined);
  });

  it('is closed by Escape also where the page has the focus, and hears it', () => {
    mine().focus();
    const event = press(mine());
    expect([dialog(), document.activeElement, event.defaultPrevented]).toEqual([null, mine(), false]);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('stays for any other key, and for an Escape that the page makes itself', () => {
    press(dialog() as Element, 'Enter');
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    expect(dialog()).not.toBe(null);
  });

  it('stays when the pointer is pressed in it, and is closed when it is pressed beside it, without a word about the focus', () => {
    point(layer('h2') as Element);
    expect(dialog()).not.toBe(null);
    point(document.body);
    expect([dialog(), document.activeElement === mine()]).toEqual([null, false]);
  });

  it('has a button that closes it', () => {
    trusted(layer('.close') as Element, new MouseEvent('click', { bubbles: true, composed: true }));
    expect([dialog(), document.activeElement]).toEqual([null, mine()]);
  });

  it('ends with the script, with all that was in it', () => {
    const root = shadow();
    ending.abort();
    expect([document.querySelector('sl-host'), root?.textContent?.trim()]).toEqual([
      null,
      root?.querySelector('style')?.textContent,
    ]);
    view.open([passage(2, 'Two.')], null);
    expect(document.querySelector('sl-host')).toBe(null);
  });

  it('wears the theme that the reader has chosen, as the chip does', () => {
    view.theme('dark');
    expect([layer('.dialog')?.style.colorScheme, layer('.tip')?.style.colorScheme]).toEqual(['dark', 'dark']);
    view.theme('system');
    expect(layer('.dialog')?.style.colorScheme).toBe('');
  });
});

it('a card that comes late does not stand in for another that was opened meanwhile', async () => {
  view.open([passage(1, 'One.', 'c1', { statement: 'First.' })], null);
  view.open([passage(2, 'Two.', 'c2', { statement: 'Second.' })], null);
  const [first] = cards;
  first?.give(null);
  await Promise.resolve();
  await Promise.resolve();
  expect(cards.map(({ claim }) => claim)).toEqual(['c1', 'c2']);
  expect(layer('h2')?.textContent).toBe('Second.');
});

describe('the chip', () => {
  const one = (): Shown => passage(1, 'One.');
  const other = (): Shown => passage(2, 'Two.');

  it('has the focus where the keyboard brought it, and keeps it whatever the pointer lies on', () => {
    view.point(one(), [one()]);
    expect(shadow()?.activeElement).toBe(chip()?.querySelector('button.chip'));
    const words = chip()?.textContent;
    view.hover([other()], null);
    view.hover([], null);
    expect([chip()?.textContent, shadow()?.activeElement?.className]).toEqual([words, expect.stringContaining('chip')]);
  });

  it('goes by Escape, and the focus goes back', () => {
    view.point(one(), [one()]);
    const event = press(chip()?.querySelector('button') as Element);
    expect([chip(), document.activeElement, event.defaultPrevented]).toEqual([null, mine(), true]);
    expect(heard).not.toHaveBeenCalled();
  });

  it('goes by Escape from under the pointer, and leaves focus and key to the page', () => {
    view.hover([one()], null);
    const event = press(mine());
    expect([chip(), document.activeElement, event.defaultPrevented]).toEqual([null, mine(), false]);
    expect(heard).toHaveBeenCalledOnce();
  });

  it('stays a moment when the pointer leaves, for the way to it, and goes then', () => {
    vi.useFakeTimers();
    const passages = [one()];
    view.hover(passages, null);
    view.hover([], null);
    vi.advanceTimersByTime(100);
    expect(chip()).not.toBe(null);
    view.hover(passages, null);
    vi.advanceTimersByTime(1000);
    expect(chip()).not.toBe(null);
    view.hover([], null);
    vi.advanceTimersByTime(1000);
    expect(chip()).toBe(null);
  });

  it('does not come while a card is open', () => {
    view.open([one()], null);
    view.hover([other()], null);
    expect(chip()).toBe(null);
  });
});
