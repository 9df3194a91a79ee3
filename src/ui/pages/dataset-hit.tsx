// One claim among the results, with the items of its evidence that the search found.
import { lookup } from '../../claims/families.ts';
import { balanceInWords } from '../balance.tsx';
import { madeInWords, shownDate } from '../dates.ts';
import { Icon } from '../icons.tsx';
import { groupOf, standingInWords } from '../standing.ts';
import { spoken } from '../texts.ts';
import { Within } from '../within.tsx';
import { hashOf } from './dataset-route.ts';
import { type Hit, marked } from './dataset-search.ts';

/** Items shown under a claim; the claim's own page has them all. */
const MOST_ITEMS = 3;

export function DatasetHit({ hit: { pack, claim, standing, balance, items, terms } }: { readonly hit: Hit }) {
  const texts = spoken();
  return (
    <li class="hit">
      <h2>
        <a href={hashOf({ kind: 'claim', pack: pack.id, id: claim.id })} lang={pack.language}>
          <Marked text={claim.statement} terms={terms} />
        </a>
      </h2>
      <p class="facts">
        <span class={`standing ${groupOf(standing)}`}>{standingInWords(standing)}</span>
        <span>{balanceInWords(balance, texts)}</span>
        <span>
          <Within said={(claimant) => texts.text('card_made_by', claimant, madeInWords(claim))}>
            <bdi lang={pack.language}>{claim.claimant}</bdi>
          </Within>
        </span>
      </p>
      {items.length > 0 && (
        <ul class="items">
          {items.slice(0, MOST_ITEMS).map((item, at) => (
            <li key={at}>
              <Icon name={item.stance} />
              <p>
                <span class="unseen">{texts.text(`stance_${item.stance}`)}: </span>
                <span lang={pack.language}>
                  <Marked text={item.summary} terms={terms} />
                </span>{' '}
                <span class="muted">
                  <bdi>{lookup(pack).sources.get(item.source ?? '')?.publisher}</bdi> {shownDate(item.date, texts.language)}
                </span>
              </p>
            </li>
          ))}
          {items.length > MOST_ITEMS && <li class="muted">{texts.counted('dataset_items', items.length - MOST_ITEMS)}</li>}
        </ul>
      )}
    </li>
  );
}

function Marked({ text, terms }: { readonly text: string; readonly terms: readonly string[] }) {
  if (terms.length === 0) return <>{text}</>;
  return <>{marked(text, terms).map((piece, at) => (piece.is ? <mark key={at}>{piece.text}</mark> : piece.text))}</>;
}
