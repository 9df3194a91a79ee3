// The hostile pages in both browsers: what is highlighted, and that nothing breaks.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { MOST_PASSAGES } from '../../src/page/paint.ts';
import { HOSTILE, KINDS } from '../pages/hostile/all.ts';
import { count } from './figures.ts';
import { LANES, root, until } from './harness.ts';
import { painted } from './page.ts';
import { PAGE_MS, type Pair, pair, tryPage } from './trial.ts';

const texts: { readonly popup_limit: { readonly message: string } } = JSON.parse(
  readFileSync(root('assets/_locales/en/messages.json'), 'utf8'),
);

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

      test('a page with more claims than are shown says so in the popup', { timeout: PAGE_MS }, async () => {
        const { session, site } = here;
        const page = await session.open(site.url('/crowded'));
        await until('as many as are shown', async () => (await painted(page)).length === MOST_PASSAGES || null);
        const popup = await session.popup(page);
        await until('the limit', () =>
          popup.evaluate((words) => (document.body.textContent ?? '').includes(words) || null, texts.popup_limit.message),
        );
        await Promise.all([popup.close(), page.close()]);
      });
    });
  }
});
