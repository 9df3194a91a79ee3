// The house keeps its shape: rooms import only from themselves and from those above, and only platform/
// and the entrypoints touch the browser's extension APIs.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const ROOMS = ['text', 'match', 'claims', 'page', 'platform', 'ui'];
/** Pure rooms: they run in a worker, in Node, anywhere; `page` knows the DOM. */
const NO_DOM = ['text', 'match', 'claims'];

const files = globSync('{src,entrypoints}/**/*.{ts,tsx}', { cwd: ROOT }).map((file) => file.replaceAll('\\', '/'));
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const importsOf = (source: string): readonly string[] =>
  [
    ...source.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s+'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\('([^']+)'\)/gu,
    ),
  ].map(([, from, bare, dynamic]) => from ?? bare ?? dynamic ?? '');
const roomOf = (file: string): number =>
  file.startsWith('entrypoints/') ? ROOMS.length : ROOMS.indexOf(file.split('/')[1] ?? '');
/** Comments and strings speak of what code must not touch. */
const codeOf = (source: string): string =>
  source.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`])\/\/.*/gu, '').replace(/'(?:[^'\\\n]|\\.)*'/gu, "''");

describe('the rooms', () => {
  test('there is something to check', () => {
    expect(files.length).toBeGreaterThan(50);
    expect(files.flatMap((file) => importsOf(read(file))).length).toBeGreaterThan(100);
  });

  test.each(files)('%s imports from its own room or one above', (file) => {
    expect(roomOf(file)).toBeGreaterThanOrEqual(0);
    const below = importsOf(read(file))
      .filter((name) => name.startsWith('.'))
      .map((name) => relative(ROOT, join(ROOT, dirname(file), name)).replaceAll('\\', '/'))
      .filter((target) => !target.startsWith('assets/'))
      .filter((target) => !(target.startsWith('src/') || target.startsWith('entrypoints/')) || roomOf(target) > roomOf(file));
    expect(below).toEqual([]);
  });

  test.each(files)('%s names the file it imports, with its ending', (file) => {
    expect(importsOf(read(file)).filter((name) => name.startsWith('.') && !/\.(tsx?|css|json)(\?\w+)?$/u.test(name))).toEqual([]);
  });

  test.each(files.filter((file) => roomOf(file) < ROOMS.indexOf('platform') || file.startsWith('src/ui/')))(
    '%s leaves the extension APIs to platform/',
    (file) => {
      expect(importsOf(read(file)).filter((name) => /^(webextension-polyfill|wxt|idb)(\/|$)/u.test(name))).toEqual([]);
      expect(codeOf(read(file))).not.toMatch(
        /\b(?:browser|chrome)\??\.(?:runtime|tabs|storage|scripting|permissions|i18n|action|windows)\b/u,
      );
    },
  );

  test.each(files.filter((file) => NO_DOM.includes(ROOMS[roomOf(file)] ?? '')))('%s runs without a DOM', (file) => {
    expect(codeOf(read(file))).not.toMatch(/(?<![.\w])(?:document|window)\.|\bHTMLElement\b/u);
  });

  test.each(files)('%s parses no HTML and evaluates no text', (file) => {
    expect(codeOf(read(file))).not.toMatch(
      /\.(?:inner|outer)HTML\s*=|insertAdjacentHTML|dangerouslySetInnerHTML|createContextualFragment|\beval\(|new Function\(/u,
    );
  });
});
