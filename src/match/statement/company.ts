// How surely a word comes along with another one: −log P(word | other word in the same statement), counted over the
// pack's own claims. Names and fixed phrases (a person's first name, office and state) share words without saying the same.
import { newByteReader, RARITY_STEPS, type StatementIndex } from './layout.ts';

/** Statements looked at to know a word’s company: 48 decided no better on the judged news, and cost four times the reading. */
const MOST_STATEMENTS = 12;
/** Weight of the word's rarity in news against counts from claims, in claims. */
const PRIOR = 2;
const MOST_WORDS = 64;

export interface Company {
  /**
   * Lowers `gains` (1/24 nat): each of the `count` terms keeps at most what it says beyond its best companion among the
   * terms before it. Terms must come rarest first. The claim in question and its twins do not count as company.
   */
  discount(claim: number, terms: Int32Array, gains: Float64Array, count: number): void;
}

export const newCompany = (index: StatementIndex): Company => {
  const words = newByteReader(index.claimWords);
  const lists = newByteReader(index.lists);
  const place = new Int32Array(index.terms);
  const together = new Float64Array(MOST_WORDS);
  const hits = new Uint8Array(MOST_WORDS);

  const discount = (claim: number, terms: Int32Array, gains: Float64Array, given: number): void => {
    const count = Math.min(given, MOST_WORDS);
    for (let i = 0; i < count; i++) place[terms[i] ?? 0] = i + 1;
    for (let v = 0; v + 1 < count; v++) {
      together.fill(0, 0, count);
      let seen = 0;
      lists.at = index.postings[terms[v] ?? 0] ?? 0;
      for (let list = 0; list < 2 && seen < MOST_STATEMENTS; list++) {
        let other = -1;
        for (let n = lists.next(); n > 0 && seen < MOST_STATEMENTS; n--) {
          other += lists.next() + 1;
          if (other === claim) continue;
          words.at = index.claimAt[other] ?? 0;
          const length = words.next();
          words.next();
          let found = 0;
          for (let i = 0; i < length; i++) {
            const at = place[words.next()] ?? 0;
            if (at > 0 && hits[at - 1] === 0) {
              hits[at - 1] = 1;
              found++;
            }
          }
          // A statement with nearly all of the words makes the same claim: no evidence that the words are a set phrase.
          const twin = found * 4 > count * 3;
          for (let i = 0; i < count; i++) {
            if (!twin && i > v) together[i] = (together[i] ?? 0) + (hits[i] ?? 0);
            hits[i] = 0;
          }
          if (!twin) seen++;
        }
      }
      for (let w = v + 1; w < count; w++) {
        const rarity = (index.rarities[terms[w] ?? 0] ?? 0) / RARITY_STEPS;
        const rate = ((together[w] ?? 0) + PRIOR * Math.exp(-rarity)) / (seen + PRIOR);
        gains[w] = Math.min(gains[w] ?? 0, -Math.log(rate) * RARITY_STEPS);
      }
    }
    for (let i = 0; i < count; i++) place[terms[i] ?? 0] = 0;
  };
  return { discount };
};
