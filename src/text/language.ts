// Is this text in English? By the language it states, else by the share of its words that are English function words.
import { STOP_WORDS } from './stop-words.ts';
import { normal } from './words.ts';

/** English prose has 40 to 50 % function words by this list; other languages written in Latin letters stay below 20 %. */
const LEAST_SHARE = 0.25;
/** Fewer words than this say nothing: they are taken for English. */
const FEWEST_WORDS = 20;
/** Words looked at. */
const ENOUGH = 600;
const WORD = /[\p{L}\p{M}]+/gu;

/**
 * @param stated BCP 47 tag of the page, if it has one; trusted
 * @param blocks in reading order; read only when no language is stated
 */
export const isEnglish = (stated: string | undefined, blocks: readonly { readonly text: string }[]): boolean => {
  const tag = stated?.trim().toLowerCase() ?? '';
  if (tag !== '') return tag === 'en' || tag.startsWith('en-') || tag.startsWith('en_');
  let words = 0;
  let english = 0;
  for (const { text } of blocks) {
    for (const [word] of text.matchAll(WORD)) {
      words++;
      if (STOP_WORDS.has(normal(word))) english++;
      if (words >= ENOUGH) return english >= LEAST_SHARE * words;
    }
  }
  return words < FEWEST_WORDS || english >= LEAST_SHARE * words;
};
