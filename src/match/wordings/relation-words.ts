// Which everyday words tell how a sentence treats what it speaks of, whatever that is ("nobody", "supposedly", "though")? A short
// list with weights, learned from wordings and labelled sentences of all claims (tests/bench/learn-relation-words.ts) by multinomial
// logistic regression over the three relations; for packs of any matter, so only words that many claims' texts use are in it, no
// numbers, and no names and nouns that the thesaurus lists as words of the story.
import type { Lexicon } from '../../text/lexicon.ts';
import type { Analysis } from './analyse.ts';
import { scaleOf } from './profiles.ts';

/** Entry of the list that counts in every sentence. */
export const NO_WORD = '';

/** By stem: nats for denying and for questioning, against asserting. */
export type RelationWords = ReadonlyMap<string, readonly [deny: number, ask: number]>;

const NOT_YET = -2;
const NOT_LISTED = -1;

/**
 * What the listed ones of a sentence's words tell, each counted once: nats for denying, and for questioning. Of the sentence just
 * analysed; words from … to (exclusive) where only a part is asked about. A word of the lexicon is looked for in the list once.
 */
export const newRelationTold = (list: RelationWords, lexicon: Pick<Lexicon, 'stems' | 'generation'>) => {
  const placeOf = new Map([...list.keys()].map((stem, place) => [stem, place]));
  placeOf.delete(NO_WORD);
  const denies = Float64Array.from(list.values(), ([deny]) => deny);
  const asks = Float64Array.from(list.values(), ([, ask]) => ask);
  const always = list.get(NO_WORD) ?? [0, 0];
  const seenAt = new Int32Array(list.size);
  let places: number[] = [];
  let generation = lexicon.generation;
  let sentence = 0;
  return ({ words, lex }: Pick<Analysis, 'words' | 'lex'>, from = 0, to = words): readonly [deny: number, ask: number] => {
    if (generation !== lexicon.generation) {
      generation = lexicon.generation;
      places = [];
    }
    sentence++;
    let [deny, ask] = always;
    let count = 1;
    for (let i = from; i < to; i++) {
      const word = lex[i] ?? 0;
      while (places.length <= word) places.push(NOT_YET);
      const stem = lexicon.stems[word];
      if (places[word] === NOT_YET && stem !== undefined) places[word] = placeOf.get(stem) ?? NOT_LISTED;
      const place = places[word] ?? NOT_LISTED;
      if (place < 0 || seenAt[place] === sentence) continue;
      seenAt[place] = sentence;
      deny += denies[place] ?? 0;
      ask += asks[place] ?? 0;
      count++;
    }
    const scale = scaleOf(count);
    return [scale * deny, scale * ask];
  };
};
