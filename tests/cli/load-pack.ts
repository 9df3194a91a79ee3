// Packs for the command line: the bundled one, another pack of ours, or a ClaimReview feed.
import { readFileSync } from 'node:fs';
import { parseClaimReviews } from '../../src/claims/claim-review.ts';
import { parsePack } from '../../src/claims/schema.ts';
import type { Pack } from '../../src/claims/types.ts';

export const BUNDLED = new URL('../../assets/packs/general-to-general.json', import.meta.url);

const MOST_PROBLEMS_SHOWN = 10;

/**
 * @param file path of a pack or feed; the bundled pack when left out
 * @throws Error naming the file and what was expected where
 */
export const loadPack = (file?: string): Pack => {
  const name = file ?? BUNDLED.pathname;
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(name, 'utf8'));
  } catch (error) {
    throw new Error(`${name}: expected a pack or a ClaimReview feed in JSON: ${error instanceof Error ? error.message : error}`);
  }
  const ours = typeof json === 'object' && json !== null && 'claims' in json;
  const parsed = ours ? parsePack(json) : parseClaimReviews(json);
  if (parsed.ok) return parsed.pack;
  const shown = parsed.problems
    .slice(0, MOST_PROBLEMS_SHOWN)
    .map(({ path, expected, got }) => `  ${path}: expected ${expected}, got ${got}`);
  const more = parsed.problems.length - shown.length;
  throw new Error(`${name}: not a valid pack\n${shown.join('\n')}${more > 0 ? `\n  … and ${more} more` : ''}`);
};
