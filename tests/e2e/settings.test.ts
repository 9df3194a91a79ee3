// The settings page with a real mouse and keyboard: rules, look, packs, hidden items, files in and out.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { ElementHandle, Page } from 'puppeteer-core';
import { complaints } from './axe.ts';
import { cardWith, clickWords, pressInCard } from './card.ts';
import { press, still, write } from './hand.ts';
import { LANES, launch, root, type Session, until } from './harness.ts';
import { cleared, painted, settled } from './page.ts';
import { type Site, serve } from './server.ts';

const OUT = root('tests/.out');
mkdirSync(OUT, { recursive: true });
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

async function give(page: Page, name: string, file: string, content: unknown): Promise<void> {
  const path = `${OUT}/${file}`;
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const input = (await page.$(`input[name="${name}-file"]`)) as ElementHandle<HTMLInputElement> | null;
  assert.ok(input, name);
  await input.uploadFile(path);
}
const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate((at) => [...document.querySelectorAll(at)].map((one) => one.textContent).join('\n'), selector);
const sees = (page: Page, selector: string, words: RegExp): Promise<true> =>
  until(`${words} in ${selector}`, async () => (words.test(await textOf(page, selector)) ? true : null));
/** Keys in the registry that begin like ours. */
const keys = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...CSS.highlights.keys()].filter((key) => /^sl-[1-4]/u.test(key)).sort());

/** How many highlights hold these words. */
const highlights = async (page: Page, words: string): Promise<number> =>
  (await painted(page)).filter(({ text }) => text.replaceAll(/\s+/gu, ' ').includes(words)).length;
