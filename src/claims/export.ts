// A card as text to paste, and a passage with its claim as a W3C Web Annotation (https://www.w3.org/TR/annotation-model/).
// Pure: who copies or saves it is for others.
import { titleOf } from './title.ts';
import type { Card, CardItem, Relation } from './types.ts';

/** What a card's words are: a copy is in English whatever the interface speaks, as the pack's own words are. */
const STANDINGS = {
  corroborated: 'corroborated by independent sources',
  rebutted: 'rebutted by independent sources',
  contested: 'contested: independent sources on both sides',
  unsupported: 'no independent source for or against',
} as const;
const STANCES = { corroborates: 'Corroborates', rebuts: 'Rebuts', context: 'Context' } as const;
const KINDS = { fact: 'statement of fact', reported: 'report', forecast: 'forecast', opinion: 'opinion' } as const;

/** The card as plain text with a citation for each item. */
export function cardText(card: Card): string {
  const { claim, balance, pack } = card;
  const standing =
    card.standing === null ? `none: this is ${claim.kind === 'opinion' ? 'an opinion' : 'a forecast'}` : STANDINGS[card.standing];
  const head = [
    claim.statement,
    `Claimed by: ${claim.claimant} (${claim.made}; ${KINDS[claim.kind]})`,
    ...(claim.origin === null ? [] : [`First made in: ${citation(claim.origin, claim.origin.url ?? null)}`]),
    `Standing of the evidence: ${standing}`,
    `Independent sources: ${balance.corroborates} for, ${balance.rebuts} against, ${balance.context} for context; ${balance.repeats} only repeat it`,
  ];
  const items = card.items.map((item, position) => `${position + 1}. ${itemText(item)}`);
  const foot = `From the pack “${pack.name}” ${pack.version}${pack.imported ? ', imported by the reader' : ''} (Sidelight). It shows who says what, not what is true.`;
  return `${[head.join('\n'), ...items, foot].join('\n\n')}\n`;
}

function itemText({ stance, summary, date, source, independent, hindsight, href, locator }: CardItem): string {
  const marks = [...(independent ? [] : ['repeats the same source']), ...(hindsight ? ['dated after the claim'] : [])];
  const where = [
    ...(locator?.where === undefined ? [] : [locator.where]),
    ...(locator?.quote === undefined ? [] : [`“${locator.quote}”`]),
  ];
  return [
    `${STANCES[stance]} (${[date, ...marks].join('; ')}): ${summary}`,
    ...(source === null ? [] : [`   ${citation(source, href)}`]),
    ...(where.length === 0 ? [] : [`   At: ${where.join(': ')}`]),
  ].join('\n');
}

/** Where the source's own address is not known, why not, and the page where it was seen. */
function citation(source: NonNullable<CardItem['source']>, href: string | null): string {
  const author = source.author === undefined || source.publisher.includes(source.author) ? [] : [source.author];
  const parts = [...author, titleOf(source, `“${source.title}”`), source.publisher, source.published ?? 'undated'].join(', ');
  const note = source.urlNote ?? 'No address known';
  const place =
    source.url !== undefined ? (href ?? source.url) : source.seenAt === undefined ? note : `${note}: ${source.seenAt}`;
  return `${parts}${source.stake === undefined ? '' : ` (${source.stake})`}. ${place}`;
}

/** The passage to annotate: the page's address and the words, with some of the text around them. */
export interface AnnotatedPassage {
  readonly url: string;
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly relation: Relation;
  /** ISO instant. */
  readonly created: string;
}

/** The passage as Web Annotation JSON-LD: the claim as one body, each item of evidence as another, linked to its source. */
export const annotationOf = (card: Card, passage: AnnotatedPassage): Readonly<Record<string, unknown>> => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  motivation: 'assessing',
  created: passage.created,
  generator: { type: 'Software', name: 'Sidelight' },
  target: {
    type: 'SpecificResource',
    source: passage.url,
    selector: {
      type: 'TextQuoteSelector',
      exact: passage.exact,
      ...(passage.prefix !== undefined && { prefix: passage.prefix }),
      ...(passage.suffix !== undefined && { suffix: passage.suffix }),
    },
  },
  body: [
    body(
      'identifying',
      `The passage ${passage.relation} this claim: ${card.claim.statement} (${card.claim.claimant}, ${card.claim.made})`,
    ),
    ...card.items.flatMap((item) => [
      body('commenting', itemText(item)),
      ...(item.href === null ? [] : [{ type: 'SpecificResource', purpose: 'linking', source: item.href }]),
    ]),
  ],
});

const body = (purpose: string, value: string) => ({ type: 'TextualBody', purpose, value, format: 'text/plain', language: 'en' });
