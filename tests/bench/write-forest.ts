// Writes a learned forest as a TypeScript data file, rounded to what the decision needs.
import { writeFileSync } from 'node:fs';
import type { Forest } from '../../src/match/forest.ts';

const short = (value: number): string => (value === Infinity ? '1e9' : String(Number(value.toPrecision(4))));

export const forestSource = (name: string, forest: Forest): string =>
  `export const ${name}: Forest = {\n  depth: ${forest.depth},\n  base: ${short(forest.base)},\n` +
  `  feature: [${forest.feature.join(',')}],\n  limit: [${forest.limit.map(short).join(',')}],\n  leaf: [${forest.leaf.map(short).join(',')}],\n};\n`;

/** @param note what it was learned from, put at the head of the file */
export const writeData = (file: URL, note: string, importFrom: string, parts: readonly string[]): void =>
  writeFileSync(file, `// ${note}\nimport type { Forest } from '${importFrom}';\n\n${parts.join('\n')}`);
