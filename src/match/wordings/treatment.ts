// How a passage treats its claim: features for the forests that decide between asserting, denying and questioning.

import { CUES, cuesOf, RELATION_CUES } from '../frames/counts.ts';
import { STOPS } from '../frames/cues.ts';
import { frameOf, is, type Reading, readAfter, readBefore, readWithin } from '../frames/frames.ts';
import { newRows } from '../rows.ts';
import type { Candidate } from './candidate.ts';
import type { Columns } from './layout.ts';
import { reasonOf } from './reason.ts';
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
  // What the frame around the claim does to it, and its own clause (frames.ts).
  'frameDenies',
  'frameAsks',
  'clauseDenies',
  'laterDenies',
  'turned',
  // The same of a frame that opens the sentence, with no other one and no other clause between.
  'openingDenies',
  'openingAsks',
] as const;

/** A frame that governs all of a sentence ends within so many words: "it is not true, he says, that …". */
const OPENING = 10;
const LEADS_UP = new Set(['that', 'whether', 'if']);
/** What ends its scope: another clause that is led up to, or that is joined after a comma. */
const ENDING = new Set(['that', ';']);
const JOINING = new Set(['and', 'or', 'so']);

/** The features of the frame, in their order. @param start of the sentence in the text that the grounds' offsets are of */
const framing = ({ text: wording, grounds, start }: Candidate & { readonly start: number }, sentence: string): number[] => {
  const { agreed } = reasonOf(wording, grounds);
  const whole = agreed.reduce((sum, { weight }) => sum + weight, 0);
  const { words, first, last } = frameOf(
    sentence,
    0,
    sentence.length,
    agreed.map((one) => ({ start: one.start - start, end: one.end - start, weight: one.weight / whole })),
  );
  const read = (by: (reading: Reading) => void): Reading => {
    const reading = { denied: false, asked: false, turns: 0, negations: 0 };
    by(reading);
    return reading;
  };
  const before = read((reading) => readBefore(words, first, reading));
  const within = read((reading) => readWithin(words, first, last, false, reading));
  const after = read((reading) => readAfter(words, last, false, reading));
  const led = words.slice(0, OPENING).findIndex(({ form }) => LEADS_UP.has(form));
  // "Kyiv denied that it rained, and …" opens another clause.
  const isLed =
    led >= 0 &&
    led < first &&
    !words
      .slice(led + 1, first)
      .some(
        (word, i, all) => ENDING.has(word.form) || is(word, STOPS) || (word.form === ',' && JOINING.has(all[i + 1]?.form ?? '')),
      );
  const opening = read((reading) => isLed && readBefore(words, led + 1, reading));
  return [
    before.denied ? 1 : 0,
    before.asked ? 1 : 0,
    within.denied ? 1 : 0,
    after.denied ? 1 : 0,
    (before.turns + within.turns) % 2,
    opening.denied ? 1 : 0,
    opening.asked ? 1 : 0,
  ];
};

const newRow = newRows(TREATMENT_FEATURES.length);
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
  const partCues = isAll ? cues : cuesOf(sentence, one.part[0] - one.start, one.part[1] - one.start);
  const row = newRow();
  let at = 0;
  const put = (value: number): void => {
    row[at++] = value;
  };
  put(1);
  cues.forEach(put);
  put(asserted);
  put(denied);
  put(questioned);
  put(denied - asserted);
  put(questioned - asserted);
  put(relation === RELATION_CODE.denies ? 1 : 0);
  put(relation === RELATION_CODE.questions ? 1 : 0);
  put((negations + wordingNegations) % 2);
  put(Math.min(2, wordingNegations));
  put(one.contrary ? 1 : 0);
  put(before);
  put(agreement);
  one.leans.forEach(put);
  put(sum(index.cueDeny));
  put(sum(index.cueAsk));
  partCues.forEach(put);
  put(((isAll ? negations : one.partNegations) + wordingNegations) % 2);
  put(one.partShare);
  framing(one, sentence).forEach(put);
  return row;
};
