// The line below a claim in popup and panel: its standing, the counts, and what the page's passages do with it.
import type { ReaderState } from '../../platform/messages.ts';
import { balanceInWords } from '../balance.tsx';
import { relationsOf } from '../relations.ts';
import { groupOf, standingInWords } from '../standing.ts';
import { spoken } from '../texts.ts';

type Passages = readonly [ReaderState['passages'][number], ...ReaderState['passages']];

export function ClaimFacts({ passages }: { readonly passages: Passages }) {
  const texts = spoken();
  const { standing, balance } = passages[0].found;
  return (
    <span class="facts">
      <span class={`standing ${groupOf(standing)}`}>{standingInWords(standing)}</span>
      <span>{balanceInWords(balance, texts)}</span>
      {passages.length > 1 && <span>{texts.counted('popup_passages', passages.length)}</span>}
      {relationsOf(passages).map((relation) => (
        <span key={relation} class="relation">
          {texts.text(`popup_${relation}`)}
        </span>
      ))}
    </span>
  );
}
