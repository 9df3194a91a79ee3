// Learns which words tell that a sentence makes any of a pack's claims (src/match/wordings/tells.ts): logistic regression over stems by
// stochastic gradient descent with AdaGrad's rates, the mean of the later rounds.

import { inRounds, seedOf } from '../../src/match/wordings/profiles.ts';
import type { TellsInput } from '../../src/match/wordings/tells.ts';
import type { Lexicon } from '../../src/text/lexicon.ts';
import { newWords, splitWords } from '../../src/text/words.ts';

/** A sentence and whether it makes a claim. */
export interface ToldSentence {
  readonly stems: Int32Array;
  readonly right: boolean;
  readonly seed: number;
  readonly weight: number;
}

const RATE = 0.3;
const ROUNDS = 8;
const FIRST_SQUARE = 0.01;
/** Weights shrink by this share of the rate at each use: a stem seen a few times proves little. */
const DECAY = 3e-4;
/** A stem that fewer sentences use counts as unknown, unless the pack's own texts know it. */
const LEAST_SENTENCES = 3;
/** Weights are multiples of this: a list of them packs well. */
const STEP = 0.5;

const words = newWords();
export const stemsOf = (text: string, lexicon: Lexicon): string[] => {
  splitWords(text, words);
  return Array.from({ length: words.count }, (_, i) => lexicon.stems[lexicon.lookUp(text, words, i)] ?? '');
};

/** Learns lists for a pack with these texts of its `own`. */
export const newTeller = (own: Iterable<string>, lexicon: Lexicon) => {
  const numbers = new Map<string, number>();
  const numberOf = (stem: string): number => {
    const known = numbers.get(stem) ?? numbers.size;
    numbers.set(stem, known);
    return known;
  };
  for (const text of own) for (const stem of stemsOf(text, lexicon)) numberOf(stem);
  const ownStems = numbers.size;

  return {
    /** Every stem of the pack's texts and of the sentences so far. */
    stems: (): string[] => [...numbers.keys()],
    sentence: (text: string, right: boolean, weight: number): ToldSentence => ({
      stems: Int32Array.from(stemsOf(text, lexicon), numberOf),
      right,
      seed: seedOf(text),
      weight,
    }),
    /** The list holds every stem that enough of these sentences use, if only with weight 0: any other is unknown, but for the pack's own. */
    learn: (sentences: readonly ToldSentence[]): TellsInput => {
      const size = numbers.size;
      const [unknown, base] = [size, size + 1];
      const uses = new Int32Array(size);
      for (const { stems } of sentences) for (const stem of new Set(stems)) uses[stem] = (uses[stem] ?? 0) + 1;
      const isKnown = (stem: number): boolean => stem < ownStems || (uses[stem] ?? 0) >= LEAST_SENTENCES;
      const weights = new Float32Array(size + 2);
      const squares = new Float32Array(size + 2).fill(FIRST_SQUARE);
      const mean = new Float64Array(size + 2);
      const move = (at: number, gradient: number): void => {
        const whole = gradient + DECAY * (weights[at] ?? 0);
        const square = (squares[at] ?? 0) + whole * whole;
        squares[at] = square;
        weights[at] = (weights[at] ?? 0) - (RATE * whole) / Math.sqrt(square);
      };
      const settled = ROUNDS >> 1;
      inRounds(
        sentences
          .filter(({ stems }) => stems.length > 0)
          .map((one) => ({ ...one, stems: one.stems.map((stem) => (isKnown(stem) ? stem : unknown)) })),
        ROUNDS,
        ({ stems, right, weight }) => {
          const scale = 1 / Math.sqrt(stems.length);
          let sum = weights[base] ?? 0;
          for (const stem of stems) sum += scale * (weights[stem] ?? 0);
          const gradient = weight * (1 / (1 + Math.exp(-sum)) - (right ? 1 : 0));
          for (const stem of stems) move(stem, scale * gradient);
          move(base, gradient);
        },
        (round) => {
          if (round < settled) return;
          for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] ?? 0) + (weights[i] ?? 0) / (ROUNDS - settled);
        },
      );
      // No -0: it is written and compared otherwise than 0.
      const rounded = (at: number): number => Math.round((mean[at] ?? 0) / STEP) * STEP || 0;
      const stems = new Map<string, number>();
      for (const [stem, number] of numbers)
        if (isKnown(number) && (number >= ownStems || rounded(number) !== 0)) stems.set(stem, rounded(number));
      return { base: rounded(base), unknown: rounded(unknown), stems };
    },
  };
};
