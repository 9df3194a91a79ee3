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
const stemsOf = (text: string, lexicon: Lexicon): string[] => {
  splitWords(text, words);
  return Array.from({ length: words.count }, (_, i) => lexicon.stems[lexicon.lookUp(text, words, i)] ?? '');
};

/** Numbers the stems of `own` texts and those that enough of `others` use; 0 is any other. */
export const newTeller = (own: Iterable<string>, others: Iterable<string>, lexicon: Lexicon) => {
  const numbers = new Map<string, number>();
  const add = (stem: string): void => {
    if (!numbers.has(stem)) numbers.set(stem, numbers.size + 1);
  };
  for (const text of own) for (const stem of stemsOf(text, lexicon)) add(stem);
  const uses = new Map<string, number>();
  for (const text of others) for (const stem of new Set(stemsOf(text, lexicon))) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  for (const [stem, count] of uses) if (count >= LEAST_SENTENCES) add(stem);
  const size = numbers.size + 1;

  return {
    /** Every stem that a list may hold. */
    stems: [...numbers.keys()],
    sentence: (text: string, right: boolean, weight: number): ToldSentence => ({
      stems: Int32Array.from(stemsOf(text, lexicon), (stem) => numbers.get(stem) ?? 0),
      right,
      seed: seedOf(text),
      weight,
    }),
    learn: (sentences: readonly ToldSentence[]): TellsInput => {
      const weights = new Float32Array(size + 1);
      const squares = new Float32Array(size + 1).fill(FIRST_SQUARE);
      const mean = new Float64Array(size + 1);
      const move = (at: number, gradient: number): void => {
        const whole = gradient + DECAY * (weights[at] ?? 0);
        const square = (squares[at] ?? 0) + whole * whole;
        squares[at] = square;
        weights[at] = (weights[at] ?? 0) - (RATE * whole) / Math.sqrt(square);
      };
      const settled = ROUNDS >> 1;
      inRounds(
        sentences.filter(({ stems }) => stems.length > 0),
        ROUNDS,
        ({ stems, right, weight }) => {
          const scale = 1 / Math.sqrt(stems.length);
          let sum = weights[size] ?? 0;
          for (const stem of stems) sum += scale * (weights[stem] ?? 0);
          const gradient = weight * (1 / (1 + Math.exp(-sum)) - (right ? 1 : 0));
          for (const stem of stems) move(stem, scale * gradient);
          move(size, gradient);
        },
        (round) => {
          if (round >= settled) for (let i = 0; i <= size; i++) mean[i] = (mean[i] ?? 0) + (weights[i] ?? 0) / (ROUNDS - settled);
        },
      );
      const rounded = (at: number): number => Math.round((mean[at] ?? 0) / STEP) * STEP;
      const stems = new Map<string, number>();
      for (const [stem, number] of numbers) if (rounded(number) !== 0) stems.set(stem, rounded(number));
      return { base: rounded(size), unknown: rounded(0), stems };
    },
  };
};
