// The settings page with a real mouse and keyboard: rules, packs, files in and out. What it does to passages: settings-passages.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { complaints } from './axe.ts';
import { cardWith, clickWords } from './card.ts';
import { press, still, write } from './hand.ts';
import { LANES, launch, root, type Session, until } from './harness.ts';
import { fileFrom, give, OUT, sees, textOf } from './options.ts';
import { cleared, settled } from './page.ts';
import { type Site, serve } from './server.ts';

const demo = readFileSync(root('tests/pages/demo.html'), 'utf8');

const REVIEWED = 'The lighthouse of Cape Tern was sold to a private buyer for ninety million dollars';
const feed = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'ClaimReview',
      url: 'https://checks.example/lighthouse',
      claimReviewed: `<b>${REVIEWED}</b><img src=x onerror="document.title='owned'">`,
      datePublished: '2024-02-03',
      author: { '@type': 'Organization', name: 'Checks &amp; Co' },
      reviewRating: { '@type': 'Rating', alternateName: 'Not so' },
    },
    { '@type': 'ClaimReview', url: 'https://checks.example/empty', datePublished: '2024-02-04' },
  ],
};
const harbour = `<!doctype html><html lang="en"><title>Harbour news</title><main><h1>Harbour news</h1>
<p>The weather was fine in the harbour on Sunday, and many people came to look at the boats.</p>
<p>${REVIEWED}.</p><p>The market opens at nine, and the ferry leaves on the hour.</p></main></html>`;

