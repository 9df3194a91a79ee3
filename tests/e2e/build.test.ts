// The built packages themselves: what they may do, what they weigh, and that the test build is the product.
import assert from 'node:assert/strict';
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { root } from './harness.ts';

/** The budgets: the script in the page, zipped; the package without its tables of words; those tables. */
const READER_BYTES = 30 * 1024;
const PACKAGE_BYTES = 500_000;
const TABLE_BYTES = 1_500_000;
/** What it is at present, and must not grow beyond: the pack's own texts are a third of it. */
const LARGEST_BYTES = 820_000;
const WEB = ['http://*/*', 'https://*/*'];
const PERMISSIONS = ['activeTab', 'contextMenus', 'scripting', 'storage'];
interface Manifest {
  readonly manifest_version: number;
  readonly permissions: readonly string[];
  readonly optional_permissions?: unknown;
  readonly browser_specific_settings?: { readonly gecko: Readonly<Record<string, unknown>> };
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly web_accessible_resources?: unknown;
  readonly content_scripts?: unknown;
  readonly externally_connectable?: unknown;
  readonly sandbox?: unknown;
  readonly content_security_policy: { readonly extension_pages: string };
}
const manifestOf = (build: string): Manifest => JSON.parse(readFileSync(root(`.output/${build}/manifest.json`), 'utf8'));

for (const build of ['chrome-mv3', 'firefox-mv3']) {
  describe(`the build ${build}`, () => {
    test('asks for no site at install, loads nothing remote, shows nothing to pages', () => {
      const manifest = manifestOf(build);
      assert.equal(manifest.manifest_version, 3);
      const own = build === 'chrome-mv3' ? [...PERMISSIONS, 'sidePanel'] : PERMISSIONS;
      assert.deepEqual(manifest.permissions.toSorted(), own.toSorted());
      assert.equal(manifest.optional_permissions, undefined);
      assert.equal(manifest.host_permissions, undefined);
      assert.deepEqual(manifest.optional_host_permissions, WEB);
      assert.equal(manifest.web_accessible_resources, undefined);
      assert.equal(manifest.content_scripts, undefined);
      assert.deepEqual(Object.keys(manifest.content_security_policy), ['extension_pages'], 'no policy for a sandbox');
      const policy = new Map(
        manifest.content_security_policy.extension_pages.split('; ').map((rule) => {
          const [directive = '', ...sources] = rule.split(' ');
          return [directive, sources.join(' ')] as const;
        }),
      );
      for (const directive of ['default-src', 'connect-src', 'base-uri', 'form-action', 'frame-ancestors'])
        assert.equal(policy.get(directive), "'none'", directive);
      for (const [directive, sources] of policy)
        if (sources !== "'none'") assert.equal(sources, directive === 'img-src' ? "'self' data:" : "'self'", directive);
      assert.equal(manifest.externally_connectable, undefined);
      assert.equal(manifest.sandbox, undefined);
    });

    if (build === 'firefox-mv3')
      test('tells Firefox that it takes no data, and from which version on it runs', () => {
        assert.deepEqual(manifestOf(build).browser_specific_settings?.gecko, {
          id: 'sidelight@sidelight.example',
          strict_min_version: '142.0',
          data_collection_permissions: { required: ['none'] },
        });
      });

    test('the test build differs in host permission and the open shadow root only', () => {
      const { host_permissions, ...test } = manifestOf(`${build}-test`);
      const { optional_host_permissions, ...product } = manifestOf(build);
      assert.deepEqual(test, product);
      assert.deepEqual(host_permissions, optional_host_permissions);
      const names = (of: string): string[] =>
        globSync('**/*.*', { cwd: root(`.output/${of}`) })
          .map((name) => name.replace(/-[\w-]{8}\./u, '.'))
          .sort();
      assert.deepEqual(names(`${build}-test`), names(build));
      const [open, closed] = [`${build}-test`, build].map((of) => readFileSync(root(`.output/${of}/reader.js`), 'utf8'));
      assert.deepEqual(difference(open ?? '', closed ?? ''), ['open', 'closed']);
    });

    test(`the script in the page is at most ${READER_BYTES} bytes gzipped, and the page's world is not told our id`, (t) => {
      const script = readFileSync(root(`.output/${build}/reader.js`));
      const size = gzipSync(script).length;
      t.diagnostic(`reader.js: ${size} bytes gzipped`);
      console.log(`  ${build}: reader.js ${size} bytes gzipped`);
      assert.ok(size <= READER_BYTES, `${size} bytes`);
      assert.ok(!/content-script-started|innerHTML\s*=[^=]|insertAdjacentHTML|\beval\(/u.test(script.toString()));
    });

    test('a program for pages to run is in none of its pages: no inline script or style, nothing from elsewhere', () => {
      for (const page of globSync('*.html', { cwd: root(`.output/${build}`) })) {
        const html = readFileSync(root(`.output/${build}/${page}`), 'utf8');
        assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)|<style|\son\w+=|(?:src|href)="(?:https?:)?\/\//u, page);
      }
    });

    test('the size of the package is known', (t) => {
      const { whole, tables } = packageSize(root(`.output/${build}`));
      const said = `${kilobytes(whole)} zipped, of which tables of words ${kilobytes(tables)}; the rest ${kilobytes(whole - tables)} (budget ${kilobytes(PACKAGE_BYTES)})`;
      t.diagnostic(said);
      console.log(`  ${build}: ${said}`);
      assert.ok(tables <= TABLE_BYTES, said);
      assert.ok(whole - tables <= LARGEST_BYTES, said);
    });

    test('what the manifest and the pages name is there', () => {
      for (const file of [
        'background.js',
        'reader.js',
        'assets/highlights.css',
        'popup.html',
        'options.html',
        'welcome.html',
        'icons/16.png',
        'icons/128.png',
      ])
        assert.ok(existsSync(root(`.output/${build}/${file}`)), file);
    });
  });
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;
const TABLES = ['src/text/frequencies.data.ts', 'src/match/statement/vectors.data.ts'].flatMap((file) =>
  [...readFileSync(root(file), 'utf8').matchAll(/'([^'\n]{10000,})'/gu)].map(([, table = '']) => table),
);

/** Bytes of all files deflated one by one, as in a zip; and how many of them the tables of words bring. */
function packageSize(folder: string): { readonly whole: number; readonly tables: number } {
  let whole = 0;
  let rest = 0;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = readFileSync(join(entry.parentPath, entry.name));
    const size = deflateRawSync(bytes, { level: 9 }).length;
    const text = entry.name.endsWith('.js') ? bytes.toString() : '';
    const without = TABLES.reduce((left, table) => left.replaceAll(table, ''), text);
    whole += size;
    rest += without.length === text.length ? size : deflateRawSync(without, { level: 9 }).length;
  }
  return { whole, tables: whole - rest };
}

/** What is left of two texts when all that they begin and end with alike is taken away. */
function difference(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
