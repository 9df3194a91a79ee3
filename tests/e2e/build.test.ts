// The built packages themselves: what they may do, what they weigh, and that the test build is the product.
import assert from 'node:assert/strict';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { root } from './harness.ts';

/** DESIGN.md §5. */
const READER_BYTES = 30 * 1024;
const WEB = ['http://*/*', 'https://*/*'];
interface Manifest {
  readonly manifest_version: number;
  readonly host_permissions?: readonly string[];
  readonly optional_host_permissions?: readonly string[];
  readonly web_accessible_resources?: unknown;
  readonly content_scripts?: unknown;
  readonly content_security_policy: { readonly extension_pages: string };
}
const manifestOf = (build: string): Manifest => JSON.parse(readFileSync(root(`.output/${build}/manifest.json`), 'utf8'));

for (const build of ['chrome-mv3', 'firefox-mv3']) {
  describe(`the build ${build}`, () => {
    test('asks for no site at install, loads nothing remote, shows nothing to pages', () => {
      const manifest = manifestOf(build);
      assert.equal(manifest.manifest_version, 3);
      assert.equal(manifest.host_permissions, undefined);
      assert.deepEqual(manifest.optional_host_permissions, WEB);
      assert.equal(manifest.web_accessible_resources, undefined);
      assert.equal(manifest.content_scripts, undefined);
      const policy = manifest.content_security_policy.extension_pages;
      assert.match(policy, /default-src 'none'/u);
      assert.match(policy, /connect-src 'none'/u);
      assert.doesNotMatch(policy, /unsafe|https?:|\*/u);
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

/** What is left of two texts when all that they begin and end with alike is taken away. */
function difference(a: string, b: string): readonly [string, string] {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [a.slice(start, a.length - end), b.slice(start, b.length - end)];
}
