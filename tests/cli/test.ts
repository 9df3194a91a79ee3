// `npm test`: everything, and a last line with the sum. A step without tests of its own counts as one. The steps that
// need one processor only run beside the unit tests, and are shown when they are through.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { lanesOf } from '../e2e/lanes.ts';
import { browserPath } from './browsers.ts';
import { lintProblems } from './lint-addon.ts';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}
/** Where a step's output goes. */
type Say = (text: string) => void;
interface Step {
  readonly name: string;
  run(say: Say): Promise<Outcome>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const UNIT_REPORT = `${ROOT}tests/.out/unit.json`;
/** Written by tests/runs.ts, a line for each property. */
const RUN_COUNTS = `${ROOT}tests/.out/property-runs.txt`;

/** Runs an npm script (or a program of node_modules/.bin) with its output shown, and kept for those who count in it. */
function run(say: Say, command: string, args: readonly string[]): Promise<{ readonly ok: boolean; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        say(chunk.toString());
      });
    child.once('error', reject);
    child.once('close', (status) => resolve({ ok: status === 0, said }));
  });
}

const script = (name: string): Step => ({
  name,
  run: async (say) => one((await run(say, 'npm', ['run', '-s', name])).ok),
});
const one = (ok: boolean): Outcome => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

const unit: Step = {
  name: 'unit',
  async run(say) {
    rmSync(UNIT_REPORT, { force: true });
    rmSync(RUN_COUNTS, { force: true });
    const { ok } = await run(say, 'npx', [
      'vitest',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ]);
    const report: { numPassedTests: number; numFailedTests: number; numFailedTestSuites: number } = JSON.parse(
      readFileSync(UNIT_REPORT, 'utf8'),
    );
    const counts = existsSync(RUN_COUNTS) ? readFileSync(RUN_COUNTS, 'utf8').trim().split('\n').map(Number) : [];
    const runs = counts.reduce((sum, count) => sum + count, 0);
    say(`\nProperty tests: ${counts.length} properties, ${runs.toLocaleString('en')} runs\n`);
    // A file that cannot even be loaded has no tests that could fail.
    const failed = Math.max(report.numFailedTests, ok ? 0 : Math.max(1, report.numFailedTests));
    return { passed: report.numPassedTests, failed };
  },
};

const addon: Step = {
  name: 'linter for add-ons',
  async run(say) {
    const problems = await lintProblems(say);
    for (const problem of problems) say(`${problem}\n`);
    return one(problems.length === 0);
  },
};

const endToEnd: Step = {
  name: 'end to end',
  async run(say) {
    const lanes = lanesOf(process.env['E2E_BROWSER']);
    if (lanes.length < 2) limits.push(`End to end in ${lanes.join()} only: E2E_BROWSER is set.`);
    await Promise.all(lanes.map(browserPath));
    const { ok, said } = await run(say, 'npm', ['run', '-s', 'e2e']);
    const [, passed, failed] = /End to end: (\d+) passed, (\d+) failed/u.exec(said) ?? [];
    if (passed === undefined) return one(false);
    return { passed: Number(passed), failed: ok ? 0 : Math.max(1, Number(failed)) };
  },
};

mkdirSync(`${ROOT}tests/.out`, { recursive: true });
const started = Date.now();
const lines: string[] = [];
/** What was left out: said at the end, where a sum would pass for all. */
const limits: string[] = [];
const sum = { passed: 0, failed: 0 };
const show: Say = (text) => process.stdout.write(text);

async function through(steps: readonly Step[], say: Say): Promise<void> {
  for (const step of steps) {
    say(`\n== ${step.name}\n`);
    const begun = Date.now();
    const outcome = await step.run(say).catch((cause): Outcome => {
      say(`${cause instanceof Error ? cause.message : cause}\n`);
      return one(false);
    });
    sum.passed += outcome.passed;
    sum.failed += outcome.failed;
    const seconds = ((Date.now() - begun) / 1000).toFixed(1);
    lines.push(
      `${outcome.failed === 0 ? '✓' : '✗'} ${step.name.padEnd(20)} ${String(outcome.passed).padStart(5)} passed ${String(outcome.failed).padStart(4)} failed ${seconds.padStart(7)} s`,
    );
  }
}

await through([script('prepare')], show);
const aside: string[] = [];
await Promise.all([
  through([unit], show),
  through([script('types'), script('lint'), script('build'), script('build:test'), addon], (text) => aside.push(text)),
]);
show(aside.join(''));
await through([endToEnd], show);
console.log(`\n${[...lines, ...limits].join('\n')}\nin ${Math.round((Date.now() - started) / 1000)} s\n`);
// Scored from outside: nothing else may stand on this line, and no line after it.
console.log(`${sum.passed} passed, ${sum.failed} failed`);
if (sum.failed > 0) process.exitCode = 1;
