// @vitest-environment jsdom
// Our element in the page: what happens in it stays in it, and the browser goes on doing what it does by itself.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createHost, type Host } from '../../src/ui/host.ts';

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
