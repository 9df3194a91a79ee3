// `npm start`: builds Sidelight, opens a browser with it on the demo page, prints what was highlighted and saves a picture
// with an open card. Without a display it does so headless and ends; with one the browser stays open until you close it.
//   --screenshot  writes tests/e2e/screenshots/first-light.png, the picture in the README, instead of tests/.out/
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import type { ReaderState } from '../../src/platform/messages.ts';
import { cardWith, clickWords } from '../e2e/card.ts';
import { launch, root, type Session } from '../e2e/harness.ts';
import { settled, state } from '../e2e/page.ts';
import { serve } from '../e2e/server.ts';
import { browserPath } from './browsers.ts';

/** A passage with much evidence, whose card shows what cards are for. */
const SHOWN = 'Vladimir Putin would not object to Ukraine joining';
const SIZE = { width: 1180, height: 860, deviceScaleFactor: 1 };

const { values } = parseArgs({ options: { screenshot: { type: 'boolean', default: false } } });
const { DISPLAY, WAYLAND_DISPLAY, CI } = process.env;
const headless =
  CI !== undefined || !(DISPLAY || WAYLAND_DISPLAY || process.platform === 'darwin' || process.platform === 'win32');
const picture = values.screenshot ? 'tests/e2e/screenshots/first-light.png' : 'tests/.out/first-light.png';

try {
  await main();
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  await browserPath('chromium');
  console.log('Building the extension (test build: it may read pages without being asked) …');
  const built = spawnSync('npx', ['wxt', 'build', '-b', 'chrome', '--mode', 'test'], {
    cwd: root(''),
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);

  const site = await serve({ '/': { body: readFileSync(root('tests/pages/demo.html'), 'utf8') } });
  let session: Session | null = null;
  try {
    session = await launch('chromium', { headless, offline: headless });
    await show(session, site.url('/'));
    if (headless) return;
    console.log('The browser stays open; close it, or press Ctrl+C, to end.');
    const { browser } = session;
    await new Promise((resolve) => browser.once('disconnected', resolve));
  } finally {
    await session?.close();
    await site.close();
  }
}

async function show(session: Session, url: string): Promise<void> {
  const page = await session.open(url);
  await page.bringToFront();
  if (headless || values.screenshot) await page.setViewport(SIZE);
  await settled(page);
  print(await state(session, page));

  await clickWords(page, SHOWN);
  await cardWith(page, /Rebut/u);
  mkdirSync(dirname(root(picture)), { recursive: true });
  await page.screenshot({ path: root(picture) });
  console.log(`\nA picture of the page with an open card: ${picture}`);
}

function print(reader: ReaderState | null): void {
  if (reader === null) throw new Error('The page was not read: no script of ours answers there.');
  const { passages, checked } = reader;
  console.log(`\n${passages.length} passages of the demo page make claims that Sidelight knows (checked against ${checked}):`);
  for (const { quote, found } of passages) {
    console.log(`\n  “${quote.replaceAll(/\s+/gu, ' ')}”`);
    console.log(`    ${found.relation} ${found.claim} (${found.standing ?? 'opinion or forecast'}): ${found.statement}`);
  }
}
