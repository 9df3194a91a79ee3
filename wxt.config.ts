import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { defineConfig, type WxtViteConfig } from 'wxt';
import { sameZip } from './tests/cli/same-zip.ts';

/** The build mode of the end-to-end tests: host permission granted and the shadow root open, nothing else differs. */
const TEST = 'test';
const WEB = ['http://*/*', 'https://*/*'];
/** Tells the background that the bundled pack is another than the one it compiled. */
const digest = createHash('sha256').update(readFileSync('assets/packs/general-to-general.json')).digest('hex').slice(0, 16);

/** Preact's one way of parsing HTML (`dangerouslySetInnerHTML`), which we never use, sets text instead: nothing of ours can
 * parse HTML in a page, and the stores' linters see no such assignment. */
const withoutInnerHtml: NonNullable<WxtViteConfig['plugins']>[number] = {
  name: 'preact-without-inner-html',
  transform(code, id) {
    if (!/[/\\]preact[/\\](dist|src)[/\\]/u.test(id) || !code.includes('innerHTML=')) return null;
    return { code: code.replaceAll(/\b(\w+)\.innerHTML=/gu, '$1.textContent='), map: null };
  },
};

/** Opens the shadow root of the test build, after minifying: a minifier names variables by how often letters occur, so that one
 * word more or less in its input may change a name elsewhere. */
const openShadow: NonNullable<WxtViteConfig['plugins']>[number] = {
  name: 'open-shadow',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      if (chunk.type === 'chunk' && chunk.code.includes('"sl-host"')) chunk.code = chunk.code.replaceAll('"closed"', '"open"');
  },
};

/** Two builds of one commit give the same bytes (`npm run -s same`). */
const withoutDates = (_: unknown, zip: string): void => writeFileSync(zip, sameZip(readFileSync(zip)));

/** The bundled pack travels once, inside the background's script and without its line breaks: its readable file is for
 * people with the repository, who may not load it from the package anyway (`connect-src 'none'`). */
const packOnce: NonNullable<WxtViteConfig['plugins']>[number] = {
  name: 'pack-without-line-breaks',
  enforce: 'pre',
  load: (id) =>
    /[/\\]packs[/\\][^?]+\.json\?raw$/u.test(id)
      ? `export default ${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(id.replace(/\?raw$/u, ''), 'utf8'))))}`
      : null,
};
const withoutPacks = (_: unknown, files: { relativeDest: string }[]): void => {
  files.splice(0, files.length, ...files.filter(({ relativeDest }) => !/^packs[/\\]/u.test(relativeDest)));
};

// WXT takes the mode for NODE_ENV: the test build would carry the libraries' development code.
Object.assign(process.env, { NODE_ENV: 'production' });

export default defineConfig({
  imports: false,
  publicDir: 'assets',
  entrypointsDir: 'entrypoints',
  modules: ['@wxt-dev/webextension-polyfill'],
  targetBrowsers: ['chrome', 'firefox'],
  manifestVersion: 3,
  outDirTemplate: '{{browser}}-mv3{{modeSuffix}}',
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extensionName__',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'activeTab', 'contextMenus', ...(browser === 'chrome' ? ['sidePanel'] : [])],
    ...(mode === TEST ? { host_permissions: WEB } : { optional_host_permissions: WEB }),
    incognito: browser === 'chrome' ? 'split' : 'spanning',
    commands: {
      'next-claim': { suggested_key: { default: 'Alt+Shift+Period' }, description: '__MSG_command_next__' },
      'previous-claim': { suggested_key: { default: 'Alt+Shift+Comma' }, description: '__MSG_command_previous__' },
      'open-claim': { suggested_key: { default: 'Alt+Shift+O' }, description: '__MSG_command_open__' },
      'toggle-site': { suggested_key: { default: 'Alt+Shift+S' }, description: '__MSG_command_toggle__' },
    },
    minimum_chrome_version: browser === 'chrome' ? '127' : undefined,
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    browser_specific_settings:
      browser === 'firefox'
        ? {
            gecko: {
              id: 'sidelight@sidelight.example',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          }
        : undefined,
  }),
  hooks: {
    'build:publicAssets': withoutPacks,
    'zip:extension:done': withoutDates,
    'zip:sources:done': withoutDates,
    'vite:build:extendConfig': (_entrypoints, config) => {
      config.define = { ...config.define, 'process.env.NODE_ENV': '"production"', 'import.meta.env.MODE': '"production"' };
    },
  },
  vite: ({ mode }) => ({
    plugins: [withoutInnerHtml, packOnce, mode === TEST && openShadow],
    define: { __OPEN_SHADOW__: 'false', __PACK_DIGEST__: JSON.stringify(digest) },
    esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
    build: {
      target: 'es2022',
      // The script in the page is a kilobyte shorter than by esbuild (README, decision 8).
      minify: 'terser',
      terserOptions: { ecma: 2020, compress: { passes: 3, keep_fargs: false } },
      sourcemap: false,
      // Without it no page of ours holds a `fetch`.
      modulePreload: { polyfill: false },
    },
  }),
});
