import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { isNews, SAME_AGAIN_MS } from '../../src/page/telling.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('tells what is new, and the same again only after some minutes', () => {
  const news = isNews();
  expect(news('one')).toBe(true);
  expect(news('one')).toBe(false);
  expect(news('two')).toBe(true);
  expect(news('one')).toBe(true);
  vi.advanceTimersByTime(SAME_AGAIN_MS - 1);
  expect(news('one')).toBe(false);
  vi.advanceTimersByTime(1);
  expect(news('one')).toBe(true);
  expect(news('one')).toBe(false);
});
