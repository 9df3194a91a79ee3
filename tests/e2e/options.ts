// The settings page from outside: what it says, the files that it is given, and those that it gives.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import type { ElementHandle, Page } from 'puppeteer-core';
import { press } from './hand.ts';
import { root, until } from './harness.ts';

export const OUT = root('tests/.out');
mkdirSync(OUT, { recursive: true });

/** Chooses a file with this content (bytes as they are, anything else as JSON) where that button does. */
export async function give(page: Page, name: string, file: string, content: unknown): Promise<void> {
  const path = `${OUT}/${file}`;
  writeFileSync(path, typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content));
  const input = (await page.$(`input[name="${name}-file"]`)) as ElementHandle<HTMLInputElement> | null;
  assert.ok(input, name);
  await input.uploadFile(path);
}
export const textOf = (page: Page, selector: string): Promise<string> =>
  page.evaluate((at) => [...document.querySelectorAll(at)].map((one) => one.textContent).join('\n'), selector);
export const sees = (page: Page, selector: string, words: RegExp): Promise<true> =>
  until(`${words} in ${selector}`, async () => (words.test(await textOf(page, selector)) ? true : null));
/** What a press on the button would have the browser save: no test sees its downloads in both browsers. */
export async function fileFrom(page: Page, button: string): Promise<string> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      URL.createObjectURL = make;
      Object.assign(globalThis, { __saved: (blob as Blob).text() });
      return make(blob);
    };
  });
  await press(page, `button[name=${button}]`);
  await until('a file', () => page.evaluate(() => '__saved' in globalThis || null));
  return page.evaluate(async () => {
    const scope = globalThis as unknown as { __saved?: Promise<string> };
    const text = await scope.__saved;
    delete scope.__saved;
    return text ?? '';
  });
}
