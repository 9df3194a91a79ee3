// From a sentence's words to the terms it holds: concepts of the thesaurus (with the words that express them) and other
// words. The compiler analyses wordings with it, the matcher sentences: both see language the same way.
import { DETERMINER, type Lexicon, NUMERIC, STOP } from '../../text/lexicon.ts';
import { CAPITAL, type Words } from '../../text/words.ts';
import { edgeBits, step, type TrieColumns } from './trie.ts';
import { findStem, type VocabularyColumns } from './vocabulary.ts';

/** What analysis needs of an index. */
export interface Language extends TrieColumns {
  readonly vocabulary: VocabularyColumns;
  /** Stem number → term that stands for the bare word, or -1 when no wording uses it. */
  readonly stemTerm: Int32Array;
  /** Stem number → node that an expression beginning with it reaches, or -1. */
  readonly rootStep: Int32Array;
}

/** The longest sentence that is looked at in full, in words; the rest of a longer one is passed over. */
const MOST_WORDS_IN_SENTENCE = 160;

/** Scratch of one analysis; reused. */
export interface Analysis {
  words: number;
  /** Lexicon number and stem number (-1 unknown to the index) by word. */
  readonly lex: Int32Array;
  readonly stem: Int32Array;
  /** Occurrences of terms: words from … to (exclusive) of the sentence. */
  hits: number;
  readonly hitTerm: Int32Array;
  readonly hitFrom: Int32Array;
  readonly hitTo: Int32Array;
  /** Start in `near` of the condition of an ambiguous hit, or -1. */
  readonly hitNear: Int32Array;
}

const MOST_HITS = 4 * MOST_WORDS_IN_SENTENCE;

export const newAnalysis = (): Analysis => ({
  words: 0,
  lex: new Int32Array(MOST_WORDS_IN_SENTENCE),
  stem: new Int32Array(MOST_WORDS_IN_SENTENCE),
  hits: 0,
  hitTerm: new Int32Array(MOST_HITS),
  hitFrom: new Int32Array(MOST_HITS),
  hitTo: new Int32Array(MOST_HITS),
  hitNear: new Int32Array(MOST_HITS),
});

/** What a language knows of a lexicon's words, remembered by word number, side by side: a word is looked up in the index once. */
export interface StemCache {
  generation: number;
  known: Int32Array;
  /** Of the language's trie. */
  readonly edges: Int32Array;
}

// Per word: stem number (-1 unknown to the index), term of the bare word, node that an expression beginning with it reaches,
// whether it is passed over inside expressions.
const BARE_AT = 1;
const NODE_AT = 2;
const PASSED_AT = 3;
const ROW = 4;
const NOT_YET = -2;
const FIRST_ROWS = 1 << 10;

export const newStemCache = (language: Language): StemCache => ({
  generation: 0,
  known: new Int32Array(ROW * FIRST_ROWS).fill(NOT_YET),
  edges: edgeBits(language),
});

const learn = (language: Language, lexicon: Lexicon, cache: StemCache, word: number): void => {
  if (ROW * word >= cache.known.length) {
    const wider = new Int32Array(ROW * lexicon.stemHash.length).fill(NOT_YET);
    wider.set(cache.known);
    cache.known = wider;
  }
  const { known } = cache;
  const stem = findStem(language.vocabulary, lexicon.stemHash[word] ?? 0, lexicon.stemCheck[word] ?? 0);
  known[ROW * word] = stem;
  known[ROW * word + BARE_AT] = language.stemTerm[stem] ?? -1;
  known[ROW * word + NODE_AT] = language.rootStep[stem] ?? -1;
  known[ROW * word + PASSED_AT] = ((lexicon.flags[word] ?? 0) & DETERMINER) !== 0 ? 1 : 0;
};

/** Fills `out` with words `first` … `last`-1 of `words`, split from `text`. */
export const readWords = (
  language: Language,
  lexicon: Lexicon,
  cache: StemCache,
  text: string,
  words: Words,
  first: number,
  last: number,
  out: Analysis,
): void => {
  const count = Math.min(last - first, MOST_WORDS_IN_SENTENCE);
  out.words = count;
  const { lex, stem } = out;
  for (let i = 0; i < count; i++) {
    const word = lexicon.lookUp(text, words, first + i);
    lex[i] = word;
    if (cache.generation !== lexicon.generation) {
      cache.generation = lexicon.generation;
      cache.known.fill(NOT_YET);
    }
    if ((cache.known[ROW * word] ?? NOT_YET) === NOT_YET) learn(language, lexicon, cache, word);
    stem[i] = cache.known[ROW * word] ?? -1;
  }
};

