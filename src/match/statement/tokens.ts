// Content words of a text as the statement regime sees them: stop words dropped, numbers brought to one form
// ("$1.5 million" = 1.5m = 1500000, "two" = 2), a few names of several words or spellings folded into one concept.
// Stop words, stems and rarity come from src/text/; what a concept is worth in a pack is not decided here.
import { idfOf } from '../../text/frequencies.ts';
import { type Lexicon, MOST_WORDS, newLexicon, STOP } from '../../text/lexicon.ts';
import { stemOf } from '../../text/stem.ts';
import { CAPITAL, newWords, normal, splitWords, type Words } from '../../text/words.ts';
import { ALIASES, NUMBER_WORDS, PHRASES, SCALES } from './aliases.ts';
import { FIRST_CAPACITY, MOST_NEGATIONS, NAME, NUMBER, newTokens, pushToken, pushWord, type Tokens } from './token-columns.ts';

export interface Tokenizer {
  readonly lexicon: Lexicon;
  readonly tokens: Tokens;
  /** Information in nats of the concept with this lexicon number, in ordinary news. */
  rarity(n: number): number;
  /** Rises when lexicon numbers lose their meaning, which only `split` brings about: caches by number must start anew. */
  readonly era: number;
  /** Fills `tokens` with the content words of `text` between two UTF-16 offsets: those among its first 8,192 words. */
  split(text: string, from?: number, to?: number): void;
  /** The same of up to three further texts: numbers keep the meaning that they had in the text before. */
  splitFurther(text: string): void;
}

/** Words of a text that are read: many times those of a claim, a sentence or a selection. */
const MOST_READ = 1 << 13;
/** Texts whose numbers are compared: one, its two neighbours and a signature. */
const MOST_TEXTS = 4;
/** A word takes at most so many numbers in the lexicon: its own, that of the amount it names, and of the amount in millions. */
const MOST_NUMBERS = 3;
/** Words the lexicon may hold when a text begins, so that it never forgets any before the last of them is read. */
const FULL = MOST_WORDS - MOST_TEXTS * MOST_NUMBERS * MOST_READ;

// What a word is to the tokenizer; UNKNOWN until first seen.
const UNKNOWN = 0;
const DROPPED = 1;
const PLAIN = 2;
const VALUE = 3;
const SCALE = 4;
const OPENS_PHRASE = 5;
const NEGATION = 6;
const COUNTRY = 7;

const MARKS = 255;
const NEGATIONS = new Set(['not', 'no', 'never', 't', 'cannot', 'none', 'nobody', 'nothing', 'neither', 'without']);
const AMOUNT = /^(\d+(?:\.\d+)?)(k|m|mn|b|bn|tn|st|nd|rd|th|s)?$/;
const UNITS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, b: 1e9, bn: 1e9, tn: 1e12 };

