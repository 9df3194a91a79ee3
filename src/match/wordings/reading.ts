// Reading a page sentence by sentence: which terms does a sentence hold, outright, by a related or contrary word, or from
// the names of the sentences and headings before it? Every column is allocated once; nothing grows with the page.
import type { Lexicon } from '../../text/lexicon.ts';
import type { Words } from '../../text/words.ts';
import { type Analysis, findTerms, nameOpenings, newAnalysis, newStemCache, readWords } from './analyse.ts';
import { newAttribution } from './attribution.ts';
import { AMBIGUOUS_CREDIT, CONTEXT_CREDIT, OPPOSITE_CREDIT, RELATED_CREDIT } from './information.ts';
import type { Columns } from './layout.ts';

/** Names carry over to this many following sentences. */
const REACH = 2;
/** So many names are kept in mind. */
const MOST_NAMES = 24;
/** Long before any sentence. */
const NEVER = -1000;

/** How a term came into a sentence. */
export const SAID = 1;
const RELATED = 2;
export const CONTRARY = 3;
export const CONTEXT = 4;

/** The sentence just read, as columns over terms; valid where `stamp[term] === sentence`. */
export interface Reading {
  readonly analysis: Analysis;
  sentence: number;
  readonly stamp: Int32Array;
  readonly credit: Float32Array;
  readonly kind: Uint8Array;
  /** Words place … until (exclusive) where the term stands, or what it is meant by; -1 for one from context. */
  readonly place: Int32Array;
  readonly until: Int32Array;
  /** Terms of the sentence. */
  readonly present: Int32Array;
  count: number;
  /** The first word that is read, counted from the sentence's first: who says so is passed over (attribution.ts). */
  from: number;
  /** How much of the story's own names the page has shown. */
  story: number;
  /** What the page last called a name, or '' where it only hinted at it ("the general"). */
  nameOf(term: number): string;
  reset(): void;
  /**
   * @param isWorth asked once the words are known: where it says no, only what later sentences need is noted
   * @returns what it said
   */
  read(text: string, words: Words, first: number, last: number, heading: boolean, isWorth?: () => boolean): boolean;
}

