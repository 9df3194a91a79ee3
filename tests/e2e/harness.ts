// A browser with Sidelight in it, driven from outside: both browsers behind one interface. Nothing in the product knows
// of the tests; they use the extension's own pages and what any page can see.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { browserPath, type Name } from '../cli/browsers.ts';
import { sum } from './figures.ts';
import { lanesOf } from './lanes.ts';
import { foreign, type World, worldWatch } from './server.ts';

export const LANES = lanesOf(process.env['E2E_BROWSER']);
export const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

/** The test builds, from the repository's root. */
export const BUILDS: Readonly<Record<Name, string>> = {
  chromium: '.output/chrome-mv3-test',
  firefox: '.output/firefox-mv3-test',
};
/** What should come is waited for so long. A loaded two-core machine needs some seconds for a first start, and one that other
 * work stops now and then needs many; patience costs nothing when things go well. */
export const PATIENCE_MS = 60_000;

export interface LaunchOptions {
  /** False for a control run. */
  readonly extension?: boolean;
  /** A folder that outlives the browser, for tests of a restart. */
  readonly profile?: string;
  readonly headless?: boolean;
  /** Refuse and count all requests to the world; true by default. */
  readonly offline?: boolean;
  /** The folder of the build, from the repository's root. */
  readonly build?: string;
  /** Firefox ends the background after so many milliseconds without work; by itself after 30 seconds. */
  readonly idleMs?: number;
}
export interface Session {
  readonly name: Name;
  readonly browser: Browser;
  /** False in a control run. */
  readonly extension: boolean;
  /** Requests to anything but 127.0.0.1 and localhost. */
  readonly world: World;
  /** An extension page to look into storage and tabs from. */
  readonly inside: Page;
  open(url: string): Promise<Page>;
  /** The popup for the tab that `page` is in, as a page of its own. */
  popup(page: Page): Promise<Page>;
  /** Any page of the extension. */
  extensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

export async function launch(name: Name, options: LaunchOptions = {}): Promise<Session> {
  const build = root(options.build ?? BUILDS[name]);
  const extension = options.extension ?? true;
  if (extension && !existsSync(`${build}/manifest.json`)) throw new Error(`${build} is not built: npm run build:test`);
  const world = await worldWatch();
  const browser = name === 'chromium' ? await chromium(world, extension ? build : null, options) : await firefox(world, options);
  const inside = await entrance(browser, name, extension ? build : null).catch(async (cause) => {
    await Promise.all([browser.close(), world.close()]);
    throw cause;
  });
  const base = await inside.evaluate(() => `${location.origin}/`);

  // In a window of its own: the tab that a popup speaks about stays visible.
  const extensionPage = async (path: string): Promise<Page> => {
    await inside.evaluate(async (url) => {
      const scope = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
      await (scope.browser ?? scope.chrome).windows.create({ url, type: 'popup', width: 400, height: 640 });
    }, base + path);
    return pageAt(browser, new RegExp(`${path.replaceAll(/[.?]/gu, '\\$&')}$`, 'u'));
  };
  return {
    name,
    browser,
    extension,
    world,
    inside,
    async open(url) {
      const page = patient(await browser.newPage());
      await page.goto(url, { waitUntil: 'load' });
      return page;
    },
    async popup(page) {
      return extensionPage(`popup.html?tab=${await tabId(inside, page)}`);
    },
    extensionPage,
    async close() {
      await browser.close();
      await world.close();
      if (extension) sum('requests to the world', name, foreign(world).length);
    },
  };
}

/** An extension page: the welcome page comes by itself at install. In Firefox it is also the only way in, for no other
 * address of the extension is known from outside. Any page of the browser in a control run. */
async function entrance(browser: Browser, name: Name, build: string | null): Promise<Page> {
  if (build === null) return (await browser.pages())[0] ?? (await browser.newPage());
  if (name === 'firefox') await browser.installExtension(build);
  return pageAt(browser, /\/welcome\.html$/u);
}

interface Tabs {
  windows: { create(options: object): Promise<unknown> };
  tabs: {
    query(options: object): Promise<readonly { id: number; url?: string }[]>;
    getCurrent(): Promise<{ id: number }>;
  };
}

/** The browser's own number of the tab that shows `page`. Pages are told apart by their address: give each its own. */
export async function tabId(inside: Page, page: Page): Promise<number> {
  const address = await addressOf(page);
  const id = await inside.evaluate(async (url) => {
    const scope = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
    return (await (scope.browser ?? scope.chrome).tabs.query({})).find((tab) => tab.url === url)?.id ?? null;
  }, address);
  if (id === null) throw new Error(`no tab at ${address}`);
  return id;
}

/** The number of the tab that an extension page is in: Firefox tells its address to nobody outside. */
export const ownTab = (inside: Page): Promise<number> =>
  inside.evaluate(async () => {
    const scope = globalThis as unknown as { browser?: Tabs; chrome: Tabs };
    return (await (scope.browser ?? scope.chrome).tabs.getCurrent()).id;
  });

/** Puppeteer's own waiting (for selectors, navigations) takes as long as ours. */
export function patient(page: Page): Page {
  page.setDefaultTimeout(PATIENCE_MS);
  return page;
}

async function pageAt(browser: Browser, address: RegExp): Promise<Page> {
  return until(`a page at ${address}`, async () => {
    for (const page of (await browser.pages()).reverse()) if (address.test(await addressOf(page))) return patient(page);
    return null;
  });
}

/** Puppeteer keeps "about:blank" as the address of a tab that Firefox moved to the extensions' process: the page knows. */
export const addressOf = (page: Page): Promise<string> =>
  Promise.race([
    page.evaluate(() => location.href).catch(() => page.url()),
    new Promise<string>((resolve) => setTimeout(() => resolve(page.url()), 1000)),
  ]);

/** Asks again until there is an answer. */
export async function until<T>(what: string, look: () => Promise<T | null> | T | null, ms = PATIENCE_MS): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (Date.now() > end) throw new Error(`${what}: not within ${ms} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function chromium(
  world: World,
  extension: string | null,
  { profile, headless = true, offline = true }: LaunchOptions,
): Promise<Browser> {
  return puppeteer.launch({
    executablePath: await browserPath('chromium'),
    pipe: true,
    headless,
    ...(headless ? {} : { defaultViewport: null }),
    enableExtensions: extension === null ? false : [extension],
    ...(profile === undefined ? {} : { userDataDir: profile }),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(offline ? [`--proxy-server=http://127.0.0.1:${world.port}`] : []),
      '--lang=en-GB',
    ],
  });
}

async function firefox(world: World, { profile, headless = true, idleMs }: LaunchOptions): Promise<Browser> {
  return puppeteer.launch({
    browser: 'firefox',
    executablePath: await browserPath('firefox'),
    headless,
    ...(profile === undefined ? {} : { userDataDir: profile }),
    extraPrefsFirefox: {
      ...(idleMs === undefined ? {} : { 'extensions.background.idle.timeout': idleMs }),
      'extensions.webextOptionalPermissionPrompts': false,
      // A temporary add-on would lose its settings when the browser ends.
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      'intl.accept_languages': 'en-GB',
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': world.port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': world.port,
      'network.proxy.no_proxies_on': 'localhost, 127.0.0.1',
      'network.captive-portal-service.enabled': false,
      'network.connectivity-service.enabled': false,
      'services.settings.server': 'data:,#remote-settings-dummy/v1',
      'browser.safebrowsing.update.enabled': false,
      'extensions.getAddons.cache.enabled': false,
    },
  });
}
