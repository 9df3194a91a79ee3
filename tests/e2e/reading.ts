// What the tests of reading read: the demo page with a field of its own, and what the background tells its script.
import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { root, type Session, tabId } from './harness.ts';

export const demo = readFileSync(root('tests/pages/demo.html'), 'utf8').replace(
  '<main>',
  '<p><input id="mine" aria-label="Mine"></p><main>',
);
/** Words of a passage that takes two lines. */
export const LONG = 'promise not to station its own troops on Ukrainian soil';

interface Api {
  tabs: { sendMessage(tab: number, message: unknown, options: object): Promise<unknown> };
}

/** As the popup, the panel and the keys do it. */
export async function command({ inside }: Session, page: Page, words: object): Promise<void> {
  const tab = await tabId(inside, page);
  await inside.evaluate(
    async (id, message) => {
      const scope = globalThis as unknown as { browser?: Api; chrome: Api };
      await (scope.browser ?? scope.chrome).tabs.sendMessage(id, message, { frameId: 0 });
    },
    tab,
    words,
  );
}
