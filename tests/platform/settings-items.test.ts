import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenKey, migrate, mutedKey, quoteOf, readItems, siteKey } from '../../src/platform/settings-items.ts';
import { RUNS } from '../runs.ts';

describe('settings are read item by item', () => {
  test('nothing stored means: on everywhere, as far as the browser allows', () => {
    const { settings, aside } = readItems({}, {});
    expect(settings).toMatchObject({ everywhere: true, everything: true, strength: 'normal', theme: 'system' });
    expect(aside).toEqual([]);
  });

  test('each kind of item is understood', () => {
    const at = '2026-01-01T00:00:00Z';
    const hidden = { v: 1, pack: 'p', claim: 'c', quote: 'Words.', at };
    const { settings, aside } = readItems(
      { default: { v: 1, sites: 'chosen' }, everything: { v: 1, on: false }, [siteKey('example.com')]: { v: 1, on: true } },
      {
        'pack:p': { v: 1, on: false },
        [mutedKey('p', 'c')]: { v: 1, pack: 'p', claim: 'c', at },
        [hiddenKey('p', 'c', 'Words.')]: hidden,
        strength: { v: 1, value: 'quiet' },
        theme: { v: 1, value: 'dark' },
      },
    );
    expect(aside).toEqual([]);
    expect(settings).toMatchObject({ everywhere: false, everything: false, strength: 'quiet', theme: 'dark' });
    expect(settings.sites.get('example.com')).toBe(true);
    expect(settings.packs.get('p')).toBe(false);
    expect(settings.muted.has(mutedKey('p', 'c'))).toBe(true);
    expect(settings.hidden.get(hiddenKey('p', 'c', ' Words.\n'))?.quote).toBe('Words.');
  });

  test.each([
    ['a later version', { v: 2, on: false, more: 1 }],
    ['no version', { on: false }],
    ['a wrong type', { v: 1, on: 'no' }],
    ['null', null],
    ['a bare value', true],
  ])('an item with %s is set aside and the others count', (_, item) => {
    const { settings, aside } = readItems({ 'site:bad.example': item, 'site:good.example': { v: 1, on: false } }, {});
    expect(settings.sites).toEqual(new Map([['good.example', false]]));
    expect(aside).toEqual([{ area: 'sync', key: 'site:bad.example', item }]);
  });

  test('keys that are nobody’s are set aside, whatever they are called', () => {
    const { aside } = readItems(
      { constructor: 1, 'site:not a site': { v: 1, on: true }, theme: { v: 1, value: 'dark' } },
      { 'aside:sync:x': 7 },
    );
    expect(aside.map(({ key }) => key).sort()).toEqual(['constructor', 'site:not a site', 'theme']);
  });

  test('any heap of corrupted items is read without a throw, and nothing is lost', () => {
    const value = fc.oneof(fc.jsonValue(), fc.record({ v: fc.nat(3), on: fc.anything() }));
    const items = fc.dictionary(
      fc.oneof(fc.string(), fc.constantFrom('default', 'everything', 'site:a.example', 'pack:x', 'hidden:', 'muted:a/b')),
      value,
    );
    fc.assert(
      fc.property(items, items, (sync, local) => {
        const { settings, aside } = readItems(sync, local);
        const mine = Object.keys(local).filter((key) => key.startsWith('aside:')).length;
        const singles = [...Object.keys(sync), ...Object.keys(local)].length - mine;
        const kept = settings.sites.size + settings.packs.size + settings.muted.size + settings.hidden.size;
        return aside.length + kept <= singles && aside.length + kept + 4 >= singles;
      }),
      RUNS,
    );
  });

  test('the quote of a quote is that quote', () => {
    const passage = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'binary', minLength: 3990, maxLength: 4010, size: 'max' }),
      fc.tuple(fc.nat(20), fc.string({ unit: 'binary' })).map(([less, end]) => `${'x'.repeat(4000 - less)}${end} ${end}`),
    );
    fc.assert(
      fc.property(passage, (text) => {
        const quote = quoteOf(text);
        expect(quote.length).toBeLessThanOrEqual(4000);
        expect([quoteOf(quote), quote.isWellFormed()]).toEqual([quote, true]);
      }),
      RUNS,
    );
  });

  test('migration may run any number of times', () => {
    fc.assert(
      fc.property(fc.string(), fc.anything(), (key, item) => {
        const once = migrate(key, item);
        expect(migrate(key, once)).toEqual(once);
      }),
      RUNS,
    );
  });
});
