// Learns the decision and the relation of the wordings regime, and reports both by cross-validation over pages.
//   npm run learn -- [--verbose] [--pages PATTERN]…  reports (of our pages also those whose id PATTERN matches)
//   npm run learn -- --write                         learns from all; writes src/match/wordings/*.data.ts and the pack's `tells` and `taught`
// From what: wordings-given.ts.
import { type Forest, logOdds } from '../../src/match/forest.ts';
import { quickForest } from '../../src/match/quick-forest.ts';
import type { Relation } from '../../src/match/types.ts';
import { settled } from '../../src/match/wordings/decide.ts';
import { at, FEATURE_COUNT } from '../../src/match/wordings/features.ts';
import { PROMISE_FEATURES } from '../../src/match/wordings/promise.ts';
import { SECOND_FEATURES, secondRows } from '../../src/match/wordings/second-look.ts';
import { LEAST_TELL, NO_TELLS } from '../../src/match/wordings/tells.ts';
import { TREATMENT_FEATURES } from '../../src/match/wordings/treatment.ts';
import { BUNDLED, loadPack } from '../cli/load-pack.ts';
import { type BoostOptions, boost, type Sample } from './boost.ts';
import {
  type Judged,
  type JudgedExcerpt,
  reportDocuments,
  reportErrors,
  reportExcerpts,
  reportFrames,
  reportPages,
} from './report-wordings.ts';
import { FOLDS, readGiven } from './wordings-given.ts';
import { type Excerpt, type Missed, newLook, type Row, type Seen, type Text } from './wordings-look.ts';
import { forestSource, writeData, writeRelationWords, writeTaught, writeTells } from './write-forest.ts';

const DECISION: BoostOptions = { trees: 400, depth: 3, rate: 0.06, shrink: 3, leastLeaf: 4 };
/** Turned away before anything is compared: few trees, since they are asked most often. */
const PROMISE: BoostOptions = { trees: 40, depth: 3, rate: 0.15, shrink: 3, leastLeaf: 2 };
/** What the whole text tells changes little in an answer: few trees. */
const SECOND: BoostOptions = { trees: 80, depth: 3, rate: 0.1, shrink: 3, leastLeaf: 2 };
const TREATMENT: BoostOptions = { trees: 160, depth: 3, rate: 0.1, shrink: 2, leastLeaf: 2 };
/** Labelled near misses count four times: a wrong highlight costs more than a missing one. Loose labels count less. */
const NEAR_MISS_WEIGHT = 4;
/** Pages and documents by authors who know nothing of the engine teach more of what readers will see than ours do. */
const OTHERS_WEIGHT = 3;
/** The documents are what a reader of the pack's story reads for certain, and three among hundreds of pages. */
const DOCUMENTS_WEIGHT = 8;
/** Ordinary news is what readers read most: a highlight there must be very sure. */
const NEWS_WEIGHT = 5;
const LOOSE_WEIGHT = 0.6;
/** A sentence of a page teaches more about relations than a wording out of its place. */
const PAGE_WEIGHT = 2;
/** One sample in so many is repeated without tells, with this share of its weight. */
const BARE_EVERY = 8;
const BARE_WEIGHT = 0.3;

const pack = { ...loadPack(), tells: undefined, taught: undefined };
const given = readGiven(pack);
const { look, tellsWithout, relationWordsWithout, taught } = newLook(pack, given);

/** How much of what readers will see its author stands for. */
const AUTHOR_WEIGHTS: Record<Row['set'], number> = { ours: 1, news: 1, shared: OTHERS_WEIGHT, documents: DOCUMENTS_WEIGHT };
const weightOf = ({ set, near, right, strength }: Row): number => {
  if (set === 'news') return NEWS_WEIGHT;
  return AUTHOR_WEIGHTS[set] * (near ? NEAR_MISS_WEIGHT : right && strength === 'loose' ? LOOSE_WEIGHT : 1);
};
const sample = (row: Row): Sample => ({ features: row.seen.features, right: row.right, weight: weightOf(row) });
/** Some samples are repeated as a pack without tells, and one of very many claims, would give them. */
const withoutSome = (
  samples: readonly Sample[],
  places: { readonly tells: readonly number[]; readonly diction: readonly number[] },
): Sample[] => [
  ...samples,
  ...samples.flatMap((one, i) => {
    if (i % BARE_EVERY !== 0) return [];
    const features = Float64Array.from(one.features);
    for (const place of places.tells) features[place] = NO_TELLS;
    if (i % (2 * BARE_EVERY) === 0) for (const place of places.diction) features[place] = 0;
    return [{ ...one, features, weight: BARE_WEIGHT * one.weight }];
  }),
];
const DECISION_PLACES = { tells: [at('tells')], diction: [at('diction'), at('dictionLead')] };
const PROMISE_PLACES = {
  tells: [PROMISE_FEATURES.indexOf('tells')],
  diction: [PROMISE_FEATURES.indexOf('diction'), PROMISE_FEATURES.indexOf('dictionLead')],
};
/** Which folds teach. */
type Teaching = (fold: number) => boolean;
const rowsOf = ({ pages }: Seen, teaches: Teaching): Row[] =>
  pages.flatMap(({ fold, members }) => (teaches(fold) ? members : []));
