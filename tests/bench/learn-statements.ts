// Learns the weights and trees of the statement regime; writes weights.data.ts and trees.data.ts of src/match/statement/.
//   node tests/bench/learn-statements.ts FOLDER [--write] [--quick]
// FOLDER holds the CheckThat! 2021/22 task 2A and 2B files that learn-data.ts names. Only their train split is learned
// from (five folds by speech or claim for the figure printed); the dev split is measured, never learned from.
import { writeFileSync } from 'node:fs';
import { unpack } from '../../src/match/container.ts';
import { type Forest, logOdds } from '../../src/match/forest.ts';
import { FEATURES } from '../../src/match/statement/feature-names.ts';
import { type StatementIndex, viewOf } from '../../src/match/statement/layout.ts';
import { castVotes, linearScores, newRanker } from '../../src/match/statement/rank.ts';
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
  readonly index: StatementIndex;
  readonly claims: Int32Array;
}

const TASKS = ['tweets', 'debates'];
const FOLDS = 5;
/** Ridge on the scaled weights, chosen by cross-validation: more where there are fewer lists. */
const RIDGES: Readonly<Record<string, number>> = { tweets: 5e-3, debates: 5e-2 };
const STEPS = 80;
const WIDTH = FEATURES.length;
const INNER_FOLDS = 3;
/** Chosen by cross-validation; flat from 40 to 120 trees, deeper ones are worse. */
const TREES: TreeOptions = { trees: 60, depth: 3, rate: 0.05, shrink: 5, leastLeaf: 1, features: 0.5, lists: 0.7, top: 40 };
const SEEDS = [7, 8, 9];

const casesOf = (folder: string): Case[] =>
  TASKS.flatMap((task) => {
    const { claims, texts } = readTask(folder, task);
    const index = viewOf(unpack(compileClaims(claims)));
    const ranker = newRanker(index, newTokenizer());
    return texts
      .filter((text) => text.gold.length > 0)
      .map((text) => {
        const found = ranker.candidates(text.text, text);
        const numbers = found.claims.slice(0, found.count);
        const right = [...numbers.keys()].filter((i) => text.gold.includes(numbers[i] ?? -1));
        return {
          task,
          text,
          index,
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
  /** Of the look before the votes. */
  readonly first: Float64Array;
  readonly weights: Float64Array;
  readonly trees: Forest;
}

/** As written: what is measured is what ships. */
const rounded = (x: number): number => Number(x.toPrecision(4));

/** Scores of lists by weights that did not see them: a fit's own scores would look too good to what is learned on top. */
const scoresOutside = (lists: readonly Case[], scale: Scale, ridge: number): Float32Array[] => {
  const inner = lists.map((c) => foldOf(`inner ${c.text.group}`) % INNER_FOLDS);
  const weights = Array.from({ length: INNER_FOLDS }, (_, fold) =>
    learn(
      lists.filter((__, i) => inner[i] !== fold),
      WIDTH,
      scale,
      ridge,
      STEPS,
    ),
  );
  return lists.map((c, i) => linearOf(weights[inner[i] ?? 0] ?? new Float64Array(WIDTH), c));
};

const withVotes = (one: Case, scores: Float32Array): Case => {
  const rows = one.rows.slice();
  castVotes(one.index, one.claims, scores, one.count, rows);
  return { ...one, rows };
};

/** Weights before the votes, weights after them, trees on top of those. */
const learnAll = (lists: readonly Case[]): Model => {
  const ridge = RIDGES[lists[0]?.task ?? ''] ?? 0;
  const plain = scaleOf(lists, WIDTH);
  const first = learn(lists, WIDTH, plain, ridge, STEPS).map(rounded);
  const outside = scoresOutside(lists, plain, ridge);
  const voted = lists.map((c, i) => withVotes(c, outside[i] ?? new Float32Array()));
  const scale = scaleOf(voted, WIDTH);
  const weights = learn(voted, WIDTH, scale, ridge, STEPS).map(rounded);
  const again = scoresOutside(voted, scale, ridge);
  const scored = voted.map((c, i) => scoredOf(c, again[i] ?? new Float32Array()));
  return { first, weights, trees: meanOf(SEEDS.map((seed) => boostLists(scored, TREE_WIDTH, UNSEEN_BY_TREES, TREES, seed))) };
};

const report = (name: string, pairs: readonly (readonly [Model, Case])[]): void => {
  const firsts = pairs.map(([{ first }, c]) => linearOf(first, c));
  const voted = pairs.map(([model, c], i) => [model, withVotes(c, firsts[i] ?? new Float32Array())] as const);
  const linear = voted.map(([{ weights }, c]) => linearOf(weights, c));
  const trees = voted.map(([model, c], i) => withTrees(model.trees, scoredOf(c, linear[i] ?? new Float32Array())));
  for (const [step, scores] of [
    ['first look', firsts],
    ['with votes', linear],
    ['with trees', trees],
  ] as const)
    figure(
      `${name}, ${step}`,
      pairs.map(([, c], i) => measure(scores[i] ?? new Float32Array(), c)),
    );
};

/** Learns from the train split of one task; prints cross-validation (unless --quick) and dev. */
const learnTask = (task: string): Model => {
  const train = cases.filter((c) => c.task === task && c.text.split === 'train');
  if (!process.argv.includes('--quick'))
    report(
      `${task}, ${FOLDS} folds`,
      Array.from({ length: FOLDS }, (_, fold) => {
        const model = learnAll(train.filter((c) => foldOf(c.text.group) !== fold));
        return train.filter((c) => foldOf(c.text.group) === fold).map((c) => [model, c] as const);
      }).flat(),
    );
  const model = learnAll(train);
  const dev = cases.filter((c) => c.task === task && c.text.split === 'dev');
  report(
    `${task}, dev`,
    dev.map((c) => [model, c] as const),
  );
  return model;
};

const [alone, among] = TASKS.map(learnTask);
if (process.argv.includes('--write') && alone !== undefined && among !== undefined) {
  const list = (name: string, weights: Float64Array): string =>
    `export const ${name}: readonly number[] = [\n${FEATURES.map((feature, f) => `  ${weights[f] ?? 0}, // ${feature}`).join('\n')}\n];\n`;
  const note =
    '// Learned by tests/bench/learn-statements.ts from the train splits of CheckThat! 2021/22 tasks 2A (texts that stand alone)\n// and 2B (sentences among their neighbours). Order: ';
  const at = (file: string): URL => new URL(`../../src/match/statement/${file}`, import.meta.url);
  writeFileSync(
    at('weights.data.ts'),
    `${note}FEATURES.\n// The first look is before the votes, which it gives rise to.\n${list('ALONE_FIRST', alone.first)}${list('ALONE', alone.weights)}${list('AMONG_FIRST', among.first)}${list('AMONG', among.weights)}`,
  );
  writeData(at('trees.data.ts'), `${note.slice(3)}relative.ts.`, '../forest.ts', [
    forestSource('TREES_ALONE', alone.trees),
    forestSource('TREES_AMONG', among.trees),
  ]);
}
