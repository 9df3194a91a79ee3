// The terms that a claim's texts cannot well do without: how many of them does the sentence hold?
import type { Columns } from './layout.ts';
import { CONTEXT, type Reading } from './reading.ts';

/** So many terms a claim, names and others apart. */
const MOST_NAMES = 4;
const MOST_OTHERS = 5;
const STRIDE = MOST_NAMES + MOST_OTHERS;

export interface CoreFacts {
  /** Share of the core's weight that the sentence holds: its names said outright, its other terms. */
  names: number;
  others: number;
  /** Weight of the heaviest other term that is missing, as a share of the heaviest. */
  missing: number;
}

/** @returns what of a claim's core the sentence just read holds; the answer is reused */
export const newCore = (index: Columns, reading: Reading) => {
  const { postAt, postClaim, postMass, isName, claims } = index;
  const terms = new Int32Array(claims * STRIDE).fill(-1);
  const masses = new Float32Array(claims * STRIDE);
  const place = (term: number, mass: number, from: number, end: number): void => {
    let at = end;
    for (; at > from && (masses[at - 1] ?? 0) < mass; at--) {
      if (at === end) continue;
      masses[at] = masses[at - 1] ?? 0;
      terms[at] = terms[at - 1] ?? -1;
    }
    if (at === end) return;
    masses[at] = mass;
    terms[at] = term;
  };
  for (let term = 0; term + 1 < postAt.length; term++) {
    for (let p = postAt[term] ?? 0, end = postAt[term + 1] ?? 0; p < end; p++) {
      const from = (postClaim[p] ?? 0) * STRIDE;
      if (isName[term] === 1) place(term, postMass[p] ?? 0, from, from + MOST_NAMES);
      else place(term, postMass[p] ?? 0, from + MOST_NAMES, from + STRIDE);
    }
  }
  const facts: CoreFacts = { names: 0, others: 0, missing: 0 };
  return (claim: number): CoreFacts => {
    const { stamp, credit, kind, sentence } = reading;
    let whole = 0;
    let found = 0;
    const first = claim * STRIDE;
    for (let i = first; i < first + MOST_NAMES; i++) {
      const term = terms[i] ?? -1;
      if (term < 0) break;
      whole += masses[i] ?? 0;
      if (stamp[term] === sentence && kind[term] !== CONTEXT) found += (masses[i] ?? 0) * (credit[term] ?? 0);
    }
    facts.names = whole > 0 ? found / whole : 1;
    whole = 0;
    found = 0;
    facts.missing = 0;
    const top = masses[first + MOST_NAMES] ?? 0;
    for (let i = first + MOST_NAMES; i < first + STRIDE; i++) {
      const term = terms[i] ?? -1;
      if (term < 0) break;
      const mass = masses[i] ?? 0;
      whole += mass;
      if (stamp[term] === sentence) found += mass * (credit[term] ?? 0);
      else if (facts.missing === 0) facts.missing = mass / top;
    }
    facts.others = whole > 0 ? found / whole : 1;
    return facts;
  };
};
