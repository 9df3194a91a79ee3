// Words that tell how a sentence treats what it says: those that negate, those that reject, those that lead up to a claim.
// Classes after NegEx (Chapman et al. 2001, "A simple algorithm for identifying negated findings"): cues before and after,
// look-alikes that negate nothing, words that end a scope; and after the study of what sentences commit their writer to:
// factives ("forgot that" grants it; Kiparsky & Kiparsky 1970, "Fact") and implicatives ("failed to show that"; Karttunen 1971).
import type { Word } from './words.ts';

/** Turns round what it governs. */
export const NEGATES = 1;
/** Rejects a claim wherever it stands near one. */
export const REJECTS = 2;
/** Rejects a claim only where it is said of one: "wrong to say that", "is a lie"; not "went wrong". */
export const DISMISSES = 4;
/** Leads up to a claim ("said that", "the idea that"): a negation before it governs the claim. */
export const EMBEDS = 8;
/** Grounds for a claim: "no" before it denies the claim, with an aside between them, too. */
export const GROUNDS = 16;
/** Grants what follows, negated or not: "did not know that". */
export const GRANTS = 32;
/** Ends the scope of what stands before it; STOPS_AFTER, that of a claim for those that judge it after. */
export const STOPS = 64;
export const STOPS_AFTER = 128;
/** Said of a claim with a negation before it, it denies the claim: "is not true", "does not hold up". */
export const AFFIRMS = 256;
/** Negates what it leads up to: "failed to show that", "lacks proof". */
export const FAILS = 512;
/** Negates grounds only: "little evidence". */
export const SCARCE = 1024;
/** Says of the claim what follows: "is a myth", "dismissed as nonsense". */
export const JUDGES = 2048;
/** Opens an aside about what stands before it. */
export const RELATIVE = 4096;
/** What "if" after it asks about is open. */
export const OPEN = 8192;
export const MARK = 16384;
/** A verb that rejects its object: the claim, or something else ("denied responsibility"). */
export const DENIES = 32768;

/** Words that are negations by themselves. */
export const NEGATIONS = 'not no never none neither nor nobody nothing nowhere without cannot hardly scarcely barely'.split(' ');
const BY_FORM: readonly (readonly [number, string])[] = [
  [NEGATES, NEGATIONS.join(' ')],
  [REJECTS, 'contrary fake-news'],
  [EMBEDS, 'that saying'],
  [STOPS, 'but yet however although though whereas because after amid when unless nevertheless therefore'],
  [STOPS_AFTER, 'although though whereas while because after before when unless until despite who whom'],
  [AFFIRMS, 'supported substantiated confirmed verified proved proven'],
  [SCARCE, 'few little scant'],
  [JUDGES, 'is are was were be been being as a an'],
  [RELATIVE, 'which who whose where although though while'],
  [OPEN, 'unclear unknown uncertain open'],
];
/** In the stems of src/text/. */
const BY_STEM: readonly (readonly [number, string])[] = [
  [REJECTS, 'deni debunk fals untru myth hoax refut incorrect bogus baseless unfound mislead disprov rebut unproven discredit'],
  [DENIES, 'deni debunk refut disprov rebut discredit'],
  [REJECTS, 'unsubstanti unsupport groundless'],
  [
    DISMISSES,
    'wrong mistak mistaken erron inaccur lie error nonsens fiction fake fabric invent reject disput dismiss doubt contradict unlik absurd',
  ],
  [EMBEDS, 'say claim believ think suggest show find indic mean alleg assert report rumor rumour stori theori idea notion view'],
  [
    EMBEDS,
    'argu contend conclud establish confirm demonstr hint impli maintain insist assum pretend prove point see accus assum',
  ],
  [EMBEDS, 'support accur correct true case post video narrat specul'],
  [GROUNDS, 'evid proof sign record indic truth basi ground reason foundat merit document trace data'],
  [
    GRANTS,
    'forget know rememb surpris regret realiz realis awar notic tell admit acknowledg mention care mind hide conceal worri',
  ],
  [AFFIRMS, 'true truth accur correct fact factual evid proof basi foundat merit credibl plausibl'],
  [FAILS, 'fail unabl lack refus'],
  [JUDGES, 'call prove turn'],
  [OPEN, 'ask wonder see doubt sure determin check investig know tell say question'],
];
/** Pairs in which the negation negates no claim. */
const LOOK_ALIKES = new Set(
  (
    'not only;not just;not merely;not simply;not surprisingly;not surprising;not to;not until;not least;not unlike;not long;not far;no wonder;no doubt;no question;' +
    'no secret;no surprise;no matter;no mistake;no denying;no coincidence;no fewer;no less;no other;no sooner;never mind;nothing but;nothing short;' +
    'none other;or not;if not;whether not;let not;hardly surprising;hardly surprisingly;no stranger'
  ).split(';'),
);
/** Pairs that affirm as a word of AFFIRMS does: form and stem. */
export const AFFIRMING = new Set(['the case', 'what happen', 'hold up', 'hold water', 'add up', 'stand up']);
/** A known form is that of "it is known that", which a negation does turn round. */
const NO_STEM = new Set(['known']);

const classes = (lists: readonly (readonly [number, string])[]): ReadonlyMap<string, number> => {
  const kinds = new Map<string, number>();
  for (const [kind, words] of lists) for (const word of words.split(' ')) kinds.set(word, (kinds.get(word) ?? 0) | kind);
  return kinds;
};
const ofForm = classes(BY_FORM);
const ofStem = classes(BY_STEM);
/** Stems of all words that reject, with their kinds: a claim may hold them itself. */
export const REJECTING: readonly (readonly [string, number])[] = [...ofStem].filter(
  ([, kind]) => (kind & (REJECTS | DISMISSES)) !== 0,
);

/** What a word of this form and stem does. */
export const kindsOf = (form: string, stem: string): number =>
  (ofForm.get(form) ?? 0) | (NO_STEM.has(form) ? 0 : (ofStem.get(stem) ?? 0));

/** Whether the negation at `i` only looks like one. */
export const isLookAlike = (words: readonly Word[], i: number): boolean => {
  const form = words[i]?.form ?? '';
  const before = words[i - 1];
  const after = words[i + 1];
  if (LOOK_ALIKES.has(`${form} ${after?.form}`) || LOOK_ALIKES.has(`${before?.form} ${form}`)) return true;
  // "No, they did not" answers, and "turbines, not coal plants, did it" contrasts.
  if (form === 'no') return after === undefined || (after.kinds & MARK) !== 0;
  return form === 'not' && before !== undefined && ((before.kinds & MARK) !== 0 || before.form === 'and');
};
