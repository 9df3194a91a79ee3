// Which claims a sentence could make: those whose statement shares enough information with it. Exact: the claims found are
// all claims that pass, and a naive engine that tries every claim finds the same (tests/match/statement.test.ts).
//
// A claim passes if the terms it shares with the sentence carry at least LEAST_SHARED, and LEAST_COVER of the statement's
// information. Put the terms of both in one order, first those that the fewest claims hold. All that is shared lies at or after the first shared term;
// so that term must be a *key* of both: one from which on the terms carry enough (prefix filtering: Chaudhuri, Ganti and
// Kaushik 2006; Bayardo, Ma and Srikant 2007). A claim has about two keys, and only they are listed under their terms, only
// the keys of the sentence are looked up. A claim so found is read, as far as it can still pass, unless its signature
// (a bit for each of its terms) shows that it holds too few of the sentence's other terms. All sums are integers (1/24 nat):
// no order of adding matters.
import { newByteReader, RARITY_STEPS, type StatementIndex, signatureBit } from './layout.ts';
import { MOST_TERMS, type Sentence } from './sentence.ts';

/** Nats that sentence and statement must share at least: three middling words. At 10 more true matches come in, and
    more work; 11 was chosen with LEAST_COVER on the judged news. */
const LEAST_SHARED = 11 * RARITY_STEPS;
/** Share of the statement's information that must be found in the sentence. */
const LEAST_COVER = 0.3;

/** Whether `shared` of `information` (1/24 nat) opens the gate. */
export const passes = (shared: number, information: number): boolean =>
  shared >= LEAST_SHARED && shared >= LEAST_COVER * information;

/** How many of a claim's terms, by rarity, are keys: terms from which on the rest carries enough to pass. */
export const countKeys = (rarities: readonly number[]): number => {
  const information = rarities.reduce((a, b) => a + b, 0);
  let rest = information;
  let keys = 0;
  while (keys < rarities.length && passes(rest, information)) rest -= rarities[keys++] ?? 0;
  return keys;
};

export interface Gate {
  /** Claims that pass, in no order; valid until the next call. */
  readonly claims: Int32Array;
  /** Finds them; returns how many. */
  open(sentence: Sentence): number;
}

/** Claims that may pass for one sentence; real sentences pass fewer than ten. */
const MOST_CANDIDATES = 4096;
const SIGNATURE = 64;

export const newGate = (index: StatementIndex): Gate => {
  const { rarities, lists, claimAt, claimWords, information, signatures } = index;
  const claims = new Int32Array(Math.min(MOST_CANDIDATES, index.claims));
  const words = newByteReader(claimWords);
  // Which claims were read for this sentence, and which terms of the claim being read, by turn: nothing need be cleared.
  const readIn = new Uint32Array(index.claims);
  const seenIn = new Uint32Array(index.terms);
  let sentenceTurn = 0;
  let claimTurn = 0;

  const opens = (claim: number, tokenOf: Int32Array): boolean => {
    const whole = information[claim] ?? 0;
    const need = Math.max(LEAST_SHARED, LEAST_COVER * whole);
    let spare = whole - need;
    let shared = 0;
    claimTurn++;
    words.at = claimAt[claim] ?? 0;
    const length = words.next();
    words.next();
    for (let i = 0; i < length; i++) {
      const term = words.next();
      if (seenIn[term] === claimTurn) continue;
      seenIn[term] = claimTurn;
      const gain = rarities[term] ?? 0;
      if ((tokenOf[term] ?? 0) > 0) {
        shared += gain;
        if (shared >= need) return true;
      } else {
        spare -= gain;
        if (spare < 0) return false;
      }
    }
    return false;
  };

  // By bit of the signature: what the sentence's terms with this bit carry, those after the key in turn; and these bits.
  const carried = new Int32Array(SIGNATURE);
  let low = 0;
  let high = 0;
  const carry = (term: number, gain: number): void => {
    const bit = signatureBit(term);
    const left = (carried[bit] ?? 0) + gain;
    carried[bit] = left;
    const mask = left > 0 ? 1 << (bit & 31) : 0;
    if (bit < 32) low = (low & ~(1 << bit)) | mask;
    else high = (high & ~(1 << (bit & 31))) | mask;
  };
  /** At most so much do the terms after the key carry that the claim holds. */
  const bound = (claim: number): number => {
    let sum = 0;
    for (let bits = low & (signatures[2 * claim] ?? 0); bits !== 0; bits &= bits - 1)
      sum += carried[31 - Math.clz32(bits & -bits)] ?? 0;
    for (let bits = high & (signatures[2 * claim + 1] ?? 0); bits !== 0; bits &= bits - 1)
      sum += carried[63 - Math.clz32(bits & -bits)] ?? 0;
    return sum;
  };

  const order = new Int32Array(MOST_TERMS);
  /** Puts the sentence's terms into `order`, as the claims' were when compiled (terms are numbered by falling frequency); returns the sum of their rarities. */
  const fewestFirst = ({ terms, count }: Sentence): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const term = terms[i] ?? 0;
      sum += rarities[term] ?? 0;
      let at = i;
      while (at > 0 && (order[at - 1] ?? 0) < term) {
        order[at] = order[at - 1] ?? 0;
        at--;
      }
      order[at] = term;
    }
    return sum;
  };

  return {
    claims,
    open: (sentence) => {
      let rest = fewestFirst(sentence);
      let passed = 0;
      sentenceTurn++;
      carried.fill(0);
      low = 0;
      high = 0;
      for (let i = 0; i < sentence.count; i++) carry(order[i] ?? 0, rarities[order[i] ?? 0] ?? 0);
      for (let i = 0; i < sentence.count && rest >= LEAST_SHARED; i++) {
        const term = order[i] ?? 0;
        const gain = rarities[term] ?? 0;
        carry(term, -gain);
        let at = index.postings[term] ?? 0;
        let n = 0;
        for (let shift = 0; ; shift += 7) {
          const byte = lists[at++] ?? 0;
          n |= (byte & 127) << shift;
          if (byte < 128) break;
        }
        let claim = -1;
        while (n-- > 0) {
          let step = lists[at++] ?? 0;
          if (step > 127) {
            step &= 127;
            for (let shift = 7; ; shift += 7) {
              const byte = lists[at++] ?? 0;
              step |= (byte & 127) << shift;
              if (byte < 128) break;
            }
          }
          claim += step + 1;
          if (gain + bound(claim) < LEAST_SHARED) continue;
          // What was not met under an earlier term shares at most `rest` with the sentence.
          if (readIn[claim] === sentenceTurn || rest < LEAST_COVER * (information[claim] ?? 0)) continue;
          readIn[claim] = sentenceTurn;
          if (opens(claim, sentence.tokenOf) && passed < claims.length) claims[passed++] = claim;
        }
        rest -= gain;
      }
      return passed;
    },
  };
};
