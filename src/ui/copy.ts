// What "copy" gives: plain text with citations, and a W3C Web Annotation (https://www.w3.org/TR/annotation-model/).
import type { Card, CardItem } from '../claims/types.ts';
import { balanceInWords } from './balance.tsx';
import { shownDate } from './dates.ts';
import { groupsOf } from './evidence.tsx';
import type { Texts } from './texts.tsx';

export interface Place {
  readonly address: string;
  readonly title: string;
  readonly quote: string;
}

function citation({ summary, source, date, href }: CardItem, language: string): string {
  const named = source === null ? [] : [source.author, source.publisher, `“${source.title}”`];
  return `- ${summary} (${[...named, shownDate(date, language), href].filter(Boolean).join(', ')})`;
}

/** The card as plain text, every item with its source. */
export function asText(card: Card, place: Place, texts: Texts): string {
  const { claim, standing, balance } = card;
  const lines = [
    claim.statement,
    texts.text('card_made_by', claim.claimant, shownDate(claim.made, texts.language)),
    standing === null
      ? texts.text(`standing_${claim.kind}`)
      : `${texts.text(`standing_${standing}`)} (${balanceInWords(balance, texts)})`,
    '',
    `“${place.quote}”`,
    `${place.title}, ${place.address}`,
  ];
  for (const { stance, independent, repeats } of groupsOf(card.items)) {
    lines.push('', texts.text(`stance_${stance}`));
    for (const item of independent) lines.push(citation(item, texts.language));
    for (const item of repeats) lines.push(`${citation(item, texts.language)} [${texts.text('card_repeat')}]`);
  }
  return `${lines.join('\n')}\n`;
}

/** The card as a Web Annotation in JSON-LD: the passage is the target, the claim and its evidence are the body. */
export function asAnnotation(card: Card, place: Place, texts: Texts): string {
  const items = card.items.map(({ stance, summary, date, source, href, independent }) => ({
    type: 'SpecificResource',
    purpose: 'linking',
    ...(href === null ? {} : { source: href }),
    'rdfs:label': `${texts.text(`stance_${stance}`)}: ${summary}`,
    'dcterms:publisher': source?.publisher ?? null,
    'dcterms:date': date,
    'sidelight:independent': independent,
  }));
  const annotation = {
    '@context': [
      'http://www.w3.org/ns/anno.jsonld',
      { rdfs: 'http://www.w3.org/2000/01/rdf-schema#', dcterms: 'http://purl.org/dc/terms/', sidelight: 'urn:sidelight:' },
    ],
    type: 'Annotation',
    motivation: 'assessing',
    body: [
      { type: 'TextualBody', purpose: 'describing', format: 'text/plain', language: 'en', value: card.claim.statement },
      ...items,
    ],
    target: { source: place.address, selector: { type: 'TextQuoteSelector', exact: place.quote } },
  };
  return `${JSON.stringify(annotation, null, 2)}\n`;
}
