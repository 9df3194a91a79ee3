// How far query and claim are alike in meaning where their words differ: by vectors of their stems. Soft coverage lets an
// unshared word count by its best kin in the other text; the cosines compare the two texts as wholes.
import type { StatementIndex } from './layout.ts';
import { AFTER, BEFORE, MAIN, type Query } from './query.ts';
import { addTo, dot, newSum, toUnit, type Vector, vectorOf } from './vectors.ts';

/** Names of the features, in order. */
export const MEANING: readonly string[] =
  'softS softSContext softU softQ softContext meanS meanT meanSContext meanTContext'.split(' ');

export interface Meaning {
  /** Sets the query to compare with. */
  ask(query: Query): void;
  /** Fills `out` from `offset` for a claim of these words; `fieldsOf` tells where the query has a term. */
  weigh(
    statement: readonly number[],
    title: readonly number[],
    fieldsOf: (term: number) => number,
    weightOf: (term: number) => number,
    out: Float32Array,
    offset: number,
  ): void;
}

/** Cosines up to this say nothing: any two words of public affairs reach them. */
const NOTHING = 0.35;
/** What a word of the surroundings, or its kin, is worth against one of the text; and in the mean of the query. */
const NEIGHBOUR = 0.5;
const IN_MEAN = 0.4;

/** Distinct words of the text that kin are looked for among: the first. A post or sentence has fewer. */
const MOST_MAIN = 64;
/** Words of the surroundings that kin are looked for among: the rarest. */
const MOST_AROUND = 10;

const kinship = (cosine: number): number => Math.max(0, (cosine - NOTHING) / (1 - NOTHING));

/** Distinct words of all candidates of a query together; further ones have no kin. */
const MOST_WORDS = 4096;
const UNSEEN = -1;

