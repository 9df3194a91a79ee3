// npm run -s pack -- held-out: would the engine know each wording had the author not thought of it? Every claim loses one of its
// wordings at a time: a compilation for each wording of the claim that has most, some minutes for the bundled pack. Our labelled pages
// teach beside the wordings that are left, as they have taught what the pack brings.
import { compile } from '../../../src/claims/compile.ts';
import { textsOf } from '../../../src/claims/texts.ts';
import type { Pack } from '../../../src/claims/types.ts';
import { open } from '../../../src/match/open.ts';
import type { ExampleInput } from '../../../src/match/wordings/input.ts';
import { readOnPage } from './read-on-page.ts';
import { examplesFor } from './teach.ts';

/** What issue 3 asks of the bundled pack. */
const WANTED = 0.75;

export interface HeldOut {
  readonly wordings: number;
  readonly recognised: number;
  readonly related: number;
  /** Claims with their share recognised, the lowest first. */
  readonly claims: readonly { readonly id: string; readonly share: number }[];
}

/** @param examples what teaches beside the wordings */
export function heldOut(pack: Pack, examples: readonly ExampleInput[] = []): HeldOut {
  if (pack.claims.every(({ wordings }) => wordings.length === 0))
    throw new Error(`${pack.id}: expected a pack with wordings, got bare statements`);
  const seen = pack.claims.map(() => 0);
  let related = 0;
  const turns = Math.max(0, ...pack.claims.map(({ wordings }) => wordings.length));
  for (let turn = 0; turn < turns; turn++) {
    const kept = pack.claims.map((claim) => ({
      ...claim,
      wordings: claim.wordings.filter((_, position) => position !== turn),
    }));
    const matcher = open(compile({ ...pack, claims: kept, taught: undefined }, examples));
    for (const [number, claim] of pack.claims.entries()) {
      const left = textsOf(claim)[1 + turn];
      if (left === undefined) continue;
      const own = readOnPage(matcher, pack, left.text, claim.id).filter((match) => match.claim === number);
      if (own.length > 0) seen[number] = (seen[number] ?? 0) + 1;
      if (own.some((match) => match.relation === left.relation)) related++;
    }
  }
  const claims = pack.claims.map(({ id, wordings }, number) => ({
    id,
    share: (seen[number] ?? 0) / Math.max(1, wordings.length),
  }));
  return {
    wordings: pack.claims.reduce((sum, { wordings }) => sum + wordings.length, 0),
    recognised: seen.reduce((sum, count) => sum + count, 0),
    related,
    claims: claims.toSorted((one, other) => one.share - other.share),
  };
}

/** Prints the figures; returns the exit code. */
export function showHeldOut(pack: Pack): number {
  const { wordings, recognised, related, claims } = heldOut(pack, pack.taught === undefined ? [] : examplesFor(pack));
  const percent = (part: number): string => `${(100 * part).toFixed(1)} %`;
  console.log(
    `lowest: ${claims
      .slice(0, 12)
      .map(({ id, share }) => `${id} ${percent(share)}`)
      .join(', ')}`,
  );
  console.log(
    `${recognised} of ${wordings} wordings recognised when left out (${percent(recognised / wordings)}; wanted: ${percent(WANTED)}), ${percent(related / wordings)} with their relation`,
  );
  return recognised / wordings >= WANTED ? 0 : 1;
}
