// "Check selection against known claims": the answer beside the selection, and in a page of ours where the page has no
// script. The browser's own menu cannot be clicked from outside; what the background sends after the click is sent here.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'puppeteer-core';
import type { Near, Selected } from '../../src/platform/messages.ts';
import { sound } from './axe.ts';
import { cardWith } from './card.ts';
import { LANES, launch, root, type Session, tabId, until } from './harness.ts';
import { settled, state } from './page.ts';
import { type Site, serve } from './server.ts';

interface Api {
  tabs: { sendMessage(tab: number, message: unknown, options: object): Promise<unknown> };
  storage: { session: { set(items: object): Promise<void> } };
}

const select = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const paragraph = document.querySelector('p');
    if (paragraph === null) throw new Error('no paragraph');
    getSelection()?.selectAllChildren(paragraph);
    return paragraph.textContent ?? '';
  });

for (const lane of LANES) {
  describe(`selection in ${lane}`, () => {
    let site: Site;
    let session: Session;
    let article: Page;
    let near: Near;

    const send = async (answer: Selected): Promise<unknown> => {
      const tab = await tabId(session.inside, article);
      return session.inside.evaluate(
        (id, message) => {
          const scope = globalThis as unknown as { browser?: Api; chrome: Api };
          return (scope.browser ?? scope.chrome).tabs.sendMessage(id, message, { frameId: 0 });
        },
        tab,
        { kind: 'selected', ...answer },
      );
    };

    before(async () => {
      site = await serve({ '/demo': { body: readFileSync(root('tests/pages/demo.html'), 'utf8') } });
      session = await launch(lane);
      article = await session.open(site.url('/demo'));
      await settled(article);
      const first = (await state(session, article))?.passages[0];
      assert.ok(first);
      near = { ...first.found, confidence: 0.42, near: true };
    });
    after(async () => {
      await session?.close();
      await site?.close();
    });

    test('the nearest claims open beside it, with how sure we are', async () => {
      await article.bringToFront();
      const text = await select(article);
      assert.deepEqual(await send({ text, near: [near], checked: 76 }), { shown: true });
      await cardWith(article, /42\s?% sure that the selected text makes this claim/u);
      await article.keyboard.press('Escape');
    });

    test('that none is known is said there too', async () => {
      const text = await select(article);
      assert.deepEqual(await send({ text, near: [], checked: 76 }), { shown: true });
      await cardWith(article, /No known claim is near.*76 claims/u);
      await article.keyboard.press('Escape');
    });

    test('without a selection to stand beside, a page of ours answers', async () => {
      await article.evaluate(() => getSelection()?.removeAllRanges());
      assert.deepEqual(await send({ text: 'a', near: [near], checked: 76 }), { shown: false });
      await session.inside.evaluate(
        async (selected) => {
          const scope = globalThis as unknown as { browser?: Api; chrome: Api };
          await (scope.browser ?? scope.chrome).storage.session.set({ selected });
        },
        { text: 'The selected words.', near: [near], checked: 76 },
      );
      const page = await session.extensionPage('check.html');
      const said = await until('the answer', () =>
        page.evaluate(() => document.querySelector('.check article')?.textContent ?? null),
      );
      assert.match(said, /42\s?%/u);
      assert.ok(said.includes(near.statement));
      assert.match(said, /Independent sources/u);
      await sound(page, `check-${lane}`, { width: 900, height: 900 });
    });
  });
}
