// All about one claim: its card, the family tree of its sources, where it stands in the documents, its wordings.
import { Component } from 'preact';
import { cardOf } from '../../claims/card.ts';
import { cardText } from '../../claims/export.ts';
import type { Card, Claim, Pack, Wording } from '../../claims/types.ts';
import { Origin, Standing } from '../card.tsx';
import { Evidence } from '../evidence.tsx';
import { RELATIONS } from '../relations.ts';
import { spoken } from '../texts.ts';
import { Timeline } from '../timeline.tsx';
import { CardRoom } from './card-room.tsx';
import { familiesOf } from './dataset-family.ts';
import { FamilyPicture } from './dataset-family-picture.tsx';
import { standpointsOf } from './dataset-library.ts';
import { hashOf } from './dataset-route.ts';
import { topicInWords } from './sidepanel-claims.ts';

interface Props {
  readonly pack: Pack;
  readonly claim: Claim;
  readonly imported: boolean;
  readonly copy: (text: string) => Promise<boolean>;
}

export class DatasetClaim extends Component<Props, { readonly said: string }> {
  override state = { said: '' };

  async #copy(card: Card): Promise<void> {
    const isDone = await this.props.copy(cardText(card));
    this.setState({ said: spoken().text(isDone ? 'card_copied' : 'dataset_not_copied') });
  }

  override render({ pack, claim, imported }: Props, { said }: { readonly said: string }) {
    const { text } = spoken();
    const card = cardOf(pack, claim.id, imported);
    if (card === null) return null;
    return (
      <article>
        <h1 tabIndex={-1} lang={pack.language}>
          {claim.statement}
        </h1>
        <p class="facts">
          <span>{claim.id}</span>
          <span lang={pack.language}>{topicInWords(claim.topic)}</span>
          <span>{imported ? text('card_pack_imported', pack.name) : text('card_pack', pack.name, pack.version)}</span>
        </p>
        <CardRoom label={text('dataset_card')}>
          <div class="card">
            <Origin card={card} />
            <Standing found={card} card={card} />
            <Timeline card={card} />
            <h2 class="unseen">{text('dataset_card')}</h2>
            <Evidence card={card} />
          </div>
        </CardRoom>
        <p class="copy">
          <button type="button" class="button" name="copy" onClick={() => void this.#copy(card)}>
            {text('card_copy_text')}
          </button>{' '}
          <span role="status">{said}</span>
        </p>
        <Families pack={pack} claim={claim} />
        <Standpoints pack={pack} claim={claim} />
        <Wordings wordings={card.claim.wordings.slice(1)} language={pack.language} />
      </article>
    );
  }
}

function Families({ pack, claim }: Pick<Props, 'pack' | 'claim'>) {
  const { text } = spoken();
  const families = familiesOf(pack, claim);
  const own = families.filter(({ isOrigins }) => isOrigins);
  const others = families.filter(({ isOrigins }) => !isOrigins);
  return (
    <section>
      <h2>{text('dataset_families')}</h2>
      <p class="muted">{text('dataset_families_mean')}</p>
      {[
        { title: 'dataset_family_origin', shown: own },
        { title: 'dataset_family_others', shown: others },
      ].map(
        ({ title, shown }) =>
          shown.length > 0 && (
            <div key={title}>
              <h3>{text(title)}</h3>
              <div class={shown.length > 1 ? 'families many' : 'families'}>
                {shown.map((family, at) => (
                  <FamilyPicture key={at} pack={pack} family={family} />
                ))}
              </div>
            </div>
          ),
      )}
    </section>
  );
}

function Standpoints({ pack, claim }: Pick<Props, 'pack' | 'claim'>) {
  const { text } = spoken();
  const stands = standpointsOf(pack, claim);
  if (stands.length === 0) return null;
  return (
    <section>
      <h2>{text('dataset_stands')}</h2>
      <ul class="stands">
        {stands.map(({ title, source, lines }) => (
          <li key={title}>
            <a href={hashOf({ kind: 'source', pack: pack.id, id: source })} lang={pack.language}>
              {title}
            </a>{' '}
            <span class="muted">{text('dataset_lines', lines.join(', '))}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Wordings({ wordings, language }: { readonly wordings: readonly Wording[]; readonly language: string }) {
  const { text, counted } = spoken();
  if (wordings.length === 0) return null;
  return (
    <section>
      <h2>{text('dataset_wordings')}</h2>
      <p class="muted">{text('dataset_wordings_mean')}</p>
      {RELATIONS.map((relation) => {
        const some = wordings.filter((wording) => wording.relation === relation);
        if (some.length === 0) return null;
        return (
          <details key={relation} class="wordings">
            <summary>{counted(`dataset_${relation}`, some.length)}</summary>
            <ul lang={language}>
              {some.map((wording) => (
                <li key={wording.text}>{wording.text}</li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}
