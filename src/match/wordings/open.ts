// The matcher over claims with authored wordings: sentence by sentence, candidates, decision, relation, reason.
import { newLexicon } from '../../text/lexicon.ts';
import type { Sections } from '../container.ts';
import type { Block, Match, Matcher } from '../types.ts';
import { confidences, promiseOf, relationOf, THRESHOLD } from './decide.ts';
import { fromSections } from './layout.ts';
import { newNearest } from './nearest.ts';
import { reasonOf } from './reason.ts';
import { newScorer } from './scorer.ts';
import { type Sighting, sightings } from './sightings.ts';

export const openWordings = (sections: Sections): Matcher => {
  const index = fromSections(sections);
  const scorer = newScorer(index, newLexicon(), promiseOf);
  /** Made when it is first asked for: most sessions ask for none. */
  let nearest: Matcher['nearest'] | undefined;
  const toMatch = (blocks: readonly Block[], one: Sighting, confidence: number): Match => {
    const text = blocks[one.block]?.text.slice(one.start, one.end) ?? '';
    const firstText = index.textAt[one.claim] ?? 0;
    return {
      claim: one.claim,
      block: one.block,
      start: one.start,
      end: one.end,
      relation: relationOf(index, one, text, one.negations),
      confidence,
      reason: reasonOf(one.text - firstText, one.grounds),
    };
  };
  return {
    claims: index.claims,
    match: (blocks, context = {}) => {
      const seen = sightings(scorer, blocks, context);
      const sure = confidences(seen);
      return seen.found.flatMap((one, i) => {
        const confidence = sure[i] ?? 0;
        return confidence < THRESHOLD ? [] : [toMatch(blocks, one, confidence)];
      });
    },
    nearest: (text, k, around) => {
      nearest ??= newNearest(index);
      return nearest(text, k, around);
    },
  };
};
