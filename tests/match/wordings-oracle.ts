// The slow, obvious way to find a sentence's candidates: every claim, every text, every slot, without postings or early exits.
import { agreementOf } from '../../src/match/wordings/agreement.ts';
import type { Columns } from '../../src/match/wordings/layout.ts';
import type { Reading } from '../../src/match/wordings/reading.ts';

export interface OracleText {
  readonly text: number;
  readonly matched: number;
}

/** Weight that the sentence's terms give each slot of `text`, parts of expressions included. */
export const matchedOf = (index: Columns, reading: Reading, text: number, claim: number): number => {
  const credit = (term: number): number => (reading.stamp[term] === reading.sentence ? (reading.credit[term] ?? 0) : 0);
  let matched = 0;
  for (let slot = index.slotAt[text] ?? 0; slot < (index.slotAt[text + 1] ?? 0); slot++) {
    const own = credit(index.slotTerm[slot] ?? 0) * (index.slotWeight[slot] ?? 0);
    let parts = 0;
    for (let term = 0; term < index.weight.length; term++) {
      for (let p = index.postAt[term] ?? 0; p < (index.postAt[term + 1] ?? 0); p++) {
        if (index.postClaim[p] !== claim) continue;
        for (let e = index.partAt[p] ?? 0; e < (index.partAt[p + 1] ?? 0); e++) {
          if (index.partSlot[e] === slot) parts += credit(term) * (index.partWeight[e] ?? 0);
        }
      }
    }
    matched += Math.max(own, parts);
  }
  return matched;
};

/** Best agreement of a claim's texts with the sentence, of which `unexplained` nats stay open. */
export const bestAgreement = (index: Columns, reading: Reading, claim: number, unexplained: number): number => {
  let best = 0;
  for (let text = index.textAt[claim] ?? 0; text < (index.textAt[claim + 1] ?? 0); text++) {
    const matched = matchedOf(index, reading, text, claim);
    if (matched > 0) best = Math.max(best, agreementOf(matched, index.textWhole[text] ?? 0, unexplained));
  }
  return best;
};

/** How typical the sentence's terms are of a claim, in nats: what the gate adds up from postings. */
export const profileOf = (index: Columns, reading: Reading, claim: number): number => {
  let sum = 0;
  for (let term = 0; term < index.weight.length; term++) {
    if (reading.stamp[term] !== reading.sentence) continue;
    for (let p = index.postAt[term] ?? 0; p < (index.postAt[term + 1] ?? 0); p++) {
      if (index.postClaim[p] === claim) sum += (reading.credit[term] ?? 0) * (index.postGate[p] ?? 0);
    }
  }
  return sum;
};
