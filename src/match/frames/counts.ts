// How a sentence treats what it speaks of: the words by which English denies, doubts and asks. Read only in the few
// sentences that are about a claim, so plain regular expressions do.
import { ALL_COUNTED, CONDITIONAL, COUNTED, type Cue, DENIAL, DOUBT, NEGATION, TURN } from './patterns.ts';
import { wordsOf } from './words.ts';

/** Counts (capped at 2) by kind of cue, in the order of CUES. */
export const CUES = ['negation', 'denial', 'doubt', 'question', 'turn', 'opensNegative', 'conditional'] as const;

const OPENS_NEGATIVE = /^["'“‘(]?\s*(?:no|not|nor|never|none|nobody|nothing|neither|hardly)\b/i;
const ENDS_ASKING = /\?["'”’)\]]*\s*$/;

const MOST = 2;
const count = (text: string, { pattern }: Cue): number => {
  pattern.lastIndex = 0;
  let found = 0;
  while (found < MOST && pattern.test(text)) found++;
  return found;
};

/** Longer ones (characters) are not read word by word. */
const LONGEST = 4000;

/** @param sentence the text of one sentence; @param from … to: offsets of the part that is read */
export const cuesOf = (sentence: string, from = 0, to = sentence.length): number[] => {
  let bits = sentence.length > LONGEST ? ALL_COUNTED : 0;
  for (const word of bits === 0 ? wordsOf(sentence) : []) if (word.start < to && word.end > from) bits |= word.opens;
  const part = sentence.slice(from, to);
  const of = (cue: Cue): number => ((bits & (1 << COUNTED.indexOf(cue))) === 0 ? 0 : count(part, cue));
  return [
    of(NEGATION),
    of(DENIAL),
    of(DOUBT),
    ENDS_ASKING.test(part) ? 1 : part.includes('?') ? 0.5 : 0,
    of(TURN),
    OPENS_NEGATIVE.test(part) ? 1 : 0,
    of(CONDITIONAL),
  ];
};

/** The cues, by position in CUES, whose part in asserting, denying and questioning texts is counted claim by claim. */
export const RELATION_CUES = (['negation', 'denial', 'doubt', 'question'] as const).map((cue) => CUES.indexOf(cue));
