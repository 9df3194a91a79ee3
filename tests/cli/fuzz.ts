// `npm run fuzz -- --runs 100000 [--seed N] [part of a file's name]…`: every property test, that many runs each. A failure
// names the seed and the path that lead straight back to it.
import { spawn } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } },
  allowPositionals: true,
});
const refuse = (message: string): never => {
  console.error(`fuzz: ${message}`);
  process.exit(2);
};
for (const [name, value = '1'] of [
  ['runs', values.runs],
  ['seed', values.seed],
] as const)
  if (!/^\d+$/.test(value) || (name === 'runs' && Number(value) === 0))
    refuse(`--${name}: expected a whole number${name === 'runs' ? ' above 0' : ''}, got "${value}"`);
const cwd = fileURLToPath(new URL('../..', import.meta.url));
const files = globSync('tests/**/*.test.{ts,tsx}', { cwd })
  .filter((file) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8').includes('fc.assert'))
  .filter((file) => positionals.length === 0 || positionals.some((part) => file.includes(part)));
if (files.length === 0) refuse(`expected part of the name of a file with property tests, got ${positionals.join(', ')}`);
// One test alone may go on for hours.
const args = ['run', '--config', 'tests/vitest.config.ts', '--testTimeout=0', ...files];
const child = spawn(fileURLToPath(new URL('../../node_modules/.bin/vitest', import.meta.url)), args, {
  cwd,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, FUZZ_RUNS: values.runs, ...(values.seed === undefined ? {} : { FUZZ_SEED: values.seed }) },
});
child.once('close', (status) => {
  process.exitCode = status ?? 1;
});
