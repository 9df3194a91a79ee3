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

/** What the listed words of the sentence just analysed tell, each word counted once: nats for denying, and for questioning. */
export const relationTold = (
  list: RelationWords,
  lexicon: Pick<Lexicon, 'stems'>,
  { words, lex }: Pick<Analysis, 'words' | 'lex'>,
): readonly [deny: number, ask: number] => {
  const seen = new Set([NO_WORD]);
  let [deny, ask] = list.get(NO_WORD) ?? [0, 0];
  for (let i = 0; i < words; i++) {
    const stem = lexicon.stems[lex[i] ?? 0] ?? '';
    const weights = list.get(stem);
    if (weights === undefined || seen.has(stem)) continue;
    seen.add(stem);
    deny += weights[0];
    ask += weights[1];
  }
  const scale = scaleOf(seen.size);
  return [scale * deny, scale * ask];
};
