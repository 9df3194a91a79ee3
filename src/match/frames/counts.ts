// How a sentence treats what it speaks of: the words by which English denies, doubts and asks. Read only in the few
// sentences that are about a claim, and each pattern only at the words that may begin it.
import { COUNTED } from './patterns.ts';
import { wordsOf } from './words.ts';

/** Counts (capped at 2) by kind of cue, in the order of CUES. */
export const CUES = ['negation', 'denial', 'doubt', 'question', 'turn', 'opensNegative', 'conditional'] as const;

const OPENS_NEGATIVE = /^["'“‘(]?\s*(?:no|not|nor|never|none|nobody|nothing|neither|hardly)\b/i;
const ENDS_ASKING = /\?["'”’)\]]*\s*$/;

const MOST = 2;
/** Of a longer sentence (characters) only so much is read. */
const LONGEST = 4000;

/** @param sentence the text of one sentence; @param from … to: offsets of the part that is read */
export const cuesOf = (sentence: string, from = 0, to = sentence.length): number[] => {
  const whole = sentence.length > LONGEST ? sentence.slice(0, LONGEST) : sentence;
  const part = whole.slice(from, to);
  const found = COUNTED.map(() => 0);
  const ends = COUNTED.map(() => 0);
  for (const { start, end, opens } of wordsOf(whole)) {
    if (opens === 0 || start < from || end > to) continue;
    for (let n = 0; n < COUNTED.length; n++) {
      const pattern = COUNTED[n]?.pattern;
      if ((opens & (1 << n)) === 0 || (found[n] ?? 0) >= MOST || start - from < (ends[n] ?? 0) || !pattern) continue;
      pattern.lastIndex = start - from;
      if (!pattern.test(part)) continue;
      found[n] = (found[n] ?? 0) + 1;
      ends[n] = pattern.lastIndex;
    }
  }
  const [negation = 0, denial = 0, doubt = 0, turn = 0, conditional = 0] = found;
  const asks = ENDS_ASKING.test(part) ? 1 : part.includes('?') ? 0.5 : 0;
  return [negation, denial, doubt, asks, turn, OPENS_NEGATIVE.test(part) ? 1 : 0, conditional];
};

/** The cues, by position in CUES, whose part in asserting, denying and questioning texts is counted claim by claim. */
export const RELATION_CUES = (['negation', 'denial', 'doubt', 'question'] as const).map((cue) => CUES.indexOf(cue));
