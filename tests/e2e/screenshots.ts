// `npm run -s screenshots [-- chromium|firefox]`: a picture of every surface, light and dark, English and from right to left,
// wide and 320 px, in both browsers, into tests/.out/screenshots. For looking at: nothing is asserted here.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import type { Found, Near } from '../../src/platform/messages.ts';
import { press, still } from './hand.ts';
import { LANES, launch, ownTab, root, type Session, tabId, until } from './harness.ts';
import { give, sees } from './options.ts';
import { settled, state } from './page.ts';
import { pseudoBuild } from './pseudo-build.ts';
import { type Site, serve } from './server.ts';

const OUT = root('tests/.out/screenshots');
const PRODUCT = { chromium: '.output/chrome-mv3', firefox: '.output/firefox-mv3' } as const;
const SIZES = { wide: { width: 1100, height: 800 }, narrow: { width: 320, height: 640 } } as const;
const POPUP = { wide: { width: 360, height: 560 }, narrow: { width: 320, height: 560 } } as const;
const PANEL = { wide: { width: 420, height: 760 }, narrow: { width: 320, height: 760 } } as const;
const THEMES = ['light', 'dark'] as const;
/** The claim with most evidence. */
const LONGEST = 'K6';

interface Api {
  tabs: {
    sendMessage(tab: number, message: unknown, options: object): Promise<unknown>;
    query(of: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
  };
  storage: { session: { set(items: object): Promise<void> } };
}
type Sizes = Readonly<Record<string, { readonly width: number; readonly height: number }>>;

class Camera {
  readonly #session: Session;
  readonly #folder: string;
  taken = 0;

  constructor(session: Session, folder: string) {
    this.#session = session;
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  tell(page: Page, message: object): Promise<unknown> {
    const { inside } = this.#session;
    return tabId(inside, page).then((tab) =>
      inside.evaluate(
        (id, words) => {
          const scope = globalThis as unknown as { browser?: Api; chrome: Api };
          return (scope.browser ?? scope.chrome).tabs.sendMessage(id, words, { frameId: 0 });
        },
        tab,
        message,
      ),
    );
  }

  async shoot(page: Page, name: string, fullPage = false): Promise<void> {
    await still(page);
    await page.screenshot({ path: `${this.#folder}/${name}.png`, fullPage });
    this.taken++;
  }

  /** One of our pages in both themes and all sizes. */
  async own(page: Page, name: string, sizes: Sizes = SIZES): Promise<void> {
    await page.bringToFront();
    for (const theme of THEMES)
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewport(viewport);
        await page.evaluate((value) => document.documentElement.setAttribute('data-theme', value), theme);
        await still(page);
        await this.shoot(page, `${name}-${theme}-${size}`, true);
      }
    await page.evaluate(() => document.documentElement.removeAttribute('data-theme'));
  }

