// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import { whenBack } from '../../src/page/document.ts';

it('tells when the document comes back from the cache, not when it is first shown, and not after the end', () => {
  const ending = new AbortController();
  const back = vi.fn();
  whenBack(back, ending.signal);
  const show = (persisted: boolean): boolean => dispatchEvent(new PageTransitionEvent('pageshow', { persisted }));
  show(false);
  expect(back).not.toHaveBeenCalled();
  show(true);
  expect(back).toHaveBeenCalledTimes(1);
  ending.abort();
  show(true);
  expect(back).toHaveBeenCalledTimes(1);
});
