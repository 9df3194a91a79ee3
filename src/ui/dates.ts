// Dates as a reader writes them. The pack's ISO dates may lack the day or the month; what is not known is not shown.
import type { Claim } from '../claims/types.ts';
import { spoken } from './texts.ts';

const UTC = { timeZone: 'UTC' } as const;

/** "1 Nov 2023", "Nov 2023" or "2023" in `language`; the text itself where it is no date. */
export function shownDate(iso: string, language: string): string {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso);
  const at = instant(iso);
  if (parts === null || at === null) return iso;
  const options: Intl.DateTimeFormatOptions = {
    ...UTC,
    year: 'numeric',
    ...(parts[2] === undefined ? {} : { month: 'short' }),
    ...(parts[3] === undefined ? {} : { day: 'numeric' }),
  };
  return new Intl.DateTimeFormat(language, options).format(at);
}

/** Milliseconds of the middle of what the date leaves open; null where it is no date. */
export function instant(iso: string): number | null {
  const parts = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(iso);
  if (parts === null) return null;
  const at = Date.UTC(
    Number(parts[1]),
    parts[2] === undefined ? 6 : Number(parts[2]) - 1,
    parts[3] === undefined ? (parts[2] === undefined ? 1 : 15) : Number(parts[3]),
  );
  return Number.isNaN(at) ? null : at;
}

/** When a claim was made, or that nobody says when (its date is then the review's or the import's). */
export const madeInWords = ({ made, undated }: Pick<Claim, 'made' | 'undated'>): string =>
  undated ? spoken().text('card_undated') : shownDate(made, spoken().language);
