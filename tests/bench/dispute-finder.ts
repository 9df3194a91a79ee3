// A comparator: the rule of Dispute Finder (Ennals, Trushkowsky and Agosta, "Highlighting disputed claims on the web",
// WWW 2010), the one published system that lights up known claims while reading. A stretch of text makes a claim if it
// contains all content words of one of the claim's stored paraphrases. Rebuilt from the description, with plain means:
// each paraphrase is filed under its rarest word, and only a text that holds this word is looked at.
import { idfOf } from '../../src/text/frequencies.ts';
import { stemOf } from '../../src/text/stem.ts';
import { STOP_WORDS } from '../../src/text/stop-words.ts';
import { normal } from '../../src/text/words.ts';

/** All content words must stand within so many words of each other; a stretch never crosses the end of a sentence. */
export const WINDOW = 40;

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Remembers the stem of a word, or '' for a function word: the rule is timed without the cost of stemming each word anew. */
const stems = new Map<string, string>();
const contentStem = (word: string): string => {
  const known = stems.get(word);
  if (known !== undefined) return known;
  const form = normal(word);
  const stem = STOP_WORDS.has(form) ? '' : stemOf(form);
  stems.set(word, stem);
  return stem;
};

const contentOf = (text: string): string[] => Array.from(text.match(WORD) ?? [], contentStem);

interface Paraphrase {
  readonly claim: number;
  readonly words: readonly string[];
}

export interface DisputeFinder {
  /** Claims that the sentence makes by the rule, each once, rising. */
  find(sentence: string): number[];
}

/** @param claims each claim's statement and paraphrases; a paraphrase without content words matches nothing */
export const newDisputeFinder = (claims: readonly (readonly string[])[]): DisputeFinder => {
  const filed = new Map<string, Paraphrase[]>();
  claims.forEach((texts, claim) => {
    for (const text of texts) {
      const words = [...new Set(contentOf(text).filter((word) => word !== ''))].sort((a, b) => idfOf(b) - idfOf(a));
      const [rarest] = words;
      if (rarest === undefined) continue;
      const list = filed.get(rarest);
      if (list) list.push({ claim, words });
      else filed.set(rarest, [{ claim, words }]);
    }
  });

  /** Whether some WINDOW words in a row hold all of `wanted`. */
  const within = (places: ReadonlyMap<string, readonly number[]>, wanted: readonly string[], length: number): boolean => {
    if (!wanted.every((word) => places.has(word))) return false;
    if (length <= WINDOW) return true;
    const starts = wanted.flatMap((word) => places.get(word) ?? []);
    return starts.some((start) =>
      wanted.every((word) => places.get(word)?.some((place) => place >= start && place < start + WINDOW)),
    );
  };

  return {
    find: (sentence) => {
      const content = contentOf(sentence);
      const places = new Map<string, number[]>();
      content.forEach((word, i) => {
        if (word === '') return;
        const list = places.get(word);
        if (list) list.push(i);
        else places.set(word, [i]);
      });
      const found = new Set<number>();
      for (const word of places.keys())
        for (const { claim, words } of filed.get(word) ?? [])
          if (!found.has(claim) && within(places, words, content.length)) found.add(claim);
      return [...found].sort((a, b) => a - b);
    },
  };
};
