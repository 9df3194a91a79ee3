// Runs the end-to-end tests one file after the other (two browsers fill a small machine) and prints what each showed.
import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { run } from 'node:test';
import { table } from './figures.ts';
import { root } from './harness.ts';

/** The slowest test restarts a browser: 20 s on a busy two-core machine. Longer than waiting takes (harness.ts), so that a
 * test tells what it waited for. */
const TIMEOUT_MS = 240_000;
const SOAK_TIMEOUT_MS = 3_600_000;
/** `npm run soak`: what takes many minutes, in files of its own. */
const soak = process.argv.includes('--soak');
const wanted = process.argv.slice(2).filter((word) => word !== '--soak');
const files = globSync(soak ? '*.soak.ts' : '*.test.ts', { cwd: root('tests/e2e') })
  .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
  .sort()
  .map((file) => root(`tests/e2e/${file}`));
let passed = 0;
/** What went wrong, said where it happens and once more at the end: the middle of a long log is what gets cut. */
const failures: string[] = [];
const started = Date.now();

for await (const { type, data } of run({ files, isolation: 'none', timeout: soak ? SOAK_TIMEOUT_MS : TIMEOUT_MS })) {
  if (type === 'test:stdout' || type === 'test:stderr') process.stdout.write(data.message);
  if (type !== 'test:pass' && type !== 'test:fail') continue;
  if (data.skip !== undefined) continue;
  const suite = data.details.type === 'suite';
  if (type === 'test:fail' && (!suite || data.details.error?.failureType !== 'subtestsFailed')) {
    const { error } = data.details;
    const file = data.file === undefined ? '' : ` (${basename(data.file)})`;
    failures.push(`✗ ${data.name}${file}\n${error?.cause instanceof Error ? error.cause.stack : error}`);
    console.log(failures.at(-1));
  } else if (!suite && type === 'test:pass') {
    passed++;
    console.log(`${'  '.repeat(data.nesting)}✓ ${data.name} (${Math.round(data.details.duration_ms)} ms)`);
  } else console.log(data.name);
}
const figures = table();
if (figures !== '') console.log(`\n${figures}\n`);
if (failures.length > 0) console.log(`Failed end to end:\n${failures.join('\n')}\n`);
console.log(`End to end: ${passed} passed, ${failures.length} failed, ${Math.round((Date.now() - started) / 1000)} s`);
// Whatever a failed test left open (browsers close with this process) must not keep it alive.
process.exit(failures.length > 0 || passed === 0 ? 1 : 0);
