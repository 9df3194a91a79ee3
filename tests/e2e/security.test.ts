// Hostile text in a pack and a hostile page around a card: nothing of it runs, nothing asks the network, no click but the
// reader's counts.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { ElementHandle, Page } from 'puppeteer-core';
import { cardWith, clickWords } from './card.ts';
import { stored } from './faults.ts';
import { count } from './figures.ts';
import { LANES, launch, root, type Session, until } from './harness.ts';
import { settled } from './page.ts';
import { type Site, serve } from './server.ts';
import { vectors } from './xss-vectors.ts';

const VECTORS = 300;
const CLAIM = 'The lighthouse of Cape Tern was sold to a private buyer for ninety million dollars';
const harbour = `<!doctype html><html lang="en"><title>Harbour news</title><main><h1>Harbour news</h1>
<p>The weather was fine in the harbour on Sunday, and many people came to look at the boats.</p><p>${CLAIM}.</p></main></html>`;

/** One claim with every vector in every field that a reader gets to see. */
const packOf = (texts: readonly string[]) => ({
  ...{
    format: 1,
    id: 'vectors',
    name: `Vectors ${texts[0]}`,
    version: `1 ${texts[1]}`,
    language: 'en',
    publisher: `P ${texts[2]}`,
  },
  ...{ licence: `L ${texts[3]}`, updated: '2026-01-01', description: `D ${texts[4]}`, documents: [] },
  sources: ['no vector', ...texts].map((text, n) => ({
    ...{ id: `s${n}`, title: `T${n} ${text}`, publisher: `P${n} ${text}`, author: `A${n} ${text}`, stake: `S${n} ${text}` },
    ...{ url: `https://example.com/${n}`, urlNote: `N${n} ${text}`, kind: 'report', language: 'en' },
  })),
  claims: [
    {
      ...{ id: 'c', topic: `t ${texts[5]}`, statement: CLAIM, claimant: `C ${texts[6]}`, made: '2023-01-01', kind: 'fact' },
      ...{ origin: 's0', passages: [], wordings: [] },
      evidence: texts.map((text, n) => ({
        ...{ stance: 'context', summary: `E${n} ${text}`, source: `s${n + 1}`, date: '2023-01-02' },
        locator: { where: `W${n} ${text}`, quote: `Q${n} ${text}` },
      })),
    },
  ],
  thesaurus: [{ id: 'g', kind: `k ${texts[7]}`, note: `n ${texts[8]}`, members: ['lighthouse', `m ${texts[9]}`] }],
});

/** What foreign text has done to a page of ours, in words. */
const harm = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const roots: ParentNode[] = [document];
    for (const element of document.querySelectorAll('*')) if (element.shadowRoot) roots.push(element.shadowRoot);
    const all = roots.flatMap((one) => [...one.querySelectorAll('*')]);
    const found = all.flatMap((element) => {
      const names = element.getAttributeNames().filter((name) => name.startsWith('on'));
      const href = element.localName === 'a' ? element.getAttribute('href') : null;
      return [
        ...names.map((name) => `${element.localName} ${name}`),
        ...(/^(?:iframe|object|embed|base|meta|template)$/u.test(element.localName) && element.closest('body, :host')
          ? [element.localName]
          : []),
        ...(element.localName === 'form' && element.hasAttribute('action') ? ['form action'] : []),
        ...(href !== null && !/^(?:https?:\/\/|#|[\w.-]*\.html|(?:chrome|moz)-extension:)/u.test(href) ? [`a href ${href}`] : []),
      ];
    });
    const ran = document.documentElement.getAttribute('data-ran');
    const { violations } = globalThis as unknown as { violations?: string[] };
    return [...found, ...(ran === null ? [] : [`vector ${ran} ran`]), ...(violations ?? [])];
  });
/** A blocked request is one that was tried. */
const watchPolicy = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { violations: seen });
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      // Chromium says so of every handler, style and base that it merely parses, in DOMPurify's document without a window
      // too. A request has an address.
      if (blockedURI !== 'inline' && violatedDirective !== 'base-uri') seen.push(`${violatedDirective} ${blockedURI}`);
    });
  });

