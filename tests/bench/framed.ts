// Wordings in a frame that denies them, asks about them, or only tells who says so: they teach the relation, since authored denials
// mostly speak of what is the case instead, and the press mostly denies from outside ("the Kremlin denied that …").
import type { Relation } from '../../src/claims/types.ts';
import { goingOn, withoutStop } from './attributed.ts';

type Framing = (text: string) => string;
const that =
  (before: string): Framing =>
  (text) =>
    `${before} that ${goingOn(text)}`;
const thatIs =
  (before: string, after: string): Framing =>
  (text) =>
    `${before} that ${goingOn(withoutStop(text))} ${after}`;
const whether =
  (before: string): Framing =>
  (text) =>
    `${before} ${goingOn(text)}`;
const asked =
  (before: string): Framing =>
  (text) =>
    `${before} ${goingOn(withoutStop(text))}?`;
const added =
  (after: string): Framing =>
  (text) =>
    `${withoutStop(text)}, ${after}`;

const DENYING: readonly Framing[] = [
  that('Moscow denies'),
  that('A spokesman in Kyiv has denied reports'),
  that('It is untrue'),
  that('It was never the case'),
  that('No evidence has come to light'),
  that('Nothing supports the assertion'),
  that('Nobody has ever shown'),
  that('Investigators found no sign'),
  that('The ministry refuted the allegation'),
  that('It would be a mistake to believe'),
  that('He dismissed as nonsense the story'),
  that('The record does not bear out'),
  thatIs('The allegation', 'is baseless.'),
  thatIs('The idea', 'has been debunked.'),
  thatIs('Reports', 'were rejected in both capitals.'),
  thatIs('The notion', 'does not stand up.'),
  (text) => `“${withoutStop(text)}”: this is a fabrication, say those who should know.`,
  added('he claims, which is a lie.'),
];
const ASKING: readonly Framing[] = [
  whether('One may wonder whether'),
  whether('It remains to be seen whether'),
  whether('Analysts question whether'),
  whether('Nobody outside can say whether'),
  whether('It is an open question whether'),
  that('Diplomats are sceptical'),
  that('Sceptics find it hard to believe'),
  that('It is doubtful'),
  that('It could not be verified'),
  asked('Is it so that'),
  asked('Who can tell whether'),
  asked('Are we to believe that'),
  added('if that is true.'),
];
const TELLING: readonly Framing[] = [
  that('The weekly reports'),
  that('One of the two says'),
  that('He does not hide'),
  that('Officials have confirmed'),
  that('It is a fact'),
  that('The article goes on to say'),
  (text) => `As he tells it, ${goingOn(text)}`,
  added('the source adds.'),
  added('it says there.'),
];
/** Of what is asserted only: a denial that nobody denies is another thing. */
const GRANTING: readonly Framing[] = [
  that('Nobody denies'),
  that('There can be no doubt'),
  that('No one has disputed'),
  that('It is no myth'),
];

/** Who doubts that something could be says that it could not. */
const DOUBTING: readonly Framing[] = [
  that('Sceptics doubt'),
  that('Few believe'),
  that('It is hard to believe'),
  that('Nobody should imagine'),
  that('There is reason to doubt'),
  that('He does not believe'),
];

/** The one negation of a text whose verb does without it as well: "could not", "cannot", "isn't". */
const NEGATED = /\b(could|would|can|is|are|was|were|has|have|had|did|does|do|should)(?: not|not|n['’]t)\b/u;
/** "Not … without" says one thing. */
const NEGATIVE = /\b(?:not|no|never|nobody|nothing|none|neither|nor|cannot)\b|n['’]t\b/giu;
/** Of several clauses the frame may not reach the one that is turned. */
const SEVERAL = /[,;:–—]|\b(?:that|because|but|who|which|although|while|when|if|unless|until|as|and)\b/iu;
/** Words. */
const LONGEST_TURNED = 16;
/** A short negative text of one clause without its negation; null where it has none or more, several clauses, or many words. */
export const turnedRound = (text: string): string | null =>
  text.match(NEGATIVE)?.length === 1 && NEGATED.test(text) && !SEVERAL.test(text) && text.split(' ').length <= LONGEST_TURNED
    ? text.replace(NEGATED, '$1')
    : null;
const TURNING = [...DOUBTING, ...DENYING];

/** How a framed text treats the claim; what asks is not framed, nor what is no whole sentence. @param seed the same one gives the same frame */
export const framed = (
  text: string,
  relation: Relation,
  seed: number,
): { readonly text: string; readonly relation: Relation } | null => {
  if (relation === 'questions' || !/[^.…]\.$/u.test(text)) return null;
  const turned = turnedRound(text);
  if (turned !== null) {
    // "Sceptics deny that he could …" says what "he could not …" says.
    const turning = TURNING[seed % TURNING.length];
    return turning ? { text: turning(turned), relation } : null;
  }
  const kinds: readonly (readonly [readonly Framing[], Relation])[] =
    relation === 'denies'
      ? [[TELLING, 'denies']]
      : [
          [DENYING, 'denies'],
          [ASKING, 'questions'],
          [DENYING, 'denies'],
          [[...TELLING, ...GRANTING], 'asserts'],
        ];
  const [framings, treated] = kinds[seed % kinds.length] ?? [TELLING, relation];
  const framing = framings[Math.floor(seed / kinds.length) % framings.length];
  return framing ? { text: framing(text), relation: treated } : null;
};
