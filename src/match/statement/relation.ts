// How a sentence treats the claim it makes: it asserts it, denies it, or asks. Three readings are put together: of the frame
// around the claim and of the claim's own clause (frames.ts), and of the claim, which may be negative itself.
import { hashWord } from '../../text/words.ts';
import type { Agreement, Relation } from '../types.ts';
import { DISMISSES, EMBEDS, GROUNDS, NEGATES, REJECTING, REJECTS, wordsOf } from './cues.ts';
import { behind, is, NEAR, NEXT, type Reading, readAfter, readBefore, readWithin, withoutIdle } from './frames.ts';
import { ASKS, findTerm, HAS_NEGATION, NEGATED, newByteReader, type StatementIndex } from './layout.ts';
import type { Sentence } from './sentence.ts';

const QUESTION = /\?["'”’)]*\s*$/;
/** Characters before a claim's first word, and after its last, in which a frame is looked for: some 40 and 25 words. */
const BEFORE = 240;
const AFTER = 160;
/** A claim after "that" begins there if it has so much of what agreed: before it stands who says it, with a name of the claim. */
const MOST = 0.6;

export type RelationReader = (text: string, sentence: Sentence, claim: number, agreed: readonly Agreement[]) => Relation;

export const newRelationReader = (index: StatementIndex): RelationReader => {
  const reader = newByteReader(index.claimWords);
  const pair = new Int32Array(2);
  const rejecting = new Map(
    REJECTING.map(([stem, kinds]) => {
      hashWord(stem, pair);
      return [findTerm(index, pair[0] ?? 0, pair[1] ?? 0), kinds];
    }),
  );
  /** Whether the claim itself says that something is untrue: other words of the kind then agree with it. A faked letter is a claim
   * like any other; that the letter is a fake is such a one. */
  const rejects = (claim: number): boolean => {
    reader.at = index.claimAt[claim] ?? 0;
    const length = reader.next();
    reader.next();
    for (let i = 1; i <= length; i++)
      if (((rejecting.get(reader.next()) ?? 0) & (i === length ? REJECTS | DISMISSES : REJECTS)) !== 0) return true;
    return false;
  };

  return (text, { start, end }, claim, agreed) => {
    const flags = index.claimFlags[claim] ?? 0;
    const from = agreed[0]?.start ?? start;
    const to = agreed.at(-1)?.end ?? end;
    const given = wordsOf(text, Math.max(start, from - BEFORE), Math.min(end, to + AFTER));
    const agrees = new Map(agreed.map((one) => [one.start, one.weight]));
    const own = new Set(given.filter((word) => agrees.has(word.start)).map(({ stem }) => stem));
    const words = withoutIdle(given, own);
    let first = words.findIndex((word) => word.start >= from);
    const last = words.findLastIndex((word) => word.start < to);
    let left = 1;
    for (let i = Math.max(0, first); i <= last; i++) {
      if (words[i]?.form === 'that' && left >= MOST && behind(words, i, EMBEDS | GROUNDS | REJECTS | DISMISSES, NEXT))
        first = i + 1;
      left -= agrees.get(words[i]?.start ?? -1) ?? 0;
    }
    const reading: Reading = { denied: false, asked: false, turns: 0, negations: 0 };
    readBefore(words, first, reading);
    if ((reading.asked || QUESTION.test(text.slice(start, end))) && (flags & ASKS) === 0) return 'questions';
    const isRejection = rejects(claim);
    readWithin(words, first, last, isRejection, reading);
    readAfter(words, last, isRejection, reading);
    for (let i = first; i <= last; i++) if (is(given[i], NEGATES)) reading.negations++;
    for (let i = last + 1; i <= last + NEAR; i++) if (is(words[i], NEGATES)) reading.negations++;
    // A negation somewhere in a long claim says nothing about which part the sentence takes up.
    const turned = (flags & HAS_NEGATION) === 0 ? reading.turns % 2 === 1 : (flags & NEGATED) !== 0 && reading.negations === 0;
    return reading.denied !== turned ? 'denies' : 'asserts';
  };
};
