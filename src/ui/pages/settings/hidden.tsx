// Claims that the reader muted and passages that the reader said make another claim: to be shown again, or taken along.
import { text, uiLanguage } from '../../../platform/i18n.ts';
import type { Settings } from '../../../platform/settings-items.ts';
import { shownDate } from '../../dates.ts';

/** What a claim says, and in which language (BCP 47). */
export interface Stated {
  readonly statement: string;
  readonly language: string;
}

export interface HiddenProps {
  readonly settings: Settings;
  /** What the claims say, by the item's key; not known of a claim of a removed pack. */
  readonly statements: ReadonlyMap<string, Stated>;
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
          const stated = statements.get(key);
          const said = stated?.statement ?? `${pack} / ${claim}`;
          return (
            <li key={key} class="row">
              <div>
                {quote === null ? null : <blockquote lang={stated?.language}>{quote}</blockquote>}
                <p>
                  <span class="tag">{text(quote === null ? 'options_muted' : 'options_not_this')}</span>{' '}
                  <bdi lang={stated?.language}>{said}</bdi>
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
