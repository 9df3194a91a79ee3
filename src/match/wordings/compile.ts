// Compiles claims with authored wordings and a thesaurus into index columns (layout.ts says what each holds).
import { DETERMINER, type Lexicon, newLexicon, STOP } from '../../text/lexicon.ts';
import { newWords, splitWords } from '../../text/words.ts';
import { cuesOf } from '../frames/counts.ts';
import { type Language, newStemCache } from './analyse.ts';
import { learnDiction } from './diction.ts';
import { conceptInformation, expressionInformation, STORY_NAME_IDF } from './information.ts';
import type { ConceptInput, ExampleInput, WordingsInput } from './input.ts';
import type { Columns } from './layout.ts';
import { learnLeanings, type RelationSample } from './lean-profiles.ts';
import { cueLeanings, type LeaningText } from './leanings.ts';
import { newNegations } from './negation.ts';
import { flatten, postingColumns } from './postings.ts';
import { learnProfiles, sampleOf, seedOf } from './profiles.ts';
import { newReading } from './reading.ts';
import { RELATION_CODE } from './relations.ts';
import { slotsOf, type WordTerms } from './slots.ts';
import { readTaught, type Taught } from './taught.ts';
import { slotWeights, tellingOf } from './telling.ts';
import type { TellsInput } from './tells.ts';
import { buildTrie, type Expression, ROOT, step } from './trie.ts';
import { buildVocabulary } from './vocabulary.ts';

const words = newWords();

const wordsOf = (text: string, lexicon: Lexicon): number[] => {
  splitWords(text, words);
  return Array.from({ length: words.count }, (_, i) => lexicon.lookUp(text, words, i));
};

interface Expressions {
  readonly expressions: readonly Expression[];
  /** By concept: information of each member that needs no other near it (of all where there is none), and of the commonest of one word. */
  readonly information: readonly (readonly number[])[];
  readonly plainest: readonly number[];
}

const expressionsOf = (
  concepts: readonly ConceptInput[],
  lexicon: Lexicon,
  stemNumber: (word: number) => number,
): Expressions => {
  const expressions: Expression[] = [];
  const plainest = new Array<number>(concepts.length).fill(0);
  const information = concepts.map((concept, number) => {
    const terms = concept.standsFor.length > 0 ? concept.standsFor : [number];
    const single: number[] = [];
    const add = (text: string, near: readonly number[] | null): number[] => {
      const words = wordsOf(text, lexicon);
      if (words.length === 0) return [];
      const kept = words.filter((word, i) => i === 0 || ((lexicon.flags[word] ?? 0) & DETERMINER) === 0);
      expressions.push({ stems: kept.map(stemNumber), terms, near });
      const idfs = words.map((word) => lexicon.idf[word] ?? 0);
      if (near === null && words.length === 1) single.push(idfs[0] ?? 0);
      // A function word ("told", "against") is found as any member is, but takes nothing of what the others are worth.
      return words.length === 1 && ((lexicon.flags[words[0] ?? 0] ?? 0) & STOP) !== 0 ? [] : [expressionInformation(idfs)];
    };
    const plain = concept.members.flatMap((text) => add(text, null));
    const ambiguous = concept.ambiguous.flatMap(({ text, near }) => add(text, near));
    plainest[number] = single.length > 0 ? Math.min(...single) : 0;
    // "The president" is common, but counts only where a rarer name is in reach.
    return plain.length > 0 ? plain : ambiguous;
  });
  return { expressions, information, plainest };
};

const newTextNegations = (lexicon: Lexicon): ((text: string) => number) => {
  const negations = newNegations(lexicon);
  return (text) => {
    splitWords(text, words);
    return negations(text, words, 0, words.count);
  };
};

const untaught = (postings: number, terms: number): Taught => ({
  postProfile: new Float32Array(postings),
  leanDeny: new Float32Array(postings),
  leanAsk: new Float32Array(postings),
  termDeny: new Float32Array(terms),
  termAsk: new Float32Array(terms),
});

/** Each text as the matcher would read it, alone on its page. */
const samplesOf = (texts: readonly ExampleInput[], columns: Columns, lexicon: Lexicon): RelationSample[] => {
  const reading = newReading(columns, lexicon);
  return texts.map(({ text, claim, relation }) => {
    reading.reset();
    splitWords(text, words);
    reading.read(text, words, 0, words.count, false);
    return { ...sampleOf(claim, text, reading, columns.weight), relation: RELATION_CODE[relation], cues: cuesOf(text) };
  });
};

const teach = (texts: readonly ExampleInput[], columns: Columns, lexicon: Lexicon): Taught => {
  const samples = samplesOf(texts, columns, lexicon);
  const { postDeny: leanDeny, postAsk: leanAsk, termDeny, termAsk } = learnLeanings(samples, columns);
  return { postProfile: learnProfiles(samples, columns, { joined: 1, alone: true }), leanDeny, leanAsk, termDeny, termAsk };
};

