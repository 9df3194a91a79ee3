import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collapse, rawIndex } from '../../src/page/whitespace.ts';
import { atLeast, RUNS } from '../runs.ts';

const CASES: readonly (readonly [raw: string, spaced: boolean, text: string])[] = [
  ['plain text', false, 'plain text'],
  ['  two   spaces ', false, ' two spaces '],
  ['  two', true, 'two'],
  ['tab\tand\r\nline', false, 'tab and line'],
  ['no\u00a0break\u202fspace\u3000here', false, 'no break space here'],
  ['stale\u00admate', false, 'stalemate'],
  ['zero\u200bwidth\u2060join\ufeffer', false, 'zerowidthjoiner'],
  ['a \u200b b', false, 'a b'],
  ['\u202aleft\u202c', true, 'left'],
  ['', false, ''],
];

/** Text with much of what the normal form is about. */
const messy = fc.string({
  unit: fc.constantFrom('a', 'b', 'é', '𝒙', ' ', '\n', '\t', '\u00a0', '\u00ad', '\u200b', '\u200d', '\u2028', '\ufeff', '.'),
  maxLength: 60,
});

describe('the normal form of page text', () => {
  it.each(CASES)('turns %j (after a space: %s) into %j', (raw, spaced, text) => {
    expect(collapse(raw, spaced)).toBe(text);
  });

  it('says of every character where it stands in the raw text', () => {
    let moved = 0;
    fc.assert(
      fc.property(messy, fc.boolean(), (raw, spaced) => {
        const text = collapse(raw, spaced);
        for (let at = 0; at < text.length; at++) {
          const index = rawIndex(raw, 0, raw.length, spaced, at);
          expect(index).not.toBeNull();
          const there = raw.charAt(index ?? -1);
          expect(/\s/.test(there) ? ' ' : there).toBe(text.charAt(at));
          if (index !== at) moved++;
        }
        expect(rawIndex(raw, 0, raw.length, spaced, text.length)).toBeNull();
      }),
      RUNS,
    );
    expect(moved).toBeGreaterThanOrEqual(atLeast(100));
  });

  it('finds nothing past the end of a text that has become shorter', () => {
    expect(rawIndex('Two', 0, 9, false, 5)).toBeNull();
  });

  it('is the same in one piece as in two', () => {
    fc.assert(
      fc.property(messy, messy, (one, two) => {
        const first = collapse(one, true);
        expect(first + collapse(two, first === '' || first.endsWith(' '))).toBe(collapse(one + two, true));
      }),
      RUNS,
    );
  });
});
