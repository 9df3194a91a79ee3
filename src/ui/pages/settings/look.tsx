// How highlights and cards look, with a sample that shows it at once.
import { text } from '../../../platform/i18n.ts';
import type { Settings, Strength, Theme } from '../../../platform/settings-items.ts';
import { Switch } from '../switch.tsx';
import { Choice } from './choice.tsx';

export interface LookProps {
  readonly settings: Settings;
  readonly onStrength: (strength: Strength) => void;
  readonly onCalm: (on: boolean) => void;
  readonly onTheme: (theme: Theme) => void;
}

const STANDINGS = ['corroborated', 'rebutted', 'contested', 'unsupported'] as const;

export function LookChoices({ settings: { strength, calm, theme }, onStrength, onCalm, onTheme }: LookProps) {
  return (
    <>
      <div class="beside">
        <Choice
          name="strength"
          title={text('options_strength')}
          value={strength}
          choices={{
            quiet: text('options_strength_quiet'),
            normal: text('options_strength_normal'),
            strong: text('options_strength_strong'),
          }}
          onChoose={onStrength}
        />
        <Choice
          name="theme"
          title={text('options_theme')}
          value={theme}
          choices={{
            system: text('options_theme_system'),
            light: text('options_theme_light'),
            dark: text('options_theme_dark'),
          }}
          onChoose={onTheme}
        />
      </div>
      <Switch name="calm" on={calm} onToggle={onCalm}>
        {text('options_calm')}
        <span class="muted note">{text('options_calm_means')}</span>
      </Switch>
      <figure class={`sample ${calm ? 'calm' : strength}`}>
        <figcaption class="muted">{text('options_sample')}</figcaption>
        {STANDINGS.map((standing) => (
          <p key={standing} class={standing}>
            <span>{text(`standing_${standing}`)}</span>
          </p>
        ))}
        <p class="caption muted">{text('options_sample_second')}</p>
        {(['denies', 'questions'] as const).map((relation) => (
          <p key={relation} class={`rebutted ${relation}`}>
            <span>{text(`options_sample_${relation}`)}</span>
          </p>
        ))}
      </figure>
    </>
  );
}
