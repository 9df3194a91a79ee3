// The words by which English negates, denies, doubts, turns and makes conditional, as patterns; and by which words such a pattern begins.
import { NEGATIONS } from './cues.ts';

export interface Cue {
  /** Tried at the start of a word. */
  readonly pattern: RegExp;
  /** Its first word: at others the pattern need not be tried. */
  readonly opening: RegExp;
}
const POSSESSIVE = "['’]s";
/** Of an alternative what stands before its first space or hyphen outside brackets, or before its possessive. */
const firstWord = (alternative: string): string => {
  let depth = 0;
  for (let i = 0; i < alternative.length; i++) {
    const sign = alternative[i];
    if (sign === '(') depth++;
    else if (sign === ')') depth--;
    else if (depth === 0 && (sign === ' ' || sign === '-' || alternative.startsWith(POSSESSIVE, i)))
      return alternative.slice(0, i);
  }
  return alternative;
};
/** @param alternatives patterns of whole words */
const cue = (alternatives: readonly string[]): Cue => ({
  pattern: new RegExp(`\\b(?:${alternatives.join('|')})\\b`, 'iy'),
  opening: new RegExp(`^(?:${alternatives.map(firstWord).join('|')})$`),
});

const NEGATION = cue([...NEGATIONS, String.raw`\w+n['’]t`]);
// Said of a claim: that it is wrong, made up, refused, or that the record speaks against it.
const DENIAL = cue([
  'den(?:y|ies|ied|ying|ial|ials)',
  'reject(?:s|ed|ing|ion)?',
  'dismiss(?:es|ed|ing|al)?',
  'refut(?:e|es|ed|ing)',
  'rebut(?:s|ted|ting|tal)?',
  'debunk(?:s|ed|ing)?',
  'disprov(?:e|es|ed|en)',
  'contradict(?:s|ed|ing|ion)?',
  'belie[sd]?',
  'false(?:hood|ly)?',
  'fals(?:e|ified)',
  'fake[ds]?',
  'untrue',
  'fabricat(?:ed|ion|ions)',
  'invent(?:ed|ion|ions)',
  'fiction(?:al)?',
  'fantasy',
  'myth',
  'hoax',
  'forgery',
  'bogus',
  'nonsense',
  'bunk',
  'bunkum',
  'rubbish',
  'baloney',
  'bull',
  'tosh',
  'hogwash',
  'poppycock',
  'drivel',
  'fairy tales?',
  'fairytales?',
  'tall tale',
  'absurd',
  'ludicrous',
  'preposterous',
  'wrong(?:ly)?',
  'mistaken',
  'incorrect',
  'inaccurate',
  'error',
  'erroneous',
  'implausible',
  'impossible',
  'out of the question',
  'contrary',
  String.raw`(?:not|\w+n['’]t) (?:true|correct|accurate|the case)`,
  String.raw`not so(?=\s*(?:[.,;!?]|$))`,
  'far from',
  'at odds',
  'opposite',
  'reverse',
  'the other way (?:a?round|about)',
  'so much for',
  'anything but',
  'fail(?:s|ed|ure)? to',
  'refus(?:e|es|ed|al)',
  'rule[ds]? out',
  'no (?:such|evidence|sign|signs|trace|record|proof|indication|hint|basis|truth|question of)',
  'does not (?:square|add up|hold|fit|stand up)',
  "doesn['’]t (?:square|add up|hold|fit|stand up)",
  'not borne out',
  'bears? (?:no|little)',
  'came to nothing',
  'in tatters',
]);
const DOUBT = cue([
  'doubt(?:s|ed|ful|less)?',
  'whether',
  'question(?:s|ed|able|ing)?',
  'sceptic(?:al|ism|s)?',
  'skeptic(?:al|ism|s)?',
  'unclear',
  'uncertain',
  'unproven',
  'unverified',
  'unconfirmed',
  'unlikely',
  'improbabl[ey]',
  'hard to (?:believe|credit|swallow|imagine|see)',
  'difficult to (?:believe|credit|imagine|see)',
  'remains to be seen',
  "anyone['’]s guess",
  "anybody['’]s guess",
  'who knows',
  'if true',
  'if (?:it|that|this) (?:is|were|was) true',
  'supposed(?:ly)?',
  'alleged(?:ly)?',
  'so-called',
  'swallow',
  'raise[sd]? (?:an )?eyebrows?',
  'strain(?:s|ed)? (?:belief|credulity)',
  'take (?:it|that|this) with',
  'pinch of salt',
  'grain of salt',
  'open question',
  "can(?:not|['’]t) (?:say|tell|know|be (?:verified|confirmed|checked|sure))",
  'no way of (?:knowing|telling|checking)',
  'nobody (?:can|could) (?:say|tell|confirm)',
  'wonder(?:s|ed|ing)?',
  'really',
  "could (?:not|n['’]t) (?:find|turn up|trace|locate|confirm|verify)",
]);
const TURN = cue([
  'in fact',
  'in reality',
  'actually',
  'as it (?:turned out|happened)',
  'instead',
  'rather than',
  'in truth',
  'on the contrary',
  'but',
  'yet',
  'however',
  'though',
  'although',
  'nonetheless',
  'nevertheless',
  'for one',
]);
const CONDITIONAL = cue(['if', 'would', 'could', 'might', 'may', 'should', 'perhaps', 'maybe', 'possibly']);

/** Those that are counted, in the order in which counts.ts names them; each has a bit. */
export const COUNTED = [NEGATION, DENIAL, DOUBT, TURN, CONDITIONAL];
const ALL = 2 ** COUNTED.length - 1;
const APOSTROPHE = /['’ʼ]/;

/** Which of COUNTED a word in normal form may begin. "Can't", "doesn't" and the like have the form "not", too. */
export const openedBy = (form: string): number => {
  if (form === 'not') return ALL;
  const parts = form.split(APOSTROPHE);
  return COUNTED.reduce((bits, { opening }, n) => (parts.some((part) => opening.test(part)) ? bits | (1 << n) : bits), 0);
};
