// How a sentence treats the claim it makes: it asserts it, denies it, or asks. Read from few plain signs; a bare statement
// tells too little for more.
import type { Agreement, Relation } from '../types.ts';
import { ASKS, findTerm, HAS_NEGATION, NEGATED, newByteReader, type StatementIndex } from './layout.ts';
import type { Sentence } from './sentence.ts';
import type { Tokenizer } from './tokens.ts';

/** Words by which writers reject a claim, in the stems of src/text/. */
const REJECTING = [
  'deni',
  'debunk',
  'fals',
  'untru',
  'myth',
  'hoax',
  'refut',
  'incorrect',
  'bogus',
  'baseless',
  'unfound',
  'mislead',
  'disprov',
];
const QUESTION = /\?["'”’)]*\s*$/;
const WHETHER = /\bwhether\b/i;
/** "Whether" asks about what follows it within so many characters. */
const WHETHER_REACH = 40;
/** A negation up to so many characters before the first shared word still governs it ("did not", "has never been"). */
const REACH = 16;

export type RelationReader = (text: string, sentence: Sentence, claim: number, agreed: readonly Agreement[]) => Relation;

export const newRelationReader = (index: StatementIndex, tokenizer: Tokenizer): RelationReader => {
  const words = newByteReader(index.claimWords);
  const claimHas = (claim: number, term: number): boolean => {
    words.at = index.claimAt[claim] ?? 0;
    const length = words.next();
    words.next();
    for (let i = 0; i < length; i++) if (words.next() === term) return true;
    return false;
  };
  return (text, { start, end }, claim, agreed) => {
    const { tokens, lexicon } = tokenizer;
    const flags = index.claimFlags[claim] ?? 0;
    const first = agreed[0]?.start ?? start;
    const asks = QUESTION.test(text.slice(start, end)) || WHETHER.test(text.slice(Math.max(start, first - WHETHER_REACH), first));
    if (asks && (flags & ASKS) === 0) return 'questions';
    for (let i = 0; i < tokens.count; i++) {
      const n = tokens.number[i] ?? 0;
      if (!REJECTING.includes(lexicon.stems[n] ?? '')) continue;
      const term = findTerm(index, lexicon.stemHash[n] ?? 0, lexicon.stemCheck[n] ?? 0);
      if (term < 0 || !claimHas(claim, term)) return 'denies';
    }
    const from = first - REACH;
    const to = agreed.at(-1)?.end ?? end;
    let negations = 0;
    for (let i = 0; i < Math.min(tokens.negations, tokens.negatedAt.length); i++) {
      const at = tokens.negatedAt[i] ?? 0;
      if (at >= from && at < to) negations++;
    }
    // A negation somewhere in a long claim says nothing about which part the sentence takes up.
    if ((flags & HAS_NEGATION) === 0) return negations % 2 === 1 ? 'denies' : 'asserts';
    return (flags & NEGATED) !== 0 && negations === 0 ? 'denies' : 'asserts';
  };
};
