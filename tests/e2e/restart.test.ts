// The reader's choice outlives the browser.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { press } from './hand.ts';
import { LANES, launch, root } from './harness.ts';
import { cleared, ourKeys, settled, state } from './page.ts';
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
        assert.deepEqual(await ourKeys(again), []);
        assert.equal(await state(second, again), null);
        await second.close();
      } finally {
        await site.close();
        rmSync(profile, { recursive: true, force: true });
      }
    });
  });
}
