// Random stores as a reader may have them, each with what it should be read as: the model that reading is judged against.
import fc from 'fast-check';
import { hiddenKey, mutedKey } from '../../src/platform/settings-items.ts';

export interface Stored {
  readonly sync: Record<string, unknown>;
  readonly local: Record<string, unknown>;
}

const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '-', '.'), minLength: 1, maxLength: 6 });
const site = fc.string({ unit: fc.constantFrom(...'abcdef'), minLength: 1, maxLength: 8 }).map((host) => `${host}.example`);
const at = fc.constantFrom('2026-01-01T00:00:00.000Z', '2024-05-05T10:00:00.000Z');
const onOff = fc.boolean().map((on) => ({ v: 1, on }));
const some = <T>(one: fc.Arbitrary<readonly [string, T]>): fc.Arbitrary<Record<string, T>> =>
  fc.array(one, { maxLength: 4 }).map((all) => Object.fromEntries(all));

/** A store that this version wrote. */
export const healthy: fc.Arbitrary<Stored> = fc
  .record({
    default: fc.option(fc.constantFrom('everywhere', 'chosen')),
    everything: fc.option(fc.boolean()),
    sites: some(
      fc.tuple(
        site.map((one) => `site:${one}`),
        onOff,
      ),
    ),
    packs: some(
      fc.tuple(
        name.map((one) => `pack:${one}`),
        onOff,
      ),
    ),
    muted: some(fc.tuple(name, name, at).map(([pack, claim, when]) => [mutedKey(pack, claim), { v: 1, pack, claim, at: when }])),
    hidden: some(
      fc
        .tuple(name, name, fc.constantFrom('One two.', 'Three.'), at)
        .map(([pack, claim, quote, when]) => [hiddenKey(pack, claim, quote), { v: 1, pack, claim, quote, at: when }]),
    ),
    strength: fc.option(fc.constantFrom('quiet', 'normal', 'strong')),
    theme: fc.option(fc.constantFrom('system', 'light', 'dark')),
    calm: fc.option(fc.boolean()),
  })
  .map((r) => ({
    sync: {
      ...(r.default === null ? {} : { default: { v: 1, sites: r.default } }),
      ...(r.everything === null ? {} : { everything: { v: 1, on: r.everything } }),
      ...r.sites,
    },
    local: {
      ...r.packs,
      ...r.muted,
      ...r.hidden,
      ...(r.strength === null ? {} : { strength: { v: 1, value: r.strength } }),
      ...(r.theme === null ? {} : { theme: { v: 1, value: r.theme } }),
      ...(r.calm === null ? {} : { calm: { v: 1, on: r.calm } }),
    },
  }));

/** What may happen to an item: each of these is no item of ours any more. */
const damage = fc.constantFrom<(item: unknown) => unknown>(
  () => null,
  () => 7,
  () => '{"v":1,"on":tr',
  () => [],
  () => ({}),
  (item) => ({ ...(item as object), v: 99 }),
  (item) => ({ ...(item as object), v: '1' }),
  (item) => Object.fromEntries(Object.entries(item as object).filter(([key]) => key === 'v')),
  (item) => Object.fromEntries(Object.entries(item as object).map(([key, value]) => [key, key === 'v' ? value : { value }])),
);

export interface Damaged {
  readonly stored: Stored;
  /** What was left whole. */
  readonly good: Stored;
  /** What is bad, by area and key. */
  readonly bad: Stored;
}

/** A store of which some items were damaged, and some that nobody knows were added. */
export const damaged: fc.Arbitrary<Damaged> = fc
  .tuple(
    healthy,
    fc.infiniteStream(fc.option(damage, { freq: 1 })),
    fc.dictionary(
      fc.constantFrom('evil', 'constructor', 'toString', 'site:*', 'site:', 'future:thing'),
      fc.json().map((text): unknown => JSON.parse(text)),
      {
        maxKeys: 3,
      },
    ),
  )
  .map(([{ sync, local }, damages, strange]) => {
    const good: Stored = { sync: {}, local: {} };
    const bad: Stored = { sync: {}, local: { ...strange } };
    for (const [area, items] of [
      ['sync', sync],
      ['local', local],
    ] as const) {
      for (const [key, item] of Object.entries(items)) {
        const harm = damages.next().value;
        if (harm) bad[area][key] = harm(item);
        else good[area][key] = item;
      }
    }
    return {
      good,
      bad,
      stored: { sync: { ...good.sync, ...bad.sync }, local: { ...good.local, ...bad.local } },
    };
  });
