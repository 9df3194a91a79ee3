// One theme: colours are written down in tokens.css, every name that is used is defined there, and every icon is there.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');
const tokens = read('src/ui/tokens.css');
const sheets = globSync('src/ui/**/*.css', { cwd: ROOT }).filter((file) => !file.endsWith('tokens.css'));
/** Shadows are black in both themes. */
const COLOUR = /#[0-9a-f]{3,8}\b(?![-\w])|\b(?:rgb|rgba|hsl|oklch|oklab|lab)\((?!0 0 0 \/|from\b)/giu;

describe.each(sheets)('%s', (file) => {
  test('takes its colours from the tokens', () => {
    expect(read(file).match(COLOUR) ?? []).toEqual([]);
  });

  test('uses tokens that are there', () => {
    const used = [...read(file).matchAll(/var\((--sl-[\w-]+)/gu)].map(([, name]) => name ?? '');
    expect(used.filter((name) => !tokens.includes(`${name}:`) && !read(file).includes(`${name}:`))).toEqual([]);
  });
});

test('what stands in a page is measured in pixels: rem is the page’s own size of letters', () => {
  for (const sheet of ['src/ui/card.css', 'src/ui/tokens.css']) expect(read(sheet).match(/[\d.]rem\b/gu) ?? []).toEqual([]);
});

test('every colour has a light and a dark side', () => {
  const colours = [...tokens.matchAll(/--sl-[\w-]+: (#[^;]+);/gu)];
  expect(colours).toEqual([]);
});

test('the app icon is there in every size', () => {
  for (const size of [16, 32, 48, 96, 128]) {
    const file = `${ROOT}assets/icons/${size}.png`;
    expect(existsSync(file)).toBe(true);
    // Width and height stand in the header, big-endian, at bytes 16 and 20.
    const header = readFileSync(file);
    expect([header.readUInt32BE(16), header.readUInt32BE(20)]).toEqual([size, size]);
  }
});
