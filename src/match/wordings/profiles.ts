// Learns, when a pack is compiled, how much each term speaks for a claim rather than for its neighbours in the pack. A claim's
// own wordings teach it: logistic regression over the terms that a sentence holds, by stochastic gradient descent
// with AdaGrad's rates (Duchi, Hazan and Singer, 2011), terms left out at random so that no wording is learned by heart
// (Srivastava et al., 2014), and texts joined two by two, for which both claims are right: what speaks for one is then held less
// against another, as sentences make two at once (after mixup; Zhang et al., 2018). Either each claim is told apart from all others by
// itself (one against the rest; Rifkin and Klautau, 2004), so that one that is surely made takes nothing from a second, or all share
// what there is (multinomial, a softmax), for which one of them is right.
// Only a claim's postings have weights, so the cost grows with the postings of the texts.
import { hashWord } from '../../text/words.ts';
import { probability } from '../forest.ts';
import type { Columns } from './layout.ts';
import type { Reading } from './reading.ts';

/** Length that a sentence's terms are scaled to: the larger, the surer the answers. */
const LENGTH = 3;
const RATE = 0.25;
/** Share of terms that a reading leaves out. */
const LEFT_OUT = 0.3;
const ROUNDS = 6;
/** Share of texts that are learned from once more in each round, joined with the text whose turn is next. */
const JOINED = 0.5;
/** Steps over postings that learning may take, so that a pack of very many claims compiles in seconds: fewer rounds then, and of fewer texts. */
const MOST_STEPS = 4e8;
/** AdaGrad starts from this sum of squares: the first steps are not wild. */
const FIRST_SQUARE = 0.01;
/** Log-odds of a claim of which the sentence holds nothing, where each is told by itself: the more claims, the rarer is each. */
const biasOf = (claims: number): number => Math.min(-4, 2.4 - 1.5 * Math.log(Math.max(1, claims)));
/** A term's share in the sentence is the root of its weight, at least of this one. */
const LEAST_WEIGHT = 0.05;

/** What one text holds: terms and their shares. */
export interface Sample {
  readonly claim: number;
  readonly seed: number;
  readonly terms: Int32Array;
  readonly shares: Float32Array;
}

/** Share of a term in a sentence before scaling. @param credit 0 to 1 */
export const shareOf = (credit: number, weight: number): number => credit * Math.sqrt(Math.max(LEAST_WEIGHT, weight));

/** Factor that scales shares whose squares sum up to `squares`. */
export const scaleOf = (squares: number): number => (squares > 0 ? LENGTH / Math.sqrt(squares) : 0);

export const sampleOf = (claim: number, text: string, reading: Reading, weight: Float32Array): Sample => {
  const terms = reading.present.slice(0, reading.count);
  return {
    claim,
    seed: seedOf(text),
    terms,
    shares: Float32Array.from(terms, (term) => shareOf(reading.credit[term] ?? 0, weight[term] ?? 0)),
  };
};

