// A wording as it would stand on a page about the pack's matter: under a heading with the pack's description, and followed by
// sentences that make other claims of the pack, others for every wording. What follows tells what the page is about and lends the
// wording no name.
import type { Pack } from '../../../src/claims/types.ts';
import type { Block, Match, Matcher } from '../../../src/match/types.ts';
import { seedOf } from '../../../src/match/wordings/profiles.ts';

/** Claims that an article of 1,000 words makes at least, by the labelled pages. */
const OTHERS = 4;

/** Block of the text on its page. */
export const IN = 1;

/** A page around `text`. @param claim id of the claim that the text makes: its own statement is not among the others */
export const pageAround = (
  { claims, description, name }: Pack,
  text: string,
  claim: string,
): { readonly blocks: readonly Block[]; readonly title: string } => {
  const others = claims.filter(({ id }) => id !== claim);
  const from = Math.abs(seedOf(text));
  const step = Math.max(1, Math.floor(others.length / OTHERS));
  const after = Array.from({ length: Math.min(OTHERS, others.length) }, (_, i) => ({
    text: others[(from + i * step) % others.length]?.statement ?? '',
  }));
  return { blocks: [{ text: description, role: 'heading' }, { text }, ...after], title: name };
};

/** What the engine finds in the text itself, surest first. @param claim id of the claim that it makes */
export const readOnPage = (matcher: Matcher, pack: Pack, text: string, claim: string): Match[] => {
  const { blocks, title } = pageAround(pack, text, claim);
  return matcher
    .match(blocks, { title, language: pack.language })
    .filter(({ block }) => block === IN)
    .toSorted((one, other) => other.confidence - one.confidence);
};
