// Dates as packs write them: ISO, possibly without day or month. Compared only where the comparison is certain.

const SHAPE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Whether `text` is a day, month or year that exists: "2023-12-01", "2023-12", "2023". */
export function isPartialDate(text: string): boolean {
  const [whole, year, month, day] = SHAPE.exec(text) ?? [];
  if (whole === undefined || year === '0000') return false;
  if (month === undefined) return true;
  if (Number(month) < 1 || Number(month) > 12) return false;
  return day === undefined || (Number(day) >= 1 && Number(day) <= daysIn(Number(year), Number(month)));
}

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** First day that a date can mean, as ISO text. */
const earliest = (date: string): string => `${date}-01-01`.slice(0, 10);

/** Last day that a date can mean; a day 31 that no month has does no harm to comparing. */
const latest = (date: string): string => (date.length === 4 ? `${date}-12-31` : date.length === 7 ? `${date}-31` : date);

/** Whether `one` lies after `other` whatever the missing days and months are: "2023-12" is not after "2023-12-01". */
export const certainlyAfter = (one: string, other: string): boolean => earliest(one) > latest(other);
