// Where Sidelight runs: altogether on or off, the default for sites without a rule, and the browser's permission.
import { text } from '../../../platform/i18n.ts';
import type { DefaultRule, Settings } from '../../../platform/settings-items.ts';
import { Switch } from '../switch.tsx';
import { Choice } from './choice.tsx';

export interface WhereProps {
  readonly settings: Settings;
  readonly allowed: boolean;
  readonly onEverything: (on: boolean) => void;
  readonly onDefault: (rule: DefaultRule) => void;
  readonly onAllow: () => void;
}

export function Where({ settings, allowed, onEverything, onDefault, onAllow }: WhereProps) {
  return (
    <>
      <Switch name="everything" on={settings.everything} onToggle={onEverything}>
        {text(settings.everything ? 'popup_everything_on' : 'popup_everything_off')}
      </Switch>
      <Choice
        name="default"
        title={text('options_default')}
        value={settings.everywhere ? 'everywhere' : 'chosen'}
        choices={{ everywhere: text('options_default_everywhere'), chosen: text('options_default_chosen') }}
        onChoose={onDefault}
      />
      {settings.everywhere && !allowed ? (
        <p class="warning">
          {text('options_permission_missing')}{' '}
          <button type="button" class="button" name="allow" onClick={onAllow}>
            {text('popup_allow_everywhere')}
          </button>
        </p>
      ) : null}
    </>
  );
}
