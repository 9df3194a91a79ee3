// What the figures were measured on.
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, release, totalmem, type } from 'node:os';

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGigabytes: number;
  readonly system: string;
  readonly node: string;
  readonly icu: string;
  /** Running processes on the average of the last minute, before the benchmark began. */
  readonly load: number;
  readonly packages: Readonly<Record<string, string>>;
}

const PACKAGES = ['minisearch', 'flexsearch', 'fuse.js', 'porter2'] as const;

const versionOf = (name: string): string => {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8'),
  );
  return version;
};

const { icu, node } = process.versions;

export const machineOf = (): Machine => ({
  cpu: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  system: `${type()} ${release()}`,
  node,
  icu: icu ?? 'none',
  load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  packages: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
});
