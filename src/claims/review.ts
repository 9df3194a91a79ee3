// One ClaimReview as a claim with its sources. The rating is shown as what its publisher said of the claim: it is context,
// and never a verdict of ours.
import { FIELD_LIMIT, ID_LIMIT, shortened } from './fields.ts';
import { addressOf, all, get, type Item, languageOf, nameOf, textOf } from './json-ld.ts';
import { dateIn, dateInAddress, occasionIn, statedIn } from './review-dates.ts';
import type { Claim, Source, Undated } from './types.ts';

export interface Review {
  readonly claim: Claim;
  readonly sources: readonly Source[];
  readonly publisher: string;
  /** Undefined where the review doesn't say. */
  readonly language: string | undefined;
}

/** Stands in for a claimant that the feed does not name. */
export const NOT_STATED = 'not stated';
/** Stands in for a publisher that the feed does not name. */
export const UNNAMED = 'An unnamed publisher';
/** Titles made of a claim are cut to about two lines. */
const TITLE = 200;

/** The review's own id; else the end of its address, which tells it from others; else its place in the feed. */
export const idOf = (review: Item, number: number): string => ending(textOf(review, '@id', 'url') ?? `review-${number}`);

/** For a review without an id of its own, the one after `before` others at its address. */
export const furtherId = (id: string, before: number): string => ending(`${id}#${before + 1}`);

const ending = (id: string): string => id.slice(-ID_LIMIT).toWellFormed().trim();

/** Null when the review does not say what it reviews. `today` (ISO) is the date of last resort. */
export function readReview(review: Item, id: string, today: string): Review | null {
  const reviewed = all(get(review, 'itemReviewed'))[0];
  const statement = textOf(review, 'claimReviewed') ?? textOf(reviewed, 'text', 'name');
  if (statement === undefined) return null;
  const author = get(review, 'author') ?? get(review, 'publisher');
  const publisher = nameOf(author) ?? UNNAMED;
  const title = textOf(review, 'name', 'headline');
  const url = addressOf(get(review, 'url'), addressOf(author));
  const written = textOf(review, 'datePublished');
  // PolitiFact's feeds give the claim's date here ("stated on …"); the review's own then stands in its address.
  const stated = statedIn(written);
  const published = dateInAddress(url) ?? (stated === null ? dateIn(written) : null);
  const made = dateIn(textOf(reviewed, 'datePublished')) ?? dateIn(textOf(reviewed, 'dateCreated')) ?? stated;
  const undated = made !== null ? undefined : published !== null ? 'reviewed' : 'imported';
  const occasion = occasionIn(written);
  const language = languageOf(review);
  const source: Source = {
    id: prefixed('review', id),
    title: title ?? shortened(`Review of: ${statement}`, TITLE),
    ...(title === undefined && { described: true }),
    publisher,
    ...(url === undefined ? { urlNote: 'The feed gives no address' } : { url }),
    ...(published !== null && { published }),
    kind: 'report',
    language: language ?? 'en',
  };
  const origin = originOf(reviewed, id);
  const claim: Claim = {
    id,
    topic: 'fact-check',
    statement,
    ...(title !== undefined && { title }),
    claimant: nameOf(get(reviewed, 'author')) ?? NOT_STATED,
    made: made ?? published ?? today,
    ...(undated !== undefined && { undated }),
    ...(occasion !== undefined && { occasion }),
    kind: 'fact',
    origin: origin.id,
    passages: [],
    wordings: [],
    evidence: [
      {
        stance: 'context',
        summary: ratingOf(review, publisher, undated),
        source: source.id,
        date: published ?? made ?? today,
      },
    ],
  };
  return { claim, sources: [origin, source], publisher, language };
}

const prefixed = (prefix: string, id: string): string =>
  `${prefix}:${id
    .slice(prefix.length + 1 - ID_LIMIT)
    .toWellFormed()
    .trim()}`;

/** Where the claim appeared, if the feed says so; else all that the same person said. */
function originOf(reviewed: unknown, id: string): Source {
  const claimant = nameOf(get(reviewed, 'author'));
  const url = addressOf(get(reviewed, 'firstAppearance')) ?? addressOf(get(reviewed, 'appearance'));
  const shared = { described: true, publisher: claimant ?? NOT_STATED, kind: 'report', language: 'en' } as const;
  if (url !== undefined) return { ...shared, id: prefixed('origin', id), title: 'Where the claim appeared', url };
  const title = claimant === undefined ? 'Origin not stated' : shortened(`Statements of ${claimant}`, TITLE);
  return { ...shared, id: prefixed('said-by', claimant ?? 'nobody named'), title, urlNote: 'The feed gives no address' };
}

/** Told with the review itself, whose date stands beside. */
const NO_DATE: Readonly<Record<Undated, string>> = {
  reviewed: 'The feed does not say when the claim was made.',
  imported: 'The feed gives no date; the one shown is the day of the import.',
};

function ratingOf(review: Item, publisher: string, undated: Undated | undefined): string {
  const rating = all(get(review, 'reviewRating'))[0];
  const words = textOf(rating, 'alternateName') ?? textOf(rating, 'ratingValue');
  const summary =
    words === undefined ? `${publisher} reviewed this claim; the feed gives no rating.` : `${publisher} rated this “${words}”.`;
  const dated = undated === undefined ? summary : `${summary} ${NO_DATE[undated]}`;
  return dated.length > FIELD_LIMIT ? `${shortened(dated, FIELD_LIMIT - 100)}…` : dated;
}
