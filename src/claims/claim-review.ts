// Makes a pack of a feed of fact-checks (schema.org ClaimReview in JSON-LD). Nothing is ever fetched: not its context, nor
// links, nor images.
import { shortened } from './fields.ts';
import { fingerprint } from './fingerprint.ts';
import { addressOf, get, languageOf, reviewsIn, textOf } from './json-ld.ts';
import { CLAIMS_LIMIT } from './pack-schema.ts';
import { type Problem, said } from './problem.ts';
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

/** What could be used of a feed, and what not. */
interface Gathered {
  readonly claims: Map<string, Claim>;
  readonly sources: Map<string, Source>;
  readonly publishers: Set<string>;
  readonly skipped: Problem[];
}

/** @param json what `JSON.parse` gave of the feed */
export function parseClaimReviews(json: unknown, about: About = {}): Reviews {
  const today = about.today ?? new Date().toISOString().slice(0, 10);
  const gathered = gather(json, today);
  if (gathered === null) return refused(`a feed of at most ${CLAIMS_LIMIT} reviews`, 'more');
  const { claims, skipped } = gathered;
  if (claims.size + skipped.length === 0) return refused('a feed with items of type ClaimReview', said(json));
  if (claims.size === 0) return { ok: false, problems: skipped };
  const parsed = parsePack(packOf(json, about, today, gathered));
  return parsed.ok ? { ok: true, pack: parsed.pack, skipped } : parsed;
}

/** Null where the feed has more reviews than a pack may have claims. Each of them is either taken or skipped. */
function gather(json: unknown, today: string): Gathered | null {
  const gathered: Gathered = { claims: new Map(), sources: new Map(), publishers: new Set(), skipped: [] };
  const { claims, sources, publishers, skipped } = gathered;
  /** Those reviewed under one id or at one address. */
  const statements = new Map<string, Set<string>>();
  let number = 0;
  for (const { path, review } of reviewsIn(json)) {
    if (++number > CLAIMS_LIMIT) return null;
    const given = idOf(review, number);
    const told = statements.get(given) ?? new Set<string>();
    statements.set(given, told);
    const id = textOf(review, '@id') === undefined ? freeId(given, told.size, claims) : given;
    const read = readReview(review, id, today);
    const wrong = read && wrongIn(read);
    if (read === null)
      skipped.push({ path: `${path}.claimReviewed`, expected: 'the claim in words', got: said(get(review, 'claimReviewed')) });
    else if (claims.has(id) || told.has(read.claim.statement))
      skipped.push({ path, expected: 'an @id, or a claim at its address, that no review before it has', got: said(id) });
    else if (wrong !== null) skipped.push({ path, expected: `${wrong.expected} (for "${wrong.path}")`, got: wrong.got });
    else {
      told.add(read.claim.statement);
      for (const source of read.sources) sources.set(source.id, source);
      claims.set(id, read.claim);
      publishers.add(read.publisher);
    }
  }
  return gathered;
}

/** An id for a review that has none of its own: that of its address, or where `before` claims at this address came earlier, the
 * first further one that is not `taken`. */
function freeId(given: string, before: number, taken: ReadonlyMap<string, unknown>): string {
  let id = given;
  for (let n = before; n > 0 && taken.has(id); n++) id = furtherId(given, n);
  return id;
}

/** The pack as JSON would give it, to be checked like any other. */
function packOf(json: unknown, about: About, today: string, { claims, sources, publishers }: Gathered): unknown {
  const publisher = shortened([...publishers].slice(0, 5).join(', '), 500);
  const name = textOf(json, 'name');
  const isUnnamed = publisher === UNNAMED;
  // What tells it from other feeds of these publishers: its own name, and where nobody is named, all that it reviews.
  const marks = [name ?? [], isUnnamed ? [...claims.values()].map(({ statement }) => statement) : []].flat();
  return {
    format: 1,
    id: marks.length === 0 ? 'claim-reviews' : `claim-reviews-${fingerprint(marks.join('\n'))}`,
    name: name ?? (isUnnamed ? about.name : undefined) ?? `Fact-checks by ${publisher}`,
    version: textOf(json, 'version') ?? today,
    language: languageOf(json) ?? 'en',
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

/** What a pack would be refused for: one review should not cost the others. */
const wrongIn = ({ claim, sources }: Review): Problem | null =>
  problemIn('claims', claim) ?? sources.map((source) => problemIn('sources', source)).find((wrong) => wrong !== null) ?? null;

const refused = (expected: string, got: string): Reviews => ({ ok: false, problems: [{ path: '', expected, got }] });
