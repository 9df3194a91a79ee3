// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Standing } from '../../src/claims/types.ts';
import { readBlocks } from '../../src/page/blocks.ts';
import { CURRENT, clearPaint, KEYS, MOST_PASSAGES, painter, type Registry } from '../../src/page/paint.ts';
import { type Finding, type Passage, passageOf } from '../../src/page/passage.ts';
import { renderedByMarkup } from '../../src/page/rendered.ts';

class FakeHighlight {
  priority = 0;
  readonly ranges: AbstractRange[];
  constructor(...ranges: AbstractRange[]) {
    this.ranges = ranges;
  }
}

function fakeRegistry(): { registry: Registry; painted: Map<string, FakeHighlight> } {
  const painted = new Map<string, FakeHighlight>();
  const registry = { highlights: painted, Highlight: FakeHighlight } as unknown as Registry;
  return { registry, painted };
}

function passages(...standings: (Standing | null)[]): Passage[] {
  return passagesOf(standings.map((standing) => ({ standing })));
}
function passagesOf(made: readonly Partial<Finding>[]): Passage[] {
  document.body.innerHTML = made.map((_, at) => `<p>Passage ${at}.</p>`).join('');
  return readBlocks(document, renderedByMarkup(window)).map((block, at) => {
    const found: Finding = {
      pack: 'p',
      claim: `c${at}`,
      standing: null,
      relation: 'asserts',
      block: at,
      start: 0,
      end: block.text.length,
      confidence: 1,
      ...made[at],
    };
    const passage = passageOf(at, found, block);
    if (passage === null) throw new Error('expected a passage');
    return passage;
  });
}

function texts(highlight: FakeHighlight | undefined): string[] {
  return (highlight?.ranges ?? []).map(String);
}