/**
 * Fills `out` with the term hits of the words just read.
 * All occurrences of expressions are reported, overlapping ones too, in order of their first word.
 * @param only 1 by stem number: where an expression may begin that is looked for; null: all
 */
export const findTerms = (language: Language, cache: StemCache, out: Analysis, only: Uint8Array | null): void => {
  out.hits = 0;
  const { lex, stem, words: count } = out;
  const { known, edges } = cache;
  const { outAt, outTerm, outNear } = language;
  for (let i = 0; i < count; i++) {
    const opening = stem[i] ?? -1;
    if (opening < 0 || (only !== null && only[opening] !== 1)) continue;
    const at = ROW * (lex[i] ?? 0);
    const bare = known[at + BARE_AT] ?? -1;
    if (bare >= 0) addHit(out, bare, i, i + 1, -1);
    let node = known[at + NODE_AT] ?? -1;
    for (let j = i; node >= 0; ) {
      for (let o = outAt[node] ?? 0, end = outAt[node + 1] ?? 0; o < end; o++)
        addHit(out, outTerm[o] ?? 0, i, j + 1, outNear[o] ?? -1);
      do j++;
      while (j < count && known[ROW * (lex[j] ?? 0) + PASSED_AT] === 1);
      const next = j < count ? (stem[j] ?? -1) : -1;
      node = next < 0 || ((edges[node] ?? 0) & (1 << (next & 31))) === 0 ? -1 : step(language, node, next);
    }
  }
};

/** By stem number: 1 where an expression may begin that names something, or that tells what an ambiguous name means. */
export const nameOpenings = (language: Language, isName: ArrayLike<number>): Uint8Array => {
  const { outAt, outTerm, outNear, near, keys, to, stemTerm, rootStep } = language;
  const wanted = Uint8Array.from(isName);
  for (let o = 0; o < outTerm.length; o++) {
    const list = outNear[o] ?? -1;
    if (list < 0 || isName[outTerm[o] ?? 0] !== 1) continue;
    for (let i = 1; i <= (near[list] ?? 0); i++) wanted[near[list + i] ?? 0] = 1;
  }
  // From the leaves to the root: a node's number is below those of its children.
  const parent = new Int32Array(outAt.length).fill(-1);
  for (let slot = 0; slot < to.length; slot++) if ((keys[2 * slot] ?? -1) >= 0) parent[to[slot] ?? 0] = keys[2 * slot] ?? -1;
  const leads = new Uint8Array(outAt.length);
  for (let node = outAt.length - 2; node >= 0; node--) {
    for (let o = outAt[node] ?? 0, end = outAt[node + 1] ?? 0; o < end; o++) if (wanted[outTerm[o] ?? 0] === 1) leads[node] = 1;
    const above = parent[node] ?? -1;
    if (leads[node] === 1 && above >= 0) leads[above] = 1;
  }
  return Uint8Array.from(stemTerm, (term, stem) =>
    (term >= 0 && wanted[term] === 1) || leads[rootStep[stem] ?? -1] === 1 ? 1 : 0,
  );
};

const addHit = (out: Analysis, term: number, from: number, to: number, near: number): void => {
  if (out.hits >= MOST_HITS) return;
  out.hitTerm[out.hits] = term;
  out.hitFrom[out.hits] = from;
  out.hitTo[out.hits] = to;
  out.hitNear[out.hits] = near;
  out.hits++;
};

/** Whether word `i` names something: capitalised inside the sentence, no function word, no number. */
export const looksLikeName = (lexicon: Lexicon, words: Words, first: number, i: number, lex: number): boolean =>
  i > 0 && ((words.shape[first + i] ?? 0) & CAPITAL) !== 0 && ((lexicon.flags[lex] ?? 0) & (STOP | NUMERIC)) === 0;
