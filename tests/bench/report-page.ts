// The page part of the benchmark as tables to read: figures of each page, and the budgets beside them.
import type { PageFigure } from './bench-page.ts';

const ms = (value: number | null): string => (value === null ? '–' : `${value.toFixed(1)} ms`);
const kilobytes = (value: number | null): string => (value === null ? '–' : `${Math.round(value / 1000)} kB`);

export const pageRows = (figures: readonly PageFigure[]): string[][] => [
  [
    'page',
    'browser',
    'passages',
    'main thread',
    'mark.js',
    'longest task',
    'bare',
    'mark.js',
    'first highlight',
    'heap',
    'mark.js',
  ],
  ...figures.map(({ page, browser, passages, added, sidelight, bare, markjs }) => [
    page,
    browser,
    String(passages),
    ms(added.sidelight),
    ms(added.markjs),
    ms(sidelight.longestTask),
    ms(bare.longestTask),
    ms(markjs.longestTask),
    ms(sidelight.firstHighlight),
    kilobytes(added.heap),
    kilobytes(added.markjsHeap),
  ]),
];

/** Budget by budget: figure, measured, goal, whether it is met. */
export const pageGoals = (figures: readonly PageFigure[]): string[][] =>
  figures.flatMap(({ page, browser, added, sidelight, bare, budget }) => {
    const row = (what: string, value: number | null, goal: number | undefined): string[][] =>
      goal === undefined || value === null
        ? []
        : [[`${page}, ${browser}: ${what}`, ms(value), `≤ ${ms(goal)}`, value <= goal ? 'met' : 'not met']];
    return [
      ...row('main thread, added', added.sidelight, budget.mainThread),
      // Where the bare page has a longer one, it is not ours.
      ...row('longest task', sidelight.longestTask <= bare.longestTask ? 0 : sidelight.longestTask, budget.longestTask),
      ...row('first highlight after load', sidelight.firstHighlight, budget.firstHighlight),
    ];
  });
