// Learns the decision and the relation of the wordings regime, and reports both by cross-validation over pages.
//   node tests/bench/learn-wordings.ts [--verbose]      reports
//   node tests/bench/learn-wordings.ts --write          learns from all; writes src/match/wordings/weights.data.ts and the pack's `tells`
// Labelled data: tests/pages/labelled/ (ours); where present, ../shared/seeds (the pack's documents), ../shared/data/pages and news-negatives.jsonl.gz
// (measured apart; only numbers are written).
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { wordingsInput } from '../../src/claims/compile.ts';
import { textsOf } from '../../src/claims/texts.ts';
import { logOdds, probability } from '../../src/match/forest.ts';
import { quickForest } from '../../src/match/quick-forest.ts';
import { compileWordings } from '../../src/match/wordings/compile.ts';
import { at, FEATURE_COUNT, setPage } from '../../src/match/wordings/features.ts';
import { PROMISE_FEATURES, type Promising } from '../../src/match/wordings/promise.ts';
import { LEAST_AGREEMENT, newScorer } from '../../src/match/wordings/scorer.ts';
import { type Sighting, sightings } from '../../src/match/wordings/sightings.ts';
import { NO_TELLS } from '../../src/match/wordings/tells.ts';
import { TREATMENT_FEATURES, treatmentOf } from '../../src/match/wordings/treatment.ts';
import { newLexicon } from '../../src/text/lexicon.ts';
import { BUNDLED, loadPack } from '../cli/load-pack.ts';
import { overlap as linesOverlap, passagesOf, readDocument } from '../cli/pack/coverage.ts';
import { readText } from '../cli/read-page.ts';
import { type BoostOptions, boost, type Sample } from './boost.ts';
import { type LabelledPage, overlap, readLabelled } from './labelled.ts';
import { type Place, tellsByFold, withTells } from './tells-by-fold.ts';
import { forestSource, writeData, writeTells } from './write-forest.ts';

const OURS = 'tests/pages/labelled';
const SHARED = '../shared/data/pages';
const DOCUMENTS = '../shared/seeds';
const NEWS = '../shared/data/news-negatives.jsonl.gz';
const DECISION: BoostOptions = { trees: 300, depth: 3, rate: 0.08, shrink: 3, leastLeaf: 2 };
/** Turned away before anything is compared: few trees, since they are asked most often. */
const PROMISE: BoostOptions = { trees: 20, depth: 3, rate: 0.2, shrink: 3, leastLeaf: 2 };
const TREATMENT: BoostOptions = { trees: 160, depth: 3, rate: 0.1, shrink: 2, leastLeaf: 2 };
const FOLDS = 5;
/** The wordings are read by an index compiled without so many of them at a time: one in three. */
const WORDING_FOLDS = 3;
/** A sighting of ordinary news below this agreement teaches nothing new. */
const LEAST_NEWS_AGREEMENT = LEAST_AGREEMENT;
/** Labelled near misses count four times: a wrong highlight costs more than a missing one. Loose labels count less. */
const NEAR_MISS_WEIGHT = 4;
/** Ordinary news is what readers read most: a highlight there must be very sure. */
const NEWS_WEIGHT = 3;
const LOOSE_WEIGHT = 0.6;
/** A sentence of a page teaches more about relations than a wording out of its place. */
const PAGE_WEIGHT = 2;
/** Weight of a wording among the samples of the decision, with the topic and company of a page about the story, … */
const WORDING_WEIGHT = 0.1;
/** … of a sentence read in a stretch of so many blocks: a note of a few lines, a paragraph that changed and is read again by itself. */
const EXCERPT_WEIGHT = 0.2;
const EXCERPTS = [4, 1];
/** One sample in so many is repeated without tells, with this share of its weight. */
const BARE_EVERY = 8;
const BARE_WEIGHT = 0.3;
const STORY_TOPIC = 0.65;
/** Agreement of its other sentences. */
const STORY_OTHERS = 3;

