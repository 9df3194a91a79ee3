// @vitest-environment jsdom
import fc from 'fast-check';
import { render } from 'preact';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import bundled from '../../assets/packs/general-to-general.json' with { type: 'json' };
import type { Pack } from '../../src/claims/types.ts';
import { Dataset, type DatasetProps } from '../../src/ui/pages/dataset.tsx';
import { BOX, cut, familiesOf, pictureOf } from '../../src/ui/pages/dataset-family.ts';
import { libraryOf, relaysOf, standpointsOf, usesOf } from '../../src/ui/pages/dataset-library.ts';
import { EVERYTHING, hashOf, type Query, type Route, routeOf } from '../../src/ui/pages/dataset-route.ts';
import { marked, type Search, searchOf } from '../../src/ui/pages/dataset-search.ts';
import { GROUPS } from '../../src/ui/standing.ts';
import { speak } from '../../src/ui/texts.ts';
import { claim, evidence, fullPack, packOf, source } from '../claims/small-pack.ts';
import { RUNS } from '../runs.ts';
import { ENGLISH } from './english.ts';

describe('addresses', () => {
  const day = fc.constantFrom('', '2023-12-01', '2026-11-22');
  const query: fc.Arbitrary<Query> = fc.record({
    words: fc.string({ unit: 'grapheme' }),
    groups: fc.uniqueArray(fc.constantFrom(...GROUPS)).map((groups) => new Set(groups)),
    source: fc.string({ unit: 'grapheme' }),
    from: day,
    to: day,
  });
  const id = fc.string({ unit: 'grapheme', minLength: 1 });
  const route: fc.Arbitrary<Route> = fc.oneof(
    fc.record({ kind: fc.constant('find' as const), query }),
    fc.record({ kind: fc.constantFrom('claim' as const, 'source' as const), pack: id, id }),
  );

  it('lead back to the route that they were made of', () => {
    fc.assert(
      fc.property(route, (one) => {
        expect(routeOf(hashOf(one))).toEqual(one);
      }),
      RUNS,
    );
  });

  it.each(['', '#', '#claim/only-a-pack', '#elsewhere/p/K6', '#find', '#find?from=yesterday&standing=true'])(
    'that are none of ours (%s) show everything',
    (hash) => {
      expect(routeOf(hash)).toEqual({ kind: 'find', query: EVERYTHING });
    },
  );

  it('with a broken escape are taken as they stand', () => {
    expect(routeOf('#claim/p/100%')).toEqual({ kind: 'claim', pack: 'p', id: '100%' });
  });
});