export const newMeaning = (index: StatementIndex): Meaning => {
  const { stemAt, stemCharacters } = index;
  const vectors = new Map<number, Vector>();
  // Per word of the candidates, by its slot: its best kin in the text and in the surroundings, and its cosines with the
  // words of the text, one after the other. Slot 0 is that of words without kin.
  const slotOf = new Int32Array(index.terms).fill(UNSEEN);
  const slots = new Int32Array(MOST_WORDS);
  const inMain = new Float32Array(MOST_WORDS);
  const inAround = new Float32Array(MOST_WORDS);
  let cosines = new Float32Array(0);
  let count = 0;
  let main: { readonly term: number; readonly weight: number; readonly vector: Vector }[] = [];
  let around: { readonly weight: number; readonly vector: Float32Array }[] = [];
  /** By word of the text: its best cosine in the claim. */
  let best = new Float32Array(0);
  let meanMain = newSum();
  let meanAll = newSum();

  const vectorOfTerm = (term: number): Vector => {
    const known = vectors.get(term);
    if (known !== undefined) return known;
    const to = term + 1 < stemAt.length ? (stemAt[term + 1] ?? 0) : stemCharacters.length;
    const found = vectorOf(String.fromCharCode(...stemCharacters.subarray(stemAt[term] ?? 0, to)));
    vectors.set(term, found);
    return found;
  };

  const slotFor = (term: number): number => {
    const known = slotOf[term] ?? 0;
    if (known !== UNSEEN) return known;
    if (count === MOST_WORDS) return 0;
    const vector = vectorOfTerm(term);
    const slot = count++;
    slots[slot] = term;
    slotOf[term] = slot;
    const from = slot * main.length;
    if (from + main.length > cosines.length) {
      const wider = new Float32Array(2 * (from + main.length));
      wider.set(cosines);
      cosines = wider;
    }
    let nearest = 0;
    let near = 0;
    for (let i = 0; i < main.length; i++) {
      const other = main[i]?.vector ?? null;
      const cosine = vector === null || other === null ? 0 : dot(vector, other);
      cosines[from + i] = cosine;
      if (cosine > nearest) nearest = cosine;
    }
    if (vector !== null)
      for (const other of around) {
        const cosine = dot(vector, other.vector);
        if (cosine > near) near = cosine;
      }
    inMain[slot] = kinship(nearest);
    inAround[slot] = kinship(near);
    return slot;
  };

  const sum = newSum();
  /** Makes `sum` the mean of the terms' vectors, of length 1. */
  const average = (terms: readonly number[], weightOf: (term: number) => number): void => {
    sum.fill(0);
    for (const term of terms) addTo(sum, vectorOfTerm(term), weightOf(term));
    toUnit(sum);
  };

  return {
    ask: (query) => {
      for (let slot = 1; slot < count; slot++) slotOf[slots[slot] ?? 0] = UNSEEN;
      count = 1;
      main = [];
      around = [];
      meanMain = newSum();
      meanAll = newSum();
      for (const { term, stem, weight, fields } of query.terms) {
        const vector = vectorOf(stem);
        if ((fields & MAIN) !== 0) {
          if (main.length < MOST_MAIN) main.push({ term, weight, vector });
          addTo(meanMain, vector, weight);
          addTo(meanAll, vector, weight);
        } else if ((fields & (BEFORE | AFTER)) !== 0 && vector !== null) {
          around.push({ weight, vector });
          addTo(meanAll, vector, weight * IN_MEAN);
        }
      }
      around.sort((a, b) => b.weight - a.weight);
      around.length = Math.min(around.length, MOST_AROUND);
      if (main.length > cosines.length) cosines = new Float32Array(main.length);
      cosines.fill(0, 0, main.length);
      toUnit(meanMain);
      toUnit(meanAll);
    },
    weigh: (statement, title, fieldsOf, weightOf, out, offset) => {
      let whole = 0;
      let both = 0;
      let soft = 0;
      let softBoth = 0;
      let softAll = 0;
      let softAround = 0;
      const inStatement = new Set(statement);
      for (const term of inStatement) {
        const weight = weightOf(term);
        const fields = fieldsOf(term);
        const slot = slotFor(term);
        const near = inAround[slot] ?? 0;
        const own = (fields & MAIN) !== 0 ? 1 : (inMain[slot] ?? 0);
        whole += weight;
        soft += weight * own;
        softAll += weight * Math.max(own, NEIGHBOUR * (fields !== 0 ? 1 : near));
        softAround += weight * ((fields & (BEFORE | AFTER)) !== 0 ? 1 : near);
      }
      both = whole;
      softBoth = soft;
      const all = new Set(statement);
      for (const term of title) {
        if (all.has(term)) continue;
        all.add(term);
        const weight = weightOf(term);
        both += weight;
        softBoth += weight * ((fieldsOf(term) & MAIN) !== 0 ? 1 : (inMain[slotFor(term)] ?? 0));
      }
      let asked = 0;
      let softAsked = 0;
      if (best.length < main.length) best = new Float32Array(main.length);
      best.fill(0);
      for (const other of all) {
        const from = slotFor(other) * main.length;
        for (let i = 0; i < main.length; i++) {
          const cosine = cosines[from + i] ?? 0;
          if (cosine > (best[i] ?? 0)) best[i] = cosine;
        }
      }
      for (let i = 0; i < main.length; i++) {
        const word = main[i];
        if (word === undefined) break;
        asked += word.weight;
        softAsked += word.weight * (all.has(word.term) ? 1 : kinship(best[i] ?? 0));
      }
      const share = (part: number, sum: number): number => (sum > 0 ? part / sum : 0);
      out[offset] = share(soft, whole);
      out[offset + 1] = share(softAll, whole);
      out[offset + 2] = share(softBoth, both);
      out[offset + 3] = share(softAsked, asked);
      out[offset + 4] = share(softAround, whole);
      average(statement, weightOf);
      out[offset + 5] = dot(meanMain, sum);
      out[offset + 7] = dot(meanAll, sum);
      average(title, weightOf);
      out[offset + 6] = dot(meanMain, sum);
      out[offset + 8] = dot(meanAll, sum);
    },
  };
};
