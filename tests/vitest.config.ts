import { defineConfig } from 'vitest/config';

/** Another one each time, so that property tests go on looking; printed, so that a failure can be had again. */
const seed = process.env['FUZZ_SEED'] ?? String(Math.floor(Math.random() * 2 ** 31));
console.log(`Property tests: seed ${seed}, ${process.env['FUZZ_RUNS'] ?? '1000'} runs each`);

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  esbuild: { jsx: 'automatic', jsxImportSource: 'preact' },
  define: { __OPEN_SHADOW__: 'true' },
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    exclude: ['tests/e2e/**', 'node_modules/**'],
    environment: 'node',
    // The steps beside them (tests/cli/test.ts) are through before them.
    maxWorkers: '100%',
    reporters: ['default'],
    env: { FUZZ_SEED: seed },
    // Property tests of a second or two, on a machine that is busy with other things.
    testTimeout: 60_000,
  },
});
