// What the fault tests do to a browser with Sidelight in it: end its background, look over the shoulder of its messages,
// break its stores. Used by faults-*.test.ts and, in larger numbers, by soak.
import type { Page } from 'puppeteer-core';
import { root, type Session, until } from './harness.ts';
import { type Painted, painted } from './page.ts';

/** Firefox ends its background by itself after this, where a test asks for it: longer than compiling takes on a busy machine. */
export const IDLE_MS = 5000;

/** Below the 8,192 bytes that browsers take in an item; a power of two, to be halved. */
const LARGE_ITEM = 4096;

interface Api {
  readonly runtime: {
    readonly onMessage: { addListener(listener: (message: Heard) => void): void };
    getContexts?(filter: object): Promise<readonly unknown[]>;
    reload(): void;
  };
  readonly storage: Readonly<
    Record<'sync' | 'local', { set(items: object): Promise<void>; get(keys: null): Promise<Record<string, unknown>> }>
  >;
  readonly permissions: { remove(what: object): Promise<boolean> };
}
export interface Heard {
  readonly kind?: string;
  readonly blocks?: readonly { readonly text: string }[];
}
type Scope = typeof globalThis & {
  browser?: Api;
  chrome: Api;
  __heard?: { at: number; kind: string; blocks: number; characters: number }[];
};

/** Ends the background and waits until it is gone; false where it was not running. */
export async function killBackground({ name, browser, inside }: Session): Promise<boolean> {
  if (name === 'chromium') {
    const target = browser.targets().find((one) => one.type() === 'service_worker');
    const worker = await target?.worker();
    if (!target || !worker) return false;
    // A worker that ended by itself in the meantime has no session left to be closed.
    await worker.close().catch((cause: Error) => {
      if (!/No session|Target closed/u.test(cause.message)) throw cause;
    });
    await until('the worker to be gone', () => (browser.targets().includes(target) ? null : true));
    return true;
  }
  return until('the background to fall asleep', () =>
    inside.evaluate(async () => {
      const scope = globalThis as Scope;
      const contexts = await (scope.browser ?? scope.chrome).runtime.getContexts?.({ contextTypes: ['BACKGROUND'] });
      return contexts?.length === 0 ? true : null;
    }),
  );
}

/** Ends the background the next time it starts, as soon as it is there: between a request and its reply. Chromium only. */
export function killAtBirth({ browser }: Session): Promise<void> {
  return new Promise((resolve) => {
    const born = async (): Promise<void> => {
      const target = browser.targets().find((one) => one.type() === 'service_worker');
      const worker = await target?.worker();
      if (!worker) return;
      browser.off('targetcreated', born);
      await worker.close();
      resolve();
    };
    browser.on('targetcreated', born);
  });
}

/** Writes down the questions that pages ask from now on: the extension's own pages hear them as the background does. */
export const listen = ({ inside }: Session): Promise<void> =>
  inside.evaluate(() => {
    const scope = globalThis as Scope;
    if (scope.__heard === undefined)
      (scope.browser ?? scope.chrome).runtime.onMessage.addListener(({ kind, blocks }) => {
        scope.__heard?.push({
          at: performance.now(),
          kind: kind ?? '',
          blocks: blocks?.length ?? 0,
          characters: (blocks ?? []).reduce((sum, { text }) => sum + text.length, 0),
        });
      });
    scope.__heard = [];
  });
export const heard = ({ inside }: Session) =>
  inside.evaluate(() => ((globalThis as Scope).__heard ?? []).filter(({ kind }) => kind === 'match'));

/** Sets items one by one, all at once; resolves to how many the browser took. */
export const store = (
  { inside }: Session,
  area: 'sync' | 'local',
  items: readonly (readonly [string, unknown])[],
): Promise<number> =>
  inside.evaluate(
    async (where, all) => {
      const scope = globalThis as Scope;
      const { storage } = scope.browser ?? scope.chrome;
      const results = await Promise.allSettled(all.map(([key, item]) => storage[where].set({ [key]: item })));
      return results.filter(({ status }) => status === 'fulfilled').length;
    },
    area,
    items,
  );
export const stored = ({ inside }: Session, area: 'sync' | 'local'): Promise<Record<string, unknown>> =>
  inside.evaluate((where) => {
    const scope = globalThis as Scope;
    return (scope.browser ?? scope.chrome).storage[where].get(null);
  }, area);

/** Fills synchronised storage to the last byte: the browsers count differently, so the last item grows until it is refused. */
export async function fillSync(session: Session): Promise<void> {
  const junk = (name: string, size: number) => [`site:${name}.example`, { v: 1, on: true, junk: 'x'.repeat(size) }] as const;
  const large = Array.from({ length: 26 }, (_, n) => junk(`junk${n}`, LARGE_ITEM));
  if ((await store(session, 'sync', large)) === large.length) throw new Error('the browser has more room than it says');
  let size = 0;
  for (let step = LARGE_ITEM / 2; step >= 1; step /= 2)
    if ((await store(session, 'sync', [junk('last', size + step)])) === 1) size += step;
}

/** Overwrites every index in the pack store. */
export const damageIndexes = ({ inside }: Session): Promise<void> =>
  inside.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const database = await settled(indexedDB.open('sidelight'));
    const indexes = database.transaction('indexes', 'readwrite').objectStore('indexes');
    for (const key of await settled(indexes.getAllKeys())) await settled(indexes.put(new Uint8Array([1, 2, 3]), key));
    database.close();
  });

/** The extension ends and begins again, as by an update. What Chromium got from a test it does not load again by itself. */
export async function reload({ name, browser, inside }: Session): Promise<void> {
  if (name === 'chromium') {
    await browser.installExtension(root('.output/chrome-mv3-test'));
    return;
  }
  await inside.evaluate(() => {
    setTimeout(() => (globalThis as Scope).browser?.runtime.reload());
  });
}

/** Texts of what is painted, in order; equal lists mean no highlight too few and none twice. */
export const texts = async (page: Page): Promise<readonly string[]> => (await painted(page)).map(({ text }: Painted) => text);

/** Waits until exactly `wanted` is painted; the milliseconds that it took. */
export async function paintedAs(page: Page, wanted: readonly string[], ms?: number): Promise<number> {
  const started = Date.now();
  const same = async (): Promise<true | null> => (JSON.stringify(await texts(page)) === JSON.stringify(wanted) ? true : null);
  await until(`${wanted.length} highlights on ${page.url()}`, same, ms);
  return Date.now() - started;
}
