// Which claims a sentence could make: those whose statement shares enough information with it. Exact: the claims found are
// all claims that pass, and a naive engine that tries every claim finds the same (tests/match/statement.test.ts).
//
// A claim passes if the terms it shares with the sentence carry at least LEAST_SHARED, and LEAST_COVER of the statement's
// information. Only key lists are scanned (layout.ts): what lies outside of a claim's key terms is less than
// 1 − KEY_SHARE of it, so a claim that passes has at least LEAST_COVER − (1 − KEY_SHARE) in key terms. Few do; for those
// the statement's words are read and the sum is made exactly. All sums are integers (1/24 nat): no order of adding matters.
import { KEY_SHARE, newByteReader, RARITY_STEPS, type StatementIndex } from './layout.ts';
import { MOST_TERMS, type Sentence } from './sentence.ts';

/** Nats that sentence and statement must share at least: three middling words. At 10 more true matches come in, and
    more work; 11 was chosen with LEAST_COVER on the judged news. */
export const LEAST_SHARED = 11 * RARITY_STEPS;
/** Share of the statement's information that must be found in the sentence. */
export const LEAST_COVER = 0.3;

/** What must come from key terms, as a share of the statement; a little less, for rounding. */
const KEY_COVER = LEAST_COVER - (1 - KEY_SHARE) - 1e-6;
/** And at least: with k from key terms the statement holds at most k / KEY_COVER, so other terms add at most (1 − KEY_SHARE) of that. */
const LEAST_KEYS = Math.floor(LEAST_SHARED / (1 + (1 - KEY_SHARE) / KEY_COVER)) - 1;

/** Whether `shared` of `information` (1/24 nat) opens the gate. */
export const passes = (shared: number, information: number): boolean =>
  shared >= LEAST_SHARED && shared >= LEAST_COVER * information;

export interface Gate {
  /** Claims that pass, in no order; valid until the next call. */
  readonly claims: Int32Array;
  /** Finds them; returns how many. */
  open(sentence: Sentence): number;
}

/** Claims that may pass for one sentence; real sentences pass fewer than ten. */
const MOST_CANDIDATES = 4096;

export const newGate = (index: StatementIndex): Gate => {
  const sums = new Uint16Array(index.claims);
  const touched = new Int32Array(index.claims);
  const likely = new Int32Array(index.claims);
  const claims = new Int32Array(Math.min(MOST_CANDIDATES, index.claims));
  const words = newByteReader(index.claimWords);
  const lists = index.lists;

  /** The shared information of claim and sentence, exactly. A term twice in the statement counts once. */
  const sharedWith = (claim: number, { tokenOf }: Sentence): number => {
    words.at = index.claimAt[claim] ?? 0;
    const length = words.next();
    words.next();
    const from = words.at;
    let shared = 0;
    for (let i = 0; i < length; i++) {
      const term = words.next();
      if ((tokenOf[term] ?? 0) === 0) continue;
      const after = words.at;
      words.at = from;
      let repeated = false;
      for (let k = 0; k < i; k++) if (words.next() === term) repeated = true;
      words.at = after;
      if (!repeated) shared += index.rarities[term] ?? 0;
    }
    return shared;
  };

  const order = new Int32Array(MOST_TERMS);
  /** Puts the sentence's terms into `order`; returns the sum of their rarities. */
  const rarestFirst = ({ terms, count }: Sentence): number => {
    let sum = 0;
    for (let i = 0; i < count; i++) {
      const term = terms[i] ?? 0;
      const gain = index.rarities[term] ?? 0;
      sum += gain;
      let at = i;
      while (at > 0 && (index.rarities[order[at - 1] ?? 0] ?? 0) < gain) {
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
      if (sentence.information < LEAST_SHARED) return 0;
      let count = 0;
      let open = 0;
      let rest = rarestFirst(sentence);
      for (let i = 0; i < sentence.count; i++) {
        const term = order[i] ?? 0;
        const gain = index.rarities[term] ?? 0;
        if (gain === 0) break;
        // What is first met this late cannot gather LEAST_KEYS any more: only claims already met go on adding.
        const late = rest < LEAST_KEYS;
        rest -= gain;
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
          const sum = sums[claim] ?? 0;
          if (sum === 0) {
            if (late) continue;
            touched[count++] = claim;
          }
          if (sum < LEAST_KEYS && sum + gain >= LEAST_KEYS) likely[open++] = claim;
          sums[claim] = sum + gain;
        }
      }
      let passed = 0;
      for (let i = 0; i < open; i++) {
        const claim = likely[i] ?? 0;
        const sum = sums[claim] ?? 0;
        const whole = index.information[claim] ?? 0;
        if (sum < KEY_COVER * whole || sum + (1 - KEY_SHARE) * whole < LEAST_SHARED - 1) continue;
        if (passes(sharedWith(claim, sentence), whole) && passed < claims.length) claims[passed++] = claim;
      }
      for (let i = 0; i < count; i++) sums[touched[i] ?? 0] = 0;
      return passed;
    },
  };
};