interface Origin {
  readonly set: 'ours' | 'shared' | 'news' | 'documents';
  readonly page: string;
}
interface Row extends Origin {
  readonly claim: string;
  readonly quote: string;
  readonly seen: Sighting;
  readonly right: boolean;
  readonly near: boolean;
  readonly strength: string;
  readonly relation: string;
  readonly treatment: Float64Array;
  readonly wording: string;
}
interface Missed extends Origin {
  readonly claim: string;
  readonly text: string;
  readonly strength: string;
}

// What earlier learning told is left out of it.
const pack = { ...loadPack(), tells: undefined };
const words = (text: string): number => text.split(/\s+/).length;
// A short heading that shares its few words with a long label does not make the claim.
const covers = (quote: string, label: string): boolean => overlap(quote, label) >= 0.5 && words(quote) >= 0.4 * words(label);
const AGREEMENT = at('agreement');
const BEFORE = at('sameBefore');

interface Given {
  readonly set: Row['set'];
  readonly page: LabelledPage;
  /** Of a document: what the pack says that its lines claim. */
  readonly passages?: readonly { readonly claim: string; readonly isIn: (one: Place) => boolean }[];
}
const given: Given[] = readLabelled(OURS).map((page) => ({
  set: 'ours',
  page,
}));
if (existsSync(SHARED)) given.push(...readLabelled(SHARED).map((page) => ({ set: 'shared', page }) as const));
if (existsSync(NEWS)) {
  for (const line of gunzipSync(readFileSync(NEWS)).toString().trim().split('\n')) {
    const row = JSON.parse(line);
    const page: LabelledPage = { id: row.id, labels: [], near_misses: [], page: { ...readText(row.text), title: row.title } };
    given.push({ set: 'news', page });
  }
}

// The pack's documents, with the passages that it lists; nobody says how they treat the claims.
if (existsSync(DOCUMENTS)) {
  for (const { id, title } of pack.documents) {
    const { blocks, linesOf } = readDocument(DOCUMENTS, id);
    given.push({
      set: 'documents',
      page: { id, labels: [], near_misses: [], page: { title, blocks, language: pack.language } },
      passages: passagesOf(pack, id).map((passage) => ({
        claim: passage.claim,
        isIn: (one) => linesOverlap(linesOf(one), passage),
      })),
    });
  }
}

/** Pages of one fold are learned and judged without each other; the shared ones are a fold of their own. */
const foldOf = new Map<string, number>();
for (const [i, { page }] of given.filter(({ set }) => set !== 'shared').entries()) foldOf.set(page.id, i % FOLDS);
for (const { set, page } of given) if (set === 'shared') foldOf.set(page.id, FOLDS);

// Whatever is read to teach or to judge the decision is read with tells that were learned without its fold (or third of the wordings).
const wordingTexts = pack.claims.flatMap((claim) =>
  textsOf(claim).map(({ text }, i) => ({ text, third: i === 0 ? -1 : (i - 1) % WORDING_FOLDS })),
);
const { silent, tellsWithout } = tellsByFold(
  given.map(({ set, page, passages = [] }) => ({
    page,
    fold: foldOf.get(page.id) ?? -1,
    isNews: set === 'news',
    makes: ({ text, place }) =>
      page.labels.some((label) => covers(text, label.text)) || passages.some((passage) => passage.isIn(place)),
  })),
  wordingTexts,
);

// The pack's own wordings teach too: each is read by an index compiled without it and a third of the others. Its own claim is
// right, the others that it calls up are wrong; read as on a page about the story.
const parts = Array.from({ length: WORDING_FOLDS }, (_, fold) => {
  const kept = pack.claims.map((claim) => ({ ...claim, wordings: claim.wordings.filter((_, i) => i % WORDING_FOLDS !== fold) }));
  return compileWordings({ ...wordingsInput({ ...pack, claims: kept }), tells: silent });
});
const whole = compileWordings({ ...wordingsInput(pack), tells: silent });

