// A small picture of when the evidence came, around the day the claim was made: what speaks for it above the line, what
// speaks against it below, context on it.
import type { Card, Stance } from '../claims/types.ts';
import { instant, shownDate } from './dates.ts';
import { spoken } from './texts.ts';

export interface Point {
  readonly stance: Stance | 'claim';
  readonly date: string;
  /** Per cent of the line's length. */
  readonly at: number;
}

/** Room at both ends, so that no dot is cut. */
const EDGE = 3;

/** Points along the line in order of time; none where all dates are one day (there is nothing to picture). */
export function pointsOf(card: Card): Point[] {
  const dated = [
    { stance: 'claim' as const, date: card.claim.made },
    ...card.items.filter(({ independent }) => independent).map(({ stance, date }) => ({ stance, date })),
  ].flatMap((point) => {
    const time = instant(point.date);
    return time === null ? [] : [{ ...point, time }];
  });
  dated.sort((a, b) => a.time - b.time);
  const first = dated[0]?.time ?? 0;
  const span = (dated.at(-1)?.time ?? 0) - first;
  if (span === 0) return [];
  return dated.map(({ stance, date, time }) => ({ stance, date, at: EDGE + ((time - first) / span) * (100 - 2 * EDGE) }));
}

export function Timeline({ card }: { readonly card: Card }) {
  const { text, language } = spoken();
  const points = pointsOf(card);
  const claim = points.find(({ stance }) => stance === 'claim');
  const first = points[0];
  const last = points.at(-1);
  if (claim === undefined || first === undefined || last === undefined) return null;
  return (
    <figure class="timeline">
      <div
        class="line"
        role="img"
        aria-label={text(
          'card_timeline',
          shownDate(first.date, language),
          shownDate(last.date, language),
          shownDate(claim.date, language),
        )}
      >
        {points.map(({ stance, date, at }, key) => (
          <span key={key} class={`dot ${stance}`} style={{ insetInlineStart: `${at}%` }} title={shownDate(date, language)} />
        ))}
      </div>
      <figcaption aria-hidden="true">
        {first !== claim && <span>{shownDate(first.date, language)}</span>}
        <span class="made">{text('card_claimed', shownDate(claim.date, language))}</span>
        {last !== claim && <span class="last">{shownDate(last.date, language)}</span>}
      </figcaption>
    </figure>
  );
}
