// Documents that are no ordinary article: nothing breaks, and what can be read is.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { most } from './figures.ts';
import { LANES, launch, root, type Session } from './harness.ts';
import { broken, foreign, longestTask, observe } from './invariants.ts';
import { painted, settled } from './page.ts';
import { type Route, type Site, serve } from './server.ts';

const CLAIM = 'Vladimir Putin would not object to Ukraine joining NATO, Seymour Hersh reports.';
/** Ordinary sentences without a claim; enough of them for 5 MB. */
const FILLER = 'The ferry to the islands leaves at seven, and the baker on the quay opens an hour before. ';
const filler = `<p>${FILLER.repeat(8)}</p>\n`;
const demo = readFileSync(root('tests/pages/demo.html'), 'utf8');

const ROUTES: Readonly<Record<string, Route>> = {
  '/demo': { body: demo },
  '/feed.xml': { body: `<?xml version="1.0"?><feed><entry>${CLAIM}</entry></feed>`, type: 'application/xml' },
  '/drawing.svg': { body: `<svg xmlns="http://www.w3.org/2000/svg"><text y="20">${CLAIM}</text></svg>`, type: 'image/svg+xml' },
  '/empty': { body: '' },
  '/text.txt': { body: CLAIM, type: 'text/plain' },
  '/data.json': { body: JSON.stringify({ CLAIM }), type: 'application/json' },
  '/large': {
    body: `<!doctype html><title>Long</title><h1>Hersh on the talks</h1><p>${CLAIM}</p>${filler.repeat(Math.ceil(5_000_000 / filler.length))}`,
  },
};

for (const lane of LANES) {
  describe(`odd pages in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let control: Session;

    before(async () => {
      site = await serve(ROUTES);
      [session, control] = await Promise.all([launch(lane), launch(lane, { extension: false })]);
    });
    after(async () => {
      await session?.close();
      await control?.close();
      await site?.close();
    });

    for (const path of ['/feed.xml', '/drawing.svg', '/empty', '/text.txt', '/data.json'])
      test(`${path}: left alone`, async () => {
        const run = await observe(session, site.url(path));
        const alone = await observe(control, site.url(path));
        await new Promise((resolve) => setTimeout(resolve, 700));
        assert.deepEqual(await broken(run, alone), []);
        if (path !== '/text.txt') assert.deepEqual(await painted(run.page), []);
        await run.page.close();
        await alone.page.close();
      });

    test('5 MB: the claim in view is highlighted', async () => {
      const alone = await observe(control, site.url('/large'));
      const run = await observe(session, site.url('/large'));
      const ranges = await settled(run.page, 30_000);
      assert.ok(ranges.some(({ text }) => text.includes('would not object')));
      most('longest task, 5 MB (ms)', lane, await longestTask(run));
      most('longest task, 5 MB, without us (ms)', lane, await longestTask(alone));
      assert.deepEqual(await broken(run, alone), []);
    });

    test('the extension asked the network for nothing', () => {
      assert.deepEqual(foreign(session), []);
    });
  });
}
