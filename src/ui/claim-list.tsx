// The claims of this page as real buttons, for assistive technology and the keyboard: out of sight until one has the focus.
import type { Found } from '../platform/messages.ts';
import { spoken } from './texts.ts';

export interface Listed {
  readonly id: number;
  readonly found: Pick<Found, 'statement' | 'standing'>;
}

/** "Claim 2 of 5: … Contested." */
export function spokenClaim({ found: { statement, standing } }: Listed, at: number, of: number): string {
  const { text } = spoken();
  return text('list_passage', at + 1, of, statement, standing === null ? text('chip_opinion') : text(`standing_${standing}`));
}

export function ClaimList<P extends Listed>({
  passages,
  open,
}: {
  readonly passages: readonly P[];
  readonly open: (passage: P) => void;
}) {
  return (
    <nav class="unseen list" aria-label={spoken().text('list_label')}>
      <ol>
        {passages.map((passage, at) => (
          <li key={passage.id}>
            <button type="button" onClick={() => open(passage)}>
              {spokenClaim(passage, at, passages.length)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
