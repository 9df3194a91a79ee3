// How the benchmark measures: runs of two things interleaved, medians of their ratios, so that a busy machine slows both.
import { GCProfiler, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** Milliseconds that `run` takes. */
export const timeOf = (run: () => void): number => {
  const started = performance.now();
  run();
  return performance.now() - started;
};

/** Median milliseconds of several runs, after `warm` unmeasured ones. */
export const medianTime = (run: () => void, rounds: number, warm = 2): number => {
  for (let i = 0; i < warm; i++) run();
  return median(Array.from({ length: rounds }, () => timeOf(run)));
};

export interface Comparison {
  /** Median milliseconds of one run of each. */
  readonly a: number;
  readonly b: number;
  /** Median of a / b over the rounds, and its quartiles. */
  readonly ratio: number;
  readonly quartiles: readonly [number, number];
  readonly rounds: number;
}

/**
 * Runs `a` and `b` by turns, each `repeat` times a round (and the other one first every second round): what disturbs the machine
 * for longer than a round disturbs both.
 */
export const interleave = (a: () => void, b: () => void, rounds: number, repeat = 1, warm = 10): Comparison => {
  const many = (run: () => void): number =>
    timeOf(() => {
      for (let i = 0; i < repeat; i++) run();
    }) / repeat;
  for (let i = 0; i < warm; i++) {
    many(a);
    many(b);
  }
  const times: { a: number; b: number }[] = [];
  for (let i = 0; i < rounds; i++) {
    if (i % 2 === 0) {
      const first = many(a);
      times.push({ a: first, b: many(b) });
    } else {
      const first = many(b);
      times.push({ b: first, a: many(a) });
    }
  }
  const ratios = times.map((time) => time.a / time.b).sort((x, y) => x - y);
  const at = (share: number): number => ratios[Math.floor(share * (ratios.length - 1))] ?? 0;
  return {
    a: median(times.map((time) => time.a)),
    b: median(times.map((time) => time.b)),
    ratio: median(ratios),
    quartiles: [at(0.25), at(0.75)],
    rounds,
  };
};

let collect: (() => void) | null = null;
/** Collects garbage; works without node's --expose-gc on the command line. */
export const collectGarbage = (): void => {
  if (!collect) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  // Typed arrays are let go one collection after what held them.
  collect();
  collect();
};

const inUse = (): number => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

export interface Allocation {
  /** Bytes allocated by one run on V8's heap, what was collected meanwhile included. */
  readonly allocated: number;
  /** Bytes of heap and typed arrays still held when all runs are done and garbage is collected. */
  readonly retained: number;
}

interface Collections {
  readonly statistics: readonly {
    readonly beforeGC: { readonly heapStatistics: { readonly usedHeapSize: number } };
    readonly afterGC: { readonly heapStatistics: { readonly usedHeapSize: number } };
  }[];
}

/** What `run` allocates: growth of the heap plus what each garbage collection took away. */
export const allocationOf = (run: () => void, times = 5): Allocation => {
  run();
  collectGarbage();
  const held = inUse();
  const before = process.memoryUsage().heapUsed;
  const profiler = new GCProfiler();
  profiler.start();
  for (let i = 0; i < times; i++) run();
  const grown = process.memoryUsage().heapUsed - before;
  const { statistics } = profiler.stop() as Collections;
  const freed = statistics.reduce(
    (sum, gc) => sum + gc.beforeGC.heapStatistics.usedHeapSize - gc.afterGC.heapStatistics.usedHeapSize,
    0,
  );
  collectGarbage();
  return { allocated: (grown + freed) / times, retained: inUse() - held };
};
