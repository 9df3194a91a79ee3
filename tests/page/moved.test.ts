// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { whenMoved } from '../../src/page/moved.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells once of what moves within 250 ms, in any element, and not after the end', () => {
  const ending = new AbortController();
  const moved = vi.fn();
  whenMoved(moved, ending.signal);
  for (let frame = 0; frame < 20; frame++) {
    document.body.dispatchEvent(new Event('scroll'));
    vi.advanceTimersByTime(10);
  }
  document.body.dispatchEvent(new Event('transitionend', { bubbles: true }));
  expect(moved).not.toHaveBeenCalled();
  vi.advanceTimersByTime(250);
  expect(moved).toHaveBeenCalledTimes(1);
  document.body.dispatchEvent(new Event('scroll'));
  ending.abort();
  vi.advanceTimersByTime(1000);
  document.body.dispatchEvent(new Event('scroll'));
  vi.advanceTimersByTime(1000);
  expect(moved).toHaveBeenCalledTimes(1);
});
