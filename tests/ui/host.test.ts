// @vitest-environment jsdom
// Our element in the page: what happens in it stays in it, and the browser goes on doing what it does by itself.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createHost, type Host, removeStaleHosts } from '../../src/ui/host.ts';
import { trusted } from '../page/trusted.ts';

let ending: AbortController;
let host: Host;
let inside: HTMLElement;

beforeEach(() => {
  ending = new AbortController();
  host = createHost('', ending.signal);
  inside = document.createElement('p');
  host.root.append(inside);
  document.documentElement.append(host.element);
});
afterEach(() => {
  ending.abort();
  vi.restoreAllMocks();
});

test.each(['keydown', 'mousedown', 'wheel', 'touchstart', 'touchmove', 'touchend', 'touchcancel', 'selectstart', 'dragstart'])(
  'a page that forbids or takes over every %s does not in a card',
  (type) => {
    const page = new AbortController();
    const forbid = vi.fn((event: Event) => event.preventDefault());
    for (const target of [document.documentElement, document, window])
      target.addEventListener(type, forbid, { signal: page.signal });
    const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
    inside.dispatchEvent(event);
    page.abort();
    expect(forbid).not.toHaveBeenCalled();
    expect(event.defaultPrevented).toBe(false);
  },
);

test('the browser need not wait for us before it scrolls a card', () => {
  const added = vi.spyOn(EventTarget.prototype, 'addEventListener');
  createHost('', ending.signal);
  const scrolling = added.mock.calls.filter(([type]) => /^(?:wheel|touch)/u.test(type));
  expect(scrolling.length).toBeGreaterThan(0);
  for (const [, , options] of scrolling) expect(options).toMatchObject({ passive: true });
});

test('the page cannot click in a card for the reader, whose own clicks count', () => {
  const clicked = vi.fn();
  inside.addEventListener('click', clicked);
  const forged = new MouseEvent('click', { bubbles: true, composed: true, cancelable: true });
  inside.dispatchEvent(forged);
  inside.click();
  expect([clicked.mock.calls.length, forged.defaultPrevented]).toEqual([0, true]);
  trusted(inside, new MouseEvent('click', { bubbles: true, composed: true }));
  expect(clicked).toHaveBeenCalledOnce();
});

describe('its place', () => {
  const shown = vi.fn();
  beforeEach(() => {
    host.hide();
    // jsdom has no top layer.
    Object.assign(host.element, { showPopover: shown, hidePopover: () => {} });
    document.body.innerHTML = '<dialog open><p id="in">In.</p></dialog><p id="out">Out.</p>';
  });
  afterEach(() => shown.mockClear());
  const modal = (is: boolean): void => {
    const { matches } = Element.prototype;
    vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector: string) {
      return selector === ':modal' ? is && this.localName === 'dialog' : matches.call(this, selector);
    });
  };

  test.each([
    ['the end of the page', false, '#out', 'html'],
    ['the same for a dialog that leaves the page alive', false, '#in', 'html'],
    ['a modal dialog, where all else is inert', true, '#in', 'dialog'],
    ['the end of the page for what is not in that dialog', true, '#out', 'html'],
    ['the end of the page where nothing is near', true, null, 'html'],
  ])('is %s', (_, is, near, parent) => {
    modal(is);
    host.show(near === null ? null : document.querySelector(near));
    expect([host.element.parentElement?.localName, shown.mock.calls.length, host.isShown()]).toEqual([parent, 1, true]);
  });

  test('is given up at the end, and not taken again', () => {
    host.show(null);
    ending.abort();
    expect(host.isShown()).toBe(false);
    host.show(null);
    expect([host.isShown(), shown.mock.calls.length]).toEqual([false, 1]);
  });

  test('is cleared of what a dead script has left, and of nothing else', () => {
    document.body.innerHTML = '<sl-host></sl-host><p>Text.</p><sl-host></sl-host>';
    removeStaleHosts();
    expect(document.body.innerHTML).toBe('<p>Text.</p>');
  });
});
