// The evidence of a claim: grouped by stance, independent items first, repeats of the claim's own origin folded under one line.
import { titleOf } from '../claims/title.ts';
import type { Card, CardItem, Stance } from '../claims/types.ts';
import { shownDate } from './dates.ts';
import { Icon } from './icons.tsx';
import { spoken } from './texts.ts';

/** Always in this order, whichever side is stronger: the order must not judge. */
const STANCES: readonly Stance[] = ['corroborates', 'rebuts', 'context'];

export interface EvidenceGroup {
  readonly stance: Stance;
  readonly independent: readonly CardItem[];
  readonly repeats: readonly CardItem[];
}

/** The groups that hold anything; order within them as given. */
export function groupsOf(items: readonly CardItem[]): EvidenceGroup[] {
  return STANCES.map((stance) => {
    const all = items.filter((item) => item.stance === stance);
    return {
      stance,
      independent: all.filter(({ independent }) => independent),
      repeats: all.filter(({ independent }) => !independent),
    };
  }).filter(({ independent, repeats }) => independent.length + repeats.length > 0);
}

/** Distinct publishers: five articles of one outlet are one outlet that repeats. */
export function outlets(items: readonly CardItem[]): number {
  return new Set(items.map(({ source }) => source?.publisher ?? '')).size;
}

export function Evidence({ card }: { readonly card: Card }) {
  const { text } = spoken();
  return (
    <>
      {groupsOf(card.items).map(({ stance, independent, repeats }) => (
        <section key={stance} class={`group ${stance}`}>
          <h3>
            <Icon name={stance} />
            {text(`stance_${stance}`)}
          </h3>
          {/* A heading over nothing but repeats would read as if somebody bore the claim out. */}
          {independent.length === 0 && <p class="none">{text('card_no_independent')}</p>}
          {independent.length > 0 && <Items items={independent} language={card.pack.language} />}
          {repeats.length > 0 && (
            <Repeats items={repeats} language={card.pack.language} origin={card.claim.origin?.publisher ?? card.claim.claimant} />
          )}
        </section>
      ))}
    </>
  );
}

interface ItemsProps {
  readonly items: readonly CardItem[];
  /** Of the pack, in whose words they are told. */
  readonly language: string;
}

function Repeats({ items, language, origin }: ItemsProps & { readonly origin: string }) {
  const { counted } = spoken();
  return (
    <details class="repeats">
      <summary>
        <Icon name="repeats" />
        {counted('card_repeats', outlets(items), origin)}
      </summary>
      <Items items={items} language={language} />
    </details>
  );
}

function Items({ items, language }: ItemsProps) {
  return (
    <ul>
      {items.map((item, at) => (
        <Item key={at} item={item} words={language} />
      ))}
    </ul>
  );
}

function Item({ item, words }: { readonly item: CardItem; readonly words: string }) {
  const { summary, source, date, hindsight, href, place, locator } = item;
  const { text, language } = spoken();
  const publisher = source === null ? null : <bdi>{source.publisher}</bdi>;
  return (
    <li>
      <p class="summary" lang={words}>
        {summary}
      </p>
      <p class="source">
        {source !== null &&
          (href === null ? (
            publisher
          ) : (
            <a href={href} target="_blank" rel="noopener noreferrer" title={titleOf(source)}>
              {publisher}
              <Icon name="out" />
              <span class="unseen">{text('card_new_tab')}</span>
            </a>
          ))}
        {place && <bdi class="where">{place}</bdi>}
        {source?.stake !== undefined && (
          <span class="stake" lang={words}>
            {source.stake}
          </span>
        )}
        <time dateTime={date} class={hindsight ? 'mark' : ''}>
          {hindsight ? text('card_hindsight', shownDate(date, language)) : shownDate(date, language)}
        </time>
        {locator?.where !== undefined && (
          <span class="where" lang={words}>
            {locator.where}
          </span>
        )}
      </p>
    </li>
  );
}