export const newReading = (index: Columns, lexicon: Lexicon): Reading => {
  const terms = index.weight.length;
  const analysis = newAnalysis();
  const cache = newStemCache(index);
  const { hitTerm, hitFrom, hitTo, hitNear } = analysis;
  const { relatedAt, related, oppositeAt, opposite, isName, near } = index;
  const stamp = new Int32Array(terms);
  const credit = new Float32Array(terms);
  const kind = new Uint8Array(terms);
  const place = new Int32Array(terms);
  const until = new Int32Array(terms);
  const present = new Int32Array(terms);
  const seenAt = new Int32Array(terms).fill(NEVER);
  const headAt = new Int32Array(terms).fill(NEVER);
  const storyAt = new Int32Array(terms).fill(NEVER);
  /** All that is looked for where only names count. */
  const openings = nameOpenings(index, isName);
  const sayingOf = newAttribution(lexicon);
  /** Whether one of the sentence's names stands among the words from … to (exclusive). */
  const holdsName = (from: number, to: number): boolean => {
    for (let h = 0; h < analysis.hits; h++) {
      const term = hitTerm[h] ?? 0;
      if (isName[term] === 1 && stamp[term] === sentence && (hitFrom[h] ?? 0) < to && (hitTo[h] ?? 0) > from) return true;
    }
    return false;
  };
  const names: number[] = [];
  const spelled = new Map<number, string>();
  let sentence = 0;
  let heading = 0;
  let page = 0;
  let count = 0;

  const mark = (term: number, value: number, how: number, from: number, to: number): void => {
    if (stamp[term] !== sentence) {
      stamp[term] = sentence;
      present[count++] = term;
    } else if ((credit[term] ?? 0) >= value) return;
    credit[term] = value;
    kind[term] = how;
    place[term] = from;
    until[term] = to;
  };
  const inReach = (term: number): boolean =>
    stamp[term] === sentence || sentence - (seenAt[term] ?? 0) <= REACH || headAt[term] === heading;

  const markSaid = (): void => {
    let waiting = false;
    for (let h = 0; h < analysis.hits; h++) {
      if ((hitNear[h] ?? -1) < 0) mark(hitTerm[h] ?? 0, 1, SAID, hitFrom[h] ?? 0, hitTo[h] ?? 0);
      else waiting = true;
    }
    for (let h = 0; waiting && h < analysis.hits; h++) {
      const list = hitNear[h] ?? -1;
      const length = list < 0 ? 0 : (near[list] ?? 0);
      for (let i = 1; i <= length; i++) {
        if (!inReach(near[list + i] ?? 0)) continue;
        mark(hitTerm[h] ?? 0, AMBIGUOUS_CREDIT, SAID, hitFrom[h] ?? 0, hitTo[h] ?? 0);
        break;
      }
    }
  };
  const markMeant = (said: number): void => {
    for (let p = 0; p < said; p++) {
      const term = present[p] ?? 0;
      const from = place[term] ?? 0;
      const to = until[term] ?? 0;
      for (let r = relatedAt[term] ?? 0, end = relatedAt[term + 1] ?? 0; r < end; r++)
        mark(related[r] ?? 0, RELATED_CREDIT, RELATED, from, to);
      for (let r = oppositeAt[term] ?? 0, end = oppositeAt[term + 1] ?? 0; r < end; r++)
        mark(opposite[r] ?? 0, OPPOSITE_CREDIT, CONTRARY, from, to);
    }
    for (const name of names) if (stamp[name] !== sentence && inReach(name)) mark(name, CONTEXT_CREDIT, CONTEXT, -1, -1);
  };
  const remember = (said: number, isHeading: boolean, text: string, words: Words, first: number): void => {
    for (let p = 0; p < said; p++) {
      const term = present[p] ?? 0;
      if (isName[term] !== 1 || kind[term] !== SAID) continue;
      const story = index.story[term] ?? 0;
      if (story > 0 && credit[term] === 1 && storyAt[term] !== page) {
        storyAt[term] = page;
        reading.story += story;
      }
      // The one spoken of last is forgotten last.
      const at = names.indexOf(term);
      if (at >= 0) names.splice(at, 1);
      names.push(term);
      if (credit[term] === 1)
        spelled.set(term, text.slice(words.start[first + (place[term] ?? 0)], words.end[first + (until[term] ?? 1) - 1]));
      seenAt[term] = sentence;
      if (isHeading) headAt[term] = heading;
    }
    if (names.length > MOST_NAMES) names.splice(0, names.length - MOST_NAMES);
  };

  /** Narrows the sentence just read to what is said in it, apart from who says so. */
  const passOver = (text: string, words: Words, first: number, isHeading: boolean): void => {
    const said = sayingOf(text, words, first, analysis, isHeading);
    if (said.to - said.from === analysis.words) return;
    findTerms(index, cache, analysis, openings);
    count = 0;
    markSaid();
    const to = holdsName(said.to, analysis.words) ? analysis.words : said.to;
    reading.from = holdsName(0, said.from) ? 0 : said.from;
    for (let p = 0; p < count; p++) stamp[present[p] ?? 0] = NEVER;
    readWords(index, lexicon, cache, text, words, first + reading.from, first + to, analysis);
  };

  const reading: Reading = {
    analysis,
    sentence,
    stamp,
    credit,
    kind,
    place,
    until,
    present,
    count,
    from: 0,
    story: 0,
    nameOf: (term) => spelled.get(term) ?? '',
    reset: () => {
      sentence += REACH + 1;
      heading++;
      page++;
      names.length = 0;
      spelled.clear();
      reading.story = 0;
    },
    read: (text, words, first, last, isHeading, isWorth) => {
      reading.sentence = ++sentence;
      if (isHeading) heading++;
      readWords(index, lexicon, cache, text, words, first, last, analysis);
      reading.from = 0;
      passOver(text, words, first, isHeading);
      const worth = isWorth === undefined || isWorth();
      findTerms(index, cache, analysis, worth ? null : openings);
      count = 0;
      markSaid();
      const outright = count;
      if (worth) markMeant(outright);
      remember(outright, isHeading, text, words, first + reading.from);
      reading.count = count;
      return worth;
    },
  };
  return reading;
};