for (const lane of LANES) {
  describe(`settings in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let options: Page;

    before(async () => {
      site = await serve({ '/demo': { body: demo }, '/harbour': { body: harbour } });
      session = await launch(lane);
      options = await session.extensionPage('options.html');
      await options.setViewport({ width: 1100, height: 900 });
      await options.waitForSelector('button[name=pack]');
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test('a rule is added, searched for, removed, and comes back by undo', async () => {
      await write(options, 'input[name=new-site]', 'https://news.example.com/a?b');
      await options.select('select[name=new-rule]', 'off');
      await press(options, 'button[name=add-site]');
      await sees(options, '.sites tbody', /^example\.com off/u);
      await write(options, 'input[name=new-site]', 'not a site');
      await press(options, 'button[name=add-site]');
      await sees(options, '#site-wrong', /./u);
      await give(options, 'import-sites', 'sites.json', { sites: { 'a.example': true, 'bbc.co.uk': false } });
      await sees(options, '.sites tbody', /bbc\.co\.uk/u);
      await write(options, 'input[name=site-search]', 'bbc');
      await until('one rule', async () => ((await options.$$('.sites tbody tr')).length === 1 ? true : null));
      await press(options, '.sites tbody .plain');
      await sees(options, '.said', /bbc\.co\.uk/u);
      // It says so beside the sections, not over them.
      const over = await options.evaluate(() => {
        const bubble = document.querySelector('.said .bubble')?.getBoundingClientRect();
        const sections = document.querySelector('.sections')?.getBoundingClientRect();
        return bubble && sections ? bubble.right > sections.left : null;
      });
      assert.equal(over, false);
      await press(options, 'button[name=undo]');
      await sees(options, '.sites tbody', /bbc\.co\.uk/u);
      await give(options, 'import-sites', 'bad.json', { sites: { 'no site': true } });
      await sees(options, '.said .problems', /no site/u);
      await press(options, 'button[name=said-close]');
      for (const field of ['site-search', 'new-site']) {
        await options.$eval(`input[name=${field}]`, (input) => (input as HTMLInputElement).select());
        await options.keyboard.press('Backspace');
      }
    });

    test('where it runs, and with which packs: open pages follow at once; rules go into a file', async () => {
      const article = await session.open(site.url('/demo'));
      const follows = async (on: boolean): Promise<void> => {
        await article.bringToFront();
        await (on ? settled(article) : cleared(article));
        await options.bringToFront();
      };
      await follows(true);
      await press(options, 'input[name=default][value=chosen]');
      await follows(false);
      await write(options, 'input[name=new-site]', '127.0.0.1');
      await options.select('select[name=new-rule]', 'on');
      await press(options, 'button[name=add-site]');
      await follows(true);
      const rules: { readonly sites: unknown } = JSON.parse(await fileFrom(options, 'export-sites'));
      assert.deepEqual(rules.sites, { '127.0.0.1': true, 'a.example': true, 'bbc.co.uk': false, 'example.com': false });
      await press(options, '::-p-xpath(//tr[contains(., "127.0.0.1")]//button[contains(@class, "plain")])');
      await follows(false);
      await press(options, 'input[name=default][value=everywhere]');
      await follows(true);
      await press(options, 'button[name=pack][aria-checked=true]');
      await follows(false);
      await press(options, 'button[name=pack][aria-checked=false]');
      await follows(true);
      await article.close();
      assert.match(await textOf(options, '#packs'), /\d+ claims · \d+ sources[\s\S]*Version[\s\S]*Updated[\s\S]*Licence/u);
      assert.match(await textOf(options, '.keys'), /next claim.+previous claim.+evidence on the current claim.+site on or off/u);
      assert.match(await textOf(options, '#privacy'), /makes no network request/u);
    });

    test('a feed of fact-checks is shown before it is added, then found on a page; its markup is text', async () => {
      await give(options, 'import-pack', 'broken.json', '{"format": 1,');
      await sees(options, '.import .problems', /JSON/u);
      // "café" in Latin-1: read as UTF-8 it would be stored with a sign of replacement.
      await give(options, 'import-pack', 'latin.json', Buffer.from('{"name": "café"}', 'latin1'));
      await sees(options, '.import .wrong', /UTF-8/u);
      await give(options, 'import-pack', 'feed.json', feed);
      await sees(options, '.preview', /Cape Tern/u);
      const preview = await textOf(options, '.preview');
      assert.match(preview, /Checks & Co/u);
      assert.doesNotMatch(preview, /<b>|onerror|&amp;/u);
      assert.match(preview, /claimReviewed/u);
      await options.$eval('.import', (one) => one.scrollIntoView({ block: 'start' }));
      await options.screenshot({ path: `${OUT}/import-preview-${lane}.png` });
      assert.equal((await options.$$('button[name=pack]')).length, 1, 'nothing is added before the reader says so');
      await press(options, 'button[name=import-add]');
      await until('a second pack', async () => ((await options.$$('button[name=pack]')).length === 2 ? true : null));
      const page = await session.open(site.url('/harbour'));
      const found = await settled(page);
      assert.ok(found.some(({ text }) => text.includes('Cape Tern')));
      await clickWords(page, 'Cape Tern');
      await cardWith(page, /imported by you/u);
      await page.close();
      await options.bringToFront();
    });

    test('everything goes into one file and comes back; a bad file changes nothing; a reset can be taken back', async () => {
      const file = await fileFrom(options, 'export-all');
      assert.match(file, /sidelight-settings/u);
      assert.match(file, /Cape Tern/u);
      await press(options, 'button[name=reset]');
      await sees(options, '#sites', /None yet/u);
      await give(options, 'import-all', 'bad-all.json', file.replace('"on": true', '"on": "yes"'));
      await sees(options, '.said .problems', /site:/u);
      await sees(options, '#sites', /None yet/u);
      await give(options, 'import-all', 'all.json', file);
      await sees(options, '.sites tbody', /bbc\.co\.uk/u);
      await press(options, 'button[name=undo]');
      await sees(options, '#sites', /None yet/u);
    });

    test('an imported pack is removed on the second click', async () => {
      await press(options, 'button[name=remove-pack]');
      await press(options, 'button[name=remove-pack-sure]');
      await until('one pack', async () => ((await options.$$('button[name=pack]')).length === 1 ? true : null));
    });

    test('the report names versions, packs and scans, and no page', async () => {
      const report = await textOf(options, '#report');
      assert.match(report, /\d ms/u);
      assert.doesNotMatch(report, /127\.0\.0\.1|Crimea/u);
      await options.bringToFront();
      await press(options, 'button[name=copy-report]');
      await sees(options, '.said', /Copied/u);
    });

    test('axe finds nothing, light and dark; nothing is wider than a narrow window', async () => {
      await options.evaluate(() => scrollTo(0, 0));
      for (const theme of ['light', 'dark']) {
        await options.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
        await still(options);
        await options.screenshot({ path: `${OUT}/settings-${theme}-${lane}.png`, fullPage: true });
        assert.deepEqual(await complaints(options), [], theme);
      }
      await options.setViewport({ width: 320, height: 700 });
      await options.screenshot({ path: `${OUT}/settings-narrow-${lane}.png`, fullPage: true });
      assert.ok((await options.evaluate(() => document.documentElement.scrollWidth)) <= 320);
    });
  });
}
