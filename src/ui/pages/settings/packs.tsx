// The packs that pages are checked against: facts, switch, removal of what the reader imported, and what went wrong.
import { useState } from 'preact/hooks';
import { counted, text, uiLanguage } from '../../../platform/i18n.ts';
import type { Status } from '../../../platform/messages.ts';
import { shownDate } from '../../dates.ts';
import { Switch } from '../switch.tsx';

type PackStatus = Status['packs'][number];
export interface PacksProps {
  readonly status: Status | null;
  readonly onPack: (pack: string, on: boolean) => void;
  readonly onRemovePack: (pack: string) => void;
}

export function Packs({ status, onPack, onRemovePack }: PacksProps) {
  if (status === null) return <p class="muted">{text('options_packs_unknown')}</p>;
  return (
    <>
      {status.packs.some(({ place }) => place === 'memory') ? <p class="warning">{text('options_pack_memory')}</p> : null}
      <ul class="packs">
        {status.packs.map((pack) => (
          <li key={pack.id}>
            <Switch name="pack" on={pack.on} onToggle={(on) => onPack(pack.id, on)}>
              <strong>
                <bdi>{pack.name}</bdi>
              </strong>{' '}
              <span class="tag">{text(pack.imported ? 'options_pack_imported' : 'options_pack_bundled')}</span>
            </Switch>
            <Facts pack={pack} />
            {pack.imported ? <Removal pack={pack} onRemove={() => onRemovePack(pack.id)} /> : null}
          </li>
        ))}
      </ul>
      {status.problems.length === 0 ? null : (
        <details class="warning" open>
          <summary>{text('options_problems')}</summary>
          {status.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </details>
      )}
    </>
  );
}

function Facts({ pack }: { readonly pack: PackStatus }) {
  const facts = [
    [text('options_fact_holds'), `${counted('options_claims', pack.claims)} · ${counted('options_sources', pack.sources)}`],
    [text('options_fact_version'), pack.version],
    [text('options_fact_updated'), shownDate(pack.updated, uiLanguage())],
    [text('options_fact_publisher'), pack.publisher],
    [text('options_fact_licence'), pack.licence],
  ] as const;
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A pack cannot be brought back but by its file: the second click removes it. */
function Removal({ pack, onRemove }: { readonly pack: PackStatus; readonly onRemove: () => void }) {
  const [asked, setAsked] = useState(false);
  if (!asked)
    return (
      <button type="button" class="plain" name="remove-pack" onClick={() => setAsked(true)}>
        {text('options_pack_remove', pack.name)}
      </button>
    );
  return (
    <p class="buttons" role="alert">
      <span>{text('options_pack_remove_sure', pack.name)}</span>
      <button type="button" class="button" name="remove-pack-sure" onClick={onRemove}>
        {text('options_remove')}
      </button>
      <button type="button" class="button" onClick={() => setAsked(false)}>
        {text('options_keep')}
      </button>
    </p>
  );
}
