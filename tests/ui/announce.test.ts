// @vitest-environment jsdom
// What a screen reader says by itself: once, when there is something, and only on the page that is read.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { announce, greeting } from '../../src/ui/announce.ts';
import { speak } from '../../src/ui/texts.ts';
import { ENGLISH } from './english.ts';

type Speaking = { ariaNotify?: (words: string) => void };
const prototype = Document.prototype as unknown as Speaking;

afterEach(() => {
  delete prototype.ariaNotify;
  vi.restoreAllMocks();
});

describe('the voice', () => {
  test('says so where the browser has none', () => {
    expect(announce('words')).toBe(false);
    prototype.ariaNotify = vi.fn();
    expect(announce('words')).toBe(true);
    expect(prototype.ariaNotify).toHaveBeenCalledWith('words');
  });

  test('greets once, with the number of claims, as soon as there are any and the page is in front', () => {
    speak(ENGLISH);
    const say = vi.fn();
    prototype.ariaNotify = say;
    const hidden = vi.spyOn(Document.prototype, 'hidden', 'get').mockReturnValue(true);
    const ending = new AbortController();
    const found = greeting(ending.signal);
    found(0);
    found(2);
    expect(say).not.toHaveBeenCalled();
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    found(3);
    expect(say.mock.calls).toEqual([['2 claims found on this page']]);
    ending.abort();
  });
});
