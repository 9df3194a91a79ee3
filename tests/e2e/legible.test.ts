// On any ground a passage's line keeps 3:1, as the browser itself computes the styles; and what denies or questions a claim
// is marked in the text.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import { luminance } from '../../src/page/ground.ts';
import { WEAPONS as CLAIM } from '../pages/claims.ts';
import { DEMO } from './demo-passages.ts';
import { least } from './figures.ts';
import { LANES, launch, root, type Session } from './harness.ts';
import { KEYS, settled } from './page.ts';
import { type Site, serve } from './server.ts';

/** What the contrast guidelines ask of what is no text (WCAG 2.2, 1.4.11). */
const ENOUGH = 3;
type Rgb = readonly number[];

/** A block's style and the colour that a reader sees behind its text. */
const GROUNDS: readonly (readonly [string, string, Rgb])[] = [
  ['white', 'background:#fff;color:#222', [255, 255, 255]],
  ['no background at all', 'color:#222', [255, 255, 255]],
  ['cream', 'background:#fff1e5;color:#33302e', [255, 241, 229]],
  ['sepia', 'background:#f4ecd8;color:#5b4636', [244, 236, 216]],
  ['pale grey', 'background:#ccc;color:#111', [204, 204, 204]],
  ['middle grey', 'background:#808080;color:#000', [128, 128, 128]],
  ['dark grey', 'background:#555;color:#fff', [85, 85, 85]],
  ['night', 'background:#15171b;color:#ddd', [21, 23, 27]],
  ['black', 'background:#000;color:#fff', [0, 0, 0]],
  ['yellow', 'background:#ffd600;color:#000', [255, 214, 0]],
  ['red', 'background:#b71c1c;color:#fff', [183, 28, 28]],
  ['orange', 'background:#ff6f00;color:#000', [255, 111, 0]],
  ['green', 'background:#2e8b57;color:#fff', [46, 139, 87]],
  ['blue', 'background:#0a4b8f;color:#fff', [10, 75, 143]],
  ['violet', 'background:#7b1fa2;color:#fff', [123, 31, 162]],
  ['a colour of a wider space', 'background:oklch(0.45 0.15 260);color:#fff', [29, 78, 158]],
  ['a picture of one colour', 'background:linear-gradient(#000,#000);color:#fff', [0, 0, 0]],
  ['a dark picture', 'background:#fff linear-gradient(90deg,#123,#331);color:#fff', [17, 34, 51]],
  ['a light picture', 'background:#000 linear-gradient(90deg,#fed,#def);color:#111', [255, 238, 221]],
];
const page = `<!doctype html><html lang="en"><title>Grounds</title><h1>Seymour Hersh on the talks</h1>
${GROUNDS.map(([, style], at) => `<div style="padding:8px;${style}"><p id="g${at}" style="margin:0">${CLAIM}</p></div>`).join('\n')}
<div style="background:#000"><div style="background:rgb(255 255 255 / 0.6);color:#000;padding:8px"><p id="veil" style="margin:0">${CLAIM}</p></div></div>`;

const contrast = (one: Rgb, other: Rgb): number => {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};
const numbers = (css: string): readonly number[] => (css.match(/[\d.]+/gu) ?? []).map(Number);

/** Line and tint of the highlight on the paragraph `id`, as the browser computes them. */
const look = (page: Page, id: string): Promise<{ key: string; line: string; tint: string; drawn: string } | null> =>
  page.evaluate(
    (at, keys) => {
      const paragraph = document.getElementById(at);
      if (paragraph === null) return null;
      const key = keys.find((one) =>
        [...(CSS.highlights.get(one) ?? [])].some((range) => paragraph.contains(range.startContainer)),
      );
      if (key === undefined) return null;
      const { textDecorationColor, backgroundColor, textDecorationLine } = getComputedStyle(paragraph, `::highlight(${key})`);
      return { key, line: textDecorationColor, tint: backgroundColor, drawn: textDecorationLine };
    },
    id,
    KEYS,
  );
