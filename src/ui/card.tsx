// The card of one claim: what it says, what this passage does with it, who made it, how the evidence stands, and the items.
import type { Card as CardData } from '../claims/types.ts';
import type { Reason } from '../match/types.ts';
import type { Found } from '../platform/messages.ts';
import { Actions, type CardActions } from './actions.tsx';
import { BalanceBar } from './balance.tsx';
import { madeInWords } from './dates.ts';
import { Evidence } from './evidence.tsx';
import { Icon } from './icons.tsx';
import { spoken } from './texts.ts';
import { Timeline } from './timeline.tsx';
import { Why } from './why.tsx';
import { Within } from './within.tsx';

/** A passage as the card needs it. */
export interface Cited {
  readonly found: Omit<Found, 'block' | 'start' | 'end'> & { readonly start?: number };
  readonly quote: string;
}

export interface CardProps {
  readonly cited: Cited;
  /** Null while it is being fetched; 'none' when it could not be had. */
  readonly card: CardData | null | 'none';
  /** Where a passage makes several claims: which one this is (from 0), and how to go to another. */
  readonly position?: { readonly at: number; readonly of: number; readonly go: (at: number) => void } | undefined;
  readonly actions: CardActions;
  readonly close?: (() => void) | undefined;
}

/** The name of the dialog, for `aria-labelledby`. */
export const TITLE = 'sl-title';

export function Card({ cited, card, position, actions, close }: CardProps) {
  const { text } = spoken();
  const { found, quote } = cited;
  const known = card === 'none' ? null : card;
  const reason: Reason = found.reason;
  return (
    <article class="card">
      <header>
        {position !== undefined && position.of > 1 && <Switcher {...position} />}
        {close !== undefined && (
          <button type="button" class="close" onClick={close} aria-label={text('card_close')} title={text('card_close')}>
            <Icon name="close" />
          </button>
        )}
      </header>
      <h2 id={TITLE} lang={found.language}>
        {found.statement}
      </h2>
      <p class={`relation ${found.relation}`}>
        {found.near ? text('card_near', inPercent(found.confidence)) : text(`card_${found.relation}`)}
      </p>
      {known !== null && <Origin card={known} />}
      <Standing found={found} card={known} />
      {card === null && <p class="quiet">{text('card_loading')}</p>}
      {card === 'none' && <p class="quiet">{text('card_unavailable')}</p>}
      {known !== null && (
        <>
          <Timeline card={known} />
          <Evidence card={known} />
          {(!found.near || reason.agreed.length > 0) && (
            <Why
              quote={quote}
              language={found.language}
              start={found.start ?? 0}
              reason={reason}
              wording={known.claim.wordings[reason.wording]?.text ?? null}
            />
          )}
          <Actions card={known} cited={cited} actions={actions} />
          <p class="pack">
            {known.pack.imported
              ? text('card_pack_imported', known.pack.name)
              : text('card_pack', known.pack.name, known.pack.version)}
          </p>
        </>
      )}
    </article>
  );
}

/** A probability as readers write it. */
export function inPercent(share: number): string {
  return new Intl.NumberFormat(spoken().language, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

export function Origin({ card: { claim, pack } }: { readonly card: CardData }) {
  const { text } = spoken();
  const { origin, place } = claim;
  return (
    <p class="origin">
      <Within said={(claimant) => text('card_made_by', claimant, madeInWords(claim))}>
        <bdi lang={pack.language}>{claim.claimant}</bdi>
      </Within>
      {origin !== null && (
        <>
          {' · '}
          {text('card_via')}{' '}
          {origin.url === undefined ? (
            <bdi>{origin.publisher}</bdi>
          ) : (
            <a href={origin.url} target="_blank" rel="noopener noreferrer" title={origin.title}>
              <bdi>{origin.publisher}</bdi>
            </a>
          )}
          {place && <bdi class="where">{place}</bdi>}
          {origin.stake !== undefined && (
            <span class="stake" lang={pack.language}>
              {origin.stake}
            </span>
          )}
        </>
      )}
    </p>
  );
}

/** How the evidence stands; opinions and forecasts get no standing, and say so. */
export function Standing({
  found,
  card,
}: {
  readonly found: Pick<Cited['found'], 'standing' | 'balance'>;
  readonly card: CardData | null;
}) {
  const { text } = spoken();
  const { standing, balance } = found;
  const key = standing ?? (card?.claim.kind === 'forecast' ? 'forecast' : 'opinion');
  // Without the card it is not known yet which of the two it is.
  if (standing === null && card === null) return null;
  return (
    <div class={`standing ${key}`}>
      <p>
        <strong>{text(`standing_${key}`)}</strong> <span>{text(`standing_${key}_means`)}</span>
      </p>
      <BalanceBar balance={balance} />
    </div>
  );
}

function Switcher({ at, of, go }: NonNullable<CardProps['position']>) {
  const { text } = spoken();
  return (
    <nav class="switcher" aria-label={text('card_switcher')}>
      <button
        type="button"
        onClick={() => go((at + of - 1) % of)}
        aria-label={text('card_previous')}
        title={text('card_previous')}
      >
        <Icon name="back" />
      </button>
      <span aria-live="polite">{text('card_of', at + 1, of)}</span>
      <button type="button" onClick={() => go((at + 1) % of)} aria-label={text('card_next')} title={text('card_next')}>
        <Icon name="on" />
      </button>
    </nav>
  );
}
