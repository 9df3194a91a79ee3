// Errors that a page has only with the extension, as the end-to-end tests tell them from its own.
import { expect, test } from 'vitest';
import { beyond } from '../e2e/beyond.ts';

const LOST = 'Failed to load http://127.0.0.1:8001/picture.png';

test.each([
  ['none', [], [LOST], []],
  ['the same, from a server of its own', [LOST], [LOST.replace('8001', '8002')], []],
  ['in another order', ['a', 'b'], ['b', 'a'], []],
  ['another one in its place', ['a', 'ours'], ['a', 'b'], ['ours']],
  ['once more', ['a', 'a'], ['a'], ['a']],
])('%s', (_, run, alone, more) => {
  expect(beyond(run, alone)).toEqual(more);
});
