// Learns the weights of the statement regime and writes src/match/statement/weights.data.ts.
//   node tests/bench/learn-statements.ts FOLDER [--write]
// FOLDER holds the CheckThat! 2021/22 task 2A and 2B files that learn-data.ts names. Only their train split is learned
// from (five folds by speech or claim for the figure printed); the dev split is measured, never learned from.
import { writeFileSync } from 'node:fs';
import { unpack } from '../../src/match/container.ts';
import { compileStatements } from '../../src/match/statement/compile.ts';
import { FEATURES } from '../../src/match/statement/features.ts';
import { viewOf } from '../../src/match/statement/layout.ts';
import { newRanker } from '../../src/match/statement/rank.ts';
import { newTokenizer } from '../../src/match/statement/tokens.ts';
import { type LabelledText, readTask } from './learn-data.ts';
import { type List, learn, scaleOf } from './softmax.ts';

interface Case extends List {
  readonly task: string;
  readonly text: LabelledText;
  readonly claims: Int32Array;
}

const TASKS = ['tweets', 'debates'];
const FOLDS = 5;
/** Ridge on the scaled weights: cross-validation is flat from 1e-4 to 1e-2. */
const RIDGE = 1e-3;
const WIDTH = FEATURES.length;

const casesOf = (folder: string): Case[] =>
  TASKS.flatMap((task) => {
    const { claims, texts } = readTask(folder, task);
    const ranker = newRanker(viewOf(unpack(compileStatements(claims))), newTokenizer());
    return texts
      .filter((text) => text.gold.length > 0)
      .map((text) => {
        const found = ranker.candidates(text.text, text);
        const numbers = found.claims.slice(0, found.count);
        const right = [...numbers.keys()].filter((i) => text.gold.includes(numbers[i] ?? -1));
        return {
          task,
          text,
          claims: numbers,
          rows: found.features.slice(0, found.count * WIDTH),
          count: found.count,
          right,
          weight: 1,
        };
      });
  });

const averagePrecision = (ranked: readonly number[], gold: readonly number[]): number => {
  let hits = 0;
  let sum = 0;
  ranked.slice(0, 5).forEach((claim, i) => {
    if (gold.includes(claim)) sum += ++hits / (i + 1);
  });
  return sum / Math.min(gold.length, 5);
};

const measure = (w: Float64Array, { rows, count, claims, text }: Case): number => {
  const scores = Float64Array.from({ length: count }, (_, i) => w.reduce((sum, x, f) => sum + x * (rows[i * WIDTH + f] ?? 0), 0));
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return averagePrecision(
    order.map((i) => claims[i] ?? -1),
    text.gold,
  );
};

const report = (name: string, results: readonly { readonly task: string; readonly value: number }[]): void => {
  const figure = (task: string): string => {
    const values = results.filter((r) => r.task === task).map((r) => r.value);
    return `${task} ${(values.reduce((a, b) => a + b, 0) / values.length).toFixed(4)}`;
  };
  console.log(`${name}: MAP@5 ${TASKS.map(figure).join('  ')}`);
};

const foldOf = (group: string): number => {
  let hash = 7;
  for (const character of group) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return (hash >>> 3) % FOLDS;
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('expected the folder of the CheckThat! files');
const cases = casesOf(folder);
const train = cases.filter((c) => c.text.split === 'train');
const scale = scaleOf(train, WIDTH);
if (!process.argv.includes('--write'))
  report(
    `cross-validation, ${FOLDS} folds`,
    Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
      const w = learn(
        train.filter((c) => foldOf(c.text.group) !== fold),
        WIDTH,
        scale,
        RIDGE,
      );
      return train.filter((c) => foldOf(c.text.group) === fold).map((c) => ({ task: c.task, value: measure(w, c) }));
    }),
  );
const weights = learn(train, WIDTH, scale, RIDGE);
report(
  'dev',
  cases.filter((c) => c.text.split === 'dev').map((c) => ({ task: c.task, value: measure(weights, c) })),
);
if (process.argv.includes('--write')) {
  const lines = FEATURES.map((name, f) => `  ${(weights[f] ?? 0).toPrecision(4)}, // ${name}`);
  writeFileSync(
    new URL('../../src/match/statement/weights.data.ts', import.meta.url),
    `// Learned by tests/bench/learn-statements.ts from the train split of CheckThat! 2021/22 tasks 2A and 2B. Order: FEATURES.\nexport const RANKING: readonly number[] = [\n${lines.join('\n')}\n];\n`,
  );
}
