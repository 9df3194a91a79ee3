// A wording as it would stand on a page about the pack's matter: under a heading with the pack's description, and followed by
// sentences that make other claims of the pack. What follows tells what the page is about and lends the wording no name.
import type { Pack } from '../../../src/claims/types.ts';
import type { Block, Match, Matcher } from '../../../src/match/types.ts';

/** Claims that an article of 1,000 words makes at least, by the labelled pages. */
const OTHERS = 4;

/** Block of the text on its page. */
export const IN = 1;

/** A page around `text`. */
export const pageAround = (pack: Pack, text: string): { readonly blocks: readonly Block[]; readonly title: string } => {
  const step = Math.max(1, Math.floor(pack.claims.length / OTHERS));
  const others = pack.claims.filter((_, i) => i % step === 0).slice(0, OTHERS);
  const after = others.map(({ statement }) => ({ text: statement }));
  return { blocks: [{ text: pack.description, role: 'heading' }, { text }, ...after], title: pack.name };
};

/** What the engine finds in the text itself, surest first. */
export const readOnPage = (matcher: Matcher, pack: Pack, text: string): Match[] => {
  const { blocks, title } = pageAround(pack, text);
  return matcher
    .match(blocks, { title, language: pack.language })
    .filter(({ block }) => block === IN)
    .toSorted((one, other) => other.confidence - one.confidence);
};