describe('painting', () => {
  let ending: AbortController;
  beforeEach(() => {
    vi.useFakeTimers();
    ending = new AbortController();
  });
  afterEach(() => {
    ending.abort();
    vi.useRealTimers();
  });

  it('puts each passage under the key of its standing, opinions and forecasts with the unsupported', () => {
    const { registry, painted } = fakeRegistry();
    painter(registry, ending.signal).paint(passages('corroborated', 'rebutted', 'contested', 'unsupported', null));
    expect(texts(painted.get('sl-1'))).toEqual(['Passage 0.']);
    expect(texts(painted.get('sl-2'))).toEqual(['Passage 1.']);
    expect(texts(painted.get('sl-3'))).toEqual(['Passage 2.']);
    expect(texts(painted.get('sl-4'))).toEqual(['Passage 3.', 'Passage 4.']);
  });

  it('marks passages that deny or question the claim by a key of its own, beside that of the standing', () => {
    const { registry, painted } = fakeRegistry();
    const paint = painter(registry, ending.signal);
    paint.paint(
      passagesOf([
        { standing: 'rebutted', relation: 'denies' },
        { standing: 'rebutted', relation: 'questions' },
        { standing: 'rebutted' },
      ]),
    );
    expect(texts(painted.get('sl-2'))).toEqual(['Passage 0.', 'Passage 1.', 'Passage 2.']);
    expect(texts(painted.get('sl-6'))).toEqual(['Passage 0.']);
    expect(texts(painted.get('sl-7'))).toEqual(['Passage 1.']);
    paint.strength(null);
    expect([...painted.keys()]).toEqual([]);
    paint.strength('normal');
    expect(painted.size).toBe(3);
    ending.abort();
    expect([...painted.keys()]).toEqual([]);
  });

  it.each([
    ['quiet', ['sl-2q', 'sl-3q']],
    ['normal', ['sl-2', 'sl-3']],
    ['strong', ['sl-2s', 'sl-3s']],
  ] as const)('has keys of its own for every strength: %s', (strength, keys) => {
    const { registry, painted } = fakeRegistry();
    const paint = painter(registry, ending.signal);
    paint.strength(strength);
    paint.paint(passages('rebutted', 'contested'));
    expect([...painted.keys()]).toEqual(keys);
  });

  it('marks the current passage over the others, also where none is painted', () => {
    const { registry, painted } = fakeRegistry();
    const paint = painter(registry, ending.signal);
    const [one, other] = passages('rebutted', 'contested') as [Passage, Passage];
    paint.paint([one, other]);
    paint.mark(one);
    expect(painted.get(CURRENT)?.priority).toBeGreaterThan(painted.get('sl-2')?.priority ?? 0);
    paint.strength(null);
    expect([...painted.keys()]).toEqual([CURRENT]);
    paint.mark(other);
    expect(texts(painted.get(CURRENT))).toEqual(['Passage 1.']);
    paint.mark(null);
    expect(painted.size).toBe(0);
  });

  it('takes other colours on a dark ground, and again when the page turns dark while it is open', () => {
    const { registry, painted } = fakeRegistry();
    const all = passages('rebutted', 'contested');
    document.body.style.cssText = 'background-color: #111; color: #eee';
    painter(registry, ending.signal).paint(all);
    expect([...painted.keys()]).toEqual(['sl-2d', 'sl-3d']);
    document.body.style.cssText = 'background-color: #fff; color: #111';
    vi.advanceTimersByTime(1500);
    expect([...painted.keys()]).toEqual(['sl-2', 'sl-3']);
    document.body.style.cssText = '';
  });

  it('uses neutral keys only', () => {
    for (const key of [...Object.values(KEYS), CURRENT]) expect(key).toMatch(/^sl-\d$/);
  });

  it('takes the key away when no passage of that standing is left', () => {
    const { registry, painted } = fakeRegistry();
    const paint = painter(registry, ending.signal);
    const all = passages('rebutted', 'contested');
    paint.paint(all);
    paint.paint(all.slice(1));
    expect([...painted.keys()]).toEqual(['sl-3']);
  });

  it('does not touch a highlight whose ranges stay the same', () => {
    const { registry, painted } = fakeRegistry();
    const paint = painter(registry, ending.signal);
    const all = passages('rebutted');
    paint.paint(all);
    const before = painted.get('sl-2');
    paint.paint([...all]);
    expect(painted.get('sl-2')).toBe(before);
  });

  it(`paints at most ${MOST_PASSAGES} passages`, () => {
    const { registry, painted } = fakeRegistry();
    painter(registry, ending.signal).paint(passages(...Array<Standing>(MOST_PASSAGES + 50).fill('contested')));
    expect(painted.get('sl-3')?.ranges.length).toBe(MOST_PASSAGES);
  });

  it('leaves other keys alone, and removes its own when it ends', () => {
    const { registry, painted } = fakeRegistry();
    const others = new FakeHighlight();
    painted.set('search', others);
    const paint = painter(registry, ending.signal);
    const all = passages('rebutted', 'corroborated');
    paint.paint(all);
    paint.mark(all[0] ?? null);
    expect(painted.size).toBe(4);
    ending.abort();
    expect([...painted]).toEqual([['search', others]]);
    paint.paint(all);
    expect(painted.size).toBe(1);
  });

  it('clears what a dead instance has left', () => {
    const { registry, painted } = fakeRegistry();
    const styled = readFileSync('entrypoints/highlights.css', 'utf8').matchAll(/::highlight\(([\w-]+)\)/gu);
    for (const [, key = ''] of styled) painted.set(key, new FakeHighlight());
    expect([...painted.keys()]).toEqual(expect.arrayContaining(['sl-1', 'sl-4sw', 'sl-6', 'sl-7', CURRENT]));
    painted.set('other', new FakeHighlight());
    clearPaint(registry);
    expect([...painted.keys()]).toEqual(['other']);
  });

  it('repaints once when the page clears the registry, then gives up', () => {
    const { registry, painted } = fakeRegistry();
    const paint = painter(registry, ending.signal);
    const all = passages('rebutted', 'corroborated');
    paint.paint(all);
    painted.clear();
    vi.advanceTimersByTime(2000);
    expect([...painted.keys()].sort()).toEqual(['sl-1', 'sl-2']);
    painted.clear();
    vi.advanceTimersByTime(10_000);
    paint.paint(all);
    expect(painted.size).toBe(0);
  });
});
