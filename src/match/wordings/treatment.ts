// How a passage treats its claim: features for the forests that decide between asserting, denying and questioning.

import type { Candidate } from './candidate.ts';
import { CUES, cuesOf, RELATION_CUES } from './cues.ts';
import type { Columns } from './layout.ts';
import { RELATION_CODE } from './relations.ts';

export const TREATMENT_FEATURES = [
  'bias',
  ...CUES,
  'asserted',
  'denied',
  'questioned',
  'deniedLead',
  'questionedLead',
  'wordingDenies',
  'wordingQuestions',
  'negationParity',
  'wordingNegations',
  'contrary',
  'beforeSame',
  'agreement',
  'ownDeny',
  'ownAsk',
  'allDeny',
  'allAsk',
  'wordsDeny',
  'wordsAsk',
  'partWordsDeny',
  'partWordsAsk',
  'cuesDeny',
  'cuesAsk',
  // The part of the sentence that speaks of the claim (part.ts): its cues, and its share.
  'partNegation',
  'partDenial',
  'partDoubt',
  'partQuestion',
  'partTurn',
  'partOpensNegative',
  'partConditional',
  'partParity',
  'partShare',
] as const;

/** @param sentence its text; @param negations number of negating words in it; @param before agreement of the same claim in the sentence before */
export const treatmentOf = (
  index: Columns,
  one: Candidate & { readonly start: number },
  sentence: string,
  negations: number,
  before: number,
  agreement: number,
): Float64Array => {
  const [asserted, denied, questioned] = one.byRelation;
  const relation = index.textRelation[one.text] ?? 0;
  const wordingNegations = one.assertedText < 0 ? 0 : (index.textNegations[one.assertedText] ?? 0);
  const cues = cuesOf(sentence);
  const sum = (table: Float32Array): number => {
    const at = one.claim * 2 * RELATION_CUES.length;
    return RELATION_CUES.reduce((total, cue, i) => total + (table[at + 2 * i + ((cues[cue] ?? 0) > 0 ? 0 : 1)] ?? 0), 0);
  };
  const isAll = one.partShare === 1;
  const partCues = isAll ? cues : cuesOf(sentence.slice(one.part[0] - one.start, one.part[1] - one.start));
  // One kind of row for all forests: code that reads two kinds is several times as slow.
  return Float64Array.of(
    1,
    ...cues,
    asserted,
    denied,
    questioned,
    denied - asserted,
    questioned - asserted,
    relation === RELATION_CODE.denies ? 1 : 0,
    relation === RELATION_CODE.questions ? 1 : 0,
    (negations + wordingNegations) % 2,
    Math.min(2, wordingNegations),
    one.contrary ? 1 : 0,
    before,
    agreement,
    ...one.leans,
    sum(index.cueDeny),
    sum(index.cueAsk),
    ...partCues,
    ((isAll ? negations : one.partNegations) + wordingNegations) % 2,
    one.partShare,
  );
};
