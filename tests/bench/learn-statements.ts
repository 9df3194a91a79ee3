// Learns the weights and trees of the statement regime; writes weights.data.ts and trees.data.ts of src/match/statement/.
//   node tests/bench/learn-statements.ts FOLDER [--write] [--quick]
// FOLDER holds the CheckThat! 2021/22 task 2A and 2B files that learn-data.ts names. Only their train split is learned
// from (five folds by speech or claim for the figure printed); the dev split is measured, never learned from.
import { writeFileSync } from 'node:fs';
import { unpack } from '../../src/match/container.ts';
import { type Forest, logOdds } from '../../src/match/forest.ts';
import { FEATURES } from '../../src/match/statement/feature-names.ts';
import { viewOf } from '../../src/match/statement/layout.ts';
import { linearScores, newRanker } from '../../src/match/statement/rank.ts';
import { relativeRows, TREE_WIDTH, UNSEEN_BY_TREES } from '../../src/match/statement/relative.ts';
import { newTokenizer } from '../../src/match/statement/tokens.ts';
import { compileClaims } from './claims.ts';
import { type LabelledText, readTask } from './learn-data.ts';
import { boostLists, meanOf, type ScoredList, type TreeOptions } from './learn-rank-trees.ts';
import { type List, learn, type Scale, scaleOf } from './softmax.ts';
import { forestSource, writeData } from './write-forest.ts';

interface Case extends List {
  readonly task: string;
  readonly text: LabelledText;
  readonly claims: Int32Array;
}

const TASKS = ['tweets', 'debates'];
const FOLDS = 5;
/** Ridge on the scaled weights, chosen by cross-validation: more where there are fewer lists. */
const RIDGES: Readonly<Record<string, number>> = { tweets: 5e-3, debates: 2e-2 };
const STEPS = 80;
const WIDTH = FEATURES.length;
const INNER_FOLDS = 3;
/** Chosen by cross-validation; flat from 40 to 120 trees, deeper ones are worse. */
const TREES: TreeOptions = { trees: 60, depth: 3, rate: 0.05, shrink: 5, leastLeaf: 1, features: 0.5, lists: 0.7, top: 40 };
const SEEDS = [7, 8, 9];

const casesOf = (folder: string): Case[] =>
  TASKS.flatMap((task) => {
    const { claims, texts } = readTask(folder, task);
    const ranker = newRanker(viewOf(unpack(compileClaims(claims))), newTokenizer());
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

const measure = (scores: Float32Array, { claims, text }: Case): number => {
  const order = [...scores.keys()].sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  return averagePrecision(
    order.map((i) => claims[i] ?? -1),
    text.gold,
  );
};

const linearOf = (w: Float64Array, { rows, count }: Case): Float32Array => {
  const scores = new Float32Array(count);
  linearScores(w, rows, count, scores);
  return scores;
};

const scoredOf = (one: Case, scores: Float32Array): ScoredList => {
  const rows = new Float32Array(one.count * TREE_WIDTH);
  relativeRows(one.rows, scores, one.count, rows);
  return { rows, scores, count: one.count, right: one.right };
};

const withTrees = (forest: Forest, { rows, scores, count }: ScoredList): Float32Array =>
  Float32Array.from(
    { length: count },
    (_, i) => (scores[i] ?? 0) + logOdds(forest, rows.subarray(i * TREE_WIDTH, (i + 1) * TREE_WIDTH)),
  );

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

interface Model {
  readonly weights: Float64Array;
  readonly trees: Forest;
}

/** As written: what is measured is what ships. */
const rounded = (x: number): number => Number(x.toPrecision(4));

/** The weights, then trees on top of scores by weights that did not see the list: its own fit would look too good. */
const learnBoth = (lists: readonly Case[], scale: Scale): Model => {
  const ridge = RIDGES[lists[0]?.task ?? ''] ?? 0;
  const weights = learn(lists, WIDTH, scale, ridge, STEPS).map(rounded);
  const scored = Array.from({ length: INNER_FOLDS }, (_, fold) => {
    const inside = (c: Case): boolean => foldOf(`inner ${c.text.group}`) % INNER_FOLDS === fold;
    const rest = learn(
      lists.filter((c) => !inside(c)),
      WIDTH,
      scale,
      ridge,
      STEPS,
    );
    return lists.filter(inside).map((c) => scoredOf(c, linearOf(rest, c)));
  }).flat();
  return { weights, trees: meanOf(SEEDS.map((seed) => boostLists(scored, TREE_WIDTH, UNSEEN_BY_TREES, TREES, seed))) };
};

const report = (name: string, pairs: readonly (readonly [Model, Case])[]): void => {
  const linear = pairs.map(([{ weights }, c]) => linearOf(weights, c));
  figure(
    `${name}, weights alone`,
    pairs.map(([, c], i) => measure(linear[i] ?? new Float32Array(), c)),
  );
  figure(
    `${name}, with trees`,
    pairs.map(([{ trees }, c], i) => measure(withTrees(trees, scoredOf(c, linear[i] ?? new Float32Array())), c)),
  );
};

/** Learns from the train split of one task; prints cross-validation (unless --quick) and dev. */
const learnTask = (task: string): Model => {
  const train = cases.filter((c) => c.task === task && c.text.split === 'train');
  const scale = scaleOf(train, WIDTH);
  if (!process.argv.includes('--quick'))
    report(
      `${task}, ${FOLDS} folds`,
      Array.from({ length: FOLDS }, (_, fold) => {
        const model = learnBoth(
          train.filter((c) => foldOf(c.text.group) !== fold),
          scale,
        );
        return train.filter((c) => foldOf(c.text.group) === fold).map((c) => [model, c] as const);
      }).flat(),
    );
  const model = learnBoth(train, scale);
  const dev = cases.filter((c) => c.task === task && c.text.split === 'dev');
  report(
    `${task}, dev`,
    dev.map((c) => [model, c] as const),
  );
  return model;
};

const [alone, among] = TASKS.map(learnTask);
if (process.argv.includes('--write') && alone !== undefined && among !== undefined) {
  const list = (name: string, { weights }: Model): string =>
    `export const ${name}: readonly number[] = [\n${FEATURES.map((feature, f) => `  ${weights[f] ?? 0}, // ${feature}`).join('\n')}\n];\n`;
  const note =
    '// Learned by tests/bench/learn-statements.ts from the train splits of CheckThat! 2021/22 tasks 2A (texts that stand alone)\n// and 2B (sentences among their neighbours). Order: ';
  const at = (file: string): URL => new URL(`../../src/match/statement/${file}`, import.meta.url);
  writeFileSync(at('weights.data.ts'), `${note}FEATURES.\n${list('ALONE', alone)}${list('AMONG', among)}`);
  writeData(at('trees.data.ts'), `${note.slice(3)}relative.ts.`, '../forest.ts', [
    forestSource('TREES_ALONE', alone.trees),
    forestSource('TREES_AMONG', among.trees),
  ]);
}
