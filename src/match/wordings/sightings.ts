// Everything the engine weighs on a page: the candidates of each sentence, before anything is decided. The matcher and the
// learning script read the same.
import { splitSentences } from '../../text/sentences.ts';
import { newWords, splitWords } from '../../text/words.ts';
import type { Block, MatchContext } from '../types.ts';
import { type Candidate, type Scorer, TOPIC } from './scorer.ts';

/** A candidate with where it stands, kept until the whole page has been read. */
export interface Sighting extends Candidate {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
  readonly negations: number;
}

/** Everything the engine weighed on a page: what the learning script reads. */
const words = newWords();

export const sightings = (scorer: Scorer, blocks: readonly Block[], context: MatchContext): Sighting[] => {
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
      const negations = candidates.length > 0 ? scorer.negations() : 0;
      for (const candidate of candidates) found.push({ ...candidate, block: b, start, end, sentence, negations });
    }
  });
  const topic = Math.min(1, Math.sqrt(scorer.topic()));
  for (const one of found) one.features[TOPIC] = topic;
  return found;
};
