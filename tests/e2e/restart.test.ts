// The reader's choice outlives the browser; 50 quick choices lose none.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { press } from './hand.ts';
import { LANES, launch, root, until } from './harness.ts';
import { cleared, painted, settled, state } from './page.ts';
import { serve } from './server.ts';

const body = readFileSync(root('tests/pages/demo.html'), 'utf8');

for (const lane of LANES) {
  describe(`settings in ${lane}`, () => {
    test('a site that was switched off is off after a restart, and its neighbour is not', async () => {
      const profile = mkdtempSync(join(tmpdir(), 'sidelight-'));
      const site = await serve({ '/demo': { body } });
      try {
        const first = await launch(lane, { profile });
        const page = await first.open(site.url('/demo'));
        await settled(page);
        const popup = await first.popup(page);
        await press(popup, 'button[name=site][aria-checked=true]');
        await cleared(page);
        await first.close();

        const second = await launch(lane, { profile });
        const again = await second.open(site.url('/demo'));
        const neighbour = await second.open(site.url('/demo', 'localhost'));
        await settled(neighbour);
        assert.equal((await painted(again)).length, 0);
        assert.equal(await state(second, again), null);
        await second.close();
      } finally {
        await site.close();
        rmSync(profile, { recursive: true, force: true });
      }
    });

    test('50 switches at once are all kept', async () => {
      const session = await launch(lane);
      try {
        const options = await session.extensionPage('options.html');
        await options.waitForSelector('button[name=everything]');
        await options.evaluate(async () => {
          const scope = globalThis as unknown as { browser?: Storage; chrome: Storage };
          const { storage } = scope.browser ?? scope.chrome;
          await Promise.all(
            Array.from({ length: 50 }, (_, i) => storage.sync.set({ [`site:site${i}.example`]: { v: 1, on: i % 2 === 0 } })),
          );
        });
        const shown = await until('50 rules in the settings', async () => {
          const rules = await options.$$eval('button[name=site]', (buttons) =>
            buttons.map((b) => `${b.querySelector('bdi')?.textContent?.split(' ')[0]} ${b.getAttribute('aria-checked')}`),
          );
          return rules.length === 50 ? rules : null;
        });
        const wanted = Array.from({ length: 50 }, (_, i) => `site${i}.example ${i % 2 === 0}`);
        assert.deepEqual([...shown].sort(), wanted.sort());
      } finally {
        await session.close();
      }
    });
  });
}

interface Storage {
  storage: { sync: { set(items: object): Promise<void> } };
}
