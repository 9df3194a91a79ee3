// Sites with a rule of their own: a table to search, add to, and take from.
import { useState } from 'preact/hooks';
import { counted, text, uiLanguage } from '../../../platform/i18n.ts';
import { siteOf } from '../../../platform/sites.ts';
import { Switch } from '../switch.tsx';
import { FileButton } from './file-button.tsx';

export interface SitesProps {
  readonly sites: ReadonlyMap<string, boolean>;
  /** What a new rule most likely says: the contrary of the default. */
  readonly likely: boolean;
  readonly onSite: (site: string, on: boolean) => void;
  readonly onForgetSite: (site: string) => void;
  readonly onExportSites: () => void;
  readonly onImportSites: (text: string) => void;
}

/** The site that a reader means by an address or a bare name; null where it is none. */
export function siteMeant(typed: string): string | null {
  const trimmed = typed.trim();
  if (trimmed === '' || /\s/u.test(trimmed)) return null;
  return siteOf(/^[a-z]+:\/\//iu.test(trimmed) ? trimmed : `https://${trimmed}`);
}

/** Rules whose site holds the words, in the order of the reader's alphabet. */
export function rulesShown(sites: ReadonlyMap<string, boolean>, words: string): readonly (readonly [string, boolean])[] {
  const { compare } = new Intl.Collator(uiLanguage());
  const wanted = words.trim().toLowerCase();
  return [...sites].filter(([site]) => site.includes(wanted)).sort(([a], [b]) => compare(a, b));
}

export function Sites(props: SitesProps) {
  const { sites, onSite, onForgetSite } = props;
  const [words, setWords] = useState('');
  const shown = rulesShown(sites, words);
  return (
    <>
      <AddSite {...props} />
      {sites.size === 0 ? (
        <p class="muted">{text('options_sites_none')}</p>
      ) : (
        <>
          <label class="field">
            <span>{text('options_sites_search')}</span>
            <input type="search" name="site-search" value={words} onInput={(event) => setWords(event.currentTarget.value)} />
          </label>
          <p class="muted" role="status">
            {counted('options_sites_shown', shown.length, sites.size)}
          </p>
          <div class="scroll">
            <table class="sites">
              <thead>
                <tr>
                  <th scope="col">{text('options_site')}</th>
                  <th scope="col">
                    <span class="unseen">{text('options_remove')}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {shown.map(([site, on]) => (
                  <tr key={site}>
                    <td>
                      <Switch name="site" on={on} onToggle={(next) => onSite(site, next)}>
                        <bdi>{site}</bdi> <span class="muted">{text(on ? 'options_on' : 'options_off')}</span>
                      </Switch>
                    </td>
                    <td>
                      <button
                        type="button"
                        class="plain"
                        aria-label={text('options_site_remove', site)}
                        onClick={() => onForgetSite(site)}
                      >
                        {text('options_remove')}
                      </button>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <p class="buttons">
        <button type="button" class="button" name="export-sites" disabled={sites.size === 0} onClick={props.onExportSites}>
          {text('options_sites_export')}
        </button>
        <FileButton name="import-sites" onFile={(_, file) => props.onImportSites(file)}>
          {text('options_sites_import')}
        </FileButton>
      </p>
    </>
  );
}

function AddSite({ likely, onSite }: SitesProps) {
  const [typed, setTyped] = useState('');
  const [on, setOn] = useState(likely);
  const [wrong, setWrong] = useState(false);
  const add = (event: SubmitEvent): void => {
    event.preventDefault();
    const site = siteMeant(typed);
    setWrong(site === null);
    if (site === null) return;
    onSite(site, on);
    setTyped('');
  };
  return (
    <form class="row add" onSubmit={add}>
      <label class="field">
        <span>{text('options_site_add')}</span>
        <input
          name="new-site"
          value={typed}
          placeholder="example.com"
          autocomplete="off"
          spellcheck={false}
          aria-invalid={wrong}
          aria-describedby={wrong ? 'site-wrong' : undefined}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
            setWrong(false);
          }}
        />
      </label>
      <label class="field short">
        <span>{text('options_site_rule')}</span>
        <select name="new-rule" value={on ? 'on' : 'off'} onChange={(event) => setOn(event.currentTarget.value === 'on')}>
          <option value="on">{text('options_on')}</option>
          <option value="off">{text('options_off')}</option>
        </select>
      </label>
      <button type="submit" class="button" name="add-site">
        {text('options_add')}
      </button>
      {wrong ? (
        <p class="wrong" id="site-wrong" role="alert">
          {text('options_site_wrong')}
        </p>
      ) : null}
    </form>
  );
}
