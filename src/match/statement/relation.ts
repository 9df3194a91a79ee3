// How a sentence treats the claim it makes: it asserts it, denies it, or asks. Three readings are put together: of the frame
// around the claim and of the claim's own clause (frames.ts), and of the claim, which may be negative itself.
import { hashWord } from '../../text/words.ts';
import { DISMISSES, NEGATES, REJECTING, REJECTS } from '../frames/cues.ts';
import { frameOf, is, NEAR, type Reading, readAfter, readBefore, readWithin } from '../frames/frames.ts';
import type { Agreement, Relation } from '../types.ts';
import { ASKS, findTerm, HAS_NEGATION, NEGATED, newByteReader, type StatementIndex } from './layout.ts';
import type { Sentence } from './sentence.ts';

const QUESTION = /\?["'”’)]*\s*$/;
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
    const { given, words, first, last } = frameOf(text, start, end, agreed);
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