/** Well-mixed bits of two numbers. Method: the finaliser of MurmurHash3 (Appleby, 2011). */
const mixed = (a: number, b: number): number => {
  let bits = Math.imul(a ^ Math.imul(b + 1, 0x9e3779b1), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
};

/** Numerical Recipes' linear congruential generator; enough to leave terms out, and the same on every machine. */
const newRandom = (seed: number): (() => number) => {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

const pair = new Int32Array(2);
/** Seed of a text's part in learning: whatever other texts there are, it comes at the same turn and loses the same terms. */
export const seedOf = (text: string): number => {
  hashWord(text, pair);
  return pair[0] ?? 0;
};

/** The terms of both, as one sentence would hold them: of a term in both the greater share. */
const join = (one: Lesson, other: Lesson): Pick<Lesson, 'terms' | 'shares'> => {
  const shares = new Map<number, number>();
  for (const sample of [one, other])
    sample.terms.forEach((term, i) => {
      shares.set(term, Math.max(shares.get(term) ?? 0, sample.shares[i] ?? 0));
    });
  return { terms: Int32Array.from(shares.keys()), shares: Float32Array.from(shares.values()) };
};

/** Number of terms of the longest text, at least 1. */
export const mostTerms = (samples: readonly Pick<Sample, 'terms'>[]): number =>
  samples.reduce((most, { terms }) => Math.max(most, terms.length), 1);

/** Copies `shares` into `kept`, some left out at random, and returns the factor that scales what is kept. */
export const leaveOut = (shares: Float32Array, kept: Float32Array, random: () => number): number => {
  let squares = 0;
  for (let i = 0; i < shares.length; i++) {
    const share = random() < LEFT_OUT ? 0 : (shares[i] ?? 0);
    kept[i] = share;
    squares += share * share;
  }
  return scaleOf(squares);
};

/**
 * Calls `learn` on all samples, in another order in each round, and `after` at the end of each. Order and random numbers are each
 * sample's own (seedOf): with one text more or less in the pack, all others are learned from as before. `next` comes next in order.
 */
export const inRounds = <S extends { readonly seed: number }>(
  samples: readonly S[],
  rounds: number,
  learn: (sample: S, random: () => number, next: S | undefined) => void,
  after: (round: number) => void = () => undefined,
): void => {
  for (let round = 0; round < rounds; round++) {
    const turns = samples.map((sample) => ({ sample, turn: mixed(sample.seed, round) })).sort((a, b) => a.turn - b.turn);
    turns.forEach(({ sample, turn }, i) => {
      learn(sample, newRandom(turn), turns[i + 1]?.sample);
    });
    after(round);
  }
};

interface Lesson extends Pick<Sample, 'seed' | 'terms' | 'shares'> {
  readonly right: readonly number[];
}

/** One lesson for each text: it may make several claims. Seeds alone may be those of two texts. */
const byText = (samples: readonly Sample[]): Lesson[] => {
  const lessons = new Map<string, Lesson>();
  for (const { claim, seed, terms, shares } of samples) {
    const key = `${seed} ${terms.join(' ')}`;
    const right = new Set(lessons.get(key)?.right).add(claim);
    lessons.set(key, { seed, terms, shares, right: [...right] });
  }
  return [...lessons.values()];
};

/**
 * Weight of each posting, in nats. Deterministic.
 * @param options.rate the greater, the longer the steps; @param options.joined share of texts that are learned from joined, too;
 *   @param options.alone each claim is told by itself, else all by a softmax over them
 */
export const learnProfiles = (
  samples: readonly Sample[],
  { postAt, postClaim, claims }: Pick<Columns, 'postAt' | 'postClaim' | 'claims'>,
  {
    rate = RATE,
    joined = JOINED,
    alone = false,
  }: { readonly rate?: number; readonly joined?: number; readonly alone?: boolean } = {},
): Float32Array => {
  const lessons = alone ? byText(samples) : samples.map(({ claim, ...sample }): Lesson => ({ ...sample, right: [claim] }));
  const weights = new Float32Array(postClaim.length);
  const squares = new Float32Array(postClaim.length).fill(FIRST_SQUARE);
  const score = new Float64Array(claims);
  const touchedAt = new Int32Array(claims).fill(-1);
  const touched = new Int32Array(claims);
  const work = lessons.reduce(
    (sum, { terms }) => sum + terms.reduce((n, term) => n + (postAt[term + 1] ?? 0) - (postAt[term] ?? 0), 0),
    0,
  );
  const share = MOST_STEPS / Math.max(1, work * (1 + 2 * joined));
  const rounds = Math.max(1, Math.min(ROUNDS, Math.floor(share)));
  const read = share < 1 ? lessons.filter(({ seed }) => mixed(seed, -1) < share * 2 ** 32) : lessons;
  const kept = new Float32Array(2 * mostTerms(lessons));
  const start = alone ? biasOf(claims) : 0;
  let step = 0;
  let count = 0;

  const touch = (c: number): void => {
    if (touchedAt[c] === step) return;
    touchedAt[c] = step;
    score[c] = start;
    touched[count++] = c;
  };
  /** Turns scores into probabilities. */
  const judge = (): void => {
    if (alone) {
      for (let i = 0; i < count; i++) score[touched[i] ?? 0] = probability(score[touched[i] ?? 0] ?? 0);
      return;
    }
    // Claims that share no term with the text stand at 0.
    let top = 0;
    for (let i = 0; i < count; i++) top = Math.max(top, score[touched[i] ?? 0] ?? 0);
    let whole = (claims - count) * Math.exp(-top);
    for (let i = 0; i < count; i++) {
      const c = touched[i] ?? 0;
      const value = Math.exp((score[c] ?? 0) - top);
      score[c] = value;
      whole += value;
    }
    for (let i = 0; i < count; i++) {
      const c = touched[i] ?? 0;
      score[c] = (score[c] ?? 0) / whole;
    }
  };
  /** @param right claims that these terms make */
  const learn = ({ terms, shares }: Pick<Lesson, 'terms' | 'shares'>, right: readonly number[], random: () => number): void => {
    step++;
    count = 0;
    const scale = leaveOut(shares, kept, random);
    if (scale === 0) return;
    for (const c of right) touch(c);
    for (let i = 0; i < terms.length; i++) {
      const share = (kept[i] ?? 0) * scale;
      if (share === 0) continue;
      const term = terms[i] ?? 0;
      for (let p = postAt[term] ?? 0, end = postAt[term + 1] ?? 0; p < end; p++) {
        const c = postClaim[p] ?? 0;
        touch(c);
        score[c] = (score[c] ?? 0) + share * (weights[p] ?? 0);
      }
    }
    judge();
    for (const c of right) score[c] = (score[c] ?? 0) - (alone ? 1 : 1 / right.length);
    for (let i = 0; i < terms.length; i++) {
      const share = (kept[i] ?? 0) * scale;
      if (share === 0) continue;
      const term = terms[i] ?? 0;
      for (let p = postAt[term] ?? 0, end = postAt[term + 1] ?? 0; p < end; p++) {
        const gradient = share * (score[postClaim[p] ?? 0] ?? 0);
        const square = (squares[p] ?? 0) + gradient * gradient;
        squares[p] = square;
        weights[p] = (weights[p] ?? 0) - (rate * gradient) / Math.sqrt(square);
      }
    }
  };

  // The mean of the later rounds: a wording more or less in the pack then hardly moves the others (Polyak and Juditsky, 1992).
  const mean = new Float32Array(postClaim.length);
  const settled = rounds >> 1;
  inRounds(
    read,
    rounds,
    (one, random, next) => {
      learn(one, one.right, random);
      if (next && (alone || next.right[0] !== one.right[0]) && random() < joined)
        learn(join(one, next), [...new Set([...one.right, ...next.right])], random);
    },
    (round) => {
      if (round < settled) return;
      for (let p = 0; p < mean.length; p++) mean[p] = (mean[p] ?? 0) + (weights[p] ?? 0) / (rounds - settled);
    },
  );
  return mean;
};