  /** Everything that shows in the page itself. */
  async inPage(page: Page): Promise<void> {
    await page.bringToFront();
    const report = await state(this.#session, page);
    const passages = report?.passages ?? [];
    // As an answer has them: each claim once.
    const claims = passages.filter(({ found }, i) => passages.findIndex((other) => other.found.claim === found.claim) === i);
    const near: Near[] = claims.slice(0, 2).map(({ found }) => ({ ...found, confidence: 0.42, near: true }));
    const cards = new Map<string, number>();
    for (const { passage, found } of passages) {
      cards.set(`card-${(found as Found).standing ?? 'opinion'}`, passage);
      if (found.relation !== 'asserts') cards.set(`card-${found.relation}`, passage);
      if (found.claim === LONGEST) cards.set('card-longest', passage);
    }
    for (const theme of THEMES)
      for (const [size, viewport] of Object.entries(SIZES)) {
        await page.setViewport(viewport);
        await page.evaluate((scheme) => {
          document.documentElement.style.colorScheme = scheme;
          document.querySelector('.standfirst')?.scrollIntoView({ block: 'start' });
        }, theme);
        for (const strength of ['quiet', 'strong', 'normal']) {
          await this.tell(page, { kind: 'look', look: { strength, calm: false, theme } });
          await this.shoot(page, `page-${strength}-${theme}-${size}`, strength === 'normal');
        }
        for (const [name, passage] of cards) {
          await this.tell(page, { kind: 'scroll', passage });
          if (name === 'card-longest') await this.shoot(page, `chip-${theme}-${size}`);
          await this.tell(page, { kind: 'open' });
          await until('a card', () =>
            page.evaluate(() => (document.querySelector('sl-host')?.shadowRoot?.querySelector('footer') ? true : null)),
          );
          await this.shoot(page, `${name}-${theme}-${size}`);
          await page.keyboard.press('Escape');
        }
        await this.tell(page, { kind: 'next' });
        await page.keyboard.press('Tab');
        await this.shoot(page, `list-${theme}-${size}`);
        await page.keyboard.press('Escape');
        const text = await page.evaluate(() => {
          const paragraph = document.querySelector('article > p');
          if (paragraph) getSelection()?.selectAllChildren(paragraph);
          scrollTo(0, 0);
          return getSelection()?.toString() ?? '';
        });
        await this.tell(page, { kind: 'selected', text, near: [], checked: report?.checked ?? 0 });
        await this.shoot(page, `selection-none-${theme}-${size}`);
        await this.tell(page, { kind: 'selected', text, near, checked: report?.checked ?? 0 });
        await this.shoot(page, `selection-near-${theme}-${size}`);
        await page.keyboard.press('Escape');
        await page.evaluate(() => {
          getSelection()?.removeAllRanges();
          document.querySelector('.standfirst')?.scrollIntoView({ block: 'start' });
        });
        await this.tell(page, { kind: 'look', look: { strength: 'normal', calm: true, theme } });
        await this.shoot(page, `calm-${theme}-${size}`);
        await this.tell(page, { kind: 'look', look: { strength: 'normal', calm: false, theme: 'system' } });
      }
    await page.setViewport(SIZES.wide);
    await this.#session.inside.evaluate(
      async (selected) => {
        const scope = globalThis as unknown as { browser?: Api; chrome: Api };
        await (scope.browser ?? scope.chrome).storage.session.set({ selected });
      },
      { text: 'The words that a reader has selected on some page.', near, checked: report?.checked ?? 0 },
    );
  }
}

async function popups(camera: Camera, session: Session, site: Site, article: Page, nothing: Page): Promise<void> {
  const own = async (page: Page, name: string, ready: string): Promise<void> => {
    await page.waitForSelector(ready);
    await camera.own(page, name, POPUP);
  };
  const popup = await session.popup(article);
  await own(popup, 'popup', '.claims button');
  await press(popup, 'button[name=site]');
  await own(popup, 'popup-site-off', '[data-state=site-off]');
  await press(popup, 'button[name=site]');
  await popup.waitForSelector('.claims button');
  await press(popup, 'button[name=everything]');
  await own(popup, 'popup-everything-off', '[data-state=everything-off]');
  await press(popup, 'button[name=everything]');
  await popup.waitForSelector('.claims button');
  const empty = await session.popup(nothing);
  await own(empty, 'popup-nothing', '.summary');
  await empty.close();
  for (const [name, path] of [
    ['language', '/deutsch'],
    ['pdf', '/report.pdf'],
  ] as const) {
    const page = await session.open(site.url(path));
    const why = await session.popup(page);
    await own(why, `popup-${name}`, '[role=status]');
    await Promise.all([why.close(), page.close()]);
  }
  await press(popup, 'button[name=pause]');
  await own(popup, 'popup-paused', '[data-state=paused]');
  await press(popup, 'button[name=resume]');
  await popup.close();
  const closed = await session.extensionPage(`popup.html?tab=${await ownTab(session.inside)}`);
  await own(closed, 'popup-closed', '[data-state=closed]');
  await closed.close();
}

async function pages(camera: Camera, session: Session, article: Page, nothing: Page): Promise<void> {
  const tab = await tabId(session.inside, article);
  const panel = await session.extensionPage(`sidepanel.html?tab=${tab}`);
  await panel.waitForSelector('.entry');
  await camera.own(panel, 'panel', PANEL);
  await press(panel, `.entry[data-claim$="/${LONGEST}"] .line`);
  await until('the card', () =>
    panel.evaluate(() => (document.querySelector('.card-room')?.shadowRoot?.querySelector('footer') ? true : null)),
  );
  await camera.own(panel, 'panel-card', PANEL);
  await panel.close();
  const empty = await session.extensionPage(`sidepanel.html?tab=${await tabId(session.inside, nothing)}`);
  await empty.waitForSelector('.packs li');
  await camera.own(empty, 'panel-nothing', PANEL);
  await empty.close();

  const options = await session.extensionPage('options.html');
  await options.waitForSelector('button[name=pack]');
  await camera.own(options, 'settings');
  await give(options, 'import-pack', 'latin.json', Buffer.from('{"name": "café"}', 'latin1'));
  await sees(options, '.import .wrong', /./u);
  await camera.own(options, 'settings-file');
  await options.close();
  const check = await session.extensionPage('check.html');
  await check.waitForSelector('.check article');
  await camera.own(check, 'check');
  await check.close();
  const dataset = await session.extensionPage('dataset.html');
  await dataset.waitForSelector('.hit');
  await camera.own(dataset, 'dataset');
  for (const [name, hash, ready] of [
    ['dataset-claim', `#claim/general-to-general/${LONGEST}`, '.family'],
    ['dataset-source', '', '.uses li'],
  ] as const) {
    if (hash === '') await press(dataset, '.family a');
    else await dataset.evaluate((to) => location.assign(to), hash);
    await dataset.waitForSelector(ready);
    await camera.own(dataset, name);
  }
  await dataset.close();
  const { inside } = session;
  await inside.bringToFront();
  await inside.waitForSelector('.sample [role=button]');
  await camera.own(inside, 'welcome');
  await press(inside, '.sample [role=button]');
  await camera.own(inside, 'welcome-card');
}

async function all(session: Session, site: Site, folder: string): Promise<number> {
  const camera = new Camera(session, folder);
  const article = await session.open(site.url('/demo'));
  await article.setViewport(SIZES.wide);
  await settled(article);
  const nothing = await session.open(site.url('/nothing'));
  await camera.inPage(article);
  await popups(camera, session, site, article, nothing);
  await pages(camera, session, article, nothing);
  return camera.taken;
}

rmSync(OUT, { recursive: true, force: true });
const site = await serve({
  '/deutsch': { body: '<!doctype html><html lang="de"><title>Tee</title><p>Die Fähre legt um sieben Uhr ab.</p></html>' },
  '/report.pdf': { body: '%PDF-1.1\n%%EOF', type: 'application/pdf' },
  '/demo': { body: readFileSync(root('tests/pages/demo.html'), 'utf8') },
  '/nothing': {
    body: '<!doctype html><html lang="en"><title>Tea</title><p>The ferry leaves at seven in the morning.</p></html>',
  },
});
const started = Date.now();
let taken = 0;
for (const lane of LANES.filter((name) => process.argv.length < 3 || process.argv.includes(name))) {
  for (const locale of ['en', 'rtl'] as const) {
    const copy = locale === 'rtl' ? pseudoBuild(lane) : null;
    const session = await launch(lane, copy === null ? {} : { build: copy.build });
    taken += await all(session, site, `${OUT}/${lane}-${locale}`).finally(() => session.close());
    copy?.remove();
  }
  const session = await launch(lane, { build: PRODUCT[lane] });
  const camera = new Camera(session, `${OUT}/${lane}-en`);
  await session.open(site.url('/nothing'));
  // Without permission a tab of the web has no address.
  const tab = await session.inside.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: Api; chrome: Api };
    return (await (scope.browser ?? scope.chrome).tabs.query({})).findLast(({ url }) => url === undefined)?.id;
  });
  const popup = await session.extensionPage(`popup.html?tab=${tab}`);
  await popup.waitForSelector('[data-state=not-allowed]');
  await camera.own(popup, 'popup-not-allowed', POPUP);
  await session.close();
  taken += camera.taken;
}
await site.close();
console.log(`${taken} pictures in tests/.out/screenshots, ${Math.round((Date.now() - started) / 1000)} s`);
