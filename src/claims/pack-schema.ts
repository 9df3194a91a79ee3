// The shape of a pack as valibot schemas: what parsePack (schema.ts) applies and what assets/packs/pack.schema.json is
// generated from. Objects copy the keys they know into fresh objects and drop the rest.
import * as v from 'valibot';
import { address, date, id, language, packId, text } from './fields.ts';

/** What a browser can hold and compile in a worker. */
export const CLAIMS_LIMIT = 250_000;
/** A claim and its review may each bring a source of their own. */
const SOURCES_LIMIT = 2 * CLAIMS_LIMIT;
/** Far above what an author writes; keeps one hostile claim from costing as much as a whole pack. */
const PER_CLAIM_LIMIT = 1000;
const GROUPS_LIMIT = 20_000;

const listOf = <const Item extends v.GenericSchema>(item: Item, limit: number, of: string) => {
  const expected = `a list of at most ${limit} ${of}`;
  return v.pipe(v.array(item, expected), v.maxLength(limit, expected));
};
const oneOf = <const Options extends readonly string[]>(options: Options) =>
  v.picklist(options, `one of "${options.join('", "')}"`);

export const source = v.object(
  {
    id,
    title: v.pipe(text, v.description('Title of the document; a description of ours when "described" is true.')),
    described: v.optional(
      v.pipe(
        v.boolean('true or false'),
        v.description('True when the title describes the document because its own was not seen.'),
      ),
    ),
    publisher: text,
    author: v.optional(text),
    url: v.optional(v.pipe(address, v.description('Where the document itself was seen. Never guessed.'))),
    urlNote: v.optional(v.pipe(text, v.description('Why there is no address, or what is uncertain about it.'))),
    seenAt: v.optional(v.pipe(address, v.description('Where the document was seen when its own address was not.'))),
    published: v.optional(date),
    kind: oneOf(['report', 'commentary', 'official', 'reference', 'dataset']),
    language,
    stake: v.optional(v.pipe(text, v.description('Neutral words: "state-run", "party to the war".'))),
    relays: v.optional(
      v.pipe(listOf(id, 16, 'source ids'), v.description('Ids of the sources whose words this one only passes on.')),
    ),
  },
  'a source: an object',
);

const relation = oneOf(['asserts', 'denies', 'questions']);
const wording = v.union(
  [text, v.object({ text, relation })],
  'a sentence that asserts the claim, or {"text", "relation"} with a relation of "asserts", "denies" or "questions"',
);

export const evidence = v.object(
  {
    fact: v.optional(v.pipe(id, v.description('Id of the fact in the research notes, so that one can go back.'))),
    stance: oneOf(['corroborates', 'rebuts', 'context']),
    summary: v.pipe(text, v.description('One or two sentences of our own: what in the source bears on which part of the claim.')),
    source: v.pipe(v.nullable(id), v.description('A source id; null for "No public record found of …".')),
    date: v.pipe(date, v.description('When the evidence came out; for an absence, the day of the search.')),
    locator: v.optional(
      v.object(
        {
          where: v.optional(v.pipe(text, v.description('Where in the source: chapter, paragraph, minute.'))),
          quote: v.optional(v.pipe(text, v.description('At most twelve words of the source, letter by letter.'))),
        },
        'a locator: an object',
      ),
    ),
  },
  'an item of evidence: an object',
);

const LINES = 'a line or a range of lines such as "7" or "20-23"';
export const claim = v.object(
  {
    id,
    topic: text,
    statement: v.pipe(text, v.description('The claim in one plain sentence with the names in it.')),
    title: v.optional(v.pipe(text, v.description('Headline of the review, in imported fact-checks.'))),
    claimant: v.pipe(text, v.description('Who asserts it, through whom, as it stands after “Claimed by”.')),
    made: v.pipe(date, v.description('When it was first made.')),
    undated: v.optional(
      v.pipe(
        oneOf(['reviewed', 'imported']),
        v.description('Where nobody says when: whose day is in "made" instead, that of the review or of the import.'),
      ),
    ),
    occasion: v.optional(v.pipe(text, v.description('Where it was made, in imported fact-checks: "in a debate".'))),
    kind: oneOf(['fact', 'reported', 'forecast', 'opinion']),
    origin: v.pipe(id, v.description('Source id of the document that first made it.')),
    passages: listOf(
      v.object({ document: id, lines: v.pipe(v.string(LINES), v.regex(/^\d{1,6}(-\d{1,6})?$/, LINES)) }, 'a passage: an object'),
      PER_CLAIM_LIMIT,
      'passages',
    ),
    wordings: listOf(wording, PER_CLAIM_LIMIT, 'wordings'),
    evidence: listOf(evidence, PER_CLAIM_LIMIT, 'items of evidence'),
  },
  'a claim: an object',
);

