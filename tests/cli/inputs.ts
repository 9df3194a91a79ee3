// The files that `match` reads: .html, .txt, and .jsonl with a page or text in each row.
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { said } from '../../src/claims/problem.ts';
import { decode } from './load-pack.ts';
import { type ReadPage, readHtml, readText } from './read-page.ts';

export interface Input {
  /** Path; of a row FILE#id. */
  readonly file: string;
  readonly page: ReadPage;
  /** The sentences around a row's text. */
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const LINE_FEED = 10;
/** So far into a page browsers look for its encoding. */
const DECLARED_WITHIN = 1024;

/** A page in UTF-8, or in the encoding that it declares. */
const readPage = (bytes: Buffer): ReadPage => {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (utf16) return readHtml(bytes);
  try {
    return readHtml(decode(bytes));
  } catch (error) {
    const declares = /charset\s*=/i.test(bytes.toString('latin1', 0, DECLARED_WITHIN));
    if (!declares || bytes.includes(0)) throw error;
    return readHtml(bytes);
  }
};

/** @throws Error saying what of the row was expected */
const readRow = (file: string, line: Uint8Array, number: number): Input => {
  let row: unknown;
  try {
    row = JSON.parse(decode(line));
  } catch (error) {
    throw new Error(`line ${number}: expected a JSON object, ${error instanceof Error ? error.message : error}`);
  }
  const fields: Record<string, unknown> = typeof row === 'object' && row !== null ? { ...row } : {};
  const text = (key: string): string | undefined => (typeof fields[key] === 'string' ? fields[key] : undefined);
  for (const key of ['before', 'after', 'title', 'lang'])
    if ((fields[key] ?? '') !== '' && text(key) === undefined)
      throw new Error(`line ${number}: expected a string as "${key}", got ${said(fields[key])}`);
  const { id = number } = fields;
  if ((typeof id !== 'string' && typeof id !== 'number') || id === '')
    throw new Error(`line ${number}: expected an "id" that is a number or a string of some length, got ${JSON.stringify(id)}`);
  const html = text('html');
  const plain = text('text');
  if (html === undefined && plain === undefined)
    throw new Error(
      `line ${number}: expected a field "html" or "text" with a string, got ${Object.keys(fields).join(', ') || 'no fields'}`,
    );
  const page = html === undefined ? readText(plain ?? '') : readHtml(html);
  return {
    file: `${file}#${id}`,
    page: { ...page, title: text('title') ?? page.title, language: text('lang') ?? page.language },
    before: text('before'),
    after: text('after'),
  };
};

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LINE_FEED, from);
    const to = end < 0 ? bytes.length : end;
    yield bytes.subarray(from, to);
    from = to + 1;
  }
}

const isBlank = (line: Uint8Array): boolean => line.every((byte) => byte === 32 || byte === 9 || byte === 13);

/** What the file holds, row by row. @param complain called for the file, or for each row, that cannot be read */
export function* readInputs(file: string, complain: (message: string) => void): Generator<Input> {
  const kind = extname(file).toLowerCase();
  const attempt = (read: () => Input): Input[] => {
    try {
      return [read()];
    } catch (error) {
      complain(`${file}: ${error instanceof Error ? error.message : error}`);
      return [];
    }
  };
  if (!['.html', '.htm', '.txt', '.jsonl'].includes(kind)) {
    complain(`${file}: expected a file ending in .html, .txt or .jsonl, got "${kind}"`);
    return;
  }
  if (kind !== '.jsonl') {
    yield* attempt(() => {
      const bytes = readFileSync(file);
      return { file, page: kind === '.txt' ? readText(decode(bytes)) : readPage(bytes), before: undefined, after: undefined };
    });
    return;
  }
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    complain(`${file}: ${error instanceof Error ? error.message : error}`);
    return;
  }
  const seen = new Set<string>();
  let number = 0;
  for (const line of linesOf(bytes)) {
    number++;
    if (isBlank(line)) continue;
    const at = number;
    for (const input of attempt(() => readRow(file, line, at))) {
      if (seen.has(input.file)) console.error(`${file}: line ${number}: the id is that of an earlier row`);
      seen.add(input.file);
      yield input;
    }
  }
}
