// Mozilla's linter for add-ons on the Firefox build: no error, and no warning but those in the baseline, each with its reason.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BASELINE = 'tests/cli/addons-linter.baseline.json';

interface Remark {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}
interface Report {
  readonly errors: readonly Remark[];
  readonly warnings: readonly Remark[];
  readonly notices: readonly Remark[];
}

/** What the linter holds against the build, in words; empty when the build may go to the store. */
export async function lintProblems(say: (text: string) => void, build = '.output/firefox-mv3'): Promise<readonly string[]> {
  const { stdout, stderr } = await linter(build);
  const start = stdout.indexOf('{');
  if (start < 0) return [`addons-linter did not report: ${stderr.trim().split('\n')[0] ?? ''}`];
  const report: Report = JSON.parse(stdout.slice(start));
  const allowed: { readonly warnings: readonly { readonly code: string; readonly most: number; readonly reason: string }[] } =
    JSON.parse(readFileSync(`${ROOT}${BASELINE}`, 'utf8'));
  const problems = report.errors.map(inWords);
  for (const code of new Set(report.warnings.map((warning) => warning.code))) {
    const seen = report.warnings.filter((warning) => warning.code === code);
    const most = allowed.warnings.find((warning) => warning.code === code)?.most ?? 0;
    if (seen.length > most) problems.push(...seen.map(inWords));
  }
  say(`addons-linter: ${report.errors.length} errors, ${report.warnings.length} warnings, ${report.notices.length} notices\n`);
  return problems;
}

const inWords = ({ code, message, file, line }: Remark): string => `${code} ${file ?? ''}:${line ?? ''} ${message}`;

/** It ends with an error of its own where it found one: the report tells. */
function linter(build: string): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      'npx',
      ['addons-linter', build, '--output', 'json', '--self-hosted=false'],
      { cwd: ROOT, maxBuffer: 64_000_000, shell: process.platform === 'win32' },
      (_, stdout, stderr) => resolve({ stdout, stderr }),
    );
  });
}
