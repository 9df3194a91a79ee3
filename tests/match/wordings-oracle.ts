// The slow, obvious way to find a sentence's candidates: every claim, every text, every slot, without postings or early exits.
import { agreementOf } from '../../src/match/wordings/agreement.ts';
import type { Columns } from '../../src/match/wordings/layout.ts';
import { scaleOf, shareOf } from '../../src/match/wordings/profiles.ts';
import type { Reading } from '../../src/match/wordings/reading.ts';
import type { TellsInput } from '../../src/match/wordings/tells.ts';
import { type Lexicon, STOP } from '../../src/text/lexicon.ts';

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

const postingOf = (index: Columns, term: number, claim: number): number => {
  for (let p = index.postAt[term] ?? 0; p < (index.postAt[term + 1] ?? 0); p++) if (index.postClaim[p] === claim) return p;
  return -1;
};

/** The learned profile's score of a claim: every term of the sentence by its share, by the claim's weight for it. */
export const scoreOf = (index: Columns, reading: Reading, claim: number): number => {
  const shares = Array.from(reading.present.slice(0, reading.count), (term) => ({
    term,
    share: shareOf(reading.credit[term] ?? 0, index.weight[term] ?? 0),
  }));
  const scale = scaleOf(shares.reduce((sum, { share }) => sum + share * share, 0));
  return shares.reduce(
    (sum, { term, share }) => sum + scale * share * (index.postProfile[postingOf(index, term, claim)] ?? 0),
    0,
  );
};

/** What all the sentence's words speak for a claim: each different stem once, the rarer in the pack the more. */
export const dictionOf = (index: Columns, reading: Reading, claim: number): number => {
  const known = index.dictionWeight.length / index.claims;
  const stems = [...new Set(reading.analysis.stem.slice(0, reading.analysis.words))].filter((stem) => stem >= 0 && stem < known);
  const scale = scaleOf(stems.reduce((sum, stem) => sum + (index.dictionShare[stem] ?? 0) ** 2, 0));
  // Bytes: 128 is nothing, 24 are a nat.
  const weight = (stem: number): number => ((index.dictionWeight[stem * index.claims + claim] ?? 0) - 128) / 24;
  return stems.reduce((sum, stem) => sum + scale * (index.dictionShare[stem] ?? 0) * weight(stem), 0);
};

/** What the words of `text` tell of its making any claim, by the list as it was given. */
export const toldBy = ({ base, unknown, stems }: TellsInput, known: ReadonlySet<string>, words: readonly string[]): number =>
  base +
  words.reduce((sum, stem) => sum + (stems.get(stem) ?? (known.has(stem) ? 0 : unknown)), 0) /
    Math.sqrt(Math.max(1, words.length));

/** Nats of the sentence, and those that no term of the claim explains. */
export const openOf = (index: Columns, lexicon: Lexicon, reading: Reading, claim: number): { mass: number; open: number } => {
  const { analysis } = reading;
  let mass = 0;
  let open = 0;
  for (let i = 0; i < analysis.words; i++) {
    const word = analysis.lex[i] ?? 0;
    if (((lexicon.flags[word] ?? 0) & STOP) !== 0) continue;
    const nats = lexicon.idf[word] ?? 0;
    mass += nats;
    const covered = Array.from({ length: analysis.hits }, (_, h) => h).some((h) => {
      const term = analysis.hitTerm[h] ?? 0;
      const held = reading.stamp[term] === reading.sentence && postingOf(index, term, claim) >= 0;
      return held && (analysis.hitFrom[h] ?? 0) <= i && i < (analysis.hitTo[h] ?? 0);
    });
    if (!covered) open += nats;
  }
  return { mass, open };
};
