// @vitest-environment jsdom
// What the reader is told in the page after a choice from the card. Where things stand is for others: stand-ins here.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createView } from '../../src/ui/reader-view.tsx';
import type { Shown } from '../../src/ui/view-parts.ts';
import { ENGLISH } from './english.ts';

type Card = typeof import('../../src/ui/show-card.tsx');
const { opened } = vi.hoisted(() => ({ opened: { card: null as Parameters<Card['showCard']>[2] | null } }));
vi.mock('../../src/ui/show-card.tsx', () => ({
  showCard: (into: HTMLElement, _: Shown, card: Parameters<Card['showCard']>[2]) => {
    opened.card = card;
    into.tabIndex = -1;
  },
}));
vi.mock('../../src/ui/place.ts', () => ({
  anchorOf: (_ranges: unknown, _rect: unknown, context: Element) => ({ context, rect: () => new DOMRect() }),
  placeBeside: () => () => undefined,
  follow: () => () => undefined,
}));

let ending: AbortController;
beforeEach(() => {
  ending = new AbortController();
  // jsdom has no popovers.
  Object.assign(HTMLElement.prototype, { showPopover() {}, hidePopover() {} });
  const { matches } = Element.prototype;
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
    return selector.startsWith(':popover') ? false : matches.call(this, selector);
  });
});
afterEach(() => {
  ending.abort();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

test.each([
  ['hide', 'Highlight removed. You can bring it back in the settings.'],
  ['mute', 'This claim is no longer highlighted. You can undo this in the settings.'],
] as const)('a passage that goes by "%s" does not go without a word, and the focus goes back from there', (act, words) => {
  const mine = document.body.appendChild(document.createElement('button'));
  mine.focus();
  const passage = { id: 1, stretches: [], parents: new Set([mine]), found: { statement: 'It.' } } as unknown as Shown;
  const acts = { hide: vi.fn(), mute: vi.fn() };
  const parts = { texts: ENGLISH, css: '', fetchCard: async () => null, mark: vi.fn(), browse: vi.fn(), ...acts };
  const view = createView(parts, ending.signal);
  view.open([passage], null);
  const shadow = document.querySelector('sl-host')?.shadowRoot;
  const dialog = shadow?.querySelector<HTMLElement>('[role=dialog]');

  opened.card?.[act]();
  expect(acts[act].mock.calls).toEqual([[passage]]);
  expect([dialog?.hidden, dialog?.textContent]).toEqual([false, words]);
  // A screen reader says the name of what has the focus.
  expect(shadow?.activeElement).toBe(dialog);
  expect(shadow?.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent).toBe(words);

  view.close();
  expect([dialog?.hidden, document.activeElement]).toEqual([true, mine]);
});
