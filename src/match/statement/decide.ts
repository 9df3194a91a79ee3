// match(): for each sentence, does it make a claim, and which? Gate, evidence, one calibrated probability, silence below
// the threshold. At most one claim a sentence: the likeliest; its near-duplicates stay silent.
import { splitSentences } from '../../text/sentences.ts';
import type { Agreement, Block, Match, MatchContext } from '../types.ts';
import { DECISION, THRESHOLD } from './decision.data.ts';
import { EVIDENCE, LOWERED, newEvidence } from './evidence.ts';
import { newGate } from './gate.ts';
import { newByteReader, type StatementIndex } from './layout.ts';
import { newRelationReader } from './relation.ts';
import { MOST_TERMS, newSentenceReader } from './sentence.ts';
import type { Tokenizer } from './tokens.ts';

const WIDTH = EVIDENCE.length;
const COVER = EVIDENCE.indexOf('cover');
const FRESH_COVER = EVIDENCE.indexOf('freshCover');
const TWIN = EVIDENCE.indexOf('twin');
/** Sentences before that count as nearby; as many as the labelled data had. */
const NEARBY_SENTENCES = 2;

/** Writes into each of `count` rows how well the best other candidate fits: a twin makes the choice unsure. */
export const compareTwins = (rows: Float64Array, count: number): void => {
  let best = 0;
  let second = 0;
  let bestAt = -1;
  for (let i = 0; i < count; i++) {
    const fit = (rows[i * WIDTH + COVER] ?? 0) * (rows[i * WIDTH + FRESH_COVER] ?? 0);
    if (fit > best) {
      second = best;
      best = fit;
      bestAt = i;
    } else if (fit > second) second = fit;
  }
  for (let i = 0; i < count; i++) rows[i * WIDTH + TWIN] = i === bestAt ? second : best;
};

/** Log-odds that the candidate of row `at` is what the sentence says. */
export const logOdds = (rows: Float64Array, at: number): number => {
  let sum = 0;
  for (let f = 0; f < WIDTH; f++) sum += (DECISION[f] ?? 0) * (rows[at * WIDTH + f] ?? 0);
  return sum;
};

const CAN_ONLY_FALL = EVIDENCE.map((name) => LOWERED.includes(name));
const ROUNDING = 1e-6;

/** No less than the log-odds that the candidate of row `at` will have when its words are discounted and its twins known. */
const mostOdds = (rows: Float64Array, at: number): number => {
  let sum = ROUNDING;
  for (let f = 0; f < WIDTH; f++) {
    const weight = DECISION[f] ?? 0;
    // A twin fits from 0 to 1.
    if (f === TWIN) sum += Math.max(0, weight);
    else if (weight > 0 || !CAN_ONLY_FALL[f]) sum += weight * (rows[at * WIDTH + f] ?? 0);
  }
  return sum;
};

/** Terms of a sentence gone by. */
interface Past {
  readonly terms: Int32Array;
  count: number;
}

export const newDecider = (
  index: StatementIndex,
  tokenizer: Tokenizer,
): ((blocks: readonly Block[], context?: MatchContext) => Match[]) => {
  const reader = newSentenceReader(index, tokenizer);
  const { sentence } = reader;
  const gate = newGate(index);
  const evidence = newEvidence(index, gate.claims.length);
  const relation = newRelationReader(index);
  const words = newByteReader(index.claimWords);
  const nearby = new Uint8Array(index.terms);
  // The headline, then the sentences before in turn.
  const past: Past[] = Array.from({ length: 1 + NEARBY_SENTENCES }, () => ({ terms: new Int32Array(MOST_TERMS), count: 0 }));

  const remember = (at: number): void => {
    const entry = past[at];
    if (entry === undefined) return;
    entry.terms.set(sentence.terms.subarray(0, sentence.count));
    entry.count = sentence.count;
  };
  const mark = (value: number): void => {
    for (const { terms, count } of past) for (let i = 0; i < count; i++) nearby[terms[i] ?? 0] = value;
  };

  /** The words of the sentence that the claim's statement shares, with their share of the information. */
  const agreements = (claim: number): Agreement[] => {
    const { tokens } = tokenizer;
    words.at = index.claimAt[claim] ?? 0;
    const length = words.next();
    words.next();
    const gains = new Map<number, number>();
    for (let i = 0; i < length; i++) {
      const term = words.next();
      const token = sentence.tokenOf[term] ?? 0;
      if (token > 0) gains.set(token - 1, index.rarities[term] ?? 0);
    }
    const total = [...gains.values()].reduce((a, b) => a + b, 0);
    return [...gains]
      .sort(([a], [b]) => a - b)
      .map(([token, gain]) => ({
        start: tokens.start[token] ?? 0,
        end: tokens.end[token] ?? 0,
        weight: total > 0 ? gain / total : 0,
      }));
  };

  const decide = (text: string, block: number): Match | null => {
    const count = gate.open(sentence);
    if (count === 0) return null;
    mark(1);
    let likely = false;
    for (let i = 0; i < count; i++) {
      evidence.weigh(sentence, nearby, gate.claims[i] ?? 0, i, false);
      likely ||= mostOdds(evidence.rows, i) >= THRESHOLD;
    }
    if (likely) for (let i = 0; i < count; i++) evidence.weigh(sentence, nearby, gate.claims[i] ?? 0, i);
    mark(0);
    if (!likely) return null;
    compareTwins(evidence.rows, count);
    let best = -1;
    let odds = -Infinity;
    for (let i = 0; i < count; i++) {
      const z = logOdds(evidence.rows, i);
      const earlier = z === odds && (gate.claims[i] ?? 0) < (gate.claims[best] ?? 0);
      if (z > odds || earlier) {
        odds = z;
        best = i;
      }
    }
    if (odds < THRESHOLD) return null;
    const claim = gate.claims[best] ?? 0;
    const { start, end } = sentence;
    const agreed = agreements(claim);
    const confidence = 1 / (1 + Math.exp(-odds));
    return {
      claim,
      block,
      start,
      end,
      relation: relation(text, sentence, claim, agreed),
      confidence,
      reason: { wording: 0, agreed, inferred: [] },
    };
  };

  return (blocks, context = {}) => {
    const matches: Match[] = [];
    for (const entry of past) entry.count = 0;
    const title = context.title ?? '';
    reader.read(title, 0, title.length);
    remember(0);
    reader.clear();
    let turn = 0;
    blocks.forEach(({ text }, block) => {
      const bounds = splitSentences(text);
      for (let i = 0; i + 1 < bounds.length; i += 2) {
        reader.read(text, bounds[i] ?? 0, bounds[i + 1] ?? 0);
        const match = decide(text, block);
        if (match !== null) matches.push(match);
        else {
          // A sentence that makes a claim lends it no words: the next one on the topic would light up for nothing new.
          remember(1 + turn);
          turn = (turn + 1) % NEARBY_SENTENCES;
        }
        reader.clear();
      }
    });
    return matches;
  };
};
