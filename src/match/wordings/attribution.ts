// Who says so and when, at a sentence's start or end: "According to a report published on Friday, …", "…, the newspaper said on
// Tuesday.", "Jane Smith: …". Those words are not what the sentence says, and no claim explains them. They are passed over
// where none of them may begin a name that the pack knows: with "Peskov said" a claim may stand or fall.
import type { Lexicon } from '../../text/lexicon.ts';
import { CAPITAL, type Words } from '../../text/words.ts';
import { NEGATIONS } from '../frames/cues.ts';

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
const COMMA = ',';
const COLON = ':';
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

/** Says where what is reported stands. The answer is reused. */
export const newAttribution = (lexicon: Lexicon) => {
  let generation = -1;
  const learnSet = (forms: readonly string[]): ReadonlySet<number> => new Set(forms.map((form) => lexicon.numberOf(form)));
  const learn = () => ({
    saying: learnSet(SAYING.split(' ')),
    following: learnSet(FOLLOWING.split(' ')),
    joining: learnSet(JOINING.split(' ')),
    pieces: learnSet(PIECES.split(' ')),
    pronouns: learnSet(PRONOUNS.split(' ')),
    negations: learnSet(NEGATIONS),
    according: lexicon.numberOf('according'),
    to: lexicon.numberOf('to'),
    as: lexicon.numberOf('as'),
    in: lexicon.numberOf('in'),
    that: lexicon.numberOf('that'),
  });
  let known = learn();
  const said: Said = { from: 0, to: 0 };

  return (
    text: string,
    words: Words,
    first: number,
    { words: count, lex }: { readonly words: number; readonly lex: Int32Array },
  ): Said => {
    if (generation !== lexicon.generation) {
      generation = lexicon.generation;
      known = learn();
    }
    /** Whether `sign` stands between word i and the one before it. */
    const hasBefore = (sign: string, i: number): boolean => {
      const from = words.end[first + i - 1] ?? 0;
      return text.slice(from, words.start[first + i]).includes(sign);
    };
    const firstWith = (sign: string, from: number, to: number): number => {
      for (let i = from; i < Math.min(to, count); i++) if (hasBefore(sign, i)) return i;
      return -1;
    };
    const some = (set: ReadonlySet<number>, from: number, to: number): number => {
      for (let i = from; i < to; i++) if (set.has(lex[i] ?? -1)) return i;
      return -1;
    };

    /** "Officials said on Friday that". */
    const upToThat = (): number => {
      const verb = some(known.saying, 1, Math.min(count, MOST_SUBJECT + 1));
      if (verb < 0 || known.pronouns.has(lex[0] ?? -1)) return 0;
      for (let i = verb + 1; i < Math.min(count, verb + 1 + MOST_BETWEEN); i++) if (lex[i] === known.that) return i + 1;
      return 0;
    };
    const head = (): number => {
      const opening = lex[0] ?? -1;
      const isSource = opening === known.according && lex[1] === known.to;
      if (isSource || opening === known.as || opening === known.in) {
        const end = firstWith(COMMA, 1, MOST_HEAD + 1);
        if (end < 0) return 0;
        return isSource || some(opening === known.as ? known.saying : known.pieces, 1, end) >= 0 ? end : 0;
      }
      const end = firstWith(COLON, 1, MOST_NAME + 1);
      if (end < 0) return upToThat();
      for (let i = 0; i < end; i++) if (((words.shape[first + i] ?? 0) & CAPITAL) === 0) return 0;
      return end;
    };
    const tail = (): number => {
      let from = count;
      for (let i = count - 1; i > 0 && i >= count - MOST_TAIL && from === count; i--) if (hasBefore(COMMA, i)) from = i;
      if (lex[from] === known.according && lex[from + 1] === known.to) return from;
      const verb = some(known.saying, from, count);
      if (verb < 0 || known.joining.has(lex[from] ?? -1)) return count;
      // "Said officials in Kyiv", "two officials said", "the newspaper reported on Tuesday"; not "the magazine reported a stalemate".
      return verb === from || verb === count - 1 || known.following.has(lex[verb + 1] ?? -1) ? from : count;
    };

    said.from = head();
    said.to = tail();
    // What denies is not passed over: how the sentence treats what it says hangs on it.
    if (some(known.negations, 0, said.from) >= 0) said.from = 0;
    if (some(known.negations, said.to, count) >= 0) said.to = count;
    if (said.to - said.from < LEAST_LEFT) {
      said.from = 0;
      said.to = count;
    }
    return said;
  };
};
