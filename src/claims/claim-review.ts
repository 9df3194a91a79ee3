// Makes a pack of a feed of fact-checks (schema.org ClaimReview in JSON-LD). Nothing is ever fetched: not its context, nor
// links, nor images.
import { FIELD_LIMIT, shortened } from './fields.ts';
import { fingerprint } from './fingerprint.ts';
import { addressOf, type Found, get, type Item, languageOf, reviewsIn, textOf } from './json-ld.ts';
import { CLAIMS_LIMIT } from './pack-schema.ts';
import { type Problem, said, shapeOf } from './problem.ts';
import { furtherId, idOf, type Review, readReview, UNNAMED } from './review.ts';
import { dateIn } from './review-dates.ts';
import { parsePack, problemIn } from './schema.ts';
import type { Claim, Pack, Source } from './types.ts';

export type Reviews =
  /** `skipped` are the reviews that could not be used, each with its reason. */
  | { readonly ok: true; readonly pack: Pack; readonly skipped: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** What the feed itself does not say. */
export interface About {
  /** For a feed that names neither itself nor any publisher. */
  readonly name?: string | undefined;
  /** ISO date; stands in, and is named as such, where a review has no date. */
  readonly today?: string | undefined;
}

/** What is said of a file in which no review is found. */
export const WANTED = 'a pack, or a feed with items of type ClaimReview';

/** What could be used of a feed, and what not. */
interface Gathered {
  readonly claims: Map<string, Claim>;
  readonly sources: Map<string, Source>;
  readonly publishers: Set<string>;
  /** Of each review that is taken, as far as it says. */
  readonly languages: (string | undefined)[];
  readonly skipped: Problem[];
}

/** @param json what `JSON.parse` gave of the feed */
export function parseClaimReviews(json: unknown, about: About = {}): Reviews {
  const today = about.today ?? new Date().toISOString().slice(0, 10);
  const gathered = gather(json, today);
  if (gathered === null) return refused(`a feed of at most ${CLAIMS_LIMIT} reviews`, 'more');
  const { claims, skipped } = gathered;
  if (claims.size + skipped.length === 0) return refused(WANTED, shapeOf(json));
  if (claims.size === 0) return { ok: false, problems: skipped };
  const parsed = parsePack(packOf(json, about, today, gathered));
  return parsed.ok ? { ok: true, pack: parsed.pack, skipped } : parsed;
}

/** Null where the feed has more reviews than a pack may have claims. Each of them is either taken or skipped. */
function gather(json: unknown, today: string): Gathered | null {
  const found: Found[] = [];
  for (const one of reviewsIn(json)) if (found.push(one) > CLAIMS_LIMIT) return null;
  const outcomes: (Review | Problem)[] = [];
  const judge = newJudge(today);
  // Those with an @id first, for it is theirs: an id that is made up for another must not be one of these.
  for (const signed of [true, false])
    for (const [i, one] of found.entries()) if (hasId(one.review) === signed) outcomes[i] = judge(one, i + 1);
  const gathered: Gathered = { claims: new Map(), sources: new Map(), publishers: new Set(), languages: [], skipped: [] };
  for (const outcome of outcomes) {
    if ('expected' in outcome) gathered.skipped.push(outcome);
    else {
      for (const source of outcome.sources) gathered.sources.set(source.id, source);
      gathered.claims.set(outcome.claim.id, outcome.claim);
      gathered.publishers.add(outcome.publisher);
      gathered.languages.push(outcome.language);
    }
  }
  return gathered;
}

const hasId = (review: Item): boolean => textOf(review, '@id') !== undefined;

/** Judges review after review, `number` its place in the feed: what it becomes beside those before, or why it is left out. */
function newJudge(today: string): (found: Found, number: number) => Review | Problem {
  const taken = new Set<string>();
  /** Those reviewed under one id or at one address. */
  const statements = new Map<string, Set<string>>();
  /** The number to try next at an address where many claims are. */
  const next = new Map<string, number>();

  /** An id for a review that has none of its own: that of its address, or the first further one that is not taken. */
  const freeId = (given: string): string => {
    if (!taken.has(given)) return given;
    let before = next.get(given) ?? 1;
    while (taken.has(furtherId(given, before))) before++;
    next.set(given, before);
    return furtherId(given, before);
  };

  return ({ path, review }, number) => {
    const given = idOf(review, number);
    const told = statements.get(given) ?? new Set<string>();
    statements.set(given, told);
    const id = hasId(review) ? given : freeId(given);
    const read = readReview(review, id, today);
    if (read === null)
      return {
        path: path === '' ? 'claimReviewed' : `${path}.claimReviewed`,
        expected: `the claim in words, at most ${FIELD_LIMIT} characters`,
        got: said(get(review, 'claimReviewed')),
      };
    if (taken.has(id) || told.has(read.claim.statement))
      return { path, expected: 'an @id, or a claim at its address, that no other review has', got: said(id) };
    const wrong = wrongIn(read);
    if (wrong !== null) return { path, expected: `${wrong.expected} (for "${wrong.path}")`, got: wrong.got };
    told.add(read.claim.statement);
    taken.add(id);
    return read;
  };
}

/** The pack as JSON would give it, to be checked like any other. */
function packOf(json: unknown, about: About, today: string, { claims, sources, publishers, languages }: Gathered): unknown {
  // In an order of their own: a pack's publisher tells whether it is the same, and a feed's latest review may come first.
  const publisher = shortened([...publishers].sort().slice(0, 5).join(', '), 500);
  const name = textOf(json, 'name');
  const isUnnamed = publisher === UNNAMED;
  // What tells it from other feeds of these publishers: its own name, and where nobody is named, all that it reviews.
  const marks = [name ?? [], isUnnamed ? [...claims.values()].map(({ statement }) => statement) : []].flat();
  return {
    format: 1,
    id: marks.length === 0 ? 'claim-reviews' : `claim-reviews-${fingerprint(marks.join('\n'))}`,
    name: name ?? (isUnnamed ? about.name : undefined) ?? `Fact-checks by ${publisher}`,
    version: textOf(json, 'version') ?? today,
    language: languageOf(json) ?? mostly(languages) ?? 'en',
    publisher,
    licence: addressOf(get(json, 'license')) ?? textOf(json, 'license') ?? 'not stated',
    updated: dateIn(textOf(json, 'dateModified')) ?? today,
    description: textOf(json, 'description') ?? `${claims.size} reviewed claims, imported from a ClaimReview feed.`,
    documents: [],
    sources: [...sources.values()],
    claims: [...claims.values()],
    thesaurus: [],
  } satisfies Pack;
}

/** The language of more than half of the reviews, at least but for the region; else undefined. */
function mostly(languages: readonly (string | undefined)[]): string | undefined {
  for (const read of [(tag: string) => tag, (tag: string) => tag.split('-', 1)[0]?.toLowerCase()]) {
    const counts = new Map<string, number>();
    for (const tag of languages) {
      const one = tag === undefined ? undefined : read(tag);
      if (one !== undefined) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    for (const [one, count] of counts) if (2 * count > languages.length) return one;
  }
  return undefined;
}

/** What a pack would be refused for: one review should not cost the others. */
const wrongIn = ({ claim, sources }: Review): Problem | null =>
  problemIn('claims', claim) ?? sources.map((source) => problemIn('sources', source)).find((wrong) => wrong !== null) ?? null;

const refused = (expected: string, got: string): Reviews => ({ ok: false, problems: [{ path: '', expected, got }] });
