// Who says so and when, at a sentence's start or end: "According to a report published on Friday, …", "…, the newspaper said on
// Tuesday.", "Jane Smith: …". Those words are not what the sentence says. They are passed over in a few plain forms only, where
// they neither deny nor doubt, and where none of the pack's names stands among them (reading.ts): with "Peskov said" a claim may
// stand or fall.
import { type Lexicon, STOP } from '../../text/lexicon.ts';
import { CAPITAL, newWords, type Words } from '../../text/words.ts';
import { cuesOf } from '../frames/counts.ts';
import { DISMISSES, FAILS, REJECTS, SCARCE } from '../frames/cues.ts';
import { wordsOf } from '../frames/words.ts';
import type { Analysis } from './analyse.ts';

const SAYS = 1;
/** May be followed by when it was said. */
const DATED = 2;
const TELLS = 4;
/** When: what stands between such a verb and "that", or after it at the end. */
const WHEN = 8;
/** Begins a subject of several words ("the agency", "two officials"), or is one by itself. */
const DETERMINES = 16;
const IS_SOURCE = 32;
const IS_PIECE = 64;
/** Tells where or when a piece came out. */
const PUBLISHED = 128;
const BY_KIND: readonly (readonly [number, string])[] = [
  [SAYS | DATED, 'said says reported reports wrote writes announced stated explained added'],
  [SAYS | DATED | TELLS, 'told tells'],
  [SAYS, 'noted notes claimed claims argued argues insisted insists warned warns'],
  [WHEN, 'on last this yesterday today earlier late'],
  [DETERMINES, 'the a an one two three four several some many most another his her its their'],
  [IS_SOURCE, 'officials sources diplomats analysts aides experts observers people authorities reporters insiders'],
  [IS_PIECE, 'report article interview statement story essay broadcast newsletter analysis'],
  [PUBLISHED, 'published posted released printed broadcast aired on by for in with from this last'],
];
const COMMA = 0x2c;
const COLON = 0x3a;
/** Words: of what is passed over, at the start and at the end; a longer one says something of its own. */
const MOST_HEAD = 12;
const MOST_TAIL = 9;
/** Of a subject before its verb, of a person's name, and between the verb and "that" ("told the paper on Friday"). */
const MOST_SUBJECT = 5;
const MOST_NAME = 4;
const MOST_BETWEEN = 4;
/** Of what is left at least: "They met, officials said" is short as it is. */
const LEAST_LEFT = 5;

/** Words from … to (exclusive), counted from the sentence's first. */
export interface Said {
  from: number;
  to: number;
}

const learn = (lexicon: Lexicon) => {
  const numbered = BY_KIND.flatMap(([kind, forms]) => forms.split(' ').map((form) => [lexicon.numberOf(form), kind] as const));
  /** Bit set of the above by word number; words of higher numbers are none of them. */
  const kinds = new Uint8Array(1 + Math.max(...numbered.map(([number]) => number)));
  for (const [number, kind] of numbered) kinds[number] = (kinds[number] ?? 0) | kind;
  return {
    generation: lexicon.generation,
    kinds,
    according: lexicon.numberOf('according'),
    to: lexicon.numberOf('to'),
    as: lexicon.numberOf('as'),
    in: lexicon.numberOf('in'),
    that: lexicon.numberOf('that'),
  };
};

