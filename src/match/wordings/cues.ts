// How a sentence treats what it speaks of: the words by which English denies, doubts and asks. Read only in the few
// sentences that are about a claim, so plain regular expressions do.
import { NEGATIONS } from './negation.ts';

/** Counts (capped at 2) by kind of cue, in the order of CUES. */
export const CUES = ['negation', 'denial', 'doubt', 'question', 'turn', 'opensNegative', 'conditional'] as const;

const NEGATION = new RegExp(`\\b(?:${NEGATIONS.join('|')})\\b|n['’]t\\b`, 'gi');
// Said of a claim: that it is wrong, made up, refused, or that the record speaks against it.
const DENIAL =
  /\b(?:den(?:y|ies|ied|ying|ial|ials)|reject(?:s|ed|ing|ion)?|dismiss(?:es|ed|ing|al)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting|tal)?|debunk(?:s|ed|ing)?|disprov(?:e|es|ed|en)|contradict(?:s|ed|ing|ion)?|belie[sd]?|false(?:hood|ly)?|fals(?:e|ified)|fake[ds]?|untrue|fabricat(?:ed|ion|ions)|invent(?:ed|ion|ions)|fiction(?:al)?|fantasy|myth|hoax|forgery|bogus|nonsense|bunk|bunkum|rubbish|baloney|bull|tosh|hogwash|poppycock|drivel|fairy ?tales?|tall tale|absurd|ludicrous|preposterous|wrong(?:ly)?|mistaken|incorrect|inaccurate|error|erroneous|implausible|impossible|out of the question|contrary|(?:not|\w+n['’]t) (?:true|correct|accurate|the case)|not so(?=\s*(?:[.,;!?]|$))|far from|at odds|opposite|reverse|the other way (?:a?round|about)|so much for|anything but|fail(?:s|ed|ure)? to|refus(?:e|es|ed|al)|rule[ds]? out|no (?:such|evidence|sign|signs|trace|record|proof|indication|hint|basis|truth|question of)|does(?: not|n['’]t) (?:square|add up|hold|fit|stand up)|not borne out|bears? (?:no|little)|came to nothing|in tatters)\b/gi;
const DOUBT =
  /\b(?:doubt(?:s|ed|ful|less)?|whether|question(?:s|ed|able|ing)?|sceptic(?:al|ism|s)?|skeptic(?:al|ism|s)?|unclear|uncertain|unproven|unverified|unconfirmed|unlikely|improbabl[ey]|hard to (?:believe|credit|swallow|imagine|see)|difficult to (?:believe|credit|imagine|see)|remains to be seen|anyone['’]s guess|anybody['’]s guess|who knows|if true|if (?:it|that|this) (?:is|were|was) true|supposed(?:ly)?|alleged(?:ly)?|so-called|swallow|raise[sd]? (?:an )?eyebrows?|strain(?:s|ed)? (?:belief|credulity)|take (?:it|that|this) with|pinch of salt|grain of salt|open question|can(?:not|['’]t) (?:say|tell|know|be (?:verified|confirmed|checked|sure))|no way of (?:knowing|telling|checking)|nobody (?:can|could) (?:say|tell|confirm)|wonder(?:s|ed|ing)?|really|could (?:not|n['’]t) (?:find|turn up|trace|locate|confirm|verify))\b/gi;
const TURN =
  /\b(?:in fact|in reality|actually|as it (?:turned out|happened)|instead|rather than|in truth|on the contrary|but|yet|however|though|although|nonetheless|nevertheless|for one)\b/gi;
const OPENS_NEGATIVE = /^["'“‘(]?\s*(?:no|not|nor|never|none|nobody|nothing|neither|hardly)\b/i;
const CONDITIONAL = /\b(?:if|would|could|might|may|should|perhaps|maybe|possibly)\b/gi;
const ENDS_ASKING = /\?["'”’)\]]*\s*$/;

const MOST = 2;
const count = (text: string, cue: RegExp): number => {
  cue.lastIndex = 0;
  let found = 0;
  while (found < MOST && cue.test(text)) found++;
  return found;
};

/** @param sentence the text of one sentence */
export const cuesOf = (sentence: string): number[] => [
  count(sentence, NEGATION),
  count(sentence, DENIAL),
  count(sentence, DOUBT),
  ENDS_ASKING.test(sentence) ? 1 : /\?/.test(sentence) ? 0.5 : 0,
  count(sentence, TURN),
  OPENS_NEGATIVE.test(sentence) ? 1 : 0,
  count(sentence, CONDITIONAL),
];

/** The cues, by position in CUES, whose part in asserting, denying and questioning texts is counted claim by claim. */
export const RELATION_CUES = (['negation', 'denial', 'doubt', 'question'] as const).map((cue) => CUES.indexOf(cue));
