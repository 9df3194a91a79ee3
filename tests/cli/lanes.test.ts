// A mistyped browser must not leave nothing to run, which would pass.
import { describe, expect, it } from 'vitest';
import { lanesOf } from '../e2e/lanes.ts';

describe('the browsers of the end-to-end tests', () => {
  it.each([
    [undefined, ['chromium', 'firefox']],
    ['firefox', ['firefox']],
    ['chromium', ['chromium']],
  ])('E2E_BROWSER %s: %j', (wanted, lanes) => expect(lanesOf(wanted)).toEqual(lanes));

  it.each(['chrome', 'Firefox', ''])('E2E_BROWSER "%s": an error that says what it may be', (wanted) =>
    expect(() => lanesOf(wanted)).toThrow(`E2E_BROWSER: expected chromium or firefox, got "${wanted}"`),
  );
});
