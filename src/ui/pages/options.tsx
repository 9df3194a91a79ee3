// The settings page: where Sidelight runs, its packs and their state, colours, what was muted or hidden. A view only.
import { text, uiLanguage } from '../../platform/i18n.ts';
import type { Status } from '../../platform/messages.ts';
import type { Settings, Theme } from '../../platform/settings-items.ts';
import { Switch } from './switch.tsx';

export interface OptionsProps {
  readonly settings: Settings;
  readonly allowed: boolean;
  readonly status: Status | null;
  readonly trouble: string | null;
  readonly onEverything: (on: boolean) => void;
  readonly onDefault: (sites: 'everywhere' | 'chosen') => void;
  readonly onAllow: () => void;
  readonly onSite: (site: string, on: boolean) => void;
  readonly onForgetSite: (site: string) => void;
  readonly onPack: (pack: string, on: boolean) => void;
  readonly onTheme: (theme: Theme) => void;
  readonly onUnhide: (key: string) => void;
}

export function Options(props: OptionsProps) {
  const { settings, status, trouble } = props;
  return (
    <div class="options">
      <h1 class="brand">
        <img src="/icons/mark.svg" width="28" height="28" alt="" />
        {text('options_title')}
      </h1>
      {trouble === null ? null : <p role="alert">{trouble}</p>}
      <Switch name="everything" on={settings.everything} onToggle={props.onEverything}>
        {text(settings.everything ? 'popup_everything_on' : 'popup_everything_off')}
      </Switch>
      <Where {...props} />
      <Sites {...props} />
      <section>
        <h2>{text('options_packs')}</h2>
        {status === null ? null : <Packs status={status} onPack={props.onPack} />}
      </section>
      <Choice
        name="theme"
        title={text('options_theme')}
        value={settings.theme}
        choices={{ system: text('options_theme_system'), light: text('options_theme_light'), dark: text('options_theme_dark') }}
        onChoose={props.onTheme}
      />
      <Hidden settings={settings} onUnhide={props.onUnhide} />
      <section>
        <h2>{text('options_privacy')}</h2>
        <p>{text('options_privacy_text')}</p>
      </section>
    </div>
  );
}

function Where({ settings, allowed, onDefault, onAllow }: OptionsProps) {
  return (
    <div>
      <Choice
        name="default"
        title={text('options_where')}
        value={settings.everywhere ? 'everywhere' : 'chosen'}
        choices={{ everywhere: text('options_default_everywhere'), chosen: text('options_default_chosen') }}
        onChoose={onDefault}
      />
      {settings.everywhere && !allowed ? (
        <p class="warning">
          {text('options_permission_missing')}{' '}
          <button type="button" class="button" name="allow" onClick={onAllow}>
            {text('options_permission_ask')}
          </button>
        </p>
      ) : null}
    </div>
  );
}

function Sites({ settings, onSite, onForgetSite }: OptionsProps) {
  const collator = new Intl.Collator(uiLanguage());
  const rules = [...settings.sites].sort(([a], [b]) => collator.compare(a, b));
  return (
    <section>
      <h2>{text('options_sites')}</h2>
      {rules.length === 0 ? <p class="muted">{text('options_sites_none')}</p> : null}
      <ul>
        {rules.map(([site, on]) => (
          <li key={site} class="row">
            <Switch name="site" on={on} onToggle={(next) => onSite(site, next)}>
              <bdi>{site}</bdi>
            </Switch>
            <button type="button" class="plain" aria-label={text('options_site_remove', site)} onClick={() => onForgetSite(site)}>
              {text('options_remove')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Packs({ status, onPack }: { readonly status: Status; readonly onPack: OptionsProps['onPack'] }) {
  return (
    <>
      <ul>
        {status.packs.map((pack) => (
          <li key={pack.id}>
            <Switch name="pack" on={pack.on} onToggle={(on) => onPack(pack.id, on)}>
              <strong>
                <bdi>{pack.name}</bdi>
              </strong>
            </Switch>
            <p class="muted">{text('options_pack_facts', pack.claims, pack.version, pack.updated, pack.publisher)}</p>
            {pack.imported ? <p>{text('options_pack_imported')}</p> : null}
            {pack.place === 'memory' ? <p class="warning">{text('options_pack_memory')}</p> : null}
          </li>
        ))}
      </ul>
      {status.problems.length === 0 ? null : (
        <details class="warning">
          <summary>{text('options_problems')}</summary>
          {status.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </details>
      )}
    </>
  );
}

function Hidden({ settings, onUnhide }: { readonly settings: Settings; readonly onUnhide: (key: string) => void }) {
  const items = [
    ...[...settings.hidden].map(([key, { quote }]) => ({ key, said: quote })),
    ...[...settings.muted].map(([key, { pack, claim }]) => ({ key, said: `${pack} / ${claim}` })),
  ];
  return (
    <section>
      <h2>{text('options_hidden')}</h2>
      {items.length === 0 ? <p class="muted">{text('options_hidden_none')}</p> : null}
      <ul>
        {items.map(({ key, said }) => (
          <li key={key} class="row">
            <blockquote>{said}</blockquote>
            <button type="button" class="plain" onClick={() => onUnhide(key)}>
              {text('options_hidden_back')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChoiceProps<T extends string> {
  readonly name: string;
  readonly title: string;
  readonly value: T;
  readonly choices: Readonly<Record<T, string>>;
  readonly onChoose: (value: T) => void;
}

function Choice<T extends string>({ name, title, value, choices, onChoose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {(Object.keys(choices) as T[]).map((choice) => (
        <label key={choice}>
          <input type="radio" name={name} value={choice} checked={choice === value} onChange={() => onChoose(choice)} />
          {choices[choice]}
        </label>
      ))}
    </fieldset>
  );
}
