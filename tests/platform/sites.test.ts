import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isSiteKey, patternOf, siteOf } from '../../src/platform/sites.ts';
import { RUNS } from '../runs.ts';

describe('a site is what the reader would call one', () => {
  test.each([
    ['https://www.bbc.co.uk/news', 'bbc.co.uk', '*://*.bbc.co.uk/*'],
    ['http://bbc.co.uk:8080/', 'bbc.co.uk', '*://*.bbc.co.uk/*'],
    ['https://alice.github.io/', 'alice.github.io', '*://*.alice.github.io/*'],
    ['https://github.io/', 'github.io', '*://github.io/*'],
    ['http://localhost:3000/', 'localhost', '*://localhost/*'],
    ['http://127.0.0.1:1234/x', '127.0.0.1', '*://127.0.0.1/*'],
    ['https://münchen.de/', 'xn--mnchen-3ya.de', '*://*.xn--mnchen-3ya.de/*'],
    ['https://EXAMPLE.com./', 'example.com', '*://*.example.com/*'],
  ])('%s belongs to %s', (url, key, pattern) => {
    expect(siteOf(url)).toBe(key);
    expect(patternOf(key)).toBe(pattern);
    expect(isSiteKey(key)).toBe(true);
  });

  test.each(['chrome://settings', 'about:blank', 'file:///tmp/a.html', 'data:text/html,x', 'not an address', ''])(
    '%s belongs to none',
    (url) => {
      expect(siteOf(url)).toBeNull();
    },
  );

  test.each(['www.bbc.co.uk', 'http://a.example', 'a.example/path', '*', '*.example', '', 'EXAMPLE.com'])(
    '%j is no key of a rule',
    (key) => {
      expect(isSiteKey(key)).toBe(false);
    },
  );

  test('the key of any address is the key of its own site', () => {
    fc.assert(
      fc.property(fc.webUrl(), (url) => {
        const key = siteOf(url);
        return key !== null && isSiteKey(key);
      }),
      RUNS,
    );
  });
});
