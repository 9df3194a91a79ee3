// @vitest-environment jsdom
import { render } from 'preact';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { FileButton, MOST_MB } from '../../src/ui/pages/settings/file-button.tsx';

const getMessage = (key: string, more: readonly string[] = []): string => (key === 'locale' ? 'en' : [key, ...more].join(' '));
Object.assign(globalThis, { chrome: { i18n: { getMessage } } });

type Chosen = Pick<File, 'name' | 'size' | 'arrayBuffer'>;
const file = (bytes: Uint8Array | (() => Promise<ArrayBuffer>), size = 9, name = 'a.json'): Chosen => ({
  ...{ name, size },
  arrayBuffer: typeof bytes === 'function' ? bytes : async () => new Uint8Array(bytes).buffer,
});
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

let root: HTMLElement;
let got: (readonly [string, string])[];
async function choose(...files: readonly Chosen[]): Promise<string | null | undefined> {
  const input = root.querySelector('input') as HTMLInputElement;
  for (const one of files) {
    Object.defineProperty(input, 'files', { value: [one], configurable: true });
    input.dispatchEvent(new Event('change'));
  }
  await new Promise((resolve) => setTimeout(resolve, 40));
  return root.querySelector('[role=alert]')?.textContent;
}
beforeEach(() => {
  [root, got] = [document.createElement('div'), []];
  render(
    <FileButton name="x" onFile={(...one) => got.push(one)}>
      Choose
    </FileButton>,
    root,
  );
});

describe('a file', () => {
  test.each([
    ['UTF-8', utf8('{"é": "я"}')],
    ['UTF-8 with a byte order mark', utf8('\uFEFF{"é": "я"}')],
  ])('in %s is handed on as text', async (_, bytes) => {
    expect(await choose(file(bytes))).toBeUndefined();
    expect(got).toEqual([['a.json', '{"é": "я"}']]);
  });

  test.each([
    ['Latin-1', new Uint8Array(Buffer.from('{"name": "Prüfer"}', 'latin1'))],
    ['UTF-16', new Uint8Array(Buffer.from('\uFEFF{"name": "Prüfer"}', 'utf16le'))],
  ])('in %s is refused before its letters are lost', async (_, bytes) => {
    expect(await choose(file(bytes))).toBe('options_file_not_utf8');
    expect(got).toEqual([]);
  });

  test('that has gone is not met with silence', async () => {
    const gone = async () => {
      throw new DOMException('The requested file could not be read', 'NotReadableError');
    };
    expect(await choose(file(gone))).toMatch(/^options_file_unreadable .*could not be read/u);
    expect(got).toEqual([]);
  });

  test('that is too large for any text is not even read', async () => {
    const read = vi.fn();
    expect(await choose(file(read, (MOST_MB + 1) * 1024 * 1024))).toBe(`options_file_large ${MOST_MB}`);
    expect(read).not.toHaveBeenCalled();
  });

  test('chosen after a bad one takes its message away', async () => {
    await choose(file(Uint8Array.of(0xff)));
    expect(await choose(file(utf8('{}')))).toBeUndefined();
    expect(got).toHaveLength(1);
  });

  test('that takes longer to read than the one chosen after it is not handed on', async () => {
    const slow = () => new Promise<ArrayBuffer>((resolve) => setTimeout(resolve, 20, new ArrayBuffer(0)));
    await choose(file(slow, 9, 'slow.json'), file(utf8('{}'), 9, 'next.json'));
    expect(got).toEqual([['next.json', '{}']]);
  });
});
