// Reading with the mouse and with the keyboard alone: chip, card, list, ring, focus; and that the page stands still.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { HEADLINE, LEAP } from '../pages/claims.ts';
import { cardWith, clickWords } from './card.ts';
import { sum } from './figures.ts';
import { LANES, launch, type Session, until } from './harness.ts';
import { boxes, ours, tabTo, when } from './ours.ts';
import { painted, settled, state } from './page.ts';
import { command, demo, LONG } from './reading.ts';
import { type Site, serve } from './server.ts';

const LATE = `<!doctype html><html lang="en"><title>Late</title><h1>${HEADLINE}</h1><p id="late"></p></html>`;

for (const lane of LANES) {
  describe(`reading in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let page: Page;

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
      await command(session, page, { kind: 'selected', text, near, checked: 76 });
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
      await command(session, page, { kind: 'next' });
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
      await command(session, page, { kind: 'next' });
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
        await command(session, late, { kind: 'next' });
        await until('the claim to be named', async () => (((await heard()) as string[]).length > 1 ? true : null));
        const [greeting, named, ...more] = (await heard()) as string[];
        assert.match(greeting ?? '', /^\d claims? found on this page$/u);
        assert.match(named ?? '', /^Passage 1 of \d: /u);
        assert.deepEqual(more, []);
        await late.close();
      });

    test('neither highlights nor chip nor card move anything', async () => {
      await page.evaluate(() => {
        // What of the page moved, by name. Nodes of a shadow root are not told: a card that grows when its evidence comes late is ours.
        const shifts: string[] = [];
        Object.assign(globalThis, { __shifts: shifts });
        if (PerformanceObserver.supportedEntryTypes.includes('layout-shift'))
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries() as (PerformanceEntry & {
              readonly sources: { readonly node: Node | null }[];
            })[])
              shifts.push(...entry.sources.flatMap(({ node }) => node?.nodeName ?? []));
          }).observe({ type: 'layout-shift' });
      });
      const highlighted = await boxes(page);
      await clickWords(page, LONG);
      await cardWith(page, /Why this was highlighted/u);
      assert.deepEqual(
        (await boxes(page)).filter((box) => !highlighted.includes(box) && !box.startsWith('sl-host')),
        [],
      );
      await page.keyboard.press('Escape');
      await command(session, page, { kind: 'next' });
      await when(page, 'the chip', ({ chip }) => chip !== null);
      await page.keyboard.press('Escape');
      await when(page, 'nothing of ours', ({ chip }) => chip === null);
      const shifts = await page.evaluate(() => (globalThis as unknown as { __shifts: string[] }).__shifts);
      sum('layout shifts by chip and card', lane, shifts.length);
      assert.deepEqual(shifts, []);
      await command(session, page, { kind: 'stop' });
      await until('no highlights', async () => ((await painted(page)).length === 0 ? true : null));
      const plain = await boxes(page);
      sum('boxes moved by highlighting', lane, plain.filter((box, at) => box !== highlighted[at]).length);
      assert.deepEqual(plain, highlighted);
    });
  });
}
