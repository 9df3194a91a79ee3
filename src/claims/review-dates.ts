// Dates as fact-check feeds write them, as ISO: "2019-10-22T10:00:00Z", "26 May 2015", "stated on October 22, 2019 in a speech:".
import { isPartialDate } from './dates.ts';
import { cleaned } from './fields.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** With the endings of the languages whose months begin alike: "Mayor 12, 2019" names none. */
const MONTH =
  '(jan(?:uary|uari?|vier)?|feb(?:ruary|ruari?|rero|braio)?|mar(?:ch|s|zo|ço)?|apr(?:il|ile)?|mayo?|jun(?:e|i|io)?|jul(?:y|i|io)?' +
  '|aug(?:ust|ustus)?|sept?(?:ember|embre|iembre)?|oct(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?|dec(?:ember|embre)?)(?!\\p{L})\\.?';
const ISO = /\b(\d{4})-(\d{2})(?:-(\d{2}))?(?!\d)/;
const DAY_FIRST = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s*${MONTH},?\\s+(\\d{4})\\b`, 'iu');
const MONTH_FIRST = new RegExp(`\\b${MONTH}\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, 'iu');
const MONTH_ONLY = new RegExp(`\\b${MONTH}\\s+(\\d{4})\\b`, 'iu');
const YEAR_ONLY = /^\s*(\d{4})\s*$/;
const IN_ADDRESS = new RegExp(`/(\\d{4})/(?:${MONTH}|(\\d{2}))/(\\d{1,2})/`, 'iu');
/** Longer text is no date, and patterns are not run over it. */
const LONGEST = 200;

/** The first date that `text` names, or null. */
export function dateIn(text: unknown): string | null {
  if (typeof text !== 'string' || text.length > LONGEST) return null;
  const iso = ISO.exec(text);
  if (iso) return real(iso[1], iso[2], iso[3]);
  const dayFirst = DAY_FIRST.exec(text);
  if (dayFirst) return real(dayFirst[3], month(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) return real(monthFirst[3], month(monthFirst[1]), monthFirst[2]);
  const monthOnly = MONTH_ONLY.exec(text);
  if (monthOnly) return real(monthOnly[2], month(monthOnly[1]));
  return real(YEAR_ONLY.exec(text)?.[1]);
}

/** The day that many newspapers write into their addresses: "/2019/oct/30/", "/2019/10/30/". */
export function dateInAddress(address: string | undefined): string | null {
  const found = address === undefined ? null : IN_ADDRESS.exec(address);
  return found === null ? null : real(found[1], found[2] === undefined ? found[3] : month(found[2]), found[4]);
}

const month = (name: string | undefined): string => String(MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1);

function real(...parts: readonly (string | undefined)[]): string | null {
  const date = parts.flatMap((part) => (part === undefined ? [] : part.padStart(2, '0'))).join('-');
  return isPartialDate(date) ? date : null;
}

const STATED = /^\s*stated on\b/i;

/** The day in "stated on October 22, 2019 in a speech:", which is the claim's and not the review's; else null. */
export const statedIn = (text: unknown): string | null => (typeof text === 'string' && STATED.test(text) ? dateIn(text) : null);

const OCCASION = /^stated on .{0,30}?\d{4},?\s+(\S.*?)[\s.:]*$/i;
/** Longer ones say more than where; and unfolded (NFKC) this is still less than a field holds. */
const LONGEST_OCCASION = 100;

/** "in a speech" of "stated on October 22, 2019 in a speech:", or undefined. */
export function occasionIn(text: unknown): string | undefined {
  if (typeof text !== 'string' || text.length > LONGEST) return undefined;
  const occasion = OCCASION.exec(cleaned(text.toWellFormed()))?.[1];
  return occasion === undefined || occasion.length > LONGEST_OCCASION ? undefined : occasion;
}