export const newTokenizer = (): Tokenizer => {
  const words: Words = newWords();
  const tokens = newTokens();
  let lexicon = newLexicon();
  let era = 0;
  let kind = new Uint8Array(FIRST_CAPACITY);
  let concept = new Int32Array(FIRST_CAPACITY);
  let value = new Float64Array(FIRST_CAPACITY);

  const widen = (): void => {
    const size = lexicon.stemHash.length;
    const kinds = new Uint8Array(size);
    kinds.set(kind);
    kind = kinds;
    const concepts = new Int32Array(size);
    concepts.set(concept);
    concept = concepts;
    const values = new Float64Array(size);
    values.set(value);
    value = values;
  };

  /** First sight of a word: `form` is its normal form. */
  const learn = (n: number, form: string): number => {
    const found = AMOUNT.exec(form);
    const stem = lexicon.stems[n] ?? form;
    let k = PLAIN;
    let to = n;
    if (NEGATIONS.has(form)) k = NEGATION;
    else if (form === 'us') k = COUNTRY;
    else if (SCALES.has(stem)) {
      k = SCALE;
      value[n] = SCALES.get(stem) ?? 1;
    } else if (NUMBER_WORDS.has(form) || found !== null) {
      const amount = NUMBER_WORDS.get(form) ?? Number(found?.[1]) * (UNITS[found?.[2] ?? ''] ?? 1);
      k = VALUE;
      to = lexicon.numberOf(String(amount));
      if (n >= kind.length || to >= kind.length) widen();
      value[n] = amount;
    } else if (PHRASES.has(stem)) k = OPENS_PHRASE;
    else if (((lexicon.flags[n] ?? 0) & STOP) !== 0) k = DROPPED;
    else if (form.length === 1) k = DROPPED;
    const alias = k === PLAIN || k === OPENS_PHRASE || k === COUNTRY ? ALIASES.get(form) : undefined;
    if (alias !== undefined) {
      to = lexicon.numberOf(alias);
      if (to >= kind.length) widen();
    }
    concept[n] = to;
    kind[n] = k;
    return k;
  };

  const numberAt = (text: string, i: number): number => {
    const n = lexicon.lookUp(text, words, i);
    if (n >= kind.length) widen();
    return n;
  };

  const formAt = (text: string, i: number): string => normal(text.slice(words.start[i], words.end[i]));

  /** Number of words of the phrase that begins at word `i`, 0 if none does; its concept is written to `phraseConcept`. */
  let phraseConcept = 0;
  const phraseAt = (text: string, i: number, n: number): number => {
    for (const phrase of PHRASES.get(lexicon.stems[n] ?? '') ?? []) {
      let length = 1;
      let last = i;
      while (length < phrase.words.length && i + length < words.count) {
        const gap = (words.start[i + length] ?? 0) - (words.end[last] ?? 0);
        if (gap > phrase.gap || lexicon.stems[numberAt(text, i + length)] !== phrase.words[length]) break;
        last = i + length;
        length++;
      }
      const capital = ((words.shape[i] ?? 0) & CAPITAL) !== 0;
      if (length === phrase.words.length && (capital || !phrase.capital)) {
        phraseConcept = lexicon.numberOf(phrase.concept);
        if (phraseConcept >= kind.length) widen();
        return length;
      }
    }
    return 0;
  };

  /** A dropped word is known by one byte of its hash: enough to see whether two texts run alike. */
  const markOf = (n: number): number => -(1 + (((lexicon.stemHash[n] ?? 0) >>> 0) % MARKS));

  const isUpper = (text: string, i: number): boolean =>
    text.charCodeAt(words.start[i] ?? 0) < 97 && text.charCodeAt((words.end[i] ?? 1) - 1) < 97;

  const read = (text: string, from = 0, to = text.length): void => {
    tokens.count = 0;
    tokens.negations = 0;
    tokens.wordCount = 0;
    splitWords(text, words, from, to);
    words.count = Math.min(MOST_READ, words.count);
    for (let i = 0; i < words.count; i++) {
      let n = numberAt(text, i);
      let k = kind[n] ?? 0;
      const start = words.start[i] ?? 0;
      let end = words.end[i] ?? 0;
      if (k === UNKNOWN) k = learn(n, formAt(text, i));
      if (k === DROPPED) {
        pushWord(tokens, markOf(n));
        continue;
      }
      if (k === NEGATION) {
        if (tokens.negations < MOST_NEGATIONS) tokens.negatedAt[tokens.negations] = start;
        tokens.negations++;
        pushWord(tokens, markOf(n));
        continue;
      }
      // "US" in capitals is the country, "us" the readers.
      if (k === COUNTRY && !isUpper(text, i)) {
        pushWord(tokens, markOf(n));
        continue;
      }
      let flags = i > 0 && ((words.shape[i] ?? 0) & CAPITAL) !== 0 ? NAME : 0;
      if (k === VALUE) {
        flags = NUMBER;
        let amount = value[n] ?? 0;
        let scaled = false;
        while (i + 1 < words.count && (words.start[i + 1] ?? 0) - end <= 1) {
          const next = numberAt(text, i + 1);
          if ((kind[next] ?? 0) === UNKNOWN) learn(next, formAt(text, i + 1));
          if (kind[next] !== SCALE) break;
          amount *= value[next] ?? 1;
          scaled = true;
          end = words.end[++i] ?? end;
        }
        n = scaled ? lexicon.numberOf(String(Math.round(amount * 1e6) / 1e6)) : (concept[n] ?? n);
        if (n >= kind.length) widen();
      } else if (k === OPENS_PHRASE) {
        const length = phraseAt(text, i, n);
        if (length > 0) {
          i += length - 1;
          end = words.end[i] ?? end;
          n = phraseConcept;
        } else if (((lexicon.flags[n] ?? 0) & STOP) !== 0 || end - start === 1) {
          pushWord(tokens, markOf(n));
          continue;
        } else n = concept[n] ?? n;
      } else n = concept[n] ?? n;
      pushToken(tokens, n, start, end, flags);
    }
  };

  /** A concept of several words is at least as rare as its rarest word: its own frequency is not in the table. */
  const rarity = (n: number): number => {
    const stem = lexicon.stems[n] ?? '';
    return stem.includes('-') ? Math.max(...stem.split('-').map((part) => idfOf(stemOf(part)))) : idfOf(stem);
  };

  return {
    rarity,
    get lexicon() {
      return lexicon;
    },
    tokens,
    get era() {
      return era;
    },
    split: (text, from, to) => {
      if (lexicon.size > FULL) {
        lexicon = newLexicon();
        kind.fill(UNKNOWN);
        era++;
      }
      read(text, from, to);
    },
    splitFurther: (text) => read(text),
  };
};
