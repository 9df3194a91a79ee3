// The chip beside a passage under the pointer: how the evidence stands, in a few words, and that there is more.
import type { Found } from '../platform/messages.ts';
import { balanceInWords } from './balance.tsx';
import { groupOf, standingInWords } from './standing.ts';
import { spoken } from './texts.ts';

export interface ChipProps {
  readonly found: readonly Pick<Found, 'standing' | 'balance' | 'relation'>[];
  readonly open: () => void;
  /** The keyboard brought it, and may come back to it. */
  readonly isReached?: boolean;
  /** What a screen reader says when the keyboard reached the passage. */
  readonly label?: string | undefined;
}

export function Chip({ found, open, label, isReached = false }: ChipProps) {
  const texts = spoken();
  const first = found[0];
  if (first === undefined) return null;
  return (
    <button
      type="button"
      class={`chip ${groupOf(first.standing)}`}
      tabIndex={isReached ? 0 : -1}
      onClick={open}
      aria-label={label}
    >
      {first.relation !== 'asserts' && <span>{texts.text(`chip_${first.relation}`)}</span>}
      <strong>{standingInWords(first.standing)}</strong>
      <span>{balanceInWords(first.balance, texts)}</span>
      {found.length > 1 && <span>{texts.counted('chip_more', found.length - 1)}</span>}
      <span class="quiet">{texts.text('chip_open')}</span>
    </button>
  );
}
