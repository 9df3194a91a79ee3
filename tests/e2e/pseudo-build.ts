// A copy of a test build that speaks the pseudo-locale only.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { relative } from 'node:path';
import type { Name } from '../cli/browsers.ts';
import { pseudo } from '../ui/pseudo-locale.ts';
import { BUILDS, root } from './harness.ts';

export interface PseudoBuild {
  /** From the repository's root. */
  readonly build: string;
  remove(): void;
}

export function pseudoBuild(lane: Name): PseudoBuild {
  const folder = mkdtempSync(`${tmpdir()}/sidelight-rtl-`);
  cpSync(root(BUILDS[lane]), folder, { recursive: true });
  for (const language of ['de', 'es', 'fr', 'ru', 'uk']) rmSync(`${folder}/_locales/${language}`, { recursive: true });
  const file = `${folder}/_locales/en/messages.json`;
  writeFileSync(file, JSON.stringify(pseudo(JSON.parse(readFileSync(file, 'utf8')))));
  return { build: relative(root(''), folder), remove: () => rmSync(folder, { recursive: true, force: true }) };
}
