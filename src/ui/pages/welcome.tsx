// The page that opens once, on install: what Sidelight does, what it never does, and the one choice.
import type { ComponentChildren } from 'preact';
import { text } from '../../platform/i18n.ts';

export interface WelcomeProps {
  /** What the last click led to: a text key, or null before any. */
  readonly said: string | null;
  /** A paragraph to try a card on. */
  readonly sample: ComponentChildren;
  readonly onEverywhere: () => void;
  readonly onChosen: () => void;
}

const NEVER = ['welcome_never_send', 'welcome_never_judge', 'welcome_never_confirm'];

export function Welcome({ said, sample, onEverywhere, onChosen }: WelcomeProps) {
  return (
    <div class="welcome">
      <p class="brand">
        <img src="/icons/mark.svg" width="28" height="28" alt="" />
        {text('extensionName')}
      </p>
      <section>
        <h1>{text('welcome_title')}</h1>
        <p class="lead">{text('welcome_lead')}</p>
      </section>
      {sample}
      <section class="never">
        <h2>{text('welcome_never_title')}</h2>
        <ul>
          {NEVER.map((key) => (
            <li key={key}>{text(key)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{text('welcome_choice_title')}</h2>
        <div class="choices">
          <button type="button" class="button main" name="everywhere" onClick={onEverywhere}>
            <strong>{text('welcome_everywhere')}</strong>
            {text('welcome_everywhere_note')}
          </button>
          <button type="button" class="button" name="chosen" onClick={onChosen}>
            <strong>{text('welcome_chosen')}</strong>
            {text('welcome_chosen_note')}
          </button>
        </div>
      </section>
      <div role="status">{said === null ? null : <p>{text(said)}</p>}</div>
      <p class="muted">{text('welcome_pin')}</p>
    </div>
  );
}
