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
    'script',
    'mark.js',
    'longest task',
    'bare',
    'lit itself',
    'mark.js',
    'first highlight',
    'heap',
    'mark.js',
  ],
  ...figures.map(({ page, browser, passages, added, sidelight, bare, itself, markjs }) => [
    page,
    browser,
    String(passages),
    ms(added.sidelight),
    ms(added.markjs),
    ms(added.script),
    ms(added.markjsScript),
    ms(sidelight.longestTask),
    ms(bare.longestTask),
    ms(itself.longestTask),
    ms(markjs.longestTask),
    ms(sidelight.firstHighlight),
    kilobytes(added.heap),
    kilobytes(added.markjsHeap),
  ]),
];

/** Budget by budget: figure, measured, goal, whether it is met. */
export const pageGoals = (figures: readonly PageFigure[]): string[][] =>
  figures.flatMap(({ page, browser, added, sidelight, bare, itself, budget }) => {
    const row = (what: string, value: number | null, goal: number | undefined): string[][] =>
      goal === undefined || value === null
        ? []
        : [[`${page}, ${browser}: ${what}`, ms(value), `≤ ${ms(goal)}`, value <= goal ? 'met' : 'not met']];
    return [
      ...row('main thread, added', added.script ?? added.sidelight, budget.mainThread),
      // Where the page has one as long by itself, or when it lights a paragraph, it is the browser's frame and none of ours.
      ...row(
        'longest task',
        sidelight.longestTask <= Math.max(bare.longestTask, itself.longestTask) ? 0 : sidelight.longestTask,
        budget.longestTask,
      ),
      ...row('first highlight after load', sidelight.firstHighlight, budget.firstHighlight),
    ];
  });
