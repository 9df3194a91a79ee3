// Everything the engine weighs on a page: the candidates of each sentence, before anything is decided. The matcher and the
// learning script read the same.
import { splitSentences } from '../../text/sentences.ts';
import { newWords, splitWords } from '../../text/words.ts';
import type { Block, MatchContext } from '../types.ts';
import type { Candidate } from './candidate.ts';
import { at, setPage } from './features.ts';
import type { Scorer } from './scorer.ts';

const AGREEMENT = at('agreement');
const SCORE_SHARE = at('scoreShare');

/** So much agreement a sentence of any page has with some claim by chance: long pages must not add it up. */
const CHANCE_AGREEMENT = 0.3;

/** A candidate with where it stands, kept until the whole page has been read. */
export interface Sighting extends Candidate {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly negations: number;
}

/** What a text holds. */
export interface Sightings {
  /** In the order of the text. */
  readonly found: readonly Sighting[];
  /** How much it names the story's own names, 0 to 1. */
  readonly topic: number;
  /** Those without candidates, too. */
  readonly sentences: number;
}

const words = newWords();

/** Everything the engine weighs on a page: what the learning script reads. */
export const sightings = (scorer: Scorer, blocks: readonly Block[], context: MatchContext): Sightings => {
  const found: Sighting[] = [];
  scorer.reset();
  let sentence = 0;
  if (context.title) {
    splitWords(context.title, words);
    scorer.score(context.title, words, 0, words.count, true);
  }
  blocks.forEach((block, b) => {
    const { text } = block;
    const bounds = splitSentences(text);
    for (let i = 0; i < bounds.length; i += 2) {
      const start = bounds[i] ?? 0;
      const end = bounds[i + 1] ?? 0;
      splitWords(text, words, start, end);
      sentence++;
      const candidates = scorer.score(text, words, 0, words.count, block.role === 'heading');
      const negations = candidates.length > 0 ? scorer.negations(text, words, 0, words.count) : 0;
      for (const candidate of candidates) found.push({ ...candidate, block: b, start, end, sentence, negations });
    }
  });
  const topic = Math.min(1, Math.sqrt(scorer.topic()));
  tellOfPage(found, topic);
  return { found, topic, sentences: sentence };
};

/**
 * Fills in what only the whole page tells: whether it names the story's own names, and how much other sentences agree with
 * claims. A page that makes one claim makes others; a sentence alone among strangers only looks like one.
 */
const tellOfPage = (found: readonly Sighting[], topic: number): void => {
  const best = new Map<number, number>();
  let whole = 0;
  for (const { sentence, features } of found) {
    const value = (features[AGREEMENT] ?? 0) * (features[SCORE_SHARE] ?? 0) - CHANCE_AGREEMENT;
    const before = best.get(sentence) ?? 0;
    if (value <= before) continue;
    whole += value - before;
    best.set(sentence, value);
  }
  for (const { sentence, features } of found) setPage(features, topic, whole - (best.get(sentence) ?? 0));
};
