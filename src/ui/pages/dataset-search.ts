// Searching all claims and their evidence: words by a kept search library, the rest by plain filters.
import MiniSearch from 'minisearch';
import { lookup } from '../../claims/families.ts';
import { balanceOf, standingOf } from '../../claims/standing.ts';
import type { Balance, Claim, Evidence, Pack, Standing } from '../../claims/types.ts';
import type { StoredPack } from '../../platform/dataset.ts';
import { groupOf } from '../standing.ts';
import type { Query } from './dataset-route.ts';

export interface Hit {
  readonly pack: Pack;
  readonly claim: Claim;
  readonly standing: Standing | null;
  readonly balance: Balance;
  /** The evidence that the query speaks of; empty where it speaks of none in particular. */
  readonly items: readonly Evidence[];
  /** Words that were found, in lower case, for marking. */
  readonly terms: readonly string[];
}

export interface Search {
  /** All hits, best first where there are words, else in the order of the packs. */
  find(query: Query): readonly Hit[];
  /** Distinct publishers, for suggesting. */
  readonly publishers: readonly string[];
}

interface Known {
  readonly pack: Pack;
  readonly claim: Claim;
  readonly standing: Standing | null;
  readonly balance: Balance;
}
const FIELDS = ['statement', 'wordings', 'evidence', 'who'] as const;
type Entry = { readonly id: number } & Readonly<Record<(typeof FIELDS)[number], string>>;

/** The statement says what the claim is; a wording or a summary is one of dozens. */
const BOOST = { statement: 4, who: 1.5, evidence: 1, wordings: 0.5 };
/** Shorter words differ by one letter from too many others. */
const FUZZY_FROM = 6;
const FUZZY = 0.2;
/** Claims per turn while indexing: some ten milliseconds. */
const CHUNK = 500;

/** Reads all packs into an index. A pause after each chunk keeps the page alive with large packs. */
export async function searchOf(packs: readonly StoredPack[]): Promise<Search> {
  const known = packs.flatMap(({ pack }) =>
    pack.claims.map((claim): Known => ({ pack, claim, standing: standingOf(pack, claim), balance: balanceOf(pack, claim) })),
  );
  const index = new MiniSearch<Entry>({ fields: [...FIELDS], searchOptions: { boost: BOOST, combineWith: 'AND' } });
  await index.addAllAsync(known.map(entryOf), { chunkSize: CHUNK });
  return {
    find: (query) => foundIn(index, known, query),
    publishers: [...new Set(packs.flatMap(({ pack }) => pack.sources.map(({ publisher }) => publisher)))].sort(),
  };
}

const entryOf = ({ pack, claim }: Known, id: number): Entry => {
  const sources = claim.evidence.flatMap(({ source }) => lookup(pack).sources.get(source ?? '') ?? []);
  return {
    id,
    statement: `${claim.id} ${claim.statement} ${claim.title ?? ''}`,
    wordings: claim.wordings.map((wording) => (typeof wording === 'string' ? wording : wording.text)).join('\n'),
    evidence: claim.evidence.map(({ summary }) => summary).join('\n'),
    who: [claim.claimant, ...sources.flatMap(({ publisher, title, author = '' }) => [publisher, title, author])].join('\n'),
  };
};

function foundIn(index: MiniSearch<Entry>, known: readonly Known[], query: Query): readonly Hit[] {
  const options = { prefix: true, fuzzy: (term: string) => (term.length < FUZZY_FROM ? false : FUZZY) };
  const ranked =
    query.words.trim() === ''
      ? known.map((one) => ({ one, terms: [] as readonly string[] }))
      : index.search(query.words, options).flatMap(({ id, terms }) => {
          const one = known[Number(id)];
          return one === undefined ? [] : [{ one, terms }];
        });
  return ranked.flatMap(({ one, terms }) => {
    if (query.groups.size > 0 && !query.groups.has(groupOf(one.standing))) return [];
    const { pack, claim } = one;
    const fits = fitting(pack, query);
    const items = claim.evidence.filter((item) => fits(item.source, item.date));
    if (items.length === 0 && !fits(claim.origin, claim.undated ? null : claim.made)) return [];
    const isNarrow = query.source !== '' || query.from !== '' || query.to !== '';
    const spoken = items.filter(({ summary }) => terms.length === 0 || terms.some((term) => fold(summary).includes(term)));
    return [{ ...one, items: terms.length > 0 || isNarrow ? spoken : [], terms }];
  });
}

/** Whether something from this source, of this date (null: nobody knows it), is what the query asks for. */
function fitting(pack: Pack, { source, from, to }: Query): (id: string | null, date: string | null) => boolean {
  const wanted = fold(source.trim());
  return (id, date) => {
    // A date without its day or month is as early, or as late, as the query likes.
    if (from !== '' && (date === null || date < from.slice(0, date.length))) return false;
    if (to !== '' && (date === null || date > to.slice(0, date.length))) return false;
    if (wanted === '') return true;
    const one = lookup(pack).sources.get(id ?? '');
    return one !== undefined && [one.publisher, one.title, one.author ?? ''].some((text) => fold(text).includes(wanted));
  };
}

const fold = (text: string): string => text.toLowerCase();

/** The text cut where its words are among `terms` (in lower case). */
export function marked(text: string, terms: readonly string[]): readonly { readonly text: string; readonly is: boolean }[] {
  const wanted = new Set(terms);
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, is: wanted.has(fold(piece)) }));
}
