// How often property tests run, with which seed, and what they leave behind: 1,000 runs each, more by `npm run fuzz`
// (tests/cli/fuzz.ts), the seed printed by whoever starts them (tests/vitest.config.ts). Importing this file is enough.
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';

/** A second or two each, at every change. */
const USUAL_RUNS = 1000;
const { FUZZ_RUNS, FUZZ_SEED } = process.env;
export const RUNS = { numRuns: FUZZ_RUNS === undefined ? USUAL_RUNS : Number(FUZZ_RUNS) };
/** Of fewer than these chance decides what comes up. */
const TELLING_RUNS = 100;
/** How often something must come up, so that a property is not held by cases that test nothing: in so many of the usual runs,
 * and in proportion of others. */
export const atLeast = (inUsual: number): number => (RUNS.numRuns < TELLING_RUNS ? 0 : (inUsual * RUNS.numRuns) / USUAL_RUNS);
/** Milliseconds for a property whose every run costs some milliseconds, on a busy machine of two cores. */
export const PATIENCE_MS = 60_000 * Math.ceil(RUNS.numRuns / USUAL_RUNS);

/** One line for each property: its runs. `npm test` adds them up. */
export const RUN_COUNTS = join(dirname(fileURLToPath(import.meta.url)), '.out/property-runs.txt');

mkdirSync(dirname(RUN_COUNTS), { recursive: true });
fc.configureGlobal({
  ...RUNS,
  ...(FUZZ_SEED === undefined ? {} : { seed: Number(FUZZ_SEED) }),
  reporter(details) {
    if (details.failed) throw new Error(fc.defaultReportMessage(details), { cause: details.errorInstance });
    appendFileSync(RUN_COUNTS, `${details.numRuns}\n`);
  },
});
