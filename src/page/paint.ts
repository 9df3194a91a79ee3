// Painting by the CSS Custom Highlight API: the page's DOM stays as it was. The registry is shared with the page, so the keys
// are neutral, other keys are left alone, and our ranges are kept in a list of our own (Firefox cannot iterate a Highlight).
import type { Standing } from '../claims/types.ts';
import type { Relation } from '../match/types.ts';
import { GROUNDS, type Ground, groundOf, newGrounds } from './ground.ts';
import type { Passage } from './passage.ts';

/** One key per standing; opinions and forecasts, which get none, look like `unsupported`. */
export const KEYS: Readonly<Record<Standing, string>> = {
  corroborated: 'sl-1',
  rebutted: 'sl-2',
  contested: 'sl-3',
  unsupported: 'sl-4',
};
/** Each strength and each ground has keys of its own: the stylesheet is registered once and cannot be changed in an open page. */
const STRENGTHS = { quiet: 'q', normal: '', strong: 's' } as const;
export type PaintStrength = keyof typeof STRENGTHS;
/** The passage whose card is open, or that the keyboard has reached. */
export const CURRENT = 'sl-5';
/** A second line, over the text, where a passage does not simply make the claim. Highlights lie upon one another. */
export const RELATIONS: Readonly<Partial<Record<Relation, string>>> = { denies: 'sl-6', questions: 'sl-7' };
const PASSAGES = Object.values(KEYS).flatMap((key) =>
  Object.values(STRENGTHS).flatMap((end) => GROUNDS.map((ground) => key + end + ground)),
);
const ALL = [...PASSAGES, ...Object.values(RELATIONS), CURRENT];

/** More would be noise to the reader, and a way to make us work for a hostile page. */
export const MOST_PASSAGES = 200;
/** A page that clears the registry gets one repaint; one that goes on clearing has made its choice. */
const REPAINTS = 1;
const PEEK_MS = 1000;

/** What of `window` is needed; a fake in tests. */
export interface Registry {
  readonly highlights: Pick<HighlightRegistry, 'get' | 'set' | 'delete'>;
  readonly Highlight: new (...ranges: AbstractRange[]) => Highlight;
}

/** Removes whatever an earlier, dead instance of this script has painted. */
export function clearPaint({ highlights }: Registry): void {
  for (const key of ALL) highlights.delete(key);
}

export interface Painter {
  /** Shows exactly these passages. */
  paint(passages: readonly Passage[]): void;
  /** Marks one passage, or none. */
  mark(passage: Passage | null): void;
  /** How strongly to paint from now on; null: not at all (margin marks stand in), but for the current passage. */
  strength(strength: PaintStrength | null): void;
}

/** Paints until `signal` aborts, then removes our keys and nothing else. */
export function painter(registry: Registry, signal: AbortSignal): Painter {
  const shown = new Map<string, { ranges: readonly Range[]; highlight: Highlight }>();
  let repaints = 0;
  let strength: PaintStrength | null = 'normal';
  let last: readonly Passage[] = [];
  let ground: Ground | null = null;

  const set = (key: string, ranges: readonly Range[]): void => {
    const old = shown.get(key);
    if (old !== undefined && same(old.ranges, ranges)) return;
    if (ranges.length === 0) {
      shown.delete(key);
      registry.highlights.delete(key);
      return;
    }
    const highlight = new registry.Highlight(...ranges);
    highlight.priority = key === CURRENT ? 1 : 0;
    shown.set(key, { ranges, highlight });
    registry.highlights.set(key, highlight);
  };

  const groundFirst = (): Ground | null => {
    const [parent] = last[0]?.parents ?? [];
    return parent === undefined ? null : groundOf(parent);
  };
  const peek = (): void => {
    // A page that turned dark or light did so everywhere.
    if (ground !== null && ground !== groundFirst()) paint();
    let lost = false;
    for (const [key, { highlight }] of shown) lost ||= registry.highlights.get(key) !== highlight;
    if (!lost) return;
    if (repaints++ >= REPAINTS) {
      shown.clear();
      clearInterval(timer);
      return;
    }
    for (const [key, { highlight }] of shown) registry.highlights.set(key, highlight);
  };
  const timer = setInterval(peek, PEEK_MS);

  signal.addEventListener('abort', () => {
    clearInterval(timer);
    shown.clear();
    clearPaint(registry);
  });

  const paint = (): void => {
    if (signal.aborted || repaints > REPAINTS) return;
    const ranges = new Map<string, Range[]>(ALL.filter((key) => key !== CURRENT).map((key) => [key, []]));
    const groundAt = newGrounds();
    for (const { found, stretches, parents } of strength === null ? [] : last) {
      const [parent] = parents;
      const on = parent === undefined ? '' : groundAt(parent);
      const keys = [`${KEYS[found.standing ?? 'unsupported']}${strength === null ? '' : STRENGTHS[strength]}${on}`];
      const relation = RELATIONS[found.relation];
      if (relation !== undefined) keys.push(relation);
      for (const key of keys) ranges.get(key)?.push(...stretches.map(({ range }) => range));
    }
    ground = strength === null ? null : groundFirst();
    for (const [key, list] of ranges) set(key, list);
  };

  return {
    paint(passages) {
      last = passages.slice(0, MOST_PASSAGES);
      paint();
    },
    strength(next) {
      if (next === strength) return;
      strength = next;
      paint();
    },
    mark(passage) {
      if (!signal.aborted) set(CURRENT, passage?.stretches.map(({ range }) => range) ?? []);
    },
  };
}

function same(a: readonly Range[], b: readonly Range[]): boolean {
  return a.length === b.length && a.every((range, at) => range === b[at]);
}
