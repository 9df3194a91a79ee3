// A wording as slots: the longest expressions of the thesaurus first, every other content word as a term of its own.
import { type Lexicon, NUMERIC, STOP } from '../../text/lexicon.ts';
import { newWords, splitWords } from '../../text/words.ts';
import { findTerms, type Language, newAnalysis, readWords, type StemCache } from './analyse.ts';
import { NUMBER_IDF } from './information.ts';

/** A slot of a wording: a term, and the terms of an expression's own words, which together may stand for it. */
export interface Slot {
  readonly term: number;
  readonly parts: readonly number[];
}

/** Terms of bare words, numbered after the concepts as they come. */
export interface WordTerms {
  readonly byStem: Map<number, number>;
  /** Nats by term; concepts first. */
  readonly idf: number[];
  readonly concepts: number;
  /** Stem numbers of the language by word, as they are looked up. */
  readonly stems: StemCache;
}

const isNear = (near: Int32Array, at: number, terms: ReadonlySet<number>): boolean => {
  const length = near[at] ?? 0;
  for (let i = 1; i <= length; i++) if (terms.has(near[at + i] ?? -1)) return true;
  return false;
};

const words = newWords();
const analysis = newAnalysis();

/** Slots of `text`, each term once. New bare words are added to `known`. */
export const slotsOf = (language: Language, lexicon: Lexicon, text: string, known: WordTerms): Slot[] => {
  splitWords(text, words);
  readWords(language, lexicon, known.stems, text, words, 0, words.count, analysis);
  findTerms(language, known.stems, analysis, null);
  const { hits, hitFrom, hitTo, hitTerm, hitNear } = analysis;
  const said = new Set<number>();
  for (let h = 0; h < hits; h++) if ((hitNear[h] ?? -1) < 0) said.add(hitTerm[h] ?? 0);
  const allowed = Array.from({ length: hits }, (_, h) => (hitNear[h] ?? -1) < 0 || isNear(language.near, hitNear[h] ?? 0, said));

  const wordTerm = (at: number): number | null => {
    const word = analysis.lex[at] ?? 0;
    const flags = lexicon.flags[word] ?? 0;
    if ((flags & STOP) !== 0) return null;
    const stem = analysis.stem[at] ?? 0;
    const term = known.byStem.get(stem) ?? known.concepts + known.byStem.size;
    if (!known.byStem.has(stem)) {
      known.byStem.set(stem, term);
      const idf = lexicon.idf[word] ?? 0;
      known.idf[term] = (flags & NUMERIC) !== 0 ? Math.max(idf, NUMBER_IDF) : idf;
    }
    return term;
  };

  // Covers words from … to; below the top, an expression that is the whole span is left out.
  const cover = (from: number, to: number, top: boolean): Slot[] => {
    const found: Slot[] = [];
    let at = from;
    while (at < to) {
      let end = at;
      for (let h = 0; h < hits; h++) {
        const hitEnd = hitTo[h] ?? 0;
        const isWhole = !top && hitFrom[h] === from && hitEnd === to;
        if (hitFrom[h] === at && hitEnd <= to && !isWhole && allowed[h]) end = Math.max(end, hitEnd);
      }
      if (end === at) {
        const term = wordTerm(at);
        if (term !== null) found.push({ term, parts: [] });
        at++;
        continue;
      }
      const parts = top && end > at + 1 ? cover(at, end, false).map((slot) => slot.term) : [];
      for (let h = 0; h < hits; h++)
        if (hitFrom[h] === at && hitTo[h] === end && allowed[h]) found.push({ term: hitTerm[h] ?? 0, parts });
      at = end;
    }
    return found;
  };
  const slots = cover(0, analysis.words, true);
  return slots.filter((slot, i) => slots.findIndex((other) => other.term === slot.term) === i);
};
