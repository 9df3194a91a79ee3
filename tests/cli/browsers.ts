// Finds Chromium and Firefox, or installs them: first where the environment says, then at the known places, then (on
// Debian as root) by apt, else into .cache by @puppeteer/browsers. Says plainly what to do when none of this works.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  Browser,
  type BrowserTag,
  computeExecutablePath,
  detectBrowserPlatform,
  getInstalledBrowsers,
  install,
  resolveBuildId,
} from '@puppeteer/browsers';

export type Name = 'chromium' | 'firefox';

interface Known {
  readonly variable: string;
  readonly paths: readonly string[];
  readonly apt: string;
  readonly kind: Browser.CHROME | Browser.FIREFOX;
}
const KNOWN: Readonly<Record<Name, Known>> = {
  chromium: {
    variable: 'CHROME_PATH',
    paths: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome',
      '/snap/bin/chromium',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
    apt: 'chromium',
    kind: Browser.CHROME,
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    paths: [
      '/usr/bin/firefox-esr',
      '/usr/bin/firefox',
      '/Applications/Firefox.app/Contents/MacOS/firefox',
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
    apt: 'firefox-esr',
    kind: Browser.FIREFOX,
  },
};
const CACHE = fileURLToPath(new URL('../../.cache/browsers', import.meta.url));

/** The path of the browser's program; installs one when there is none. Throws with what to do when that fails too. */
export async function browserPath(name: Name): Promise<string> {
  const { variable, paths, apt, kind } = KNOWN[name];
  const told = process.env[variable];
  if (told !== undefined && told !== '') {
    if (existsSync(told)) return told;
    throw new Error(`${variable} names ${told}, which does not exist`);
  }
  const there = paths.find((path) => existsSync(path)) ?? (await cached(kind));
  if (there) return there;
  const failures: string[] = [];
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log(`No ${name} found: installing the package ${apt} …`);
    const problem = aptInstall(apt);
    const installed = paths.find((path) => existsSync(path));
    if (installed) return installed;
    failures.push(`apt-get install ${apt}: ${problem ?? 'ended well, but the program is at none of the known places'}`);
  }
  try {
    console.log(`No ${name} found: downloading one into ${CACHE} …`);
    return await download(kind);
  } catch (cause) {
    failures.push(`@puppeteer/browsers: ${cause instanceof Error ? cause.message : String(cause)}`);
  }
  throw new Error(
    `No ${name} is installed, and none could be.\n  ${failures.join('\n  ')}\nInstall it (on Debian: apt-get install ${apt}) or set ${variable} to its program, then run this again.`,
  );
}

function aptInstall(name: string): string | null {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', name],
  ]) {
    const { status, stderr } = spawnSync('apt-get', args, { env, encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] });
    // A stale index may still hold the package: only the install counts.
    if (status !== 0 && args[0] === 'install') return stderr.trim().split('\n').slice(-3).join(' ');
  }
  return null;
}

async function cached(kind: Browser.CHROME | Browser.FIREFOX): Promise<string | null> {
  const found = existsSync(CACHE) ? await getInstalledBrowsers({ cacheDir: CACHE }) : [];
  return found.find(({ browser }) => browser === kind)?.executablePath ?? null;
}

async function download(browser: Browser.CHROME | Browser.FIREFOX): Promise<string> {
  const platform = detectBrowserPlatform();
  if (platform === undefined) throw new Error(`no build for ${process.platform} ${process.arch}`);
  const buildId = await resolveBuildId(browser, platform, 'stable' as BrowserTag);
  await install({ browser, buildId, cacheDir: CACHE });
  return computeExecutablePath({ browser, buildId, cacheDir: CACHE });
}
