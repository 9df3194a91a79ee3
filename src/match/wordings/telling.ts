// What the pack's own texts say of its terms: how well each tells the claims apart, and which go together.
import { GLUED, GLUED_REST, weightOf } from './information.ts';
import type { Slot } from './slots.ts';

export interface SlottedText {
  readonly claim: number;
  readonly slots: readonly Slot[];
}

const termsOf = (slots: readonly Slot[]): Set<number> => new Set(slots.flatMap((slot) => [slot.term, ...slot.parts]));

export interface Telling {
  /** By claim: term → share of the claim's texts that use it. */
  readonly shares: readonly ReadonlyMap<number, number>[];
  /** By term: sum of the shares, effective number of claims that use it, weight in nats. */
  readonly total: Float32Array;
  readonly spread: Float32Array;
  readonly weight: Float32Array;
}

export const tellingOf = (texts: readonly SlottedText[], claims: number, idf: readonly number[]): Telling => {
  const counts: Map<number, number>[] = Array.from({ length: claims }, () => new Map());
  const textsOf = new Array<number>(claims).fill(0);
  for (const { claim, slots } of texts) {
    textsOf[claim] = (textsOf[claim] ?? 0) + 1;
    for (const term of termsOf(slots)) counts[claim]?.set(term, (counts[claim]?.get(term) ?? 0) + 1);
  }
  const shares = counts.map((count, claim) => new Map([...count].map(([term, n]) => [term, n / (textsOf[claim] ?? 1)])));
  const total = new Float32Array(idf.length);
  for (const share of shares) for (const [term, value] of share) total[term] = (total[term] ?? 0) + value;
  // The exponential of the entropy of a term's distribution over claims.
  const entropy = new Float32Array(idf.length);
  for (const share of shares) {
    for (const [term, value] of share) {
      const part = value / (total[term] ?? 1);
      entropy[term] = (entropy[term] ?? 0) - part * Math.log(part);
    }
  }
  const spread = entropy.map(Math.exp);
  return { shares, total, spread, weight: Float32Array.from(idf, (nats, term) => weightOf(nats, spread[term] ?? 1, claims)) };
};

/** So many pairs of terms are counted at most, the first that come (a Map holds no more than 16.7 million). */
const MOST_PAIRS = 4e6;

/** Weights of each text's slots: a term that goes with a weightier one of the text (Donetsk, Luhansk) adds little. */
export const slotWeights = (texts: readonly SlottedText[], weight: Float32Array): number[][] => {
  const terms = weight.length;
  const uses = new Map<number, number>();
  const together = new Map<number, number>();
  const join = (pair: number): void => {
    const count = together.get(pair) ?? 0;
    if (count > 0 || together.size < MOST_PAIRS) together.set(pair, count + 1);
  };
  for (const { slots } of texts) {
    for (const { term: a } of slots) {
      uses.set(a, (uses.get(a) ?? 0) + 1);
      for (const { term: b } of slots) if (a < b) join(a * terms + b);
    }
  }
  const glued = (a: number, b: number): number =>
    (together.get(Math.min(a, b) * terms + Math.max(a, b)) ?? 0) / Math.max(uses.get(a) ?? 1, uses.get(b) ?? 1);
  return texts.map(({ slots }) => {
    const nats = slots.map((slot) => weight[slot.term] ?? 0);
    const order = slots.map((_, i) => i).sort((i, j) => (nats[j] ?? 0) - (nats[i] ?? 0) || i - j);
    const result = [...nats];
    order.forEach((i, rank) => {
      for (const other of order.slice(0, rank)) {
        const share = glued(slots[i]?.term ?? 0, slots[other]?.term ?? 0);
        if (share > GLUED) result[i] = Math.min(result[i] ?? 0, GLUED_REST - Math.log(share));
      }
    });
    return result;
  });
};
