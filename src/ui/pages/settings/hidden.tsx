// Claims that the reader muted and passages that the reader said make another claim: to be shown again, or taken along.
import { text, uiLanguage } from '../../../platform/i18n.ts';
import type { Settings } from '../../../platform/settings-items.ts';
import { shownDate } from '../../dates.ts';

export interface HiddenProps {
  readonly settings: Settings;
  /** Statements of the claims, by the item's key; a claim of a removed pack has none. */
  readonly statements: ReadonlyMap<string, string>;
  readonly onUnhide: (key: string) => void;
  readonly onExportHidden: () => void;
}

export function Hidden({ settings, statements, onUnhide, onExportHidden }: HiddenProps) {
  const items = [
    ...[...settings.muted].map(([key, item]) => ({ key, ...item, quote: null })),
    ...[...settings.hidden].map(([key, item]) => ({ key, ...item })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  if (items.length === 0) return <p class="muted">{text('options_hidden_none')}</p>;
  return (
    <>
      <ul class="hidden-items">
        {items.map(({ key, pack, claim, at, quote }) => {
          const said = statements.get(key) ?? `${pack} / ${claim}`;
          return (
            <li key={key} class="row">
              <div>
                {quote === null ? null : <blockquote>{quote}</blockquote>}
                <p>
                  <span class="tag">{text(quote === null ? 'options_muted' : 'options_not_this')}</span> <bdi>{said}</bdi>
                </p>
                <p class="muted">{shownDate(at, uiLanguage())}</p>
              </div>
              <button
                type="button"
                class="plain"
                name="unhide"
                aria-label={text('options_hidden_back_this', said)}
                onClick={() => onUnhide(key)}
              >
                {text('options_hidden_back')}
              </button>
            </li>
          );
        })}
      </ul>
      <p class="buttons">
        <button type="button" class="button" name="export-hidden" onClick={onExportHidden}>
          {text('options_hidden_export')}
        </button>
      </p>
    </>
  );
}