const excerptSample = ({ features, right, near, weight }: Excerpt): Sample => ({
  features,
  right,
  weight: near ? NEAR_MISS_WEIGHT * weight : weight,
});
const excerptsOf = ({ excerpts }: Seen, teaches: Teaching): Sample[] =>
  excerpts.flatMap(({ fold, members }) => (teaches(fold) ? members.filter(({ weight }) => weight > 0).map(excerptSample) : []));

/** @param without third of the wordings that does not teach, or -1 */
const learn = (seen: Seen, teaches: Teaching, without = -1): Forest => {
  const heard = seen.heard.filter(({ third }) => third !== without);
  const samples = [...rowsOf(seen, teaches).map(sample), ...heard, ...excerptsOf(seen, teaches)];
  return boost(withoutSome(samples, DECISION_PLACES), FEATURE_COUNT, DECISION);
};

const TELLS = at('tells');
const OWN = SECOND_FEATURES.indexOf('own');
const ALL_FOLDS = Array.from({ length: FOLDS + 1 }, (_, fold) => fold);
/** By fold: a decision that neither its pages taught nor the third of the wordings that has its number. @param decision taught by all that teach */
const firstDecisions = (seen: Seen, teaches: Teaching, decision: Forest): ((features: ArrayLike<number>) => number)[] =>
  ALL_FOLDS.map((fold) => quickForest(teaches(fold) ? learn(seen, (other) => other !== fold && teaches(other), fold) : decision));
const lookAgain = <Member extends { readonly seen: Row['seen'] }>(
  { fold, members, topic, sentences }: Text<Member>,
  first: readonly ((features: ArrayLike<number>) => number)[],
): Float64Array[] => {
  const seen = members.map((member) => member.seen);
  return secondRows(
    seen,
    seen.map(({ features }) => first[fold]?.(features) ?? 0),
    topic,
    sentences,
  );
};
/** Folds 0 to 2 are also thirds of the wordings: where one of them is held out, its third has no answer without itself, and does not teach.
 * @param first answers that were learned without the fold they are about, by fold */
const learnSecond = (
  { pages, excerpts, spoken }: Seen,
  teaches: Teaching,
  first: readonly ((features: ArrayLike<number>) => number)[],
): Forest => {
  const samplesOf = <Member extends { readonly seen: Row['seen'] }>(
    texts: readonly Text<Member>[],
    toSample: (member: Member) => Sample,
  ): Sample[] =>
    texts
      .filter(({ fold }) => teaches(fold))
      .flatMap((text) => {
        const rows = lookAgain(text, first);
        return text.members.map((member, i) => ({ ...toSample(member), features: rows[i] ?? [] }));
      })
      .filter(({ weight }) => weight > 0);
  return boost(
    [...samplesOf(pages, sample), ...samplesOf(excerpts, excerptSample), ...samplesOf(spoken, excerptSample)],
    SECOND_FEATURES.length,
    SECOND,
  );
};
const learnTreatment = (seen: Seen, teaches: Teaching, relation: string): Forest =>
  boost(
    [
      ...rowsOf(seen, teaches)
        .filter((r) => r.relation !== '')
        .map((r) => ({ features: r.treatment, right: r.relation === relation, weight: PAGE_WEIGHT })),
      ...[...seen.treatments, ...seen.framed.filter(({ fold }) => teaches(fold))].map((t) => ({
        features: t.treatment,
        right: t.relation === relation,
        weight: t.weight,
      })),
    ],
    TREATMENT_FEATURES.length,
    TREATMENT,
  );

const PROMISE_AT = PROMISE_FEATURES.map(at);
/** A claim counts alike here however loosely it is made: what is turned away is lost. */
const learnPromise = (seen: Seen, teaches: Teaching): Forest =>
  boost(
    withoutSome(
      [...rowsOf(seen, teaches).map((r) => ({ ...sample(r), weight: AUTHOR_WEIGHTS[r.set] })), ...seen.heard].map((one) => ({
        ...one,
        features: PROMISE_AT.map((f) => one.features[f] ?? 0),
      })),
      PROMISE_PLACES,
    ),
    PROMISE_FEATURES.length,
    PROMISE,
  );