interface Seen {
  readonly rows: readonly Row[];
  readonly missed: readonly Missed[];
  /** Of the wordings. */
  readonly treatments: readonly { readonly treatment: Float64Array; readonly relation: string }[];
  readonly heard: readonly Sample[];
  readonly excerpts: readonly (Sample & { readonly page: string })[];
}

/** Everything that the engine weighs when `promiseOf` turns away what promises too little. @param held fold that teaches nothing, or -1 */
const look = (promiseOf: Promising | null, held: number): Seen => {
  const scorers = Array.from({ length: FOLDS + 1 }, (_, fold) =>
    newScorer(withTells(whole, tellsWithout([held, fold])), newLexicon(), promiseOf),
  );
  const scorerOf = (page: LabelledPage) => {
    const scorer = scorers[foldOf.get(page.id) ?? 0];
    if (!scorer) throw new Error(`expected a fold for ${page.id}`);
    return scorer;
  };
  const rows: Row[] = [];
  const missed: Missed[] = [];
  for (const { set, page, passages = [] } of given) {
    const hit = new Set<string>();
    for (const one of sightings(scorerOf(page), page.page.blocks, { title: page.page.title })) {
      const claim = pack.claims[one.claim]?.id ?? '';
      const quote = page.page.blocks[one.block]?.text.slice(one.start, one.end) ?? '';
      const label = page.labels.find((l, i) => {
        const found = l.claims.some((c) => c.id === claim) && covers(quote, l.text);
        if (found) hit.add(`${i} ${claim}`);
        return found;
      });
      if (set === 'news' && (one.features[AGREEMENT] ?? 0) < LEAST_NEWS_AGREEMENT) continue;
      const claimTexts = pack.claims[one.claim];
      rows.push({
        set,
        page: page.id,
        claim,
        quote,
        seen: one,
        right: label !== undefined || passages.some((passage) => passage.claim === claim && passage.isIn(one)),
        near: page.near_misses.some((n) => n.looks_like === claim && overlap(quote, n.text) >= 0.5),
        strength: label?.strength ?? '',
        relation: label?.claims.find((c) => c.id === claim)?.relation ?? '',
        treatment: label
          ? treatmentOf(whole, one, quote, one.negations, one.features[BEFORE] ?? 0, one.features[AGREEMENT] ?? 0)
          : new Float64Array(),
        wording: claimTexts ? (textsOf(claimTexts)[one.text - (whole.textAt[one.claim] ?? 0)]?.text ?? '') : '',
      });
    }
    page.labels.forEach((l, i) => {
      for (const c of l.claims)
        if (!hit.has(`${i} ${c.id}`)) missed.push({ set, page: page.id, claim: c.id, text: l.text, strength: l.strength });
    });
  }

  const treatments: { readonly treatment: Float64Array; readonly relation: string }[] = [];
  const heard: Sample[] = [];
  parts.forEach((part, fold) => {
    const reader = newScorer(withTells(part, tellsWithout([held], fold)), newLexicon(), promiseOf);
    pack.claims.forEach((claim, number) => {
      textsOf(claim).forEach(({ text, relation }, i) => {
        if (i === 0 || (i - 1) % WORDING_FOLDS !== fold) return;
        for (const one of sightings(reader, [{ text }], {})) {
          const right = one.claim === number;
          if (right)
            treatments.push({
              treatment: treatmentOf(part, one, text, one.negations, 0, one.features[AGREEMENT] ?? 0),
              relation,
            });
          const features = Float64Array.from(one.features);
          setPage(features, STORY_TOPIC, STORY_OTHERS);
          heard.push({ features, right, weight: WORDING_WEIGHT });
        }
      });
    });
  });

  // Stretches of the pages, read as pages of their own: a note, a message or a brief says little else, and what little company
  // its sentences have must not be taken for a page about something else.
  const excerpts: (Sample & { readonly page: string })[] = [];
  for (const { set, page } of given) {
    if (set !== 'ours') continue;
    const { blocks, title } = page.page;
    const stretches = EXCERPTS.flatMap((length) =>
      Array.from({ length: Math.ceil(blocks.length / length) }, (_, i) => blocks.slice(i * length, (i + 1) * length)),
    );
    for (const part of stretches) {
      for (const one of sightings(scorerOf(page), part, { title })) {
        const id = pack.claims[one.claim]?.id;
        const quote = part[one.block]?.text.slice(one.start, one.end) ?? '';
        const right = page.labels.some((l) => l.claims.some((c) => c.id === id) && covers(quote, l.text));
        excerpts.push({ page: page.id, features: one.features, right, weight: EXCERPT_WEIGHT });
      }
    }
  }
  return { rows, missed, treatments, heard, excerpts };
};

