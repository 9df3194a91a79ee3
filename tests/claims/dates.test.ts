import { describe, expect, test } from 'vitest';
import { certainlyAfter, isPartialDate } from '../../src/claims/dates.ts';

describe('dates without day or month', () => {
  test.each(['2023', '2023-12', '2023-12-01', '2024-02-29'])('%s is a date', (date) => expect(isPartialDate(date)).toBe(true));
  test.each([
    '',
    '0000',
    '23-12-01',
    '2023-13',
    '2023-00',
    '2023-02-30',
    '2023-02-29',
    '2023-12-1',
    '2023-12-01T00:00',
    ' 2023',
    'December 2023',
  ])('%s is none', (date) => expect(isPartialDate(date)).toBe(false));

  test.each([
    ['2023-12-02', '2023-12-01', true],
    ['2023-12-01', '2023-12-01', false],
    ['2023-11-30', '2023-12-01', false],
    ['2023-12', '2023-12-01', false],
    ['2024-01', '2023-12-01', true],
    ['2023', '2023-12-01', false],
    ['2024', '2023-12-01', true],
    ['2023-12-31', '2023-12', false],
    ['2024-01-01', '2023-12', true],
    ['2023-12-31', '2023', false],
    ['2024-01-01', '2023', true],
    ['2023-02-28', '2023-02', false],
  ])('%s certainly after %s: %s', (one, other, after) => expect(certainlyAfter(one, other)).toBe(after));
});