describe('the search', () => {
  const pack = packOf(
    [
      claim([evidence('rebuts', 'tass', '2024-01-18'), evidence('context', null, '2022')], {
        statement: 'Putin would tolerate it.',
        wordings: ['The Kremlin has dropped its objection.'],
      }),
      claim([evidence('corroborates', 'echo', '2023-12')], { id: 'C2', statement: 'The war is at a stalemate.' }),
      claim([], { id: 'C3', kind: 'opinion', statement: 'Putin is lonely.', made: '2020-05-05' }),
    ],
    [source('origin'), source('tass', { publisher: 'TASS' }), source('echo', { publisher: 'Écho', author: 'A. Author' })],
  );
  let search: Search;
  beforeAll(async () => {
    search = await searchOf([{ pack, imported: false }]);
  });
  const found = (query: Partial<Query>): string[] => search.find({ ...EVERYTHING, ...query }).map(({ claim: { id } }) => id);

  it.each([
    ['everything', {}, ['C1', 'C2', 'C3']],
    ['a word of a statement, whatever its case', { words: 'STALEMATE' }, ['C2']],
    ['the beginning of a word', { words: 'stale' }, ['C2']],
    ['a slip of the keyboard', { words: 'stalemete' }, ['C2']],
    ['a word of a wording', { words: 'kremlin' }, ['C1']],
    ['words of claim and source together', { words: 'tolerate tass' }, ['C1']],
    ['words that no one claim has', { words: 'stalemate tass' }, []],
    ['a standing', { groups: new Set(['rebutted' as const]) }, ['C1']],
    ['opinions', { groups: new Set(['opinion' as const]) }, ['C3']],
    ['a source', { source: 'tas' }, ['C1']],
    ['an author', { source: 'a. author' }, ['C2']],
    ['from a day on', { from: '2024-01-01' }, ['C1']],
    ['up to a day', { to: '2020-12-31' }, ['C3']],
    ['a month that lacks its day', { from: '2023-12-20', to: '2023-12-24' }, ['C2']],
    ['a source in a time when it said nothing', { source: 'TASS', to: '2023-12-31' }, []],
  ])('finds by %s', (_, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('finds a claim that nobody dates, but by no date: neither that of its review nor of its import is its own', async () => {
    const undated = packOf([claim([], { made: '2024-05-01', undated: 'imported' })], [source('origin')]);
    const one = await searchOf([{ pack: undated, imported: true }]);
    expect(one.find(EVERYTHING)).toHaveLength(1);
    expect(one.find({ ...EVERYTHING, from: '2024-01-01' })).toEqual([]);
    expect(one.find({ ...EVERYTHING, to: '2024-12-31' })).toEqual([]);
  });

  it('tells which evidence the query speaks of', () => {
    expect(search.find({ ...EVERYTHING, source: 'TASS' })[0]?.items.map(({ source }) => source)).toEqual(['tass']);
    expect(search.find(EVERYTHING)[0]?.items).toEqual([]);
  });

  it('marks whole words only', () => {
    expect(marked('Art: the artist’s art.', ['art']).filter(({ is }) => is).length).toBe(2);
    expect(
      marked('Art, art', ['art'])
        .map(({ text }) => text)
        .join(''),
    ).toBe('Art, art');
  });
});

describe('the family tree', () => {
  const pack = packOf(
    [
      claim([
        evidence('corroborates', 'copy'),
        evidence('rebuts', 'relay'),
        evidence('context', 'both'),
        evidence('rebuts', null),
      ]),
    ],
    [
      source('origin', { published: '2023-12-01' }),
      source('translation', { relays: ['origin'] }),
      source('copy', { relays: ['translation'] }),
      source('agency', { published: '2023-11-01' }),
      source('relay', { relays: ['agency'], published: '2023-11-03' }),
      source('both', { relays: ['agency', 'origin'], published: '2023-11-02' }),
      source('elsewhere'),
    ],
  );
  const [first] = pack.claims;
  const families = first === undefined ? [] : familiesOf(pack, first);

  it("begins with the claim's own family; each source follows one that it repeats, and stands once", () => {
    expect(
      families.map(({ isOrigins, members }) => [isOrigins, members.map(({ source, depth }) => `${depth} ${source.id}`)]),
    ).toEqual([
      [true, ['0 origin', '1 translation', '2 copy']],
      [false, ['0 agency', '1 both', '1 relay']],
    ]);
  });

  it('knows what each is used for, and whom else it repeats', () => {
    const members = families.flatMap((family) => family.members);
    expect(members.map(({ source, stances }) => [source.id, ...stances])).toEqual([
      ['origin'],
      ['translation'],
      ['copy', 'corroborates'],
      ['agency'],
      ['both', 'context'],
      ['relay', 'rebuts'],
    ]);
    expect(members.find(({ source: { id } }) => id === 'both')?.also.map(({ id }) => id)).toEqual(['origin']);
  });

  it.each([false, true])('is drawn without boxes over each other, inside its frame (right to left: %s)', (isRtl) => {
    for (const { claims, ...rest } of [pack, bundled as unknown as Pack])
      for (const one of claims)
        for (const family of familiesOf({ claims, ...rest }, one)) {
          const { width, height, boxes } = pictureOf(family, isRtl);
          expect(boxes.length).toBe(family.members.length);
          for (const [i, { x, y, width: across, line, member }] of boxes.entries()) {
            expect(across).toBeGreaterThan(BOX.width / 2);
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x + across).toBeLessThanOrEqual(width);
            expect(y + BOX.height).toBeLessThanOrEqual(height);
            expect(y).toBeGreaterThan((boxes[i - 1]?.y ?? -BOX.height - 1) + BOX.height);
            expect(line === null).toBe(member.parent === null);
          }
        }
  });

  it('cuts what does not fit, wide letters sooner', () => {
    expect(cut('Kyiv Post', 200, 13)).toBe('Kyiv Post');
    expect(cut('A very long name of a newspaper indeed', 100, 13)).toBe('A very long n…');
    expect(cut('Комсомольская правда', 100, 13).length).toBeLessThan(cut('Komsomolskaya pravda', 100, 13).length);
  });

  it('of the bundled pack holds every source of each claim', () => {
    const own = bundled as unknown as Pack;
    for (const one of own.claims) {
      const drawn = familiesOf(own, one).flatMap(({ members }) => members.map((member) => member.source.id));
      expect(new Set(drawn).size).toBe(drawn.length);
      for (const id of [one.origin, ...one.evidence.flatMap((item) => item.source ?? [])]) expect(drawn).toContain(id);
    }
  });
});

describe('the library', () => {
  const pack = fullPack();

  it('knows what a source is used for, and who repeats it', () => {
    expect(usesOf(pack, 'origin').map((use) => [use.claim.id, use.as])).toEqual([
      ['C1', 'origin'],
      ['C2', 'origin'],
    ]);
    expect(usesOf(pack, 'other').map((use) => [use.claim.id, use.as])).toEqual([['C1', 'rebuts']]);
    expect(relaysOf(pack, 'origin').map(({ id }) => id)).toEqual(['relay']);
  });

  it('knows where a claim stands in the documents', () => {
    const [one, other] = pack.claims;
    expect(one && standpointsOf(pack, one)).toEqual([{ title: 'A document', source: 'relay', lines: ['3-7'] }]);
    expect(other && standpointsOf(pack, other)).toEqual([]);
  });
});

describe('the page', () => {
  const stored = [{ pack: fullPack(), imported: true }];
  let known: DatasetProps['known'];
  beforeAll(async () => {
    known = { library: libraryOf(stored), search: await searchOf(stored) };
  });
  beforeEach(() => {
    speak(ENGLISH);
    document.body.replaceChildren();
    vi.stubGlobal(
      'CSSStyleSheet',
      class {
        replaceSync() {}
      },
    );
  });
  function draw(hash: string, props: Partial<DatasetProps> = {}): HTMLElement {
    const root = document.body.appendChild(document.createElement('div'));
    render(
      <Dataset known={known} route={routeOf(hash)} last={EVERYTHING} onQuery={() => {}} copy={async () => true} {...props} />,
      root,
    );
    return root;
  }

  it('lists claims with links to their own pages', () => {
    const root = draw('');
    expect([...root.querySelectorAll('.hit a')].map((link) => link.getAttribute('href'))).toEqual([
      '#claim/small/C1',
      '#claim/small/C2',
    ]);
    expect(root.querySelector('.sum')?.textContent).toBe('2 claims');
  });

  it('asks for what is typed', () => {
    const onQuery = vi.fn();
    const field = draw('#find?from=2023-01-01', { onQuery }).querySelector<HTMLInputElement>('input[name=words]');
    if (field) field.value = 'nato';
    field?.dispatchEvent(new Event('input'));
    expect(onQuery).toHaveBeenCalledWith({ ...EVERYTHING, from: '2023-01-01', words: 'nato' });
  });

  it('shows of a claim the card, the sources, the documents and the wordings', () => {
    const root = draw('#claim/small/C1');
    expect(root.querySelector('h1')?.textContent).toBe('The statement of the claim.');
    expect(root.querySelector('.card-room')?.shadowRoot?.textContent).toContain('It says otherwise.');
    expect([...root.querySelectorAll('.family a')].map((box) => box.getAttribute('href'))).toEqual([
      '#source/small/origin',
      '#source/small/other',
    ]);
    expect(root.querySelector('.stands')?.textContent).toBe('A document lines 3-7');
    expect([...root.querySelectorAll('.wordings summary')].map(({ textContent }) => textContent)).toEqual([
      '1 wording that makes the claim',
      '1 wording that denies it',
    ]);
  });

  it('shows of a source what it is, whom it repeats and all that it is used for', () => {
    const root = draw('#source/small/relay');
    expect(root.querySelector('.source-facts')?.textContent).toContain('state-run');
    expect(root.querySelector('.related a')?.getAttribute('href')).toBe('#source/small/origin');
    expect([...root.querySelectorAll('.uses h3')].map(({ textContent }) => textContent)).toEqual(['Corroborates, 1 item']);
    expect(draw('#source/small/other').querySelector('h1')?.textContent).toBe('[Title of other]');
    expect(draw('#source/small/origin').querySelector('.source-facts')?.textContent).toContain('Seen athttps://example.org/seen');
  });

  it.each([
    ['#claim/small/C9', 'No claim C9 in the pack small.'],
    ['#source/none/origin', 'No source origin in the pack none.'],
  ])('says of %s: %s', (hash, words) => {
    expect(draw(hash).querySelector('h1')?.textContent).toBe(words);
  });

  it('says so when the packs cannot be read', () => {
    expect(draw('', { known: 'none' }).querySelector('[role=alert]')?.textContent).toContain('could not be read');
  });
});
