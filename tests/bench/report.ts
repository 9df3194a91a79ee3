// The benchmark's figures as tables to read.
import type { Accuracy } from './accuracy.ts';
import type { RuleSpeed } from './bench-accuracy.ts';
import type { ArticleFigure, NewsFigure } from './bench-article.ts';
import type { EnginesFigure } from './bench-engines.ts';
import type { PageFigure } from './bench-page.ts';
import type { ScaleFigure } from './bench-scale.ts';
import type { Machine } from './machine.ts';
import { pageGoals, pageRows } from './report-page.ts';

export interface Report {
  readonly machine: Machine;
  readonly seed: number;
  readonly quick: boolean;
  readonly pack: { readonly id: string; readonly version: string; readonly claims: number; readonly texts: number };
  readonly articles: readonly ArticleFigure[];
  /** Null where no news was given. */
  readonly news: NewsFigure | null;
  readonly scale: readonly ScaleFigure[];
  readonly engines: EnginesFigure;
  readonly rule: RuleSpeed;
  readonly accuracy: readonly { readonly pages: string; readonly engines: readonly Accuracy[] }[];
  /** In real browsers; null in a quick run. */
  readonly page: readonly PageFigure[] | null;
  readonly seconds: number;
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
const times = (value: number): string => `${value >= 100 ? whole(value) : value.toPrecision(3)}×`;
const share = (value: number | null): string => (value === null ? '–' : `${(100 * value).toFixed(1)} %`);
const kilobytes = (bytes: number): string => `${whole(bytes / 1000)} kB`;

/** Left-aligned first column, right-aligned others. */
const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c] ?? 0) : cell.padStart(widths[c] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

interface Goal {
  readonly figure: string;
  readonly value: number;
  /** What the figure should not exceed, or (`least`) at least reach. */
  readonly goal: number;
  readonly least?: boolean;
  readonly shown: (value: number) => string;
}

const goalsOf = (report: Report): Goal[] => {
  const goals: Goal[] = report.articles.map(({ article, words, ratio }) => ({
    figure: `bundled pack, ${article} article of ${whole(words)} words : splitting it with Intl.Segmenter`,
    value: ratio,
    goal: 1,
    shown: times,
  }));
  if (report.news)
    goals.push({
      figure: `… ${whole(report.news.articles)} articles of ordinary news, together (nine in ten ≤ ${times(report.news.ninth)})`,
      value: report.news.ratio,
      goal: 1,
      shown: times,
    });
  for (const { claims, pageWords, sizes } of report.scale) {
    const [least, most] = [sizes[0], sizes.at(-1)];
    if (!least || !most) continue;
    const what = `${whole(most.claims)} ${claims} claims`;
    const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;
    const bytes = (value: number): string => `${value.toFixed(1)} bytes`;
    goals.push(
      { figure: `${what}, page of ${whole(pageWords)} words`, value: most.match, goal: 50, shown: milliseconds },
      { figure: `… : with ${whole(least.claims)} claims`, value: most.ratio, goal: 4, shown: times },
      { figure: '… index a claim, beyond texts', value: most.bytesAClaim, goal: 120, shown: bytes },
      { figure: '… opening stored bytes', value: most.open, goal: 20, shown: milliseconds },
      {
        figure: `… allocation : with ${whole(least.claims)} claims`,
        value: most.allocated / least.allocated,
        goal: 1.5,
        shown: times,
      },
    );
  }
  const slower: Readonly<Record<string, number>> = { MiniSearch: 300, FlexSearch: 10, 'Fuse.js': 5000 };
  for (const { engine, timesSlower, sentencesASecond, bytes } of report.engines.engines) {
    const goal = slower[engine];
    const claims = `${whole(report.engines.claims)} claims`;
    if (goal !== undefined)
      goals.push({ figure: `faster than ${engine}, ${claims}`, value: timesSlower, goal, least: true, shown: times });
    else
      goals.push(
        {
          figure: `sentences a second, ${claims}, decision included`,
          value: sentencesASecond,
          goal: 5000,
          least: true,
          shown: whole,
        },
        { figure: '… memory of the opened index', value: bytes / 1e6, goal: 30, shown: (value) => `${value.toFixed(1)} MB` },
      );
  }
  goals.push({
    figure: `${whole(report.rule.claims)} claims : Dispute Finder's rule`,
    value: report.rule.ratio,
    goal: 1,
    shown: times,
  });
  return goals;
};

const accuracyRows = (engines: readonly Accuracy[]): string[][] => [
  ['engine', 'precision', 'recall', 'close', 'paraphrase', 'loose', 'relation', 'near misses lit', 'on claim-free pages'],
  ...engines.map((one) => [
    one.engine,
    share(one.precision),
    share(one.recall),
    ...['close', 'paraphrase', 'loose'].map((strength) => share(one.recallByStrength[strength] ?? null)),
    share(one.relation),
    `${one.nearMissesLit} of ${one.nearMisses}`,
    `${one.litOnClaimFreePages} on ${one.claimFreePages}`,
  ]),
];

export const readablePages = (page: readonly PageFigure[]): string =>
  `${table(pageRows(page))}\n\n${table([['figure', 'measured', 'goal', ''], ...pageGoals(page)])}`;

export const readable = (report: Report): string => {
  const { machine } = report;
  const goals = goalsOf(report).map(({ figure, value, goal, least, shown }) => [
    figure,
    shown(value),
    `${least ? '≥' : '≤'} ${shown(goal)}`,
    (least ? value >= goal : value <= goal) ? 'met' : 'not met',
  ]);
  const parts = [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGigabytes} GB, ${machine.system}, load ${machine.load}; node ${machine.node}, ICU ${machine.icu}; ` +
      Object.entries(machine.packages)
        .map(([name, version]) => `${name} ${version}`)
        .join(', '),
    `pack ${report.pack.id} ${report.pack.version}: ${report.pack.claims} claims, ${whole(report.pack.texts)} texts; seed ${report.seed}${report.quick ? '; quick run: too short and small to judge by' : ''}`,
    table([['figure', 'measured', 'goal', ''], ...goals]),
    ...report.scale.map(({ claims, sizes }) =>
      table([
        [
          `${claims} claims`,
          'match',
          ': least',
          'matches',
          'open',
          'compile',
          'index a claim',
          'text a claim',
          'allocated',
          'retained',
        ],
        ...sizes.map((size) => [
          whole(size.claims),
          `${size.match.toFixed(1)} ms`,
          times(size.ratio),
          whole(size.matches),
          `${size.open.toFixed(1)} ms`,
          `${whole(size.compile)} ms`,
          `${size.bytesAClaim.toFixed(1)} B`,
          `${size.textBytesAClaim.toFixed(1)} B`,
          kilobytes(size.allocated),
          kilobytes(size.retained),
        ]),
      ]),
    ),
    table([
      [
        `${whole(report.engines.claims)} ${report.engines.given ? 'given' : 'generated'} claims`,
        'sentences/s',
        'Sidelight is',
        'sample',
        'build',
        'memory',
      ],
      ...report.engines.engines.map((one) => [
        one.engine,
        one.sentencesASecond >= 100 ? whole(one.sentencesASecond) : one.sentencesASecond.toPrecision(3),
        `${times(one.timesSlower)} as fast`,
        whole(one.sample),
        `${whole(one.build)} ms`,
        `${(one.bytes / 1e6).toFixed(1)} MB`,
      ]),
    ]),
    ...report.accuracy.map(({ pages, engines }) => `Accuracy, bundled pack, ${pages}\n${table(accuracyRows(engines))}`),
    ...(report.page === null ? [] : [readablePages(report.page)]),
    `${report.seconds.toFixed(0)} s`,
  ];
  return parts.join('\n\n');
};