for (const lane of LANES) {
  describe(`security in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let article: Page;

    before(async () => {
      mkdirSync(root('tests/.out'), { recursive: true });
      site = await serve({ '/harbour': { body: harbour } });
      session = await launch(lane);
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test(`${VECTORS} vectors in an imported pack: none runs, none asks for anything, in any of our pages or in a card`, async () => {
      const texts = vectors(site.url('/beacon'));
      assert.equal(new Set(texts).size, VECTORS);
      const options = await session.extensionPage('options.html');
      await options.waitForSelector('button[name=pack]');
      await watchPolicy(options);
      const file = root(`tests/.out/vectors-${lane}.json`);
      writeFileSync(file, JSON.stringify(packOf(texts)));
      const input = (await options.$('input[name="import-pack-file"]')) as ElementHandle<HTMLInputElement> | null;
      await input?.uploadFile(file);
      await options.waitForSelector('.preview');
      assert.deepEqual(await harm(options), []);
      await options.click('button[name=import-add]');
      await until('a second pack', async () => ((await options.$$('button[name=pack]')).length === 2 ? true : null));
      assert.deepEqual(await harm(options), []);
      const pack = await until('its id', async () => {
        const id = await options.evaluate(async () => {
          const scope = globalThis as unknown as { browser?: Asking; chrome: Asking };
          const { packs } = await (scope.browser ?? scope.chrome).runtime.sendMessage({ kind: 'status' });
          return packs.find(({ imported }) => imported)?.id ?? null;
        });
        return id;
      });
      await options.close();

      const dataset = await session.extensionPage('dataset.html');
      await dataset.waitForSelector('.hit');
      await watchPolicy(dataset);
      await dataset.evaluate((hash) => {
        location.hash = hash;
      }, `#claim/${pack}/c`);
      await until('the claim', async () =>
        (await dataset.$eval('h1', (line) => line.textContent ?? '')).includes('Cape Tern') ? true : null,
      );
      await until('its card', async () =>
        (await dataset.$eval('.card-room', (room) => room.shadowRoot?.textContent ?? '')).includes('E299') ? true : null,
      );
      assert.deepEqual(await harm(dataset), []);
      await dataset.close();

      article = await session.open(site.url('/harbour'));
      await settled(article);
      await clickWords(article, 'Cape Tern');
      const said = await cardWith(article, /E299/u);
      for (const n of [0, 100, 299]) assert.match(said, new RegExp(`E${n}(?!\\d)`, 'u'));
      assert.match(said, /example\.com/u, 'where a link of an imported pack leads is shown');
      assert.deepEqual(await harm(article), []);
      assert.deepEqual(site.requests, ['GET /harbour']);
      count('vectors of hostile text, harmless', lane, true);
    });

    test('clicks, keys and messages that a page makes up do nothing', async () => {
      const before = await stored(session, 'local');
      await article.evaluate(() => {
        const dialog = document.querySelector('sl-host')?.shadowRoot?.querySelector('[role=dialog]');
        for (const button of dialog?.querySelectorAll('button') ?? []) {
          button.click();
          button.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
        }
        for (const target of [document, document.body, dialog])
          target?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
        for (const kind of ['match', 'mute', 'hide', 'browse', 'stop'])
          window.postMessage({ kind, pack: 'general-to-general', claim: 'K6' }, '*');
      });
      // A real command goes the same way as the forged ones, later.
      await article.keyboard.press('Escape');
      await until('no card', async () => ((await article.$('sl-host')) === null ? true : null));
      assert.deepEqual(
        Object.keys(await stored(session, 'local')).filter((key) => !key.startsWith('log:')),
        Object.keys(before).filter((key) => !key.startsWith('log:')),
      );
      const [range] = await settled(article);
      assert.ok(range);
      await article.evaluate(({ x, y }) => {
        const at = { clientX: x, clientY: y, bubbles: true, composed: true, button: 0, view: window };
        const target = document.elementFromPoint(x, y);
        for (const type of ['pointermove', 'pointerdown', 'pointerup']) target?.dispatchEvent(new PointerEvent(type, at));
        for (const type of ['mousedown', 'mouseup', 'click']) target?.dispatchEvent(new MouseEvent(type, at));
      }, range);
      await article.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 300)));
      assert.equal(await article.$('sl-host'), null);
      count('forged clicks and messages ignored', lane, true);
    });

    test('nothing of the extension can be loaded by a page', async () => {
      const base = await session.inside.evaluate(() => location.origin);
      const seen = await article.evaluate(async (origin) => {
        const tries = ['reader.js', 'icons/16.png', 'popup.html', 'assets/highlights.css', 'packs/general-to-general.json'];
        const results = await Promise.all(
          tries.map(
            (path) =>
              new Promise<string | null>((resolve) => {
                const image = new Image();
                image.onload = () => resolve(path);
                image.onerror = () =>
                  fetch(`${origin}/${path}`).then(
                    () => resolve(path),
                    () => resolve(null),
                  );
                image.src = `${origin}/${path}`;
              }),
          ),
        );
        return results.filter((path) => path !== null);
      }, base);
      assert.deepEqual(seen, []);
    });
  });
}

interface Asking {
  readonly runtime: { sendMessage(message: object): Promise<{ packs: readonly { id: string; imported: boolean }[] }> };
}
