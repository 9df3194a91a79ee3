// The shapes of pages that readers meet (tests/pages/shapes) in both browsers: what is highlighted, and that nothing breaks.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { SHAPES } from '../pages/shapes/all.ts';
import { count } from './figures.ts';
import { LANES } from './harness.ts';
import { PAGE_MS, type Pair, pair, tryPage } from './trial.ts';

/** Asked for by the project: fewer would leave out a family of sites. */
const LEAST = 40;

test(`there are at least ${LEAST} shapes`, () => assert.ok(SHAPES.length >= LEAST, String(SHAPES.length)));

describe('page shapes', { concurrency: true }, () => {
  for (const lane of LANES) {
    describe(`in ${lane}`, { concurrency: 1 }, () => {
      const open = new Set(SHAPES);
      let here: Pair;
      before(async () => {
        here = await pair(lane, SHAPES);
      });
      after(async () => {
        await here?.close();
        for (const shape of SHAPES) count('page shapes passed', lane, !open.has(shape));
      });
      for (const shape of SHAPES)
        test(shape.name, { timeout: PAGE_MS }, async () => {
          await tryPage(shape, here);
          open.delete(shape);
        });
    });
  }
});
