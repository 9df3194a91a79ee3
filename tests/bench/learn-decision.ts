// Learns the decision of the statement regime and writes src/match/statement/decision.data.ts.
//   node tests/bench/learn-decision.ts CHECKTHAT_FOLDER NEWS.jsonl.gz [--write] [--list N]
// From: the train split of the CheckThat! debates (gold pairs right, all others wrong, at a lower weight: many a sentence
// makes a checked claim without a label) and 1,000 news articles with the judgements of judged-news.data.ts.
// The figures printed are out of fold: five folds by article, each judged by weights that never saw it.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { unpack } from '../../src/match/container.ts';
import { compileStatements } from '../../src/match/statement/compile.ts';
import { compareTwins } from '../../src/match/statement/decide.ts';
import { EVIDENCE, newEvidence } from '../../src/match/statement/evidence.ts';
import { newGate } from '../../src/match/statement/gate.ts';
import { viewOf } from '../../src/match/statement/layout.ts';
import { newSentenceReader } from '../../src/match/statement/sentence.ts';
import { newTokenizer } from '../../src/match/statement/tokens.ts';
import { splitSentences } from '../../src/text/sentences.ts';
import { JUDGED } from './judged-news.data.ts';
import { readTask } from './learn-data.ts';
import { fitLogistic, type Labelled } from './logistic.ts';

interface Pair extends Labelled {
  readonly claim: number;
  readonly text: string;
  readonly group: string;
}

interface Article {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Best of 3, 10, 30 by out-of-fold precision; flat between. */
const RIDGE = 10;
/** A debate's sentence counts less than a news sentence, an unlabelled one less again: speech is not what readers read. */
const DEBATE_RIGHT = 0.3;
const DEBATE_WRONG = 0.09;
const FOLDS = 5;
/** Precision out of fold at which the threshold is set. */
const PRECISION = 0.9;
const WIDTH = EVIDENCE.length;

const [folder, news] = process.argv.slice(2);
if (folder === undefined || news === undefined) throw new Error('expected the folder of the CheckThat! files and the news file');
const { claims, texts } = readTask(folder, 'debates');
const articles = gunzipSync(readFileSync(news))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Article);
const judged = new Map<string, boolean>();
for (const line of JUDGED.trim().split('\n')) {
  const [id = '', ...entries] = line.split(' ');
  for (const entry of entries) {
    const [offset = '', claim = '', right = ''] = entry.split(':');
    judged.set(`${id}:${offset}:${claim}`, right === '1');
  }
}

const index = viewOf(unpack(compileStatements(claims)));
const reader = newSentenceReader(index, newTokenizer());
const gate = newGate(index);
const evidence = newEvidence(index, gate.claims.length);
const nearby = new Uint8Array(index.terms);

const mark = (given: readonly string[], value: number): void => {
  for (const text of given) {
    reader.read(text, 0, text.length);
    for (let i = 0; i < reader.sentence.count; i++) nearby[reader.sentence.terms[i] ?? 0] = value;
    reader.clear();
  }
};

const pairsOf = (
  text: string,
  around: readonly string[],
  group: string,
  label: (claim: number) => { right: boolean; weight: number },
): Pair[] => {
  mark(around, 1);
  reader.read(text, 0, text.length);
  const count = gate.open(reader.sentence);
  for (let i = 0; i < count; i++) evidence.weigh(reader.sentence, nearby, gate.claims[i] ?? 0, i);
  compareTwins(evidence.rows, count);
  reader.clear();
  mark(around, 0);
  return Array.from({ length: count }, (_, i) => {
    const claim = gate.claims[i] ?? 0;
    return { claim, text, group, row: evidence.rows.slice(i * WIDTH, (i + 1) * WIDTH), ...label(claim) };
  });
};

const debates = texts
  .filter((t) => t.split === 'train')
  .flatMap((t) =>
    pairsOf(t.text, [t.before], t.group, (claim) => {
      const right = t.gold.includes(claim);
      return { right, weight: right ? DEBATE_RIGHT : DEBATE_WRONG };
    }),
  );
let sentences = 0;
const bySentence = articles.flatMap(({ id, title, text }) => {
  const bounds = splitSentences(text);
  const found: Pair[][] = [];
  let before: string[] = [];
  for (let i = 0; i + 1 < bounds.length; i += 2) {
    sentences++;
    const from = bounds[i] ?? 0;
    const sentence = text.slice(from, bounds[i + 1]);
    const pairs = pairsOf(sentence, [title, ...before], id, (claim) => ({
      right: judged.get(`${id}:${from}:${claim}`) ?? false,
      weight: 1,
    }));
    if (pairs.length > 0) found.push(pairs);
    before = [...before.slice(-1), sentence];
  }
  return found;
});
const foldOf = (group: string): number => {
  let hash = 7;
  for (const character of group) hash = (Math.imul(hash, 31) + character.charCodeAt(0)) | 0;
  return (hash >>> 3) % FOLDS;
};
const oddsOf = (w: Float64Array, { row }: Pair): number => row.reduce((sum, x, f) => sum + x * (w[f] ?? 0), 0);

const folds = Array.from({ length: FOLDS }, (_, fold) =>
  fitLogistic([...bySentence.flat().filter((p) => foldOf(p.group) !== fold), ...debates], WIDTH, RIDGE),
);
const best = bySentence
  .map((pairs) =>
    pairs
      .map((pair) => ({ pair, odds: oddsOf(folds[foldOf(pair.group)] ?? new Float64Array(WIDTH), pair) }))
      .reduce((a, b) => (b.odds > a.odds ? b : a)),
  )
  .sort((a, b) => b.odds - a.odds);
let right = 0;
let threshold = Infinity;
best.forEach(({ pair, odds }, i) => {
  if (pair.right) right++;
  if (right / (i + 1) >= PRECISION) threshold = odds;
  if ((i + 1) % 10 === 0 && i < 100)
    console.log(`out of fold: ${right} of the first ${i + 1} are right (log-odds ≥ ${odds.toFixed(2)})`);
});
const lit = best.filter(({ odds }) => odds >= threshold);
console.log(
  `${sentences} sentences; ${lit.length} highlights out of fold at log-odds ${threshold.toFixed(2)}, ${lit.filter((b) => b.pair.right).length} of them right`,
);
const listed = process.argv.indexOf('--list');
if (listed > 0)
  for (const { pair, odds } of best.slice(0, Number(process.argv[listed + 1])))
    console.log(
      `${pair.right ? '+' : '-'} ${odds.toFixed(2)} ${pair.text.slice(0, 300).replace(/\s+/g, ' ')}\n    => ${claims[pair.claim]?.statement}`,
    );
if (process.argv.includes('--write')) {
  const weights = fitLogistic([...bySentence.flat(), ...debates], WIDTH, RIDGE);
  const lines = EVIDENCE.map((name, f) => `  ${(weights[f] ?? 0).toPrecision(4)}, // ${name}`);
  writeFileSync(
    new URL('../../src/match/statement/decision.data.ts', import.meta.url),
    `// Learned by tests/bench/learn-decision.ts from the CheckThat! debates (train split) and 1,000 judged news articles. Order: EVIDENCE.\nexport const DECISION: readonly number[] = [\n${lines.join('\n')}\n];\n/** Log-odds from which a sentence lights up: where ${PRECISION * 100} % of the highlights were right out of fold. */\nexport const THRESHOLD = ${threshold.toFixed(2)};\n`,
  );
}
