// @vitest-environment jsdom
// The scheduler of scans against a model of it: whatever a page does and whenever, changes are read once, soon, and never
// more often than every 250 ms.
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { SCAN_EVERY_MS, watch } from '../../src/page/watch.ts';
import { atLeast, PATIENCE_MS, RUNS } from '../runs.ts';

const BLOCKS = 4;
type Step =
  | { readonly kind: 'text' | 'child' | 'remove'; readonly block: number }
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'hide' | 'show' };
const block = fc.nat(BLOCKS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('text', 'child', 'remove'), block }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.integer({ min: 0, max: 600 }) }),
  fc.record({ kind: fc.constantFrom('hide', 'show') }),
);

interface Scan {
  readonly at: number;
  readonly blocks: readonly string[];
  readonly hidden: boolean;
}

/** Plays the steps against the real scheduler; a scan takes `slow` ms. Returns scans and, by block, when it last changed. */
async function play(steps: readonly Step[], slow: number) {
  let hidden = false;
  Object.defineProperty(Document.prototype, 'hidden', { configurable: true, get: () => hidden });
  document.body.replaceChildren(
    ...Array.from({ length: BLOCKS }, (_, n) => Object.assign(document.createElement('p'), { id: `b${n}`, textContent: 'x' })),
  );
  const ending = new AbortController();
  const scans: Scan[] = [];
  const changed = new Map<string, number>();
  let running = 0;
  watch(
    {
      changed: async (roots) => {
        expect(++running, 'one scan at a time').toBe(1);
        // A block that is gone leaves its parent to be read.
        scans.push({ at: Date.now(), blocks: roots.map(({ id }) => id), hidden });
        await new Promise((resolve) => setTimeout(resolve, slow));
        running--;
      },
      replaced: () => {},
      isOurs: () => false,
      blockOf: (element) => element.closest('p,body') ?? element,
      toggled: () => [],
    },
    ending.signal,
  ).add(document.body);
  const pass = (ms: number): Promise<unknown> => vi.advanceTimersByTimeAsync(ms);
  for (const one of steps) {
    if (one.kind === 'wait') await pass(one.ms);
    else if (!('block' in one)) {
      hidden = one.kind === 'hide';
      document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
    } else {
      const target = document.getElementById(`b${one.block}`);
      if (target === null) continue;
      if (one.kind === 'text' && target.firstChild) (target.firstChild as Text).data += 'y';
      else if (one.kind === 'child') target.append('z');
      else if (one.kind === 'remove') target.remove();
      changed.set(one.kind === 'remove' ? '' : `b${one.block}`, Date.now());
      await pass(0);
    }
  }
  hidden = false;
  document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));
  await pass(10 * (SCAN_EVERY_MS + slow));
  const left = new Set([...document.querySelectorAll('p')].map(({ id }) => id));
  ending.abort();
  return { scans, changed, left };
}

test(
  'every change that stays is read after it came; no scan is idle, early, doubled or in a hidden tab',
  async () => {
    vi.useFakeTimers();
    let seen = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 30 }), fc.constantFrom(0, 30, 400), async (steps, slow) => {
        const { scans, changed, left } = await play(steps, slow);
        seen += scans.length;
        for (const [i, { at, blocks, hidden }] of scans.entries()) {
          expect(hidden).toBe(false);
          expect(blocks.length).toBeGreaterThan(0);
          expect(new Set(blocks).size).toBe(blocks.length);
          const before = scans[i - 1];
          if (before) expect(at - before.at).toBeGreaterThanOrEqual(SCAN_EVERY_MS);
        }
        for (const [id, at] of changed) {
          if (id !== '' && !left.has(id)) continue;
          expect(scans.some((scan) => scan.at >= at && (scan.blocks.includes(id) || scan.blocks.includes('')))).toBe(true);
        }
        if (changed.size === 0) expect(scans).toEqual([]);
      }),
      RUNS,
    );
    vi.useRealTimers();
    expect(seen).toBeGreaterThanOrEqual(atLeast(500));
  },
  PATIENCE_MS,
);
