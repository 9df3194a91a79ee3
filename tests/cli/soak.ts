// `npm run soak`: the fault tests in large numbers, half an hour and more. SOAK_SHARE=0.1 runs a tenth; words narrow the files.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Tabs that are open when the extension goes, and milliseconds that a page changes without a pause. */
const env = { ...process.env, FAULT_TABS: '20', STORM_MS: '60000' };
const run = fileURLToPath(new URL('../e2e/run.ts', import.meta.url));
const words = process.argv.slice(2);
const steps = [
  [run, '--soak', ...words],
  [run, 'faults-lifecycle', 'faults-page'],
];
for (const args of words.length > 0 ? steps.slice(0, 1) : steps)
  if (spawnSync(process.execPath, args, { env, stdio: 'inherit' }).status !== 0) process.exitCode = 1;
