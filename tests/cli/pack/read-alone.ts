// A wording as it would stand on a page about the pack's matter: under a heading with the pack's description, nothing
// beside it. Without any heading the engine keeps silent on sentences that could be about anything.
import type { Pack } from '../../../src/claims/types.ts';
import type { Match, Matcher } from '../../../src/match/types.ts';

/** What the engine finds in the text itself, surest first. */
export const readAlone = (matcher: Matcher, pack: Pack, text: string): Match[] =>
  matcher
    .match([{ text: pack.description, role: 'heading' }, { text }], { title: pack.name, language: pack.language })
    .filter(({ block }) => block === 1)
    .toSorted((one, other) => other.confidence - one.confidence);
