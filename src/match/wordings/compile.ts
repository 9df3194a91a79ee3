// Compiles claims with authored wordings and a thesaurus into index columns (see layout.ts for what each holds).
import { DETERMINER, type Lexicon, NUMERIC, newLexicon, STOP } from '../../text/lexicon.ts';
import { newWords, splitWords } from '../../text/words.ts';
import { analyse, type Language, newAnalysis, newStemCache } from './analyse.ts';
import { cuesOf } from './cues.ts';
import { cueLeanings, leaning, type LeaningText } from './leanings.ts';
import type { WordingsInput } from './input.ts';
import { type Columns, RELATION_CODE } from './layout.ts';
import { GLUED, GLUED_REST, NUMBER_IDF, PROFILE_SATURATION, RELATED_SPREAD, STORY_NAME_IDF, weightOf } from './information.ts';
import { countNegations } from './negation.ts';
import { buildTrie, type Expression } from './trie.ts';
import { buildVocabulary } from './vocabulary.ts';

/** Lists as one column of values and one of starts. */
const flatten = (lists: readonly (readonly number[])[]): { at: Int32Array; values: Int32Array } => {
  const at = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    at[i + 1] = (at[i] ?? 0) + list.length;
  });
  return { at, values: Int32Array.from(lists.flat()) };
};

/** A slot of a wording: a term and where in the wording it stands. */
interface Slot {
  readonly term: number;
  readonly at: number;
  /** Terms of an expression's own words: together they may stand for it ("refuses to negotiate" for "refuses talks"). */
  readonly parts: readonly number[];
}

interface Text {
  readonly claim: number;
  readonly cues: readonly number[];
  readonly relation: number;
  readonly slots: readonly Slot[];
  readonly negations: number;
}

const stemsOf = (text: string, lexicon: Lexicon, numberOf: (stem: string) => number): { stems: number[]; lex: number[] } => {
  const words = newWords();
  splitWords(text, words);
  const lex = Array.from({ length: words.count }, (_, i) => lexicon.lookUp(text, words, i));
  return { stems: lex.map((word) => numberOf(lexicon.stems[word] ?? '')), lex };
};