const tellsColumn = (tells: TellsInput | undefined, stems: readonly string[]): Float32Array => {
  if (!tells) return new Float32Array(0);
  const column = new Float32Array(stems.length + 2);
  for (const [number, stem] of stems.entries()) column[number] = tells.stems.get(stem) ?? 0;
  column.set([tells.unknown, tells.base], stems.length);
  return column;
};

/** Compiles the input. Deterministic: the same input gives the same columns. */
export const compileWordings = (input: WordingsInput): Columns => {
  const lexicon = newLexicon();
  const numbers = new Map<string, number>();
  const stemNumber = (word: number): number => {
    const stem = lexicon.stems[word] ?? '';
    const known = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, known);
    return known;
  };
  const { expressions, information, plainest } = expressionsOf(input.concepts, lexicon, stemNumber);
  const given = input.claims.flatMap(({ texts }, claim) => texts.map(({ text, relation }) => ({ text, relation, claim })));
  const spoken = given.map(({ text, claim }) => ({ claim, seed: seedOf(text), stems: wordsOf(text, lexicon).map(stemNumber) }));
  const diction = learnDiction(spoken, numbers.size, input.claims.length);
  const trie = buildTrie(expressions);
  for (const stem of input.tells?.stems.keys() ?? []) if (!numbers.has(stem)) numbers.set(stem, numbers.size);
  const stems = [...numbers.keys()];
  const rootStep = Int32Array.from(stems, (_, stem) => step(trie, ROOT, stem));
  const stemTerm = new Int32Array(stems.length).fill(-1);
  const language: Language = { ...trie, rootStep, vocabulary: buildVocabulary(stems), stemTerm };

  const known: WordTerms = {
    byStem: new Map(),
    idf: information.map(conceptInformation),
    concepts: input.concepts.length,
    stems: newStemCache(language),
  };
  const texts = given.map(({ text, claim, relation }) => ({
    claim,
    relation: RELATION_CODE[relation],
    cues: cuesOf(text),
    slots: slotsOf(language, lexicon, text, known),
  }));
  for (const [stem, term] of known.byStem) stemTerm[stem] = term;

  const claims = input.claims.length;
  const negationsOf = newTextNegations(lexicon);
  const telling = tellingOf(texts, claims, known.idf);
  const weights = slotWeights(texts, telling.weight);
  const leaningTexts: LeaningText[][] = Array.from({ length: claims }, () => []);
  for (const { claim, relation, cues } of texts) leaningTexts[claim]?.push({ relation, cues });
  const cueTable = (relation: number): Float32Array =>
    Float32Array.from(leaningTexts.flatMap((list) => cueLeanings(list, relation)));
  const slots = flatten(texts.map((text) => text.slots.map((slot) => slot.term)));
  const related = flatten(Array.from({ length: known.idf.length }, (_, t) => [...(input.concepts[t]?.related ?? [])]));
  const opposite = flatten(Array.from({ length: known.idf.length }, (_, t) => [...(input.concepts[t]?.opposite ?? [])]));
  const storyOf = (term: number): number =>
    input.concepts[term]?.name && (plainest[term] ?? 0) >= STORY_NAME_IDF ? ((telling.spread[term] ?? 0) / claims) ** 2 : 0;
  const postings = postingColumns(texts, weights, telling, input.concepts);
  const columns: Columns = {
    ...language,
    ...postings,
    ...untaught(postings.postClaim.length, known.idf.length),
    ...diction,
    tells: tellsColumn(input.tells, stems),
    claims,
    idf: Float32Array.from(known.idf),
    weight: telling.weight,
    isName: Uint8Array.from(known.idf, (_, t) => (input.concepts[t]?.name ? 1 : 0)),
    story: Float32Array.from(known.idf, (_, t) => storyOf(t)),
    cueDeny: cueTable(RELATION_CODE.denies),
    cueAsk: cueTable(RELATION_CODE.questions),
    slotAt: slots.at,
    slotTerm: slots.values,
    slotWeight: Float32Array.from(weights.flat()),
    textAt: flatten(leaningTexts.map((list) => list.map(() => 0))).at,
    textWhole: Float32Array.from(weights, (list) => list.reduce((a, b) => a + b, 0)),
    textRelation: Uint8Array.from(texts, (text) => text.relation),
    textNegations: Uint8Array.from(given, ({ text }) => negationsOf(text)),
    relatedAt: related.at,
    related: related.values,
    oppositeAt: opposite.at,
    opposite: opposite.values,
  };
  return {
    ...columns,
    ...(readTaught(input.taught, columns, input) ?? teach([...given, ...(input.examples ?? [])], columns, lexicon)),
  };
};