/** Says where what is reported stands in the sentence just analysed. The answer is reused. */
export const newAttribution = (lexicon: Lexicon) => {
  let known = learn(lexicon);
  let text = '';
  let words = newWords();
  let first = 0;
  let count = 0;
  let analysis: Pick<Analysis, 'lex' | 'stem'> = { lex: new Int32Array(0), stem: new Int32Array(0) };
  const said: Said = { from: 0, to: 0 };

  /** Number of a word in the lexicon; -1 beyond the sentence's end. */
  const lexAt = (i: number): number => (i < count ? (analysis.lex[i] ?? -1) : -1);
  const is = (i: number, kind: number): boolean => ((known.kinds[lexAt(i)] ?? 0) & kind) !== 0;
  /** Whether the sign stands between word i and the one before it. */
  const hasBefore = (sign: number, i: number): boolean => {
    for (let at = words.end[first + i - 1] ?? 0, end = words.start[first + i] ?? 0; at < end; at++)
      if (text.charCodeAt(at) === sign) return true;
    return false;
  };
  /** The first word from … to (exclusive) that the sign stands before, or -1. */
  const firstAfter = (sign: number, from: number, to: number): number => {
    for (let i = from, end = Math.min(to, count); i < end; i++) if (hasBefore(sign, i)) return i;
    return -1;
  };
  /** A person's name: capitals, and nothing that the pack's texts hold ("Hoax alert", "Peace talks"). */
  const isStranger = (from: number, to: number): boolean => {
    for (let i = from; i < to; i++) {
      const isKnown = (analysis.stem[i] ?? -1) >= 0 || ((lexicon.flags[lexAt(i)] ?? 0) & STOP) !== 0;
      if (isKnown || ((words.shape[first + i] ?? 0) & CAPITAL) === 0) return false;
    }
    return to > from;
  };
  /** Whether words from … to (exclusive) are who says something: "two officials", "the agency", "Jane Smith". */
  const isSubject = (from: number, to: number): boolean =>
    to > from &&
    to - from <= MOST_SUBJECT &&
    (is(from, DETERMINES) ? to - from > 1 : is(to - 1, IS_SOURCE) || isStranger(from, to));
  /** The verb of saying whose subject begins at `from`, or -1. */
  const verbOf = (from: number, to: number): number => {
    for (let i = from + 1; i < Math.min(to, from + 1 + MOST_SUBJECT); i++) if (is(i, SAYS)) return isSubject(from, i) ? i : -1;
    return -1;
  };

  /** End of "Officials said on Friday that", "Officials told reporters that", or 0. */
  const upToThat = (): number => {
    const verb = verbOf(0, count);
    if (verb < 0) return 0;
    if (lexAt(verb + 1) === known.that) return verb + 2;
    if (!is(verb, TELLS) && !(is(verb, DATED) && is(verb + 1, WHEN))) return 0;
    for (let i = verb + 2; i <= verb + 1 + MOST_BETWEEN; i++) if (lexAt(i) === known.that) return i + 1;
    return 0;
  };
  /** End of "According to two officials," or "As the weekly wrote on Sunday," or "In an article published on 3 March,", or 0. */
  const upToComma = (): number => {
    const end = firstAfter(COMMA, 1, MOST_HEAD + 1);
    if (end < 0) return 0;
    if (lexAt(0) === known.according) return lexAt(1) === known.to ? end : 0;
    if (lexAt(0) === known.as) {
      const verb = verbOf(1, end);
      return verb >= 0 && (verb === end - 1 || (is(verb, DATED) && is(verb + 1, WHEN))) ? end : 0;
    }
    for (let i = 2; is(1, DETERMINES) && i < Math.min(5, end); i++)
      if (is(i, IS_PIECE)) return i === end - 1 || is(i + 1, PUBLISHED) ? end : 0;
    return 0;
  };
  const headOf = (isHeading: boolean): number => {
    const opening = lexAt(0);
    if (opening === known.according || opening === known.as || opening === known.in) return upToComma();
    // In a heading everything may stand in capitals.
    const end = isHeading ? -1 : firstAfter(COLON, 2, MOST_NAME + 1);
    return end >= 0 && isStranger(0, end) ? end : upToThat();
  };
  /** First of the words at the end that tell who says so; their number where there are none. */
  const tailOf = (): number => {
    let from = count;
    for (let i = count - 1; i > 0 && i >= count - MOST_TAIL && from === count; i--) if (hasBefore(COMMA, i)) from = i;
    if (lexAt(from) === known.according && lexAt(from + 1) === known.to) return from;
    // "Said officials in Kyiv"; not "…, says he will go", nor "…, told the president and left".
    if (
      is(from, DATED) &&
      !is(from, TELLS) &&
      (is(from + 1, DETERMINES | IS_SOURCE) || isStranger(from + 1, Math.min(count, from + 3)))
    )
      return from;
    const verb = verbOf(from, count);
    if (verb < 0) return count;
    return verb === count - 1 || (is(verb, DATED) && is(verb + 1, WHEN)) || is(verb, TELLS) ? from : count;
  };

  /** Whether words from … to (exclusive) deny or doubt: then how the sentence treats what it says hangs on them. */
  const isPlain = (from: number, to: number): boolean => {
    const cut = text.slice(words.start[first + from], words.end[first + to - 1]);
    const [negation = 0, denial = 0, doubt = 0] = cuesOf(cut);
    return (
      negation + denial + doubt === 0 && !wordsOf(cut).some(({ kinds }) => (kinds & (REJECTS | DISMISSES | FAILS | SCARCE)) !== 0)
    );
  };

  return (
    ofText: string,
    ofWords: Words,
    firstWord: number,
    ofSentence: Pick<Analysis, 'words' | 'lex' | 'stem'>,
    isHeading = false,
  ): Said => {
    if (known.generation !== lexicon.generation) known = learn(lexicon);
    text = ofText;
    words = ofWords;
    first = firstWord;
    count = ofSentence.words;
    analysis = ofSentence;
    said.from = headOf(isHeading);
    said.to = tailOf();
    if (said.from > 0 && !isPlain(0, said.from)) said.from = 0;
    if (said.to < count && !isPlain(said.to, count)) said.to = count;
    if (said.to - said.from < LEAST_LEFT) {
      said.from = 0;
      said.to = count;
    }
    return said;
  };
};