const sample = (row: Row): Sample => ({
  features: row.seen.features,
  right: row.right,
  weight:
    row.set === 'news' ? NEWS_WEIGHT : row.near ? NEAR_MISS_WEIGHT : row.right && row.strength === 'loose' ? LOOSE_WEIGHT : 1,
});
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
const learn = ({ heard, excerpts }: Seen, from: readonly Row[]) => {
  const taught = new Set(from.map(({ page }) => page));
  const samples = [...from.map(sample), ...heard, ...excerpts.filter(({ page }) => taught.has(page))];
  return boost(withoutSome(samples, DECISION_PLACES), FEATURE_COUNT, DECISION);
};
const learnTreatment = ({ treatments }: Seen, from: readonly Row[], relation: string) =>
  boost(
    [
      ...from
        .filter((r) => r.relation !== '')
        .map((r) => ({ features: r.treatment, right: r.relation === relation, weight: PAGE_WEIGHT })),
      ...treatments.map((t) => ({ features: t.treatment, right: t.relation === relation, weight: 1 })),
    ],
    TREATMENT_FEATURES.length,
    TREATMENT,
  );

const PROMISE_AT = PROMISE_FEATURES.map(at);
/** Every claim counts alike here, however loosely it is made: what is turned away is lost. */
const learnPromise = ({ rows: seen, heard }: Seen, taught: (one: Origin) => boolean) =>
  boost(
    withoutSome(
      [...seen.filter(taught).map((r) => ({ ...sample(r), weight: 1 })), ...heard].map((one) => ({
        ...one,
        features: PROMISE_AT.map((f) => one.features[f] ?? 0),
      })),
      PROMISE_PLACES,
    ),
    PROMISE_FEATURES.length,
    PROMISE,
  );

if (process.argv.includes('--write')) {
  const promise = learnPromise(look(null, -1), () => true);
  const seen = look(quickForest(promise), -1);
  writeTells(BUNDLED, tellsWithout([]));
  writeData(
    new URL('../../src/match/wordings/weights.data.ts', import.meta.url),
    'Made by tests/bench/learn-wordings.ts --write from tests/pages/labelled, the pack, its documents (../shared/seeds), the labelled pages and the news of ../shared/data.',
    '../forest.ts',
    [
      forestSource('PROMISE', promise),
      forestSource('DECISION', learn(seen, seen.rows)),
      forestSource('DENIES', learnTreatment(seen, seen.rows, 'denies')),
      forestSource('QUESTIONS', learnTreatment(seen, seen.rows, 'questions')),
    ],
  );
  process.exit();
}

