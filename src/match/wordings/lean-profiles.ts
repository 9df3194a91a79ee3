// Learns, when a pack is compiled, which terms speak for a claim being denied or questioned: multinomial logistic regression over
// the three relations, with weights that all claims share and weights of each claim's own postings. Taught by the wordings and
// their marked relations; method as in profiles.ts.
import { newFinder } from './finder.ts';
import type { Columns } from './layout.ts';
import { inRounds, leaveOut, mostTerms, type Sample } from './profiles.ts';

const RATE = 0.15;
const ROUNDS = 6;
const FIRST_SQUARE = 0.01;
/** Weights shrink by this share at each use: few texts speak for each. */
const DECAY = 1e-3;
const RELATIONS = 3;

export interface RelationSample extends Sample {
  readonly relation: number;
  /** Counts of cues, as `cuesOf` gives them. */
  readonly cues: readonly number[];
}
/** Per term and per posting: nats for denying and for questioning, against asserting. */
export interface Leanings {
  readonly termDeny: Float32Array;
  readonly termAsk: Float32Array;
  readonly postDeny: Float32Array;
  readonly postAsk: Float32Array;
}

const newWeights = (size: number) => ({ value: new Float32Array(size), square: new Float32Array(size).fill(FIRST_SQUARE) });
type Weights = ReturnType<typeof newWeights>;

const move = ({ value, square }: Weights, at: number, gradient: number): void => {
  const whole = gradient + DECAY * (value[at] ?? 0);
  const sum = (square[at] ?? 0) + whole * whole;
  square[at] = sum;
  value[at] = (value[at] ?? 0) - (RATE * whole) / Math.sqrt(sum);
};

export const learnLeanings = (
  samples: readonly RelationSample[],
  index: Pick<Columns, 'postAt' | 'postClaim' | 'claims'>,
): Leanings => {
  const { postAt, postClaim } = index;
  const terms = postAt.length - 1;
  const general = newWeights(terms * RELATIONS);
  const own = newWeights(postClaim.length * RELATIONS);
  const cue = newWeights(((samples[0]?.cues.length ?? 0) + 1) * RELATIONS);
  const score = new Float64Array(RELATIONS);
  const postingOf = newFinder(index);
  const seen = samples.map(({ seed, terms: held, shares, claim, relation, cues }) => ({
    seed,
    terms: held,
    shares,
    relation,
    postings: held.map((term) => postingOf(term, claim)),
    inputs: Float32Array.of(1, ...cues),
  }));
  const kept = new Float32Array(mostTerms(samples));

  const learn = ({ terms: held, shares, relation, postings, inputs }: (typeof seen)[number], random: () => number): void => {
    const scale = leaveOut(shares, kept, random);
    let whole = 0;
    for (let r = 0; r < RELATIONS; r++) {
      let sum = 0;
      for (let k = 0; k < inputs.length; k++) sum += (inputs[k] ?? 0) * (cue.value[k * RELATIONS + r] ?? 0);
      for (let k = 0; k < held.length; k++) {
        const p = postings[k] ?? -1;
        const shared = general.value[(held[k] ?? 0) * RELATIONS + r] ?? 0;
        sum += scale * (kept[k] ?? 0) * (shared + (p < 0 ? 0 : (own.value[p * RELATIONS + r] ?? 0)));
      }
      score[r] = Math.exp(sum);
      whole += score[r] ?? 0;
    }
    for (let r = 0; r < RELATIONS; r++) {
      const gradient = (score[r] ?? 0) / whole - (r === relation ? 1 : 0);
      for (let k = 0; k < inputs.length; k++) {
        const x = inputs[k] ?? 0;
        if (x !== 0) move(cue, k * RELATIONS + r, x * gradient);
      }
      for (let k = 0; k < held.length; k++) {
        const x = scale * (kept[k] ?? 0);
        if (x === 0) continue;
        move(general, (held[k] ?? 0) * RELATIONS + r, x * gradient);
        const p = postings[k] ?? -1;
        if (p >= 0) move(own, p * RELATIONS + r, x * gradient);
      }
    }
  };
  inRounds(seen, ROUNDS, learn);

  const against = (weights: Weights, relation: number): Float32Array =>
    Float32Array.from(
      { length: weights.value.length / RELATIONS },
      (_, i) => (weights.value[i * RELATIONS + relation] ?? 0) - (weights.value[i * RELATIONS] ?? 0),
    );
  return {
    termDeny: against(general, 1),
    termAsk: against(general, 2),
    postDeny: against(own, 1),
    postAsk: against(own, 2),
  };
};
