// A card in the page: it fits small windows, is copied as text and as an annotation, and axe finds nothing in it.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { complaints } from './axe.ts';
import { cardWith, clickWords, pressInCard } from './card.ts';
import { still } from './hand.ts';
import { LANES, launch, type Session, until } from './harness.ts';
import { when } from './ours.ts';
import { settled } from './page.ts';
import { command, demo, LONG } from './reading.ts';
import { type Site, serve } from './server.ts';

/** What a Web Annotation must have (https://www.w3.org/TR/annotation-model/), as far as a card fills it. */
interface Annotation {
  readonly '@context': unknown;
  readonly type: unknown;
  readonly created: string;
  readonly target: {
    readonly type: unknown;
    readonly source: unknown;
    readonly selector: { readonly type: unknown; readonly exact: unknown };
  };
  readonly body: readonly {
    readonly type: string;
    readonly purpose: string;
    readonly source?: string;
    readonly value?: string;
  }[];
}

/** Where the card stands in the window, how far it is scrolled and can be, and what it says of the reason. */
const dialogIn = (page: Page) =>
  page.evaluate(() => {
    const dialog = document.querySelector('sl-host')?.shadowRoot?.querySelector<HTMLElement>('[role=dialog]');
    if (!dialog) throw new Error('no card');
    const { left, top, right, bottom } = dialog.getBoundingClientRect();
    const texts = (selector: string): string[] =>
      [...dialog.querySelectorAll(selector)].map(({ textContent }) => (textContent ?? '').replaceAll(/\s+/gu, ' '));
    return {
      ...{ left, top, right, bottom },
      hidden: dialog.scrollHeight - dialog.clientHeight,
      scrolled: dialog.scrollTop,
      wide: dialog.scrollWidth,
      page: scrollY,
      marks: texts('.why[open] mark'),
      quotes: texts('.why[open] blockquote'),
    };
  });

/** The clipboard's text, as a reader would see it: pasted by the keyboard. */
async function paste(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.body.appendChild(document.createElement('textarea'));
    field.id = 'pasted';
    field.focus();
  });
  await page.keyboard.down('Control');
  // Chromium leaves the meaning of keys to the window system, which it does not have here.
  await page.keyboard.press('v', { commands: ['Paste'] });
  await page.keyboard.up('Control');
  await until('a paste', () => page.$eval('#pasted', (field) => (field as HTMLTextAreaElement).value !== '' || null));
  return page.evaluate(() => {
    const field = document.querySelector<HTMLTextAreaElement>('#pasted');
    field?.remove();
    return field?.value ?? '';
  });
}

for (const lane of LANES) {
  describe(`a card in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let page: Page;

    before(async () => {
      site = await serve({ '/demo': { body: demo } });
      session = await launch(lane);
      page = await session.open(site.url('/demo'));
      await page.setViewport({ width: 1000, height: 800 });
      await settled(page);
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test('at 320 px and at 200 % zoom the card fits the window, scrolls inside, and says why the passage is highlighted', async () => {
      for (const viewport of [
        { width: 320, height: 640 },
        { width: 500, height: 400, deviceScaleFactor: 2 },
      ]) {
        await page.setViewport(viewport);
        await clickWords(page, LONG);
        await cardWith(page, /Why this was highlighted/u);
        // The window may still be on its way to its new size when the card opens; the card follows it.
        const before = await until('a card that fits the window', async () => {
          const now = await dialogIn(page);
          const { left, top, right, bottom } = now;
          return left >= 0 && top >= 0 && right <= viewport.width && bottom <= viewport.height ? now : null;
        });
        assert.ok(before.hidden > 50, 'there is more than fits');
        await page.mouse.move((before.left + before.right) / 2, (before.top + before.bottom) / 2);
        await page.mouse.wheel({ deltaY: before.hidden + 500 });
        const after = await until('the end of the card', async () => {
          const now = await dialogIn(page);
          return now.scrolled >= before.hidden - 1 ? now : null;
        });
        assert.equal(after.page, before.page, 'the page stays where it was');
        assert.ok(after.wide <= after.right - after.left, 'nothing is cut off at the side');
        await pressInCard(page, 'Why this was highlighted', 'summary');
        const why = await until('the reason', async () => {
          const { marks, quotes } = await dialogIn(page);
          return marks.length > 0 ? { marks, quotes } : null;
        });
        assert.ok(why.quotes[0]?.includes(LONG), 'the passage');
        assert.ok(
          why.marks.every((words) => why.quotes[0]?.includes(words)),
          'words that agreed, in the passage',
        );
        assert.ok((why.quotes[1] ?? '').length > 20, 'the wording');
        await page.keyboard.press('Escape');
        await when(page, 'no card', ({ card }) => card === null);
      }
      await page.setViewport({ width: 1000, height: 800 });
    });

    test('a card is copied as text with its citations, and as a W3C Web Annotation', async () => {
      const [opened, at] = await page.evaluate((words) => {
        for (const key of CSS.highlights.keys())
          for (const range of /^sl-[1-4]/u.test(key) ? (CSS.highlights.get(key) ?? []) : [])
            if (range.toString().replaceAll(/\s+/gu, ' ').includes(words)) return [range.toString(), location.href];
        return ['', ''];
      }, LONG);
      const copied = async (button: string): Promise<string> => {
        await clickWords(page, LONG);
        await cardWith(page, /Copy as annotation/u);
        await pressInCard(page, button);
        await cardWith(page, /Copied\./u);
        await page.keyboard.press('Escape');
        return paste(page);
      };
      const text = await copied('Copy as text');
      assert.match(text, /^.+\nClaimed by: .+\n[\s\S]*Standing of the evidence: /u);
      const items = text.match(/^\d+\. (?:Corroborates|Rebuts|Context) \(/gmu) ?? [];
      const cited = text.match(/^ {3}.*[“[].+[”\]], .+, (?:\d{4}|undated).*\. \S/gmu) ?? [];
      assert.ok(items.length > 1 && cited.length >= items.length - 1, `${cited.length} citations for ${items.length} items`);
      assert.match(text, /https:\/\/\S+/u);

      const annotation: Annotation = JSON.parse(await copied('Copy as annotation'));
      assert.equal(annotation['@context'], 'http://www.w3.org/ns/anno.jsonld');
      assert.equal(annotation.type, 'Annotation');
      assert.ok(Math.abs(Date.now() - Date.parse(annotation.created)) < 60_000);
      assert.equal(annotation.target.type, 'SpecificResource');
      assert.equal(annotation.target.source, at);
      assert.equal(annotation.target.selector.type, 'TextQuoteSelector');
      assert.equal(annotation.target.selector.exact, opened);
      assert.ok(annotation.body.some(({ type, purpose, value }) => type === 'TextualBody' && purpose === 'identifying' && value));
      for (const { type, purpose, source, value } of annotation.body)
        assert.ok(type === 'SpecificResource' ? purpose === 'linking' && URL.canParse(source ?? '') : value, purpose);
    });

    test('the card in a page, light and dark: axe finds nothing', async () => {
      await clickWords(page, LONG);
      await cardWith(page, /Why this was highlighted/u);
      for (const theme of ['dark', 'light']) {
        await command(session, page, { kind: 'look', look: { strength: 'normal', calm: false, theme } });
        await still(page);
        assert.deepEqual(await complaints(page, 'sl-host'), [], theme);
      }
      await command(session, page, { kind: 'look', look: { strength: 'normal', calm: false, theme: 'system' } });
      await page.keyboard.press('Escape');
      await when(page, 'no card', ({ card }) => card === null);
    });
  });
}
