// The figures that the end-to-end tests leave behind: one table, a row for each thing and a column for each browser, printed
// by run.ts when all is done. Any test adds rows; nothing here decides whether a test passes.
import type { Name } from '../cli/browsers.ts';

type Cell =
  | { readonly kind: 'count'; readonly good: number; readonly all: number }
  | { readonly kind: 'sum'; readonly value: number }
  | { readonly kind: 'most'; readonly value: number }
  | { readonly kind: 'least'; readonly value: number }
  | { readonly kind: 'said'; readonly words: string };

const rows = new Map<string, Map<Name, Cell>>();

function change(row: string, lane: Name, next: (before: Cell | undefined) => Cell): void {
  const cells = rows.get(row) ?? new Map<Name, Cell>();
  cells.set(lane, next(cells.get(lane)));
  rows.set(row, cells);
}

/** One more that passed or did not: the cell shows "35 of 36". */
export const count = (row: string, lane: Name, passed: boolean): void =>
  change(row, lane, (before) => {
    const { good, all } = before?.kind === 'count' ? before : { good: 0, all: 0 };
    return { kind: 'count', good: good + (passed ? 1 : 0), all: all + 1 };
  });

/** Adds to a sum; adding 0 shows that it was looked at. */
export const sum = (row: string, lane: Name, value: number): void =>
  change(row, lane, (before) => ({ kind: 'sum', value: value + (before?.kind === 'sum' ? before.value : 0) }));

/** Keeps the largest. */
export const most = (row: string, lane: Name, value: number): void =>
  change(row, lane, (before) => ({ kind: 'most', value: Math.max(value, before?.kind === 'most' ? before.value : 0) }));

/** Keeps the smallest, shown with two digits. */
export const least = (row: string, lane: Name, value: number): void =>
  change(row, lane, (before) => ({ kind: 'least', value: Math.min(value, before?.kind === 'least' ? before.value : value) }));

/** Any words; the last ones stand. */
export const say = (row: string, lane: Name, words: string): void => change(row, lane, () => ({ kind: 'said', words }));

function shown(cell: Cell | undefined): string {
  switch (cell?.kind) {
    case 'count':
      return `${cell.good} of ${cell.all}`;
    case 'sum':
    case 'most':
      return String(Math.round(cell.value));
    case 'least':
      return cell.value.toFixed(2);
    case 'said':
      return cell.words;
    default:
      return '–';
  }
}

/** The table as text, rows in the order in which they first came; empty without rows. */
export function table(): string {
  if (rows.size === 0) return '';
  const lines = [
    ['', 'Chromium', 'Firefox'],
    ...[...rows].map(([row, cells]) => [row, shown(cells.get('chromium')), shown(cells.get('firefox'))]),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
