// A tab that goes over to another page by a link. Chromium may have rendered that page ahead and put it in the old one's
// place; Puppeteer gives a tab up for lost when this takes longer than 100 ms, as on a busy machine it does. So the new page
// is looked at over a connection of its own.
import type { Page } from 'puppeteer-core';
import { addressOf, until } from './harness.ts';
import type { Observed } from './invariants.ts';

/** What the tests ask of a page once its script is through. */
type View = Pick<Page, 'evaluate' | 'url' | 'close'>;

/** The tab once it has gone from one address to the other; its errors from then on are noted with those before. */
export async function followed({ session: { name, browser }, page, errors }: Observed, from: string, url: string): Promise<Page> {
  if (name === 'firefox') {
    await until(`the tab at ${url}`, async () => (await addressOf(page)) === url || null);
    return page;
  }
  const target = await until(`the tab at ${url}`, () => {
    const all = browser.targets();
    return all.some((one) => one.url() === from) ? null : (all.find((one) => one.url() === url) ?? null);
  });
  const connection = await target.createCDPSession();
  connection.on('Runtime.exceptionThrown', ({ exceptionDetails }) => void errors.push(exceptionDetails.text));
  connection.on('Runtime.consoleAPICalled', ({ type, args }) => {
    if (type === 'error') errors.push(args.map(({ value, description }) => value ?? description).join(' '));
  });
  await connection.send('Runtime.enable');
  const view: View = {
    evaluate: async (job, ...args) => {
      const expression = typeof job === 'string' ? job : `(${job})(...${JSON.stringify(args)})`;
      const { result, exceptionDetails } = await connection.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    },
    url: () => target.url(),
    close: async () => void (await connection.send('Page.close')),
  };
  await until('the page to be shown', async () =>
    (await view.evaluate(() => (document as Document & { prerendering?: boolean }).prerendering === true)) ? null : true,
  );
  // Nothing else is asked of it: what acts on a page does so before it goes.
  return view as Page;
}