/** Judged by what was learned without their pages. */
const rows: Row[] = [];
const missed: Missed[] = [];
const confidence = new Map<Row, number>();
const relation = new Map<Row, string>();
/** Learns from the pages of all other folds, and judges this one's. */
const judge = (held: number): void => {
  const taught = ({ page }: Origin): boolean => foldOf.get(page) !== held;
  const judged = (one: Origin): boolean => !taught(one);
  const seen = look(quickForest(learnPromise(look(null, held), taught)), held);
  const train = seen.rows.filter(taught);
  const decision = learn(seen, train);
  const denies = learnTreatment(seen, train, 'denies');
  const questions = learnTreatment(seen, train, 'questions');
  missed.push(...seen.missed.filter(judged));
  for (const row of seen.rows.filter(judged)) {
    rows.push(row);
    confidence.set(row, probability(logOdds(decision, row.seen.features)));
    if (!row.right) continue;
    const d = logOdds(denies, row.treatment);
    const q = logOdds(questions, row.treatment);
    relation.set(row, d > 0 && d >= q ? 'denies' : q > 0 ? 'questions' : 'asserts');
  }
};
for (let fold = 0; fold <= FOLDS; fold++) judge(fold);

for (const set of ['shared', 'ours', 's'] as const) {
  const mine = rows.filter((r) => (set === 's' ? r.page.startsWith('s') && r.set === 'ours' : r.set === set));
  const all =
    mine.filter((r) => r.right).length +
    missed.filter((m) => (set === 's' ? m.page.startsWith('s') && m.set === 'ours' : m.set === set)).length;
  for (const limit of [0.3, 0.4, 0.5, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9]) {
    const lit = mine.filter((r) => (confidence.get(r) ?? 0) >= limit);
    const right = lit.filter((r) => r.right);
    const by = ['close', 'paraphrase', 'loose'].map((s) => {
      const whole =
        mine.filter((r) => r.right && r.strength === s).length +
        missed.filter((m) => (set === 's' ? m.page.startsWith('s') && m.set === 'ours' : m.set === set) && m.strength === s)
          .length;
      return `${s} ${((100 * right.filter((r) => r.strength === s).length) / whole).toFixed(0)}`;
    });
    const related = right.filter((r) => relation.get(r) === r.relation).length;
    console.log(
      `${set} ≥${limit}: precision ${((100 * right.length) / lit.length).toFixed(1)} recall ${((100 * right.length) / all).toFixed(1)} (${by.join(', ')}) relation ${((100 * related) / right.length).toFixed(1)} near misses ${lit.filter((r) => r.near).length} news ${rows.filter((r) => r.set === 'news' && (confidence.get(r) ?? 0) >= limit).length}`,
    );
  }
}

for (const limit of [0.5, 0.7, 0.8]) {
  const lit = rows.filter((r) => r.set === 'documents' && (confidence.get(r) ?? 0) >= limit);
  const listed = given.flatMap(({ page, passages = [] }) => passages.map((passage) => ({ ...passage, page: page.id })));
  const found = listed.filter(({ page, claim, isIn }) => lit.some((r) => r.page === page && r.claim === claim && isIn(r.seen)));
  console.log(
    `documents ≥${limit}: ${found.length} of ${listed.length} passages, ${lit.filter((r) => !r.right).length} highlights not listed`,
  );
}

if (process.argv.includes('--verbose')) {
  for (const r of rows) {
    const c = confidence.get(r) ?? 0;
    if (!r.right && c >= 0.5)
      console.log(`FALSE ${r.set} ${r.page} ${r.claim} ${c.toFixed(2)} ${r.quote.slice(0, 220)} | W: ${r.wording}`);
    if (r.right && c < 0.7)
      console.log(`MISS ${r.set} ${r.page} ${r.claim} ${r.strength} ${c.toFixed(2)} ${r.quote.slice(0, 220)} | W: ${r.wording}`);
    if (r.right && relation.get(r) !== r.relation)
      console.log(
        `REL ${r.set} ${r.page} ${r.claim} is ${r.relation} said ${relation.get(r)}: ${r.quote.slice(0, 220)} | W: ${r.wording} ${[...r.treatment].map((x) => Number(x.toFixed(2)))}`,
      );
  }
  for (const m of missed) console.log(`GATE ${m.set} ${m.page} ${m.claim} ${m.strength} ${m.text}`);
}
