// Frames follow their page: paused with it, read again with it, stopped with it when the permission goes; those that we may not
// read keep nobody from it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { HEADLINE, LEAP, WEAPONS } from '../pages/claims.ts';
import { press } from './hand.ts';
import { LANES, launch, type Session, tabId, until } from './harness.ts';
import { painted } from './page.ts';
import { type Site, serve } from './server.ts';

const html = (body: string): { readonly body: string } => ({
  body: `<!doctype html><html lang="en"><title>Frames</title><h1>${HEADLINE}</h1>${body}</html>`,
});
const frame = (source: string): string => `<iframe ${source} width="600" height="300"></iframe>`;
/** Of other origins, of none, of an error page. */
const CLOSED = [
  'src="/inner?sandboxed" sandbox',
  'src="data:text/html,<p>Nothing.</p>"',
  'src="http://127.0.0.1:1/refused"',
  'srcdoc="<p>Nothing.</p>"',
];

/** Waits until the page and the frame of its own origin show what they should, and says what all other frames show. */
async function shown(page: Page, what: readonly string[]): Promise<void> {
  const sorted = (texts: readonly string[]): string => JSON.stringify([...texts].sort());
  await until(`highlights: ${what.join(' | ') || 'none'}`, async () => {
    const all = await Promise.all(page.frames().map((one) => painted(one as unknown as Page).catch(() => [])));
    return sorted(all.flat().map(({ text }) => text)) === sorted(what) ? true : null;
  });
}

interface Scope {
  readonly action: { getBadgeText(of: object): Promise<string> };
  readonly permissions: { remove(what: object): Promise<boolean> };
}
interface ExtensionsPage {
  readonly developerPrivate: { updateExtensionConfiguration(how: object): Promise<void> };
}
const badge = ({ inside }: Session, tabId: number): Promise<string> =>
  inside.evaluate(
    async (of) => {
      const scope = globalThis as unknown as { browser?: Scope; chrome: Scope };
      return (scope.browser ?? scope.chrome).action.getBadgeText(of);
    },
    { tabId },
  );

/** As the reader does in the browser's own settings. The test build requires the permission, which Chromium withholds only. */
async function withdraw({ name, browser, inside }: Session): Promise<void> {
  if (name === 'firefox') {
    const asked = { origins: ['http://*/*', 'https://*/*'] };
    const gone = await inside.evaluate(
      (what) => (globalThis as unknown as { browser: Scope }).browser.permissions.remove(what),
      asked,
    );
    assert.equal(gone, true);
    return;
  }
  const list = await browser.newPage();
  await list.goto('chrome://extensions');
  const how = { extensionId: await inside.evaluate(() => location.host), hostAccess: 'ON_CLICK' };
  await list.evaluate(
    (what) => (globalThis as unknown as { chrome: ExtensionsPage }).chrome.developerPrivate.updateExtensionConfiguration(what),
    how,
  );
  await list.close();
}

for (const lane of LANES) {
  describe(`frames in ${lane}`, () => {
    let site: Site;
    let session: Session;
    before(async () => {
      site = await serve({
        '/page': html(`<p>${LEAP}</p>${frame('src="/inner"')}${CLOSED.map(frame).join('')}`),
        '/inner': html(`<p>${WEAPONS}</p>`),
      });
      session = await launch(lane);
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test('a frame of the page’s own origin is paused with it and comes back with it', async () => {
      const page = await session.open(site.url('/page'));
      await until('highlights', async () => ((await painted(page)).length > 0 ? true : null));
      const inner = page.frames().find((one) => one.url().endsWith('/inner'));
      assert.ok(inner);
      const both = await until('highlights in both', async () => {
        const [outside, inside] = await Promise.all([painted(page), painted(inner as unknown as Page)]);
        return outside.length > 0 && inside.some(({ text }) => WEAPONS.includes(text)) ? [...outside, ...inside] : null;
      });
      const texts = both.map(({ text }) => text);
      const popup = await session.popup(page);
      for (let time = 0; time < 2; time++) {
        await press(popup, 'button[name=pause]');
        await popup.waitForSelector('[data-state=paused]');
        await shown(page, []);
        await press(popup, 'button[name=resume]');
        await popup.waitForSelector('button[name=pause]');
        await shown(page, texts);
      }
      await popup.close();
      await page.close();
    });

    test('the permission withdrawn in the browser: an open page and its frame stop at once, without a number on the button', async () => {
      const page = await session.open(`${site.url('/page')}?withdrawn`);
      const tab = await tabId(session.inside, page);
      await until('a number on the button', async () => (await badge(session, tab)) || null);
      await withdraw(session);
      await shown(page, []);
      await until('no number on the button', async () => ((await badge(session, tab)) === '' ? true : null));
      await page.close();
    });
  });
}
