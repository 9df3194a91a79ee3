// The claims of this page as real buttons, for assistive technology and the keyboard: out of sight until one has the focus.
import type { Found } from '../platform/messages.ts';
import { standingInWords } from './standing.ts';
import { spoken } from './texts.ts';
import { Within } from './within.tsx';

export interface Listed {
  readonly id: number;
  readonly found: Pick<Found, 'statement' | 'language' | 'standing' | 'relation'>;
}

/** "Passage 2 of 5: … Contested. This passage denies the claim." */
export function spokenClaim(listed: Listed, at: number, of: number, statement = listed.found.statement): string {
  const { standing, relation } = listed.found;
  const { text } = spoken();
  const claim = text('list_passage', at + 1, of, statement, standingInWords(standing));
  return relation === 'asserts' ? claim : `${claim} ${text(`card_${relation}`)}`;
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
              <Within said={(statement) => spokenClaim(passage, at, passages.length, statement)}>
                <bdi lang={passage.found.language}>{passage.found.statement}</bdi>
              </Within>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
