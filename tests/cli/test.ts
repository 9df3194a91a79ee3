// `npm test`: everything, one step after the other, and a last line with the sum. A step without tests of its own counts
// as one.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { browserPath } from './browsers.ts';
import { lintProblems } from './lint-addon.ts';

interface Outcome {
  readonly passed: number;
  readonly failed: number;
}
interface Step {
  readonly name: string;
  run(): Promise<Outcome>;
}

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const UNIT_REPORT = `${ROOT}tests/.out/unit.json`;
/** Written by tests/runs.ts, a line for each property. */
const RUN_COUNTS = `${ROOT}tests/.out/property-runs.txt`;

/** Runs an npm script (or a program of node_modules/.bin) with its output shown, and kept for those who count in it. */
function run(command: string, args: readonly string[]): Promise<{ readonly ok: boolean; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        process.stdout.write(chunk);
      });
    child.once('error', reject);
    child.once('close', (status) => resolve({ ok: status === 0, said }));
  });
}

const script = (name: string): Step => ({
  name,
  run: async () => one((await run('npm', ['run', '-s', name])).ok),
});
const one = (ok: boolean): Outcome => (ok ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });

const unit: Step = {
  name: 'unit',
  async run() {
    rmSync(UNIT_REPORT, { force: true });
    rmSync(RUN_COUNTS, { force: true });
    const { ok } = await run('npx', [
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
    console.log(`\nProperty tests: ${counts.length} properties, ${runs.toLocaleString('en')} runs`);
    // A file that cannot even be loaded has no tests that could fail.
    const failed = Math.max(report.numFailedTests, ok ? 0 : Math.max(1, report.numFailedTests));
    return { passed: report.numPassedTests, failed };
  },
};

const addon: Step = {
  name: 'linter for add-ons',
  async run() {
    const problems = await lintProblems();
    for (const problem of problems) console.log(problem);
    return one(problems.length === 0);
  },
};

const endToEnd: Step = {
  name: 'end to end',
  async run() {
    await Promise.all([browserPath('chromium'), browserPath('firefox')]);
    const { ok, said } = await run('npm', ['run', '-s', 'e2e']);
    const [, passed, failed] = /End to end: (\d+) passed, (\d+) failed/u.exec(said) ?? [];
    if (passed === undefined) return one(false);
    return { passed: Number(passed), failed: ok ? 0 : Math.max(1, Number(failed)) };
  },
};

const STEPS: readonly Step[] = [
  script('prepare'),
  script('types'),
  script('lint'),
  unit,
  script('build'),
  script('build:test'),
  addon,
  endToEnd,
];

mkdirSync(`${ROOT}tests/.out`, { recursive: true });
const lines: string[] = [];
const sum = { passed: 0, failed: 0 };
for (const step of STEPS) {
  console.log(`\n== ${step.name}`);
  const started = Date.now();
  const outcome = await step.run().catch((cause): Outcome => {
    console.log(cause instanceof Error ? cause.message : cause);
    return one(false);
  });
  sum.passed += outcome.passed;
  sum.failed += outcome.failed;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  lines.push(
    `${outcome.failed === 0 ? '✓' : '✗'} ${step.name.padEnd(20)} ${String(outcome.passed).padStart(5)} passed ${String(outcome.failed).padStart(4)} failed ${seconds.padStart(7)} s`,
  );
}
console.log(`\n${lines.join('\n')}\n`);
console.log(`${sum.passed} passed, ${sum.failed} failed`);
if (sum.failed > 0) process.exitCode = 1;
