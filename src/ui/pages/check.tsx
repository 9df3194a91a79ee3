// The nearest known claims to a text that the reader selected, each with how sure we are; or that none is known.
import type { Card } from '../../claims/types.ts';
import { counted, text } from '../../platform/i18n.ts';
import type { Selected } from '../../platform/messages.ts';
import { inPercent, Origin, Standing } from '../card.tsx';
import { Evidence } from '../evidence.tsx';

export interface CheckProps {
  /** Null when there is nothing to answer (any more). */
  readonly answer: Selected | null;
  /** In the order of the answer; null where one could not be had. */
  readonly cards: readonly (Card | null)[];
  readonly onBrowse: (pack: string, claim: string) => void;
}

export function Check({ answer, cards, onBrowse }: CheckProps) {
  return (
    <div class="check">
      <h1 class="brand">
        <img src="/icons/mark.svg" width="28" height="28" alt="" />
        {text('check_title')}
      </h1>
      {answer === null ? (
        <p>{text('check_nothing')}</p>
      ) : (
        <>
          <blockquote>{answer.text}</blockquote>
          <p role="status">
            {answer.near.length === 0
              ? counted('selected_none', answer.checked)
              : counted('check_found', answer.near.length, answer.checked)}
          </p>
          {answer.near.map((near, at) => {
            const card = cards[at] ?? null;
            return (
              <article key={`${near.pack}/${near.claim}`} class="near card">
                <p class="sure">{text('card_near', inPercent(near.confidence))}</p>
                <h2 lang={near.language}>{near.statement}</h2>
                {card === null ? (
                  <p class="muted">{text('card_unavailable')}</p>
                ) : (
                  <>
                    <Origin card={card} />
                    <Standing found={near} card={card} />
                    <Evidence card={card} />
                  </>
                )}
                <button type="button" class="plain" onClick={() => onBrowse(near.pack, near.claim)}>
                  {text('card_browse')}
                </button>
              </article>
            );
          })}
        </>
      )}
    </div>
  );
}
