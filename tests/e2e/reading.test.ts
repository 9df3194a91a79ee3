// Reading with the mouse and with the keyboard alone: chip, card, list, ring, focus; and that the page stands still.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { HEADLINE, LEAP } from '../pages/claims.ts';
import { complaints } from './axe.ts';
import { cardWith, clickWords, pressInCard } from './card.ts';
import { sum } from './figures.ts';
import { still } from './hand.ts';
import { LANES, launch, root, type Session, tabId, until } from './harness.ts';
import { boxes, ours, tabTo, when } from './ours.ts';
import { painted, settled, state } from './page.ts';
import { type Site, serve } from './server.ts';

const demo = readFileSync(root('tests/pages/demo.html'), 'utf8').replace(
  '<main>',
  '<p><input id="mine" aria-label="Mine"></p><main>',
);
/** Words of a passage that takes two lines. */
const LONG = 'promise not to station its own troops on Ukrainian soil';

const LATE = `<!doctype html><html lang="en"><title>Late</title><h1>${HEADLINE}</h1><p id="late"></p></html>`;

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

interface Api {
  tabs: { sendMessage(tab: number, message: unknown, options: object): Promise<unknown> };
}
for (const lane of LANES) {
  describe(`reading in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let page: Page;

    const command = async (words: object, to = page): Promise<void> => {
      const tab = await tabId(session.inside, to);
      await session.inside.evaluate(
        async (id, message) => {
          const scope = globalThis as unknown as { browser?: Api; chrome: Api };
          await (scope.browser ?? scope.chrome).tabs.sendMessage(id, message, { frameId: 0 });
        },
        tab,
        words,
      );
    };

    before(async () => {
      site = await serve({ '/demo': { body: demo }, '/late': { body: LATE } });
      session = await launch(lane);
      page = await session.open(site.url('/demo'));
      await page.setViewport({ width: 1000, height: 800 });
      await settled(page);
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test('resting on a passage shows at once what there is, with a hand; crossing its lines flickers nothing', async () => {
      await page.bringToFront();
      const lines = await page.evaluate((words) => {
        for (const element of document.querySelectorAll('p'))
          if (element.textContent?.includes(words)) element.scrollIntoView({ block: 'center' });
        for (const key of CSS.highlights.keys())
          for (const range of /^sl-[1-4]/u.test(key) ? (CSS.highlights.get(key) ?? []) : [])
            if (range.toString().replaceAll(/\s+/gu, ' ').includes(words))
              return [...(range as Range).getClientRects()].map(({ x, y, width, height }) => ({
                x: x + width / 2,
                y: y + height / 2,
              }));
        return [];
      }, LONG);
      assert.ok(lines.length >= 2, `${lines.length} lines`);
      await page.mouse.move(5, 5);
      await page.mouse.move(lines[0]?.x ?? 0, lines[0]?.y ?? 0);
      const { chip } = await when(page, 'the chip', ({ chip }) => chip !== null);
      assert.match(chip ?? '', /\d (rebuts?|corroborates?|gives? context)|none for or against/u);
      assert.match(chip ?? '', /Click for the evidence/u);
      assert.equal(
        await page.evaluate(() => getComputedStyle(document.querySelector('article p') ?? document.body).cursor),
        'pointer',
      );
      await page.evaluate(() => {
        const shadow = document.querySelector('sl-host')?.shadowRoot;
        const changes: string[] = [];
        Object.assign(globalThis, { __changes: changes });
        const watch = new MutationObserver((all) =>
          changes.push(...all.map(({ type, attributeName }) => `${type} ${attributeName}`)),
        );
        if (shadow) watch.observe(shadow, { subtree: true, attributes: true, attributeFilter: ['hidden'], childList: true });
      });
      const [one, other] = lines;
      for (let step = 0; step <= 8; step++)
        await page.mouse.move(one?.x ?? 0, (one?.y ?? 0) + ((other?.y ?? 0) - (one?.y ?? 0)) * (step / 8));
      await page.mouse.move(other?.x ?? 0, other?.y ?? 0);
      assert.deepEqual(await page.evaluate(() => (globalThis as unknown as { __changes: string[] }).__changes), []);
      assert.notEqual((await ours(page)).chip, null);
      await page.mouse.move(5, 5);
      await when(page, 'no chip', ({ chip }) => chip === null);
    });

    test('where two claims are told of one passage, a switcher leads from one to the other', async () => {
      // Of two claims: what two findings share (a balance) comes only once out of Firefox.
      const found = (await state(session, page))?.passages.map((passage) => passage.found) ?? [];
      const near = found.filter(({ claim }, at) => found.findIndex((one) => one.claim === claim) === at).slice(0, 2);
      const text = await page.evaluate(() => {
        getSelection()?.selectAllChildren(document.querySelector('.standfirst') ?? document.body);
        return getSelection()?.toString() ?? '';
      });
      await command({ kind: 'selected', text, near, checked: 76 });
      const first = await cardWith(page, /1 of 2 claims here[\s\S]*Copy as text/u);
      await tabTo(page, 'Next claim');
      await page.keyboard.press('Enter');
      const second = await cardWith(page, /2 of 2 claims here[\s\S]*Copy as text/u);
      assert.notEqual(first, second);
      await page.keyboard.press('Escape');
      await when(page, 'no card', ({ card }) => card === null);
      await page.evaluate(() => getSelection()?.removeAllRanges());
    });

    test('by keyboard: to a passage, its card, and back to where the focus was', async () => {
      await page.focus('#mine');
      await command({ kind: 'next' });
      const at = await when(page, 'the chip with the focus', ({ focus }) => focus.startsWith('chip'));
      assert.ok(at.ring >= 1, 'a ring around the passage');
      const rings = await page.evaluate(() => {
        const [piece] = document.querySelector('sl-host')?.shadowRoot?.querySelectorAll('.ring i') ?? [];
        const box = piece?.getBoundingClientRect();
        const [range] = CSS.highlights.get('sl-5') ?? [];
        const [line] = (range as Range | undefined)?.getClientRects() ?? [];
        return box && line ? Math.abs(box.left - line.left) + Math.abs(box.top - line.top) : null;
      });
      assert.ok(rings !== null && rings < 10, `${rings} px from the passage`);
      // After the chip comes the list of all claims of the page.
      await page.keyboard.press('Tab');
      const listed = await page.evaluate(() => {
        const shadow = document.querySelector('sl-host')?.shadowRoot;
        const { width = 0, height = 0 } = shadow?.activeElement?.getBoundingClientRect() ?? {};
        return { words: shadow?.activeElement?.textContent ?? '', seen: width > 20 && height > 20 };
      });
      assert.match(listed.words, /^Passage 1 of \d+: .+\.$/u);
      assert.ok(listed.seen);
      await page.keyboard.down('Shift');
      await tabTo(page, 'chip');
      await page.keyboard.up('Shift');
      await page.keyboard.press('Enter');
      await cardWith(page, /Why this was highlighted/u);
      assert.match((await ours(page)).focus, /dialog/u);
      assert.ok((await ours(page)).ring >= 1);
      await page.keyboard.press('Escape');
      const { focus, ring } = await when(page, 'no card', ({ card }) => card === null);
      assert.deepEqual({ focus, ring }, { focus: 'mine', ring: 0 });
      assert.equal(await page.evaluate(() => CSS.highlights.has('sl-5')), false);
      await command({ kind: 'next' });
      await when(page, 'the chip', ({ focus: now }) => now.startsWith('chip'));
      await page.keyboard.press('Escape');
      await when(page, 'the focus where it was', (now) => now.focus === 'mine' && now.ring === 0);
    });

    // Only Chromium lets a test into the extension's world, where its voice can be listened to; one code speaks in both.
    if (lane === 'chromium')
      test('says once how many claims there are, and which one the keyboard has reached', async () => {
        const late = await session.open(site.url('/late'));
        const client = await late.createCDPSession();
        const world = new Promise<number>((resolve) => {
          client.on('Runtime.executionContextCreated', ({ context }) => {
            if (context.name === 'Sidelight') resolve(context.id);
          });
        });
        await client.send('Runtime.enable');
        const contextId = await world;
        const inWorld = async (expression: string): Promise<unknown> =>
          (await client.send('Runtime.evaluate', { expression, contextId, returnByValue: true })).result.value;
        await inWorld('globalThis.heard = []; Document.prototype.ariaNotify = (words) => heard.push(words)');
        await late.evaluate((words) => {
          const paragraph = document.getElementById('late');
          if (paragraph) paragraph.textContent = words;
        }, LEAP);
        const heard = (): Promise<unknown> => inWorld('heard');
        await until('a greeting', async () => (String(await heard()) === '' ? null : true));
        await command({ kind: 'next' }, late);
        await until('the claim to be named', async () => (((await heard()) as string[]).length > 1 ? true : null));
        const [greeting, named, ...more] = (await heard()) as string[];
        assert.match(greeting ?? '', /^\d claims? found on this page$/u);
        assert.match(named ?? '', /^Passage 1 of \d: /u);
        assert.deepEqual(more, []);
        await late.close();
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
        await command({ kind: 'look', look: { strength: 'normal', calm: false, theme } });
        await still(page);
        assert.deepEqual(await complaints(page, 'sl-host'), [], theme);
      }
      await command({ kind: 'look', look: { strength: 'normal', calm: false, theme: 'system' } });
      await page.keyboard.press('Escape');
      await when(page, 'no card', ({ card }) => card === null);
    });

    test('neither highlights nor chip nor card move anything', async () => {
      await page.evaluate(() => {
        const shifts: number[] = [];
        Object.assign(globalThis, { __shifts: shifts });
        if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
          new PerformanceObserver((list) => shifts.push(list.getEntries().length)).observe({ type: 'layout-shift' });
      });
      const highlighted = await boxes(page);
      await clickWords(page, LONG);
      await cardWith(page, /Why this was highlighted/u);
      assert.deepEqual(
        (await boxes(page)).filter((box) => !highlighted.includes(box) && !box.startsWith('sl-host')),
        [],
      );
      await page.keyboard.press('Escape');
      await command({ kind: 'next' });
      await when(page, 'the chip', ({ chip }) => chip !== null);
      await page.keyboard.press('Escape');
      await when(page, 'nothing of ours', ({ chip }) => chip === null);
      const shifts = await page.evaluate(() => (globalThis as unknown as { __shifts: number[] }).__shifts.length);
      sum('layout shifts by chip and card', lane, shifts);
      assert.equal(shifts, 0);
      await command({ kind: 'stop' });
      await until('no highlights', async () => ((await painted(page)).length === 0 ? true : null));
      const plain = await boxes(page);
      sum('boxes moved by highlighting', lane, plain.filter((box, at) => box !== highlighted[at]).length);
      assert.deepEqual(plain, highlighted);
    });
  });
}
