// Writes what was learned: forests as a TypeScript data file, rounded to what the decision needs, and tells into a pack.
import { readFileSync, writeFileSync } from 'node:fs';
import type { Forest } from '../../src/match/forest.ts';
import type { RelationWords } from '../../src/match/wordings/relation-words.ts';
import type { TaughtInput } from '../../src/match/wordings/taught.ts';
import type { TellsInput } from '../../src/match/wordings/tells.ts';

const short = (value: number): string => (value === Infinity ? '1e9' : String(Number(value.toPrecision(4))));

export const forestSource = (name: string, forest: Forest): string =>
  `export const ${name}: Forest = {\n  depth: ${forest.depth},\n  base: ${short(forest.base)},\n` +
  `  feature: [${forest.feature.join(',')}],\n  limit: [${forest.limit.map(short).join(',')}],\n  leaf: [${forest.leaf.map(short).join(',')}],\n};\n`;

/** @param note what it was learned from, put at the head of the file */
export const writeData = (file: URL, note: string, importFrom: string, parts: readonly string[]): void =>
  writeFileSync(file, `// ${note}\nimport type { Forest } from '${importFrom}';\n\n${parts.join('\n')}`);

/** The list as a TypeScript data file. @param note what it was learned from */
export const writeRelationWords = (file: URL, note: string, list: RelationWords): void => {
  const entries = [...list]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([stem, [deny, ask]]) => `  ['${stem}', [${deny}, ${ask}]],\n`);
  writeFileSync(
    file,
    `// ${note}\nimport type { RelationWords } from './relation-words.ts';\n\nexport const RELATION_WORDS: RelationWords = new Map([\n${entries.join('')}]);\n`,
  );
};

/** Puts an object among the pack's fields before its documents, in place of what was there. */
const writeField = (file: URL, name: string, object: string): void => {
  const text = readFileSync(file, 'utf8').replace(new RegExp(`^ {2}"${name}": \\{[\\s\\S]*?^ {2}\\},\n`, 'm'), '');
  writeFileSync(
    file,
    text.replace(/^(?= {2}"documents": \[)/m, () => `  "${name}": ${object},\n`),
  );
};

/** Puts what was learned into the pack's file, in place of what was there: a line for each weight. */
export const writeTells = (file: URL, { base, unknown, stems }: TellsInput): void => {
  const weights = [...new Set(stems.values())].sort((a, b) => a - b);
  const lines = weights.map((weight) => {
    const of = [...stems].filter(([, nats]) => nats === weight).map(([stem]) => stem);
    return `      {"nats": ${weight}, "of": ${JSON.stringify(of.sort())}}`;
  });
  writeField(
    file,
    'tells',
    `{\n    "base": ${base},\n    "unknown": ${unknown},\n    "stems": [\n${lines.join(',\n')}\n    ]\n  }`,
  );
};

/** Likewise the weights of terms. */
export const writeTaught = (file: URL, taught: TaughtInput): void => {
  const lines = Object.entries(taught).map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  writeField(file, 'taught', `{\n${lines.join(',\n')}\n  }`);
};
