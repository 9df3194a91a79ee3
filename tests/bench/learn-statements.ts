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
/** Ridge on the scaled weights: cross-validation is flat from 1e-4 to 2e-2. */
const RIDGE = 1e-2;
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

const foldOf = (group: string): number => {
  let hash = 7;
  for (const character of group) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return (hash >>> 3) % FOLDS;
};

const folder = process.argv[2];
if (folder === undefined) throw new Error('expected the folder of the CheckThat! files');
const cases = casesOf(folder);
const figure = (name: string, values: readonly number[]): void => {
  console.log(`${name}: MAP@5 ${(values.reduce((a, b) => a + b, 0) / values.length).toFixed(4)} over ${values.length} queries`);
};

/** Learns from the train split of one task; prints cross-validation (unless writing) and dev. */
const learnTask = (task: string): Float64Array => {
  const train = cases.filter((c) => c.task === task && c.text.split === 'train');
  const scale = scaleOf(train, WIDTH);
  const heldOut = (fold: number): number[] => {
    const rest = train.filter((c) => foldOf(c.text.group) !== fold);
    const weights = learn(rest, WIDTH, scale, RIDGE);
    return train.filter((c) => foldOf(c.text.group) === fold).map((c) => measure(weights, c));
  };
  if (!process.argv.includes('--write'))
    figure(`${task}, ${FOLDS} folds`, Array.from({ length: FOLDS }, (_, fold) => heldOut(fold)).flat());
  const weights = learn(train, WIDTH, scale, RIDGE);
  const dev = cases.filter((c) => c.task === task && c.text.split === 'dev');
  figure(
    `${task}, dev`,
    dev.map((c) => measure(weights, c)),
  );
  return weights;
};

const [alone, among] = TASKS.map(learnTask);
if (process.argv.includes('--write')) {
  const list = (name: string, weights: Float64Array | undefined): string =>
    `export const ${name}: readonly number[] = [\n${FEATURES.map((feature, f) => `  ${(weights?.[f] ?? 0).toPrecision(4)}, // ${feature}`).join('\n')}\n];\n`;
  const head =
    '// Learned by tests/bench/learn-statements.ts from the train splits of CheckThat! 2021/22 tasks 2A (texts that stand alone)\n// and 2B (sentences among their neighbours). Order: FEATURES.\n';
  writeFileSync(
    new URL('../../src/match/statement/weights.data.ts', import.meta.url),
    head + list('ALONE', alone) + list('AMONG', among),
  );
}
