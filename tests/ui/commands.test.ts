// @vitest-environment jsdom
// What the popup, the panel and the keys can have the page's script do.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Scanner } from '../../src/page/scanner.ts';
import type { Found, ReaderCommand, Selected } from '../../src/platform/messages.ts';
import { commands } from '../../src/ui/commands.ts';
import { speak } from '../../src/ui/texts.ts';
import type { ReaderView, Shown } from '../../src/ui/view-parts.ts';
import { ENGLISH } from './english.ts';
import { passage } from './shown.ts';

/** Where passages stand, by their text: above the window, in it, below it. */
const PLACES: Readonly<Record<string, number>> = { 'Above.': -500, 'Here.': 100, 'Also here.': 300, 'Below.': 5000 };
const view = { open: vi.fn(), point: vi.fn(), say: vi.fn() };
const acts = { hide: vi.fn(), mute: vi.fn() };
const stop = vi.fn();
const wear = vi.fn();
const scrolled = vi.fn();
let passages: readonly Shown[];
let answer: (command: ReaderCommand) => unknown;
const answerer = (isTop: boolean) => {
  const scanner = { state: { passages, checked: 73, limit: null, isAnswered: true } } as unknown as Scanner<Found>;
  return commands(scanner, view as unknown as ReaderView, acts, stop, wear, isTop);
};
/** The texts of the passages that were pointed at. */
const pointed = (): readonly string[] => view.point.mock.calls.map(([one]) => (one as Shown).quote);

beforeEach(() => {
  vi.clearAllMocks();
  document.body.replaceChildren();
  speak(ENGLISH);
  Range.prototype.getBoundingClientRect = function (this: Range) {
    return new DOMRect(0, PLACES[this.toString()] ?? 0, 99, 20);
  };
  Element.prototype.scrollIntoView = scrolled;
  globalThis.scrollBy = vi.fn();
  passages = Object.keys(PLACES).map((text, at) => passage(at + 1, text, `c${at}`));
  answer = answerer(true);
});

describe('the next claim and the one before', () => {
  const steps = (...kinds: readonly ('next' | 'previous')[]): readonly string[] => {
    for (const kind of kinds) expect(answer({ kind })).toEqual({ shown: true });
    return pointed();
  };

  it('begin at what is in the window, and go round', () => {
    expect(steps('next', 'next', 'next', 'next')).toEqual(['Here.', 'Also here.', 'Below.', 'Above.']);
  });

  it('go back from there, and round', () => {
    expect(steps('previous', 'previous', 'next')).toEqual(['Above.', 'Below.', 'Above.']);
  });

  it('go on from the passage that the panel has gone to', () => {
    expect(answer({ kind: 'scroll', passage: 3 })).toEqual({ done: true });
    expect(steps('next')).toEqual(['Also here.', 'Below.']);
    expect(view.point.mock.lastCall?.[1]).toBe(passages);
  });

  it('bring into view what is not, and leave the page where it is for what is', () => {
    answer({ kind: 'scroll', passage: 2 });
    expect(scrolled).not.toHaveBeenCalled();
    answer({ kind: 'scroll', passage: 4 });
    expect(scrolled.mock.calls).toEqual([[{ block: 'center', behavior: 'instant' }]]);
  });

  it('are none on a page without any', () => {
    passages = [];
    answer = answerer(true);
    for (const kind of ['next', 'previous', 'open'] as const) expect(answer({ kind })).toEqual({ shown: false });
    expect([pointed(), view.open.mock.calls]).toEqual([[], []]);
  });
});

describe('a command', () => {
  it.each(['hide', 'mute'] as const)('to %s is about that passage, and about none that has gone', (kind) => {
    expect(answer({ kind, passage: 3 })).toEqual({ done: true });
    expect(answer({ kind, passage: 99 })).toEqual({ done: false });
    expect(acts[kind].mock.calls).toEqual([[passages[2]]]);
    expect(acts[kind === 'hide' ? 'mute' : 'hide']).not.toHaveBeenCalled();
  });

  it('to open opens the passage that was reached, else the first', () => {
    answer({ kind: 'open' });
    answer({ kind: 'next' });
    expect(answer({ kind: 'open' })).toEqual({ shown: true });
    expect(view.open.mock.calls).toEqual([
      [[passages[0]], null],
      [[passages[1]], null],
    ]);
  });

  it('to scroll to a passage that has gone does nothing', () => {
    expect(answer({ kind: 'scroll', passage: 99 })).toEqual({ done: false });
    expect(pointed()).toEqual([]);
  });

  it('asks what is there: passages without their places in our reading, and which of them are in the window', () => {
    const state = answer({ kind: 'state' }) as { passages: readonly { passage: number; quote: string; found: object }[] };
    expect(state).toMatchObject({ checked: 73, limit: null });
    expect(state.passages.map((one) => [one.passage, one.quote])).toEqual(passages.map(({ id, quote }) => [id, quote]));
    for (const key of ['block', 'end']) expect(state.passages[0]?.found).not.toHaveProperty(key);
    expect(state.passages[0]?.found).toHaveProperty('claim');
    expect(answer({ kind: 'view' })).toEqual({ inView: [2, 3] });
  });

  it('in a frame is left to the page around it, but for the end and the look', () => {
    answer = answerer(false);
    for (const kind of ['state', 'next', 'previous', 'open', 'view'] as const) expect(answer({ kind })).toBe(undefined);
    expect(answer({ kind: 'mute', passage: 1 })).toBe(undefined);
    expect([pointed(), acts.mute.mock.calls]).toEqual([[], []]);
    const look = { strength: 'quiet', theme: 'dark', calm: true } as const;
    expect([answer({ kind: 'stop' }), answer({ kind: 'look', look })]).toEqual([{ stopped: true }, { worn: true }]);
    expect([stop.mock.calls, wear.mock.calls]).toEqual([[[]], [[look]]]);
  });
});

describe('what was selected', () => {
  const near = [{ pack: 'p', claim: 'c', confidence: 0.5, near: true }] as unknown as Selected['near'];
  const selected = (more: Partial<Selected>): unknown =>
    answer({ kind: 'selected', text: 'Here.', near: [], checked: 73, ...more });

  it('gets the cards of the claims near to it', () => {
    getSelection()?.selectAllChildren(passages[1]?.block.element as Element);
    expect(selected({ near })).toEqual({ shown: true });
    const [[opened]] = view.open.mock.calls as [[readonly Shown[]]];
    expect(opened.map(({ quote, found }) => [quote, found.claim])).toEqual([['Here.', 'c']]);
    expect(view.say).not.toHaveBeenCalled();
  });

  it('is said to be near to none, of so many', () => {
    getSelection()?.selectAllChildren(passages[1]?.block.element as Element);
    expect(selected({})).toEqual({ shown: true });
    expect(view.say.mock.lastCall?.[0]).toBe(ENGLISH.counted('selected_none', 73));
    expect(view.open).not.toHaveBeenCalled();
  });

  it('is not answered here where nothing is selected any more', () => {
    getSelection()?.removeAllRanges();
    expect(selected({ near })).toEqual({ shown: false });
    expect([view.open.mock.calls, view.say.mock.calls]).toEqual([[], []]);
  });
});
