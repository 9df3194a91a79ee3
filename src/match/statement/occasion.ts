// When and where a claim was made, in the few bytes that the index keeps of it.
import { AT_DEBATE, ELSEWHERE, IN_INTERVIEW, IN_SPEECH, IN_WRITING } from './layout.ts';

const MILLISECONDS = 86_400_000;
const MOST_DAYS = 0xffff;
const DAY = /^(\d{4}-\d{2}-\d{2})/;
const MONTHS = 'january february march april may june july august september october november december'.split(' ');

/** Days since 1970 of an ISO date with month and day; 0 where there is none, or it lies before. */
export const dayOf = (iso: string | undefined): number => {
  const found = DAY.exec(iso ?? '')?.[1];
  const days = found === undefined ? 0 : Math.floor(Date.parse(found) / MILLISECONDS);
  return days > 0 && days <= MOST_DAYS ? days : 0;
};

/** The same of a date as posts are signed: month by name, day, year. */
export const dayWritten = (month: string, day: string, year: string): number => {
  const number = MONTHS.indexOf(month.toLowerCase()) + 1;
  return number === 0 ? 0 : dayOf(`${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`);
};

const KINDS: readonly (readonly [number, RegExp])[] = [
  [AT_DEBATE, /\bdebates?\b/i],
  [
    IN_SPEECH,
    /\b(?:speech|speeches|rally|address|remarks|convention|conference|town hall|comments(?! (?:on|in) (?:facebook|twitter|instagram|social)))\b/i,
  ],
  [IN_INTERVIEW, /\binterviews?\b/i],
  [
    IN_WRITING,
    /\b(?:posts?|postings?|blogs?|e-?mails?|internet|facebook|instagram|twitter|tweets?|social media|web|websites?|online|memes?|images?|graphics?|headlines?|articles?|columns?|op-eds?|letters?|newsletters?|(?:press|news) releases?|mailers?|fl[iy]ers?)\b/i,
  ],
];

/** Flags of a claim for "in a Republican debate in Milwaukee". */
export const occasionFlags = (occasion: string | undefined): number =>
  occasion === undefined ? 0 : (KINDS.find(([, words]) => words.test(occasion))?.[0] ?? ELSEWHERE);
