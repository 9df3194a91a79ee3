// Claims and pages in any number, for measuring speed: sentences built like real ones, about topics, with words as frequent
// as in news. They say nothing; accuracy is measured on labelled pages.
//
// A sentence is the frame of a real one (a sentence of tests/pages with its function words, lengths and numbers kept) whose
// content words are drawn anew: half from the words of one topic, half from all. Words are drawn by their document frequency
// (src/text/frequencies.ts); beyond the words of tests/pages there are invented names.
//
// The figures below are set so that claims lie as near to sentences as real ones do. At 19,250 claims, PolitiFact's against
// debates and news, and ours against a generated page: 11,200 and 11,800 different stems; 20 and 20 nats a sentence; 26 to 35
// and 27 claims that hold a word of at least 3 nats of the sentence, counted word by word; 0.17 to 0.21 and 0.17 claims a
// sentence that share 11 nats with it.

import type { Block } from '../../src/match/types.ts';
import { idfOf } from '../../src/text/frequencies.ts';
import { stemOf } from '../../src/text/stem.ts';
import { STOP_WORDS } from '../../src/text/stop-words.ts';
import { drawer, randomFrom } from './random.ts';

/** Names beyond the given words, as many as a large feed of fact-checks has words of its own. */
const NAMES = 30_000;
/** Share of drawn words that are invented names: what the given words miss of running news. */
const NAME_SHARE = 0.1;
/** The k-th name has a chance of 1 / (k + this): no invented name is common, they all count as rare. */
const NAME_OFFSET = 300;
const TOPICS = 1000;
/** The k-th topic has a chance of 1 / (k + this). */
const TOPIC_OFFSET = 10;
const WORDS_OF_TOPIC = 60;
/** Share of a sentence's content words that come from its topic. */
const ON_TOPIC = 0.5;
/** Words of a frame. */
const FEWEST = 12;
const MOST = 32;
const WORDS_OF_PARAGRAPH = 80;

const WORD = /[\p{L}\p{M}]+|\d[\d,.]*\d|\d/gu;
const isContent = (word: string): boolean => word.length > 2 && !STOP_WORDS.has(word.toLowerCase());

/** The words of `sentences` that carry information, by falling document frequency, then by alphabet. */
const vocabularyOf = (
  sentences: readonly string[],
): { readonly words: readonly string[]; readonly chances: readonly number[] } => {
  const words = new Set<string>();
  for (const sentence of sentences)
    for (const [word] of sentence.matchAll(WORD)) if (isContent(word) && /^[a-z]+$/i.test(word)) words.add(word.toLowerCase());
  const known = [...words].map((word) => ({ word, chance: Math.exp(-idfOf(stemOf(word))) }));
  known.sort((a, b) => b.chance - a.chance || (a.word < b.word ? -1 : 1));
  return { words: known.map(({ word }) => word), chances: known.map(({ chance }) => chance) };
};

const SYLLABLES =
  'ba be bor da del dan fa gor ha hal il jo ka kov la len lo ma mar mi na nor o pa per ra rin sa ser shi ta tor ul va vel wen ya zo zen'.split(
    ' ',
  );
const nameOf = (number: number): string => {
  let rest = number + SYLLABLES.length;
  let name = '';
  while (rest > 0) {
    name += SYLLABLES[rest % SYLLABLES.length] ?? '';
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return name;
};

/** Endless sentences and pages. The same seed and frames give the same ones. */
export interface Generator {
  /** The next sentence, about topic `topic` (one by chance when left out). */
  sentence(topic?: number): string;
  /** Paragraphs of one topic each, `length` words together (±one sentence); `planted` sentences are put in, evenly spread. */
  page(length: number, planted: readonly string[]): Block[];
}

/** @param frames real sentences */
export const newGenerator = (frames: readonly string[], seed: number): Generator => {
  const random = randomFrom(seed);
  const { words, chances } = vocabularyOf(frames);
  const fitting = frames.filter((frame) => {
    const length = frame.match(WORD)?.length ?? 0;
    return length >= FEWEST && length <= MOST;
  });
  if (fitting.length === 0 || words.length === 0) throw new Error(`expected frames of ${FEWEST} to ${MOST} words, got none`);
  const drawWord = drawer(chances, random);
  const drawName = drawer(
    Array.from({ length: NAMES }, (_, k) => 1 / (k + NAME_OFFSET)),
    random,
  );
  const drawTopic = drawer(
    Array.from({ length: TOPICS }, (_, k) => 1 / (k + TOPIC_OFFSET)),
    random,
  );
  const any = (): string => (random() < NAME_SHARE ? nameOf(drawName()) : (words[drawWord()] ?? ''));
  const topics = Array.from({ length: TOPICS }, () => Array.from({ length: WORDS_OF_TOPIC }, any));
  const about = (topic: number): string => topics[topic]?.[Math.floor(random() * WORDS_OF_TOPIC)] ?? any();
  const numberLike = (given: string): string => given.replace(/\d/g, () => String(Math.floor(random() * 10))).replace(/^0/, '1');

  const sentence = (topic = drawTopic()): string =>
    (fitting[Math.floor(random() * fitting.length)] ?? '').replace(WORD, (given) => {
      if (/^\d/.test(given)) return numberLike(given);
      if (!isContent(given)) return given;
      const word = random() < ON_TOPIC ? about(topic) : any();
      return /^\p{Lu}/u.test(given) ? word.charAt(0).toUpperCase() + word.slice(1) : word;
    });

  return {
    sentence,
    page: (length, planted) => {
      const blocks: Block[] = [];
      const step = length / (planted.length + 1);
      let count = 0;
      let next = 0;
      while (count < length) {
        const topic = drawTopic();
        const paragraph: string[] = [];
        for (let size = 0; size < WORDS_OF_PARAGRAPH && count < length; ) {
          const due = planted[next];
          const text = due !== undefined && count >= step * (next + 1) ? due : sentence(topic);
          if (text === due) next++;
          const added = text.match(WORD)?.length ?? 0;
          size += added;
          count += added;
          paragraph.push(text);
        }
        blocks.push({ text: paragraph.join(' '), role: 'text' });
      }
      return blocks;
    },
  };
};

/** `count` bare statements, each other than all before. */
export const generateClaims = (generator: Generator, count: number): string[] => {
  const claims = new Set<string>();
  while (claims.size < count) claims.add(generator.sentence());
  return [...claims];
};
