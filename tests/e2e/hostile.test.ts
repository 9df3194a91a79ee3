// The hostile pages of RELIABILITY.md §5 in both browsers: what is highlighted, and that nothing breaks.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { HOSTILE, KINDS } from '../pages/hostile/all.ts';
import { count } from './figures.ts';
import { LANES } from './harness.ts';
import { PAGE_MS, type Pair, pair, tryPage } from './trial.ts';

test('every kind of hostile page is there', () => {
  assert.deepEqual(
    [...new Set(HOSTILE.map(({ kind }) => kind))],
    Array.from({ length: KINDS }, (_, i) => i + 1),
  );
});

describe('hostile pages', { concurrency: true }, () => {
  for (const lane of LANES) {
    describe(`in ${lane}`, { concurrency: 1 }, () => {
      const trials = HOSTILE.filter(({ not }) => not?.[lane] === undefined);
      const open = new Set(trials);
      let here: Pair;
      before(async () => {
        here = await pair(lane, trials);
      });
      after(async () => {
        await here?.close();
        const broken = new Set([...open].map(({ kind }) => kind));
        for (const kind of new Set(trials.map((trial) => trial.kind)))
          count('kinds of hostile page passed', lane, !broken.has(kind));
      });
      for (const trial of trials)
        test(trial.name, { timeout: PAGE_MS }, async () => {
          await tryPage(trial, here);
          open.delete(trial);
        });
    });
  }
});
