// The keyboard: commands with their shortcuts as the browser knows them. Only the browser can change them.
import { text } from '../../../platform/i18n.ts';

export interface Key {
  readonly name: string;
  readonly description: string;
  readonly shortcut: string;
}

export function Keys({ commands }: { readonly commands: readonly Key[] }) {
  return (
    <>
      {commands.length === 0 ? <p class="muted">{text('options_keys_none')}</p> : null}
      <dl class="facts keys">
        {commands.map(({ name, description, shortcut }) => (
          <div key={name}>
            <dt>{description || text('options_keys_open')}</dt>
            <dd>{shortcut === '' ? text('options_keys_unset') : <kbd>{shortcut}</kbd>}</dd>
          </div>
        ))}
      </dl>
      <p class="muted">{text('options_keys_change')}</p>
    </>
  );
}