/** Compiles the input. Deterministic: the same input gives the same bytes. */
export const compileWordings = (input: WordingsInput): Columns => {
  const lexicon = newLexicon();
  const stemNumbers = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const known = stemNumbers.get(stem);
    if (known !== undefined) return known;
    stemNumbers.set(stem, stemNumbers.size);
    return stemNumbers.size - 1;
  };
  const isDeterminer = (word: number): boolean => ((lexicon.flags[word] ?? 0) & DETERMINER) !== 0;

  // 1. Expressions of the thesaurus.
  const concepts = input.concepts.length;
  const expressions: Expression[] = [];
  // Information of a name's commonest single word.
  const plainest: number[] = [];
  const memberIdf: number[][] = input.concepts.map(() => []);
  input.concepts.forEach((concept, number) => {
    const terms = concept.standsFor.length > 0 ? concept.standsFor : [number];
    const add = (text: string, near: readonly number[] | null): void => {
      const { stems, lex } = stemsOf(text, lexicon, numberOf);
      const kept = stems.filter((_, i) => i === 0 || !isDeterminer(lex[i] ?? 0));
      expressions.push({ stems: kept, terms, near });
      memberIdf[number]?.push(expressionInformation(lex, lexicon));
      if (near === null && lex.length === 1) plainest[number] = Math.min(plainest[number] ?? Infinity, lexicon.idf[lex[0] ?? 0] ?? 0);
    };
    for (const member of concept.members) add(member, null);
    for (const { text, near } of concept.ambiguous) add(text, near);
  });
  // 2. Words of the wordings. A first pass makes all their stems known, so that analysis sees them.
  const texts = input.claims.flatMap((claim, number) => claim.texts.map((t) => ({ ...t, claim: number })));
  for (const { text } of texts) stemsOf(text, lexicon, numberOf);
  const trie = buildTrie(expressions);
  const stems = [...stemNumbers.keys()];
  const language: Language & { stemTerm: Int32Array } = { ...trie, vocabulary: buildVocabulary(stems), stemTerm: new Int32Array(stems.length).fill(-1) };

  // 3. Slots: longest expression first, other content words as terms of their own.
  const wordTerms = new Map<number, number>();
  const termIdf: number[] = memberIdf.map(conceptInformation);
  const compiled: Text[] = texts.map(({ text, claim, relation }) => {
    const words = newWords();
    splitWords(text, words);
    const analysis = newAnalysis();
    analyse(language, lexicon, newStemCache(), text, words, 0, words.count, analysis);
    const slots: Slot[] = [];
    const termsHere = new Set<number>();
    for (let h = 0; h < analysis.hits; h++) if ((analysis.hitNear[h] ?? -1) < 0) termsHere.add(analysis.hitTerm[h] ?? 0);
    const allows = (h: number): boolean => {
      const near = analysis.hitNear[h] ?? -1;
      return near < 0 || inReach(trie.near, near, termsHere);
    };
    const wordTerm = (at: number): number | null => {
      const word = analysis.lex[at] ?? 0;
      if (((lexicon.flags[word] ?? 0) & STOP) !== 0) return null;
      const stem = analysis.stem[at] ?? 0;
      let term = wordTerms.get(stem);
      if (term === undefined) {
        term = concepts + wordTerms.size;
        wordTerms.set(stem, term);
        termIdf[term] = lexicon.idf[word] ?? 0;
        if (((lexicon.flags[word] ?? 0) & NUMERIC) !== 0) termIdf[term] = Math.max(termIdf[term] ?? 0, NUMBER_IDF);
      }
      return term;
    };
    // Longest expressions within from … to that are not the whole span `not`.
    const cover = (from: number, to: number, whole: boolean): Slot[] => {
      const found: Slot[] = [];
      let at = from;
      while (at < to) {
        let end = at;
        for (let h = 0; h < analysis.hits; h++) {
          const hitEnd = analysis.hitTo[h] ?? 0;
          const isSpan = analysis.hitFrom[h] === from && hitEnd === to;
          if (analysis.hitFrom[h] === at && hitEnd <= to && (whole || !isSpan) && allows(h)) end = Math.max(end, hitEnd);
        }
        if (end === at) {
          const term = wordTerm(at);
          if (term !== null) found.push({ term, at, parts: [] });
          at++;
          continue;
        }
        const parts = whole && end > at + 1 ? cover(at, end, false).map((slot) => slot.term) : [];
        for (let h = 0; h < analysis.hits; h++) {
          if (analysis.hitFrom[h] === at && analysis.hitTo[h] === end && allows(h)) found.push({ term: analysis.hitTerm[h] ?? 0, at, parts });
        }
        at = end;
      }
      return found;
    };
    slots.push(...cover(0, analysis.words, true));
    const distinct = slots.filter((slot, i) => slots.findIndex((other) => other.term === slot.term) === i);
    return { claim, cues: cuesOf(text), relation: RELATION_CODE[relation], slots: distinct, negations: countNegations(lexicon, analysis.lex, analysis.words) };
  });
  for (const [stem, term] of wordTerms) language.stemTerm[stem] = term;

  // 4. Profiles: how typical a term is of a claim.
  const terms = concepts + wordTerms.size;
  const claims = input.claims.length;
  const uses: Map<number, number>[] = Array.from({ length: claims }, () => new Map());
  const textsOf = new Array<number>(claims).fill(0);
  for (const text of compiled) {
    textsOf[text.claim] = (textsOf[text.claim] ?? 0) + 1;
    const used = new Set(text.slots.flatMap((slot) => [slot.term, ...slot.parts]));
    for (const term of used) uses[text.claim]?.set(term, (uses[text.claim]?.get(term) ?? 0) + 1);
  }
  const spread = new Float32Array(terms);
  const total = new Float32Array(terms);
  uses.forEach((use, claim) => {
    for (const [term, count] of use) total[term] = (total[term] ?? 0) + count / (textsOf[claim] ?? 1);
  });
  // Effective number of claims that use a term: the exponential of the entropy of its distribution over claims.
  uses.forEach((use, claim) => {
    for (const [term, count] of use) {
      const share = count / (textsOf[claim] ?? 1) / (total[term] ?? 1);
      spread[term] = (spread[term] ?? 0) - share * Math.log(share);
    }
  });
  const weight = new Float32Array(terms);
  for (let term = 0; term < terms; term++) weight[term] = weightOf(termIdf[term] ?? 0, Math.exp(spread[term] ?? 0), claims);

  // Terms that go together in the pack (Donetsk and Luhansk) are one piece of information, not two.
  const textsWith = new Map<number, number>();
  const together = new Map<number, number>();
  for (const { slots } of compiled) {
    for (const { term: a } of slots) {
      textsWith.set(a, (textsWith.get(a) ?? 0) + 1);
      for (const { term: b } of slots) if (a < b) together.set(a * terms + b, (together.get(a * terms + b) ?? 0) + 1);
    }
  }
  const glued = (a: number, b: number): number =>
    (together.get(Math.min(a, b) * terms + Math.max(a, b)) ?? 0) / Math.max(textsWith.get(a) ?? 1, textsWith.get(b) ?? 1);
  const slotWeights = compiled.map(({ slots }) => {
    const order = slots.map((_, i) => i).sort((i, j) => (weight[slots[j]?.term ?? 0] ?? 0) - (weight[slots[i]?.term ?? 0] ?? 0) || i - j);
    const weights = new Array<number>(slots.length).fill(0);
    order.forEach((i, rank) => {
      const term = slots[i]?.term ?? 0;
      let value = weight[term] ?? 0;
      for (let r = 0; r < rank; r++) {
        const share = glued(term, slots[order[r] ?? 0]?.term ?? 0);
        if (share > GLUED) value = Math.min(value, -Math.log(share) + GLUED_REST);
      }
      weights[i] = value;
    });
    return weights;
  });

  const profiles: [number, number][][] = Array.from({ length: terms }, () => []);
  uses.forEach((use, claim) => {
    const typical = new Map<number, number>();
    const add = (term: number, value: number): void => {
      typical.set(term, Math.max(typical.get(term) ?? 0, value));
    };
    for (const [term, count] of use) {
      const value = 1 - Math.exp((-PROFILE_SATURATION * count) / (textsOf[claim] ?? 1));

      add(term, value);
      for (const near of input.concepts[term]?.related ?? []) add(near, value * RELATED_SPREAD);
      for (const contrary of input.concepts[term]?.opposite ?? []) add(contrary, value * RELATED_SPREAD);
    }
    for (const [term, value] of typical) profiles[term]?.push([claim, value]);
  });

  // Chance that a text of the pack uses the term, each claim weighing the same.
  const chance = (term: number): number => Math.max(0.002, (total[term] ?? 0) / claims);
  const byClaim: [number, number][][] = Array.from({ length: claims }, () => []);
  profiles.forEach((list, term) => {
    for (const [claim, value] of list) byClaim[claim]?.push([term, value]);
  });
  const leaningTexts: LeaningText[][] = Array.from({ length: claims }, () => []);
  for (const { claim, relation, slots, cues } of compiled) leaningTexts[claim]?.push({ relation, cues, terms: new Set(slots.flatMap((slot) => [slot.term, ...slot.parts])) });
  const leanings = (relation: number): Float32Array =>
    Float32Array.from(byClaim.flatMap((list, claim) => list.map(([term]) => leaning(leaningTexts[claim] ?? [], relation, (text) => text.terms.has(term)))));
  const cueTable = (relation: number): Float32Array => Float32Array.from(leaningTexts.flatMap((texts) => cueLeanings(texts, relation)));
  const typical = flatten(byClaim.map((list) => list.map(([term]) => term)));
  const postings = flatten(profiles.map((list) => list.map(([claim]) => claim)));
  const slots = flatten(compiled.map((text) => text.slots.map((slot) => slot.term)));
  const textsByClaim = flatten(input.claims.map((_, claim) => compiled.flatMap((text, i) => (text.claim === claim ? [i] : []))));
  const parts = flatten(compiled.flatMap((text) => text.slots.map((slot) => [...slot.parts])));
  const related = flatten(Array.from({ length: terms }, (_, t) => [...(input.concepts[t]?.related ?? [])]));
  const opposite = flatten(Array.from({ length: terms }, (_, t) => [...(input.concepts[t]?.opposite ?? [])]));
  return {
    ...language,
    claims,
    idf: Float32Array.from(termIdf),
    weight,
    isName: Uint8Array.from({ length: terms }, (_, t) => (input.concepts[t]?.name ? 1 : 0)),
    postAt: postings.at,
    postClaim: postings.values,
    postTypical: Float32Array.from(profiles.flatMap((list) => list.map(([, value]) => value))),
    postNb: Float32Array.from(profiles.flatMap((list, term) => list.map(([, value]) => Math.log((value * 0.9 + 0.1 * chance(term)) / chance(term))))),
    story: Float32Array.from({ length: terms }, (_, t) => (input.concepts[t]?.name && (plainest[t] ?? 0) >= STORY_NAME_IDF ? (Math.exp(spread[t] ?? 0) / claims) ** 2 : 0)),
    termAt: typical.at,
    termTerm: typical.values,
    termTypical: Float32Array.from(byClaim.flatMap((list) => list.map(([, value]) => value))),
    termDeny: leanings(RELATION_CODE.denies),
    termAsk: leanings(RELATION_CODE.questions),
    cueDeny: cueTable(RELATION_CODE.denies),
    cueAsk: cueTable(RELATION_CODE.questions),
    slotAt: slots.at,
    slotTerm: slots.values,
    slotWeight: Float32Array.from(slotWeights.flat()),
    partAt: parts.at,
    part: parts.values,
    textAt: textsByClaim.at,
    text: textsByClaim.values,
    textRelation: Uint8Array.from(compiled.map((text) => text.relation)),
    textNegations: Uint8Array.from(compiled.map((text) => text.negations)),
    relatedAt: related.at,
    related: related.values,
    oppositeAt: opposite.at,
    opposite: opposite.values,
  };
};

const inReach = (near: Int32Array, at: number, terms: ReadonlySet<number>): boolean => {
  const length = near[at] ?? 0;
  for (let i = 1; i <= length; i++) if (terms.has(near[at + i] ?? -1)) return true;
  return false;
};

// An expression is as rare as its rarest word, and rarer with each further word: about 2.5 nats, the entropy of the next
// word of running text given the one before, less what words that go together share.
const expressionInformation = (lex: readonly number[], lexicon: Lexicon): number => {
  const idfs = lex.map((word) => lexicon.idf[word] ?? 0);
  return Math.min(9, Math.max(0.5, ...idfs) + (lex.length - 1) * 2.5);
};

// The chance of a concept is the sum of the chances of its members.
const conceptInformation = (members: readonly number[]): number =>
  Math.max(0.3, -Math.log(Math.min(0.9, members.reduce((sum, idf) => sum + Math.exp(-idf), 1e-4))));
