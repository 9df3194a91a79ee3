// Prints what cross-validation of the wordings regime found (learn-wordings.ts).
import { THRESHOLD } from '../../src/match/wordings/decide.ts';
import type { Given } from './wordings-given.ts';
import type { Excerpt, Missed, Origin, Row } from './wordings-look.ts';

/** A row with what the decision and the relation learned without it say. */
export interface Judged extends Row {
  readonly confidence: number;
  readonly said: string;
}

/** A candidate of what was read as a text of its own. */
export interface JudgedExcerpt extends Pick<Excerpt, 'kind' | 'near' | 'right'> {
  readonly confidence: number;
}

const LIMITS = [0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9];
const DOCUMENT_LIMITS = [0.5, 0.55, 0.7, 0.8];
const STRENGTHS = ['close', 'paraphrase', 'loose'];
/** A miss and a false highlight as the reports tell them. */
const LIT = THRESHOLD;
const NEARLY = 0.5;
const MOST_QUOTED = 220;

const percent = (part: number, whole: number, digits = 1): string => ((100 * part) / whole).toFixed(digits);

/** Precision, recall and relation of the rows of some pages, by limit. */
export const reportPages = (
  name: string,
  rows: readonly Judged[],
  missed: readonly Missed[],
  isOne: (one: Origin) => boolean,
): void => {
  const mine = rows.filter(isOne);
  const lost = missed.filter(isOne);
  const labels = [...mine.filter((r) => r.right), ...lost];
  for (const limit of LIMITS) {
    const lit = mine.filter((r) => r.confidence >= limit);
    const right = lit.filter((r) => r.right);
    const by = STRENGTHS.map((strength) => {
      const of = ({ strength: own }: { readonly strength: string }): boolean => own === strength;
      return `${strength} ${percent(right.filter(of).length, labels.filter(of).length, 0)}`;
    });
    const related = right.filter((r) => r.said === r.relation).length;
    const news = rows.filter((r) => r.set === 'news' && r.confidence >= limit).length;
    console.log(
      `${name} ≥${limit}: precision ${percent(right.length, lit.length)} recall ${percent(right.length, labels.length)} (${by.join(', ')}) relation ${percent(related, right.length)} near misses ${lit.filter((r) => r.near).length} news ${news}`,
    );
  }
};

/** Which of the passages that the pack lists are found. */
export const reportDocuments = (rows: readonly Judged[], given: readonly Given[]): void => {
  const listed = given.flatMap(({ page, passages = [] }) => passages.map((passage) => ({ ...passage, page: page.id })));
  for (const limit of DOCUMENT_LIMITS) {
    const lit = rows.filter((r) => r.set === 'documents' && r.confidence >= limit);
    const found = listed.filter(({ page, claim, isIn }) => lit.some((r) => r.page === page && r.claim === claim && isIn(r.seen)));
    const others = lit.filter((r) => !r.right).length;
    console.log(`documents ≥${limit}: ${found.length} of ${listed.length} passages, ${others} highlights not listed`);
  }
};

/** What is lit where stretches of the pages and of the news are read by themselves, passages of the pages among news, and blocks that say who wrote them. */
export const reportExcerpts = (rows: readonly JudgedExcerpt[]): void => {
  const news = rows.filter(({ kind }) => kind === 'news');
  for (const kind of ['stretch', 'passing', 'attributed'] as const) {
    const mine = rows.filter((one) => one.kind === kind);
    const made = mine.filter(({ right }) => right).length;
    for (const limit of LIMITS) {
      const lit = mine.filter(({ confidence }) => confidence >= limit);
      const right = lit.filter((one) => one.right).length;
      const near = lit.filter((one) => one.near && !one.right).length;
      const strangers = news.filter(({ confidence }) => confidence >= limit).length;
      console.log(
        `${kind} ≥${limit}: precision ${percent(right, lit.length)}, ${percent(right, made)} of the candidates that are right; near misses ${near}; stretches of news ${strangers}`,
      );
    }
  }
};

/** How often the relation is told rightly where labelled sentences stand in frames (framed.ts). */
export const reportFrames = (rows: readonly { readonly relation: string; readonly said: string }[]): void => {
  for (const relation of ['asserts', 'denies', 'questions']) {
    const mine = rows.filter((one) => one.relation === relation);
    const right = mine.filter(({ said }) => said === relation).length;
    console.log(`frames, ${relation}: ${percent(right, mine.length)} % of ${mine.length} candidates told rightly`);
  }
};

/** Every false highlight, missed claim and wrong relation. */
export const reportErrors = (rows: readonly Judged[], missed: readonly Missed[]): void => {
  for (const r of rows) {
    const where = `${r.set} ${r.page} ${r.claim}`;
    const told = `${r.quote.slice(0, MOST_QUOTED)} | W: ${r.wording}`;
    if (!r.right && r.confidence >= NEARLY) console.log(`FALSE ${where} ${r.confidence.toFixed(2)} ${told}`);
    if (r.right && r.confidence < LIT) console.log(`MISS ${where} ${r.strength} ${r.confidence.toFixed(2)} ${told}`);
    if (r.relation !== '' && r.said !== r.relation)
      console.log(`REL ${where} is ${r.relation} said ${r.said}: ${told} ${[...r.treatment].map((x) => Number(x.toFixed(2)))}`);
  }
  for (const m of missed) console.log(`GATE ${m.set} ${m.page} ${m.claim} ${m.strength} ${m.text}`);
};