const groupIds = v.optional(listOf(id, PER_CLAIM_LIMIT, 'group ids'));
export const group = v.object(
  {
    id,
    kind: text,
    note: v.pipe(text, v.description('What the group is.')),
    members: listOf(text, PER_CLAIM_LIMIT, 'words or expressions'),
    ambiguous: v.optional(
      listOf(
        v.object({ text, near: listOf(id, PER_CLAIM_LIMIT, 'group ids') }, 'an ambiguous member: an object'),
        PER_CLAIM_LIMIT,
        'ambiguous members',
      ),
    ),
    stands_for: groupIds,
    opposite: groupIds,
    related: groupIds,
  },
  'a group of words: an object',
);

export const document = v.object({ id, title: text, source: id }, 'a document: an object');
const unusedFact = v.object({ fact: id, reason: text }, 'an unused fact: an object');

const TELLS_LIMIT = 100;
const MOST_NATS = 50;
const NATS = `a number of nats from -${MOST_NATS} to ${MOST_NATS}`;
const nats = v.pipe(v.number(NATS), v.minValue(-MOST_NATS, NATS), v.maxValue(MOST_NATS, NATS));
export const tells = v.object(
  {
    base: v.pipe(nats, v.description('Log-odds that a sentence without words would have.')),
    unknown: v.pipe(nats, v.description("Of a word that neither the list nor the pack's own texts hold.")),
    stems: listOf(
      v.object({ nats, of: listOf(text, GROUPS_LIMIT, 'stems') }, 'stems of one weight: an object'),
      TELLS_LIMIT,
      'weights',
    ),
  },
  'what words tell: an object',
);

const TAUGHT_LIMIT = 4_000_000;
const WEIGHTS = `weights: at most ${TAUGHT_LIMIT} characters, one for each`;
const weights = v.pipe(v.string(WEIGHTS), v.maxLength(TAUGHT_LIMIT, WEIGHTS));
const PLACES = 'eight hexadecimal digits';
export const taught = v.object(
  {
    places: v.pipe(
      v.string(PLACES),
      v.regex(/^[0-9a-f]{8}$/, PLACES),
      v.description('Sum over the index that the weights belong to.'),
    ),
    profile: weights,
    denies: weights,
    questions: weights,
    term_denies: weights,
    term_questions: weights,
  },
  'learned weights: an object',
);

/** Everything of a pack but its long lists. */
export const head = v.object(
  {
    $schema: v.optional(v.pipe(v.string('an address'), v.maxLength(500, 'an address'))),
    format: v.literal(1, 'the number 1: the format this version of Sidelight reads'),
    id: packId,
    name: text,
    version: text,
    language: v.pipe(language, v.description('Language of the wordings.')),
    publisher: text,
    licence: text,
    updated: date,
    description: text,
    tells: v.optional(
      v.pipe(
        tells,
        v.description(
          'Which words tell that a sentence makes any of the claims. Learned (tests/bench/learn-wordings.ts), never edited by hand.',
        ),
      ),
    ),
    taught: v.optional(
      v.pipe(
        taught,
        v.description(
          'What terms speak for, learned for these very wordings and this thesaurus (tests/bench/learn-wordings.ts), never edited by hand; without it the wordings teach.',
        ),
      ),
    ),
  },
  'a pack: an object',
);

export const lists = { documents: document, sources: source, claims: claim, thesaurus: group, unused_facts: unusedFact };
export const limits = {
  documents: 10_000,
  sources: SOURCES_LIMIT,
  claims: CLAIMS_LIMIT,
  thesaurus: GROUPS_LIMIT,
  unused_facts: 10_000,
};
