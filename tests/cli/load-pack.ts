// Packs for the command line: the bundled one, another pack of ours, or a ClaimReview feed.
import { readFileSync } from 'node:fs';
import { parse } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Clean, readForeign } from '../../src/claims/import.ts';
import { listed, type Problem } from '../../src/claims/problem.ts';
import { parsePack } from '../../src/claims/schema.ts';
import type { Pack } from '../../src/claims/types.ts';

export const BUNDLED = new URL('../../assets/packs/general-to-general.json', import.meta.url);

const MOST_PROBLEMS_SHOWN = 10;

/** Text of a file in UTF-8; a byte-order mark is no part of it. @throws Error saying what was expected */
export const decode = (bytes: Uint8Array): string => {
  if (bytes.includes(0)) throw new Error('expected text, got binary data (a zero byte)');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Error('expected text in UTF-8, got other bytes');
  }
};

const attempt = <T>(file: string, read: () => T): T => {
  try {
    return read();
  } catch (error) {
    throw new Error(`${file}: expected a pack or a ClaimReview feed in JSON: ${error instanceof Error ? error.message : error}`);
  }
};
const textOf = (file: string): string => attempt(file, () => decode(readFileSync(file)));

/** @throws Error naming the file and what was expected */
export const readJson = (file: string): unknown => attempt(file, () => JSON.parse(decode(readFileSync(file))));

/** Makes plain text of markup as the extension does: by the same purifier, over jsdom, which is loaded only where it is needed. */
const clean: Clean = async (texts) => {
  if (texts.length === 0) return [];
  const [{ JSDOM }, { purifier }] = await Promise.all([import('jsdom'), import('../../src/ui/pages/sanitize.ts')]);
  return texts.map(purifier(new JSDOM('').window as unknown as Window & typeof globalThis));
};

/** @throws Error naming the file and what was expected where */
const refuse = (file: string, problems: readonly Problem[]): never => {
  const [first] = problems;
  if (first?.path === '') throw new Error(`${file}: expected ${first.expected}, got ${first.got}`);
  const lines = listed(problems, MOST_PROBLEMS_SHOWN).map((line) => `\n  ${line}`);
  throw new Error(`${file}: cannot be used${lines.join('')}`);
};

/** The bundled pack. */
export const loadPack = (): Pack => {
  const parsed = parsePack(readJson(fileURLToPath(BUNDLED)));
  return parsed.ok ? parsed.pack : refuse(fileURLToPath(BUNDLED), parsed.problems);
};

/**
 * A pack or a ClaimReview feed as the extension would import it, under its own id and name. Reviews that cannot be used are left
 * out, and named on standard error.
 * @throws Error naming the file and what was expected where
 */
export const importPack = async (file: string): Promise<Pack> => {
  const options = { name: parse(file).name, today: new Date().toISOString().slice(0, 10) };
  const read = await readForeign(textOf(file), options, clean);
  if (!read.ok) return refuse(file, read.problems);
  for (const line of listed(read.skipped, MOST_PROBLEMS_SHOWN)) console.error(`${file}: left out ${line}`);
  return read.pack;
};
