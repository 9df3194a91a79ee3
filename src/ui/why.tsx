// "Why this was highlighted": the passage with the words that decided, and the wording they agreed with.
import type { Agreement, Reason } from '../match/types.ts';
import { spoken } from './texts.ts';
import { Within } from './within.tsx';

export interface Piece {
  readonly text: string;
  readonly agreed: boolean;
}

/** The quote cut where words agreed. Offsets of `agreed` are those of the block; the quote begins at `start`. */
export function pieces(quote: string, start: number, agreed: readonly Agreement[]): Piece[] {
  const cut: Piece[] = [];
  let at = 0;
  for (const { start: from, end: to } of [...agreed].sort((a, b) => a.start - b.start)) {
    const first = Math.max(at, from - start);
    const last = Math.min(quote.length, to - start);
    if (last <= first) continue;
    if (first > at) cut.push({ text: quote.slice(at, first), agreed: false });
    cut.push({ text: quote.slice(first, last), agreed: true });
    at = last;
  }
  if (at < quote.length) cut.push({ text: quote.slice(at), agreed: false });
  return cut;
}

export function Why({
  quote,
  language,
  start,
  reason,
  wording,
}: {
  readonly quote: string;
  /** Of the wording, and so of the quote that agrees with it. */
  readonly language: string;
  readonly start: number;
  readonly reason: Reason;
  readonly wording: string | null;
}) {
  const { text } = spoken();
  return (
    <details class="why">
      <summary>{text('card_why')}</summary>
      <p>{text('card_why_passage')}</p>
      <blockquote lang={language}>
        {pieces(quote, start, reason.agreed).map((piece, key) =>
          piece.agreed ? <mark key={key}>{piece.text}</mark> : piece.text,
        )}
      </blockquote>
      {wording !== null && (
        <>
          <p>{text('card_why_wording')}</p>
          <blockquote lang={language}>{wording}</blockquote>
        </>
      )}
      {reason.inferred.length > 0 && (
        <p>
          <Within said={(words) => text('card_why_inferred', words)}>
            <bdi lang={language}>{reason.inferred.join(', ')}</bdi>
          </Within>
        </p>
      )}
    </details>
  );
}