/** What a press on the button would have the browser save: no test sees its downloads in both browsers. */
async function fileFrom(page: Page, button: string): Promise<string> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      URL.createObjectURL = make;
      Object.assign(globalThis, { __saved: (blob as Blob).text() });
      return make(blob);
    };
  });
  await press(page, `button[name=${button}]`);
  await until('a file', () => page.evaluate(() => '__saved' in globalThis || null));
  return page.evaluate(async () => {
    const scope = globalThis as unknown as { __saved?: Promise<string> };
    const text = await scope.__saved;
    delete scope.__saved;
    return text ?? '';
  });
}
/** Words of three passages of the demo page: claims K2, K12 and K10. */
const MUTED = 'Russia would keep Crimea';
const NOT_THIS = 'pull its forces back from the borders of the Baltic states';
const KEEP = 'Moscow would return to the nuclear test-ban treaty';

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

    test('strength, calm mode and theme change open pages at once', async () => {
      const article = await session.open(site.url('/demo'));
      const normal = await settled(article);
      assert.ok((await keys(article)).every((key) => /^sl-\d$/u.test(key)));
      for (const [strength, end] of [
        ['quiet', 'q'],
        ['strong', 's'],
      ] as const) {
        await options.bringToFront();
        await press(options, `input[name=strength][value=${strength}]`);
        await article.bringToFront();
        await until(`${strength} highlights`, async () => {
          const now = await keys(article);
          return now.length > 0 && now.every((key) => key.endsWith(end)) ? true : null;
        });
        await article.screenshot({ path: `${OUT}/strength-${strength}-${lane}.png` });
      }
      await options.bringToFront();
      await press(options, 'input[name=theme][value=dark]');
      await press(options, 'button[name=calm]');
      await article.bringToFront();
      await until('marks in the margin, no highlights', async () =>
        (await keys(article)).length === 0 && (await article.$('sl-host')) !== null ? true : null,
      );
      await article.screenshot({ path: `${OUT}/calm-${lane}.png` });
      const mark = await article.evaluate(() => {
        const rect = document.querySelector('sl-host')?.shadowRoot?.querySelector('button')?.getBoundingClientRect();
        return rect ? { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2, width: rect.width } : null;
      });
      assert.ok(mark && mark.width >= 24);
      await article.mouse.click(mark.x, mark.y);
      const background = await until('a dark card', () =>
        article.evaluate(() => {
          for (const host of document.querySelectorAll('sl-host')) {
            const dialog = host.shadowRoot?.querySelector<HTMLElement>('[role=dialog]');
            if (dialog && !dialog.hidden) return getComputedStyle(dialog).colorScheme;
          }
          return null;
        }),
      );
      assert.equal(background, 'dark');
      await article.screenshot({ path: `${OUT}/calm-card-${lane}.png` });
      await article.close();
      await options.bringToFront();
      await press(options, 'button[name=calm]');
      await press(options, 'input[name=strength][value=normal]');
      await press(options, 'input[name=theme][value=system]');
      assert.ok(normal.length > 0);
    });

    test('a feed of fact-checks is shown before it is added, then found on a page; its markup is text', async () => {
      await give(options, 'import-pack', 'broken.json', '{"format": 1,');
      await sees(options, '.import .problems', /JSON/u);
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

    test('"Mute this claim" and "Passage says something else": said, gone over a reload and in other tabs, listed, exported, taken back, undone', async () => {
      const article = await session.open(site.url('/demo'));
      const other = await session.open(`${site.url('/demo')}?other`);
      const all = (await settled(article)).length;
      await settled(other);
      const gone = async (page: Page, words: string): Promise<void> => {
        await page.bringToFront();
        await until(`“${words}” to go`, async () => ((await highlights(page, words)) === 0 ? true : null));
      };
      const unhide = async (words: string): Promise<void> => {
        await options.bringToFront();
        await press(options, `::-p-xpath(//li[contains(., "${words}")]//button[@name="unhide"])`);
      };
      assert.equal(await highlights(article, KEEP), 1);
      await clickWords(article, MUTED);
      await pressInCard(article, 'Mute this claim');
      await cardWith(article, /^This claim is no longer highlighted\. You can undo this in the settings\.$/u);
      await article.keyboard.press('Escape');
      await gone(article, MUTED);
      await gone(other, MUTED);
      await clickWords(article, NOT_THIS);
      await pressInCard(article, 'Passage says something else');
      await cardWith(article, /^Highlight removed\. You can bring it back in the settings\.$/u);
      await article.keyboard.press('Escape');
      await gone(article, NOT_THIS);
      await gone(other, NOT_THIS);
      await article.bringToFront();
      await article.reload({ waitUntil: 'load' });
      await settled(article);
      assert.deepEqual([await highlights(article, MUTED), await highlights(article, NOT_THIS)], [0, 0]);
      assert.equal(await highlights(article, KEEP), 1, 'no more than what was meant');

      await options.bringToFront();
      await sees(options, '.hidden-items', /Crimea/u);
      await sees(options, '.hidden-items blockquote', new RegExp(NOT_THIS, 'u'));
      const file: Record<'muted' | 'hidden', { pack: string; claim: string; quote?: string }[]> = JSON.parse(
        await fileFrom(options, 'export-hidden'),
      );
      assert.deepEqual([file.muted.length, file.hidden.length], [1, 1]);
      assert.equal(file.muted[0]?.claim, 'K2');
      assert.equal(file.hidden[0]?.claim, 'K12');
      assert.match(file.hidden[0]?.quote ?? '', new RegExp(NOT_THIS, 'u'));

      await unhide('Crimea');
      await unhide(NOT_THIS);
      await sees(options, '#hidden', /None/u);
      await article.bringToFront();
      await until('both are back without a reload', async () => ((await painted(article)).length === all ? true : null));
      await options.bringToFront();
      await press(options, 'button[name=undo]');
      await sees(options, '.hidden-items blockquote', new RegExp(NOT_THIS, 'u'));
      await gone(article, NOT_THIS);
      await unhide(NOT_THIS);
      await sees(options, '#hidden', /None/u);
      await Promise.all([article.close(), other.close()]);
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
