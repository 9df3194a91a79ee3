// Packs of bare statements for the benchmark: generated ones, or the claims of a feed given by path.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parseClaimReviews } from '../../src/claims/claim-review.ts';
import { compile } from '../../src/claims/compile.ts';
import type { Claim, Pack } from '../../src/claims/types.ts';

const claimOf = (statement: string, number: number): Claim => ({
  id: `G${number}`,
  topic: 'generated',
  statement,
  claimant: '',
  made: '2024',
  kind: 'fact',
  origin: '',
  passages: [],
  wordings: [],
  evidence: [],
});

export const claimsOf = (statements: readonly string[]): Claim[] => statements.map(claimOf);

/** Claims of a ClaimReview feed in JSON, gzipped or not. */
export const readFeed = (path: string): readonly Claim[] => {
  const bytes = readFileSync(path);
  const json: unknown = JSON.parse((path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString());
  const parsed = parseClaimReviews(json);
  if (!parsed.ok) throw new Error(`${path}: expected a ClaimReview feed, got ${JSON.stringify(parsed.problems.slice(0, 3))}`);
  return parsed.pack.claims;
};

/** Index of these claims as a pack without wordings, thesaurus or sources. */
export const compileClaims = (claims: readonly Claim[]): Uint8Array<ArrayBuffer> => {
  const pack: Pack = {
    format: 1,
    id: 'bench',
    name: 'Bench',
    version: '1',
    language: 'en',
    publisher: '',
    licence: '',
    updated: new Date().toISOString().slice(0, 10),
    description: '',
    documents: [],
    sources: [],
    thesaurus: [],
    claims: [...claims],
  };
  return compile(pack);
};
