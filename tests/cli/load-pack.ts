// Packs for the command line: the bundled one, another pack of ours, or a ClaimReview feed.
import { readFileSync } from 'node:fs';
import { parseClaimReviews } from '../../src/claims/claim-review.ts';
import type { Problem } from '../../src/claims/problem.ts';
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

/** @throws Error naming the file and what was expected */
export const readJson = (file: string): unknown => {
  try {
    return JSON.parse(decode(readFileSync(file)));
  } catch (error) {
    throw new Error(`${file}: expected a pack or a ClaimReview feed in JSON: ${error instanceof Error ? error.message : error}`);
  }
};

const tellSkipped = (name: string, skipped: readonly Problem[]): void => {
  for (const { path, expected, got } of skipped.slice(0, MOST_PROBLEMS_SHOWN))
    console.error(`${name}: left out ${path}: expected ${expected}, got ${got}`);
  const more = skipped.length - MOST_PROBLEMS_SHOWN;
  if (more > 0) console.error(`${name}: left out ${more} more`);
};

/**
 * Reviews that cannot be used are left out, and named on standard error.
 * @param file path of a pack or feed; the bundled pack when left out
 * @throws Error naming the file and what was expected where
 */
export const loadPack = (file?: string): Pack => {
  const name = file ?? BUNDLED.pathname;
  const json = readJson(name);
  const ours = typeof json === 'object' && json !== null && 'claims' in json;
  const parsed = ours ? { ...parsePack(json), skipped: [] } : parseClaimReviews(json);
  if (parsed.ok) tellSkipped(name, parsed.skipped);
  if (parsed.ok) return parsed.pack;
  const shown = parsed.problems
    .slice(0, MOST_PROBLEMS_SHOWN)
    .map(({ path, expected, got }) => `  ${path}: expected ${expected}, got ${got}`);
  const more = parsed.problems.length - shown.length;
  throw new Error(`${name}: not a valid pack\n${shown.join('\n')}${more > 0 ? `\n  … and ${more} more` : ''}`);
};
