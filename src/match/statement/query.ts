// A text, as the ranking asks for it: its distinct terms with their weights, where they stand, and what its neighbours add.
import { findTerm, RARITY_STEPS, type StatementIndex } from './layout.ts';
import { NAME, NUMBER } from './token-columns.ts';
import type { Tokenizer } from './tokens.ts';
import { BREAK, TERMS } from './verbatim.ts';

export const MAIN = 1;
export const BEFORE = 2;
export const AFTER = 4;
export const SIGNED = 8;

/** One distinct concept of the query. */
export interface QueryTerm {
  /** Term number in the index, −1 if no claim holds it. */
  readonly term: number;
  readonly stem: string;
  /** Rarity in ordinary news and among the claims, nats; and the mean of both. */
  readonly news: number;
  readonly pack: number;
  readonly weight: number;
  readonly named: boolean;
  readonly numeral: boolean;
  fields: number;
  /** Positions in the main text, counted in tokens. */
  readonly at: number[];
}

export interface Query {
  readonly terms: QueryTerm[];
  /** Main text as a sequence of positions in `terms`. */
  readonly sequence: number[];
  /** Sentence of each token of `sequence`. */
  readonly sentence: number[];
  /** Sum of weights of the distinct terms of each sentence, and of the main text. */
  readonly sentenceWeight: number[];
  weight: number;
  /** Sum of squares of the weights. */
  square: number;
  /** All words of the main text, and of each of its neighbours, as verbatim.ts compares them. */
  readonly words: number[];
  readonly wordsAround: number[];
  /** The same of terms that only the surroundings have. */
  contextSquare: number;
}

/** Words of a text whose order is compared: a selection may be a whole page. */
const MOST_WORDS = 400;

const SENTENCE_END = /[.!?…]["'”’)]*\s|\n/g;

/** Reads `text` and its surroundings into a query for `index`. */
export const readQuery = (
  index: StatementIndex,
  tokenizer: Tokenizer,
  fields: readonly (readonly [field: number, text: string])[],
): Query => {
  const query: Query = {
    terms: [],
    sequence: [],
    sentence: [],
    sentenceWeight: [],
    weight: 0,
    square: 0,
    contextSquare: 0,
    words: [],
    wordsAround: [],
  };
  const byNumber = new Map<number, number>();
  for (const [nth, [field, text]] of fields.entries()) {
    if (nth === 0) tokenizer.split(text);
    else tokenizer.splitFurther(text);
    const { tokens, lexicon } = tokenizer;
    const ends = field === MAIN ? Array.from(text.matchAll(SENTENCE_END), (m) => m.index) : [];
    let sentence = 0;
    if (field !== SIGNED) {
      const into = field === MAIN ? query.words : query.wordsAround;
      into.push(BREAK);
      for (let i = 0; i < Math.min(MOST_WORDS, tokens.wordCount); i++) {
        const word = tokens.words[i] ?? 0;
        const term = word < 0 ? -1 : findTerm(index, lexicon.stemHash[word] ?? 0, lexicon.stemCheck[word] ?? 0);
        into.push(word < 0 ? -word : term < 0 ? BREAK : TERMS + term);
      }
    }
    for (let i = 0; i < tokens.count; i++) {
      const n = tokens.number[i] ?? 0;
      const flags = tokens.flags[i] ?? 0;
      let at = byNumber.get(n);
      if (at === undefined) {
        const term = findTerm(index, lexicon.stemHash[n] ?? 0, lexicon.stemCheck[n] ?? 0);
        const news = tokenizer.rarity(n);
        const pack = term < 0 ? Math.log(index.claims + 1) : (index.pack[term] ?? 0) / RARITY_STEPS;
        at = query.terms.length;
        byNumber.set(n, at);
        query.terms.push({
          term,
          stem: lexicon.stems[n] ?? '',
          news,
          pack,
          weight: (news + pack) / 2,
          named: (flags & NAME) !== 0,
          numeral: (flags & NUMBER) !== 0,
          fields: 0,
          at: [],
        });
      }
      const entry = query.terms[at];
      if (entry === undefined) continue;
      if (field === MAIN) {
        while (sentence < ends.length && (ends[sentence] ?? 0) < (tokens.start[i] ?? 0)) sentence++;
        const isNew = query.sentence[entry.at.at(-1) ?? -1] !== sentence;
        if (isNew) query.sentenceWeight[sentence] = (query.sentenceWeight[sentence] ?? 0) + entry.weight;
        entry.at.push(query.sequence.length);
        query.sequence.push(at);
        query.sentence.push(sentence);
        if ((entry.fields & MAIN) === 0) {
          query.weight += entry.weight;
          query.square += entry.weight ** 2;
        }
      }
      entry.fields |= field;
    }
  }
  for (const { fields: where, weight } of query.terms) if ((where & MAIN) === 0) query.contextSquare += weight ** 2;
  return query;
};

/** What the text says beyond a claim: how many numbers, and the weight of names, that `has` does not hold. */
export const unexplained = (
  query: Query,
  has: (term: number) => boolean,
): { readonly numbers: number; readonly names: number } => {
  let numbers = 0;
  let names = 0;
  for (const q of query.terms) {
    if ((q.fields & MAIN) === 0 || (q.term >= 0 && has(q.term))) continue;
    if (q.numeral) numbers++;
    if (q.named) names += q.weight;
  }
  return { numbers, names };
};