const textsOf = (page: Page, key: string): Promise<readonly string[]> =>
  page.evaluate((name) => [...(CSS.highlights.get(name) ?? [])].map((range) => range.toString().replaceAll(/\s+/gu, ' ')), key);

for (const lane of LANES) {
  describe(`legible in ${lane}`, () => {
    let site: Site;
    let session: Session;

    before(async () => {
      site = await serve({ '/grounds': { body: page }, '/demo': { body: readFileSync(root('tests/pages/demo.html'), 'utf8') } });
      session = await launch(lane);
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test('the line under a passage has 3:1 on every ground', async () => {
      const grounds = await session.open(site.url('/grounds'));
      await settled(grounds);
      const low: string[] = [];
      const all = [
        ...GROUNDS.map(([name, , colour], at) => ({ name, colour, id: `g${at}` })),
        { name: 'a veil', colour: [153, 153, 153], id: 'veil' },
      ];
      for (const { name, colour, id } of all) {
        const seen = await look(grounds, id);
        if (seen === null) {
          low.push(`${name}: no highlight`);
          continue;
        }
        const line = numbers(seen.line);
        const [red = 0, green = 0, blue = 0, alpha = 1] = numbers(seen.tint);
        const tinted = colour.map((value, at) => ([red, green, blue][at] ?? 0) * alpha + value * (1 - alpha));
        const ratio = Math.min(contrast(line, colour), contrast(line, tinted));
        least('contrast of a line on its ground, lowest of 20', lane, ratio);
        if (ratio < ENOUGH) low.push(`${name}: ${ratio.toFixed(2)} (${seen.key})`);
      }
      await grounds.screenshot({ path: root(`tests/.out/grounds-${lane}.png`), fullPage: true });
      assert.deepEqual(low, []);
      await grounds.close();
    });

    test('a page that turns dark while it is open gets the lines for dark', async () => {
      const grounds = await session.open(`${site.url('/grounds')}?turning`);
      await settled(grounds);
      assert.match((await look(grounds, 'g1'))?.key ?? '', /^sl-\d$/u);
      await grounds.evaluate(() => {
        const style = document.createElement('style');
        style.textContent = 'body, body * { background: #111 !important; color: #eee !important }';
        document.head.append(style);
      });
      await grounds.waitForFunction(
        (keys) => [...CSS.highlights.keys()].every((key) => !keys.includes(key) || key.endsWith('d')),
        { polling: 100 },
        KEYS,
      );
      await grounds.close();
    });

    // Only Chromium lets a test print, or force colours; one style sheet serves both.
    if (lane === 'chromium')
      test('paper shows no highlight; forced colours get theirs', async () => {
        const grounds = await session.open(`${site.url('/grounds')}?media`);
        await settled(grounds);
        const client = await grounds.createCDPSession();
        await client.send('Emulation.setEmulatedMedia', { media: 'print' });
        assert.match((await look(grounds, 'g1'))?.drawn ?? '', /^none/u);
        await client.send('Emulation.setEmulatedMedia', {
          media: 'screen',
          features: [{ name: 'forced-colors', value: 'active' }],
        });
        const forced = await look(grounds, 'g1');
        assert.match(forced?.drawn ?? '', /^underline/u);
        assert.match(forced?.tint ?? '', /, 0\)$/u);
        await grounds.close();
      });

    test('passages that deny or question their claim carry a second line', async () => {
      const demo = await session.open(site.url('/demo'));
      await settled(demo);
      const marked = { denies: await textsOf(demo, 'sl-6'), questions: await textsOf(demo, 'sl-7') };
      for (const { words, relation } of DEMO) {
        if (relation === 'asserts') continue;
        assert.ok(
          marked[relation].some((text) => text.includes(words)),
          words,
        );
      }
      const plain = DEMO.find(({ relation }) => relation === 'asserts')?.words ?? '';
      assert.ok(![...marked.denies, ...marked.questions].some((text) => text.includes(plain)));
      const line = await demo.evaluate(() => getComputedStyle(document.body, '::highlight(sl-6)').textDecorationLine);
      assert.equal(line, 'overline');
      await demo.close();
    });
  });
}
