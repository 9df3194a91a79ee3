// How well do the wordings of one claim agree with the sentence just read? Only the slots that the sentence's terms fill are
// touched, through the postings' entries; a claim's other wordings cost nothing.
import { newFinder } from './finder.ts';
import type { Columns } from './layout.ts';
import type { Reading } from './reading.ts';
import { RELATION_CODE } from './relations.ts';

/** Nats of a wording, and of a sentence, that may stay unmatched at no cost. */
const SLACK = 0.6;
/** Hoisted: it is asked for every text. */
const ASSERTS = RELATION_CODE.asserts;
/** What of the sentence the claim does not explain weighs this much. */
const UNEXPLAINED = 0.5;

export interface Agreement {
  /** Best text, or -1; its agreement and those of the next two. */
  best: number;
  first: number;
  second: number;
  third: number;
  coverage: number;
  /** Best agreement by relation (asserts, denies, questions), and the best asserting text or -1. */
  readonly byRelation: Float64Array;
  asserted: number;
  /** Postings of this claim among the sentence's terms. */
  readonly postings: Int32Array;
  readonly terms: Int32Array;
  count: number;
}

/** Agreement of a text whose matched and whole weights are given, with a sentence of which `unexplained` nats stay open. */
export const agreementOf = (matched: number, whole: number, unexplained: number): number =>
  Math.sqrt((matched / (whole + SLACK)) * (matched / (matched + UNEXPLAINED * unexplained + SLACK)));
export const coverageOf = (matched: number, whole: number): number => matched / (whole + SLACK);
export const precisionOf = (matched: number, unexplained: number): number =>
  matched / (matched + UNEXPLAINED * unexplained + SLACK);

export const newAgreement = (index: Columns): Agreement => ({
  best: -1,
  first: 0,
  second: 0,
  third: 0,
  coverage: 0,
  byRelation: new Float64Array(3),
  asserted: -1,
  postings: new Int32Array(index.weight.length),
  terms: new Int32Array(index.weight.length),
  count: 0,
});

/** A bound is taken this much too low, so that rounding never drops a text that the exact figure would keep. */
const ROUNDING = 1 - 1e-6;

/** [a0, b0, a1, b1, …] */
const interleaved = <T extends Int32Array | Float32Array>(
  kind: new (length: number) => T,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): T => {
  const both = new kind(2 * a.length);
  for (let i = 0; i < a.length; i++) {
    both[2 * i] = a[i] ?? 0;
    both[2 * i + 1] = b[i] ?? 0;
  }
  return both;
};

/** Comparer over reused columns. */
export const newComparer = (index: Columns, reading: Reading, out: Agreement) => {
  const { partText, partSlot, partWeight } = index;
  const { textAt, textWhole, textRelation, slotTerm, slotWeight } = index;
  const { credit, stamp, present } = reading;
  const { byRelation } = out;
  // Columns that are read together lie together: memory, not arithmetic, is what comparing waits for.
  const span = interleaved(Int32Array, index.ownAt, index.partAt);
  const own = interleaved(Float32Array, index.ownText, index.ownWeight);
  /** Valid for the texts of the gathered claim. */
  const matched = new Float32Array(textWhole.length);
  const slotRound = new Int32Array(slotTerm.length);
  const slotSum = new Float32Array(slotTerm.length);
  const find = newFinder(index);
  let round = 0;
  let firstText = 0;
  let endText = 0;

  /** Finds the claim's postings among the sentence's terms. */
  const gather = (claim: number): void => {
    out.count = 0;
    firstText = textAt[claim] ?? 0;
    endText = textAt[claim + 1] ?? 0;
    for (let p = 0; p < reading.count; p++) {
      const term = present[p] ?? 0;
      const posting = find(term, claim);
      if (posting < 0) continue;
      out.terms[out.count] = term;
      out.postings[out.count++] = posting;
    }
  };

  /** What the slot's own term gives it. A term that a text uses is always among the claim's postings. */
  const ownCredit = (slot: number): number => {
    const term = slotTerm[slot] ?? 0;
    return stamp[term] === reading.sentence ? Math.fround((credit[term] ?? 0) * (slotWeight[slot] ?? 0)) : 0;
  };

  /** Adds up what each text of the claim holds of the sentence. */
  const fill = (): void => {
    matched.fill(0, firstText, endText);
    for (let g = 0; g < out.count; g++) {
      const posting = out.postings[g] ?? 0;
      const value = credit[out.terms[g] ?? 0] ?? 0;
      for (let e = span[2 * posting] ?? 0, end = span[2 * posting + 2] ?? 0; e < end; e++) {
        const text = (own[2 * e] ?? 0) | 0;
        matched[text] = (matched[text] ?? 0) + value * (own[2 * e + 1] ?? 0);
      }
    }
    for (let g = 0; g < out.count; g++) {
      const posting = out.postings[g] ?? 0;
      const value = credit[out.terms[g] ?? 0] ?? 0;
      for (let e = span[2 * posting + 1] ?? 0, end = span[2 * posting + 3] ?? 0; e < end; e++) {
        const slot = partSlot[e] ?? 0;
        if (slotRound[slot] !== round) {
          slotRound[slot] = round;
          slotSum[slot] = 0;
        }
        // The words of an expression count for what they give beyond the expression itself.
        const before = Math.max(ownCredit(slot), slotSum[slot] ?? 0);
        const sum = (slotSum[slot] ?? 0) + value * (partWeight[e] ?? 0);
        slotSum[slot] = sum;
        const text = partText[e] ?? 0;
        if (sum > before) matched[text] = (matched[text] ?? 0) + (sum - before);
      }
    }
  };

  /** Compares all texts of the gathered claim; `unexplained` in nats. */
  const compare = (unexplained: number): void => {
    round++;
    fill();
    const open = UNEXPLAINED * unexplained + SLACK;
    out.best = -1;
    out.first = 0;
    out.second = 0;
    out.third = 0;
    out.coverage = 0;
    out.asserted = -1;
    byRelation.fill(0);
    for (let text = firstText; text < endText; text++) {
      const got = matched[text] ?? 0;
      if (got === 0) continue;
      const whole = textWhole[text] ?? 0;
      const relation = textRelation[text] ?? 0;
      // Most texts change nothing: neither among the best three, nor best of their relation, nor best covered. Seen without
      // a division or a root.
      const least = Math.min(out.third, byRelation[relation] ?? 0);
      const full = whole + SLACK;
      if (got * got < least * least * ROUNDING * full * (got + open) && got < out.coverage * ROUNDING * full) continue;
      const f = agreementOf(got, whole, unexplained);
      out.coverage = Math.max(out.coverage, coverageOf(got, whole));
      const better =
        f > (byRelation[relation] ?? 0) || (f === byRelation[relation] && relation === ASSERTS && text < out.asserted);
      if (better) {
        byRelation[relation] = f;
        if (relation === ASSERTS) out.asserted = text;
      }
      if (f > out.first || (f === out.first && text < out.best)) {
        if (f > out.first) {
          out.third = out.second;
          out.second = out.first;
        }
        out.first = f;
        out.best = text;
      } else if (f > out.second) {
        out.third = out.second;
        out.second = f;
      } else if (f > out.third) out.third = f;
    }
  };
  return {
    gather,
    compare,
    /** @param text one of the gathered claim's */
    matchedOf: (text: number): number => matched[text] ?? 0,
    slotFilled: (slot: number): number => Math.max(ownCredit(slot), slotRound[slot] === round ? (slotSum[slot] ?? 0) : 0),
  };
};
