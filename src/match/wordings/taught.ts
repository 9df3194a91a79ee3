// What the terms of a sentence speak for (profiles.ts, lean-profiles.ts), learned beforehand. Labelled pages teach it beside the pack's
// texts (tests/bench/learn-wordings.ts), and the pack brings the weights only. They are by place in the compiled index, so they serve
// the texts and the thesaurus that they were learned for; any others teach anew, by themselves.
import { hashWord } from '../../text/words.ts';
import { sumOf } from '../container.ts';
import type { WordingsInput } from './input.ts';
import type { Columns } from './layout.ts';

/** Columns of the index, by posting and by term: nats. */
export type Taught = Pick<Columns, 'postProfile' | 'leanDeny' | 'leanAsk' | 'termDeny' | 'termAsk'>;

/** The same as a pack brings it: a character for each weight. */
export interface TaughtInput {
  /** Of the index and the texts (placesOf) that the weights belong to. */
  readonly places: string;
  readonly profile: string;
  readonly denies: string;
  readonly questions: string;
  readonly term_denies: string;
  readonly term_questions: string;
}

/** Characters that JSON leaves as they are, one for each eighth of a nat: base64 would be a third longer when zipped. */
const FIRST = '#'.charCodeAt(0);
const BACKSLASH = '\\'.charCodeAt(0);
const LEVELS = 91;
const ZERO = LEVELS >> 1;
const STEPS = 8;

type Places = Pick<Columns, 'postAt' | 'postClaim' | 'slotAt' | 'slotTerm'>;

/** What the weights are learned from besides examples. */
type Texts = Pick<WordingsInput, 'claims' | 'concepts'>;

/**
 * Tells what weights belong to by which terms stand for which claims, and by the texts, their relations and the thesaurus themselves:
 * eight hexadecimal digits. "On offer" and "not on offer" hold the same terms.
 */
export const placesOf = ({ postAt, postClaim, slotAt, slotTerm }: Places, { claims, concepts }: Texts): string => {
  const read = new Int32Array(2);
  hashWord(JSON.stringify([claims, concepts]), read);
  const sum = [postAt, postClaim, slotAt, slotTerm].reduce((before, column) => sumOf(column, before), sumOf(read));
  return (sum >>> 0).toString(16).padStart(8, '0');
};

const packed = (weights: Float32Array): string =>
  Array.from(weights, (nats) => {
    const code = FIRST + Math.max(0, Math.min(LEVELS - 1, Math.round(nats * STEPS) + ZERO));
    return String.fromCharCode(code < BACKSLASH ? code : code + 1);
  }).join('');

/** Null: of another length, or with other characters. */
const unpacked = (text: string, length: number): Float32Array | null => {
  if (text.length !== length) return null;
  const weights = new Float32Array(length);
  for (let i = 0; i < length; i++) {
    const code = text.charCodeAt(i);
    const level = code - FIRST - (code > BACKSLASH ? 1 : 0);
    if (level < 0 || level >= LEVELS || code === BACKSLASH) return null;
    weights[i] = (level - ZERO) / STEPS;
  }
  return weights;
};

/** What a pack is to bring. */
export const packTaught = (columns: Taught & Places, texts: Texts): TaughtInput => ({
  places: placesOf(columns, texts),
  profile: packed(columns.postProfile),
  denies: packed(columns.leanDeny),
  questions: packed(columns.leanAsk),
  term_denies: packed(columns.termDeny),
  term_questions: packed(columns.termAsk),
});

/** What the pack brings, or null where it brings nothing, or something that belongs to another index or other texts. */
export const readTaught = (
  input: TaughtInput | undefined,
  columns: Places & Pick<Columns, 'weight'>,
  texts: Texts,
): Taught | null => {
  if (!input || input.places !== placesOf(columns, texts)) return null;
  const postings = columns.postClaim.length;
  const terms = columns.weight.length;
  const postProfile = unpacked(input.profile, postings);
  const leanDeny = unpacked(input.denies, postings);
  const leanAsk = unpacked(input.questions, postings);
  const termDeny = unpacked(input.term_denies, terms);
  const termAsk = unpacked(input.term_questions, terms);
  return postProfile && leanDeny && leanAsk && termDeny && termAsk ? { postProfile, leanDeny, leanAsk, termDeny, termAsk } : null;
};