if (process.argv.includes('--write')) {
  const all: Teaching = () => true;
  const promise = learnPromise(look(null, -1), all);
  const seen = look(quickForest(promise), -1);
  const decision = learn(seen, all);
  writeTells(BUNDLED, tellsWithout([]));
  writeTaught(BUNDLED, taught());
  writeRelationWords(
    new URL('../../src/match/wordings/relation-words.data.ts', import.meta.url),
    'Made by tests/bench/learn-wordings.ts --write from the wordings of the pack and the labelled sentences of tests/pages/labelled and ../shared/data/pages.',
    relationWordsWithout([]),
  );
  writeData(
    new URL('../../src/match/wordings/weights.data.ts', import.meta.url),
    'Made by tests/bench/learn-wordings.ts --write from tests/pages/labelled, the pack, its documents (../shared/seeds), the labelled pages and the news of ../shared/data.',
    '../forest.ts',
    [
      forestSource('PROMISE', promise),
      forestSource('DECISION', decision),
      forestSource('SECOND', learnSecond(seen, all, firstDecisions(seen, all, decision))),
      forestSource('DENIES', learnTreatment(seen, all, 'denies')),
      forestSource('QUESTIONS', learnTreatment(seen, all, 'questions')),
    ],
  );
  process.exit();
}

const judged: Judged[] = [];
const missed: Missed[] = [];
const stretches: JudgedExcerpt[] = [];
const inFrames: { readonly relation: string; readonly said: string }[] = [];
/** Learns from the pages of all other folds, and judges this one's. */
const judge = (held: number): void => {
  const teaches: Teaching = (fold) => fold !== held;
  const seen = look(quickForest(learnPromise(look(null, held), teaches)), held);
  const first = firstDecisions(seen, teaches, learn(seen, teaches));
  const second = quickForest(learnSecond(seen, teaches, first));
  const denies = learnTreatment(seen, teaches, 'denies');
  const questions = learnTreatment(seen, teaches, 'questions');
  const saidBy = (treatment: ArrayLike<number>): Relation => {
    const d = logOdds(denies, treatment);
    const q = logOdds(questions, treatment);
    return d > 0 && d >= q ? 'denies' : q > 0 ? 'questions' : 'asserts';
  };
  /** Of a sentence that tells too little the engine sees no claim: it stands beside no other, and is not lit. */
  const judgedIn = <Member extends { readonly seen: Row['seen'] }>(text: Text<Member>): (Member & { confidence: number })[] => {
    const isShown = ({ seen: { features } }: Member): boolean => (features[TELLS] ?? 0) >= LEAST_TELL;
    const members = text.members.filter(isShown);
    const rows = lookAgain({ ...text, members }, first);
    return [
      ...members.map((member, i) => ({ ...member, confidence: settled(rows[i]?.[OWN] ?? 0, second(rows[i] ?? [])) })),
      ...text.members.filter((member) => !isShown(member)).map((member) => ({ ...member, confidence: 0 })),
    ];
  };
  const ofHeld = <Member>(texts: readonly Text<Member>[]): Text<Member>[] => texts.filter(({ fold }) => fold === held);
  for (const { fold, relation, treatment } of seen.framed)
    if (fold === held) inFrames.push({ relation, said: saidBy(treatment) });
  missed.push(...seen.missed.filter(({ fold }) => fold === held));
  for (const page of ofHeld(seen.pages))
    judged.push(...judgedIn(page).map((row) => ({ ...row, said: row.relation === '' ? '' : saidBy(row.treatment) })));
  for (const stretch of ofHeld(seen.excerpts)) stretches.push(...judgedIn(stretch).filter(({ weight }) => weight > 0));
};
for (let fold = 0; fold <= FOLDS; fold++) judge(fold);

for (const set of ['shared', 'ours'] as const) reportPages(set, judged, missed, (one) => one.set === set);
process.argv.forEach((flag, i) => {
  const pattern = process.argv[i + 1];
  if (flag === '--pages' && pattern !== undefined)
    reportPages(pattern, judged, missed, (one) => one.set === 'ours' && new RegExp(pattern).test(one.page));
});
reportDocuments(judged, given);
reportExcerpts(stretches);
reportFrames(inFrames);
if (process.argv.includes('--verbose')) reportErrors(judged, missed);
