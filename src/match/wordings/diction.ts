// Which claim do all of a sentence's words speak for, function words included ("nobody but", "would have to", "her own")? The terms
// of the gate leave those out. Multinomial logistic regression over stems, taught by the claims' texts when a pack is compiled;
// by profiles.ts. Only the few claims that lead are asked about, so that its table may be dense.
import type { Columns } from './layout.ts';
import { learnProfiles, scaleOf } from './profiles.ts';
import type { Reading } from './reading.ts';

/** Packs of more claims, or of very many words, go without: the table has a column for each claim and a row for each stem. */
const MOST_CLAIMS = 256;
const MOST_WEIGHTS = 4e6;
const RATE = 0.3;
/** Weights are kept as bytes: (byte - ZERO) / STEPS nats. */
const ZERO = 128;
const STEPS = 24;

export interface DictionText {
  readonly claim: number;
  readonly seed: number;
  /** Stem numbers of its words. */
  readonly stems: readonly number[];
}

export interface DictionColumns {
  /** By stem: its share in a sentence before scaling (profiles.ts); the rarer in the pack's texts, the more. */
  readonly dictionShare: Float32Array;
  /** Stems × claims: how much the stem speaks for the claim; empty for packs that go without. */
  readonly dictionWeight: Uint8Array;
}

/** Deterministic. @param stems number of stems; @param claims number of claims */
export const learnDiction = (texts: readonly DictionText[], stems: number, claims: number): DictionColumns => {
  const uses = new Int32Array(stems);
  const held = texts.map((text) => Int32Array.from(new Set(text.stems)));
  for (const list of held) for (const stem of list) uses[stem] = (uses[stem] ?? 0) + 1;
  const dictionShare = Float32Array.from(uses, (count) => (count > 0 ? 1 + Math.log((1 + texts.length) / (1 + count)) : 0));
  if (claims > MOST_CLAIMS || stems * claims > MOST_WEIGHTS) return { dictionShare, dictionWeight: new Uint8Array(0) };
  const samples = texts.map(({ claim, seed }, i) => {
    const terms = held[i] ?? new Int32Array(0);
    return { claim, seed, terms, shares: Float32Array.from(terms, (stem) => dictionShare[stem] ?? 0) };
  });
  // Every stem has a posting for every claim.
  const postAt = Int32Array.from({ length: stems + 1 }, (_, stem) => stem * claims);
  const postClaim = Int32Array.from({ length: stems * claims }, (_, at) => at % claims);
  const weights = learnProfiles(samples, { postAt, postClaim, claims }, { rate: RATE });
  // Bytes clamp at both ends by themselves.
  return { dictionShare, dictionWeight: new Uint8Array(Uint8ClampedArray.from(weights, (value) => value * STEPS + ZERO).buffer) };
};

/** The diction of the sentence just read: `read` it once, then ask `of` each claim (nats before the softmax). */
export const newDiction = (
  { dictionShare, dictionWeight, claims }: Pick<Columns, 'dictionShare' | 'dictionWeight' | 'claims'>,
  { analysis }: Pick<Reading, 'analysis'>,
) => {
  const stems = claims > 0 ? dictionWeight.length / claims : 0;
  const seenAt = new Int32Array(stems);
  const held = new Int32Array(analysis.stem.length);
  const shares = new Float32Array(analysis.stem.length);
  let sentence = 0;
  let count = 0;
  return {
    read: (): void => {
      sentence++;
      count = 0;
      let squares = 0;
      for (let i = 0; i < analysis.words; i++) {
        const stem = analysis.stem[i] ?? -1;
        if (stem < 0 || stem >= stems || seenAt[stem] === sentence) continue;
        seenAt[stem] = sentence;
        const share = dictionShare[stem] ?? 0;
        squares += share * share;
        held[count] = stem * claims;
        shares[count++] = share;
      }
      const scale = scaleOf(squares) / STEPS;
      for (let i = 0; i < count; i++) shares[i] = (shares[i] ?? 0) * scale;
    },
    of: (claim: number): number => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += (shares[i] ?? 0) * ((dictionWeight[(held[i] ?? 0) + claim] ?? ZERO) - ZERO);
      return sum;
    },
  };
};
