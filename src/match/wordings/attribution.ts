// Who says so and when, at a sentence's start or end: "According to a report published on Friday, …", "…, the newspaper said on
// Tuesday.", "Jane Smith: …". Those words are not what the sentence says, and no claim explains them. They are passed over
// where none of them may begin a name that the pack knows: with "Peskov said" a claim may stand or fall.
import type { Lexicon } from '../../text/lexicon.ts';
import { CAPITAL, newWords, type Words } from '../../text/words.ts';
import { NEGATIONS } from '../frames/cues.ts';
import type { Analysis } from './analyse.ts';

const SAYING =
  'said says say told tells reported reports wrote writes added adds noted notes announced stated explained claimed claims argued argues insisted insists warned warns';
/** What may follow the verb at the end of a sentence: when and where, no object. */
const FOLLOWING = 'on last this yesterday today in at during late early earlier to';
/** A clause that begins so says something of its own. */
const JOINING = 'and but or so which who whom whose that where when while although though because as if';
const PIECES =
  'report reports article interview piece post statement dispatch story column essay broadcast blog analysis newsletter thread';
/** Who that is, the sentences before tell. */
const PRONOUNS = 'he she they it we i you';
const COMMA = 0x2c;
const COLON = 0x3a;
/** Words: of what is passed over, at the start and at the end; of a speaker's name; before a verb of saying, and between it and
 * "that"; of what is left at least. */
const MOST_HEAD = 12;
const MOST_TAIL = 9;
const MOST_NAME = 4;
const MOST_SUBJECT = 6;
const MOST_BETWEEN = 5;
const LEAST_LEFT = 5;

/** Words from … to (exclusive), counted from the sentence's first. */
export interface Said {
  from: number;
  to: number;
}

/** What is looked through: words `first` … of `words`, split from `text`, `count` of them, and their numbers. */
interface Sentence {
  text: string;
  words: Words;
  first: number;
  count: number;
  lex: Int32Array;
}

const SAYS = 1;
const FOLLOWS = 2;
const JOINS = 4;
const IS_PIECE = 8;
const IS_PRONOUN = 16;
const NEGATES = 32;
const BY_KIND: readonly (readonly [number, readonly string[]])[] = [
  [SAYS, SAYING.split(' ')],
  [FOLLOWS, FOLLOWING.split(' ')],
  [JOINS, JOINING.split(' ')],
  [IS_PIECE, PIECES.split(' ')],
  [IS_PRONOUN, PRONOUNS.split(' ')],
  [NEGATES, NEGATIONS],
];

const learn = (lexicon: Lexicon) => {
  const numbered = BY_KIND.flatMap(([kind, forms]) => forms.map((form) => [lexicon.numberOf(form), kind] as const));
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
type Known = ReturnType<typeof learn>;

/** Whether the sign with this code stands between word i and the one before it. */
const hasBefore = ({ text, words, first }: Sentence, sign: number, i: number): boolean => {
  for (let at = words.end[first + i - 1] ?? 0, end = words.start[first + i] ?? 0; at < end; at++)
    if (text.charCodeAt(at) === sign) return true;
  return false;
};
/** The first word from … to (exclusive) that the sign stands before, or -1. */
const firstWith = (sentence: Sentence, sign: number, from: number, to: number): number => {
  for (let i = from, end = Math.min(to, sentence.count); i < end; i++) if (hasBefore(sentence, sign, i)) return i;
  return -1;
};
/** The first word from … to (exclusive) of the kind, or -1. */
const firstOf = ({ lex }: Sentence, { kinds }: Known, kind: number, from: number, to: number): number => {
  for (let i = from; i < to; i++) if (((kinds[lex[i] ?? 0] ?? 0) & kind) !== 0) return i;
  return -1;
};

/** End of "Officials said on Friday that", or 0. */
const upToThat = (sentence: Sentence, known: Known): number => {
  const { lex, count } = sentence;
  const verb = firstOf(sentence, known, SAYS, 1, Math.min(count, MOST_SUBJECT + 1));
  if (verb < 0 || ((known.kinds[lex[0] ?? 0] ?? 0) & IS_PRONOUN) !== 0) return 0;
  for (let i = verb + 1; i < Math.min(count, verb + 1 + MOST_BETWEEN); i++) if (lex[i] === known.that) return i + 1;
  return 0;
};

/** Number of words at the start that tell who says so. */
const headOf = (sentence: Sentence, known: Known): number => {
  const { words, first, lex, count } = sentence;
  const opening = lex[0] ?? -1;
  const isSource = opening === known.according && count > 1 && lex[1] === known.to;
  if (isSource || opening === known.as || opening === known.in) {
    const end = firstWith(sentence, COMMA, 1, MOST_HEAD + 1);
    if (end < 0) return 0;
    return isSource || firstOf(sentence, known, opening === known.as ? SAYS : IS_PIECE, 1, end) >= 0 ? end : 0;
  }
  const end = firstWith(sentence, COLON, 1, MOST_NAME + 1);
  if (end < 0) return upToThat(sentence, known);
  for (let i = 0; i < end; i++) if (((words.shape[first + i] ?? 0) & CAPITAL) === 0) return 0;
  return end;
};

/** First of the words at the end that tell who says so; their number where there are none. */
const tailOf = (sentence: Sentence, known: Known): number => {
  const { lex, count } = sentence;
  let from = count;
  for (let i = count - 1; i > 0 && i >= count - MOST_TAIL && from === count; i--) if (hasBefore(sentence, COMMA, i)) from = i;
  if (from === count) return count;
  if (lex[from] === known.according && from + 1 < count && lex[from + 1] === known.to) return from;
  const verb = firstOf(sentence, known, SAYS, from, count);
  if (verb < 0 || ((known.kinds[lex[from] ?? 0] ?? 0) & JOINS) !== 0) return count;
  // "Said officials in Kyiv", "two officials said", "the newspaper reported on Tuesday"; not "the magazine reported a stalemate".
  return verb === from || verb === count - 1 || ((known.kinds[lex[verb + 1] ?? 0] ?? 0) & FOLLOWS) !== 0 ? from : count;
};

/** Says where what is reported stands in the sentence just analysed. The answer is reused. */
export const newAttribution = (lexicon: Lexicon) => {
  let known = learn(lexicon);
  const sentence: Sentence = { text: '', words: newWords(), first: 0, count: 0, lex: new Int32Array(0) };
  const said: Said = { from: 0, to: 0 };
  return (text: string, words: Words, first: number, { words: count, lex }: Pick<Analysis, 'words' | 'lex'>): Said => {
    if (known.generation !== lexicon.generation) known = learn(lexicon);
    sentence.text = text;
    sentence.words = words;
    sentence.first = first;
    sentence.count = count;
    sentence.lex = lex;
    said.from = headOf(sentence, known);
    said.to = tailOf(sentence, known);
    // What denies is not passed over: how the sentence treats what it says hangs on it.
    if (firstOf(sentence, known, NEGATES, 0, said.from) >= 0) said.from = 0;
    if (firstOf(sentence, known, NEGATES, said.to, count) >= 0) said.to = count;
    if (said.to - said.from < LEAST_LEFT) {
      said.from = 0;
      said.to = count;
    }
    return said;
  };
};
