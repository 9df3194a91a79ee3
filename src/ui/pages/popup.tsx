// The toolbar popup: on or off, what was found here, and why nothing shows where nothing can. A view only: what it shows
// and what its buttons do come from the entrypoint.
import { counted, text } from '../../platform/i18n.ts';
import type { PageState } from '../../platform/page-state.ts';
import { ClaimsHere } from './claims-here.tsx';
import { leftOut, nothingIn } from './coverage.ts';
import { entriesOf } from './sidepanel-claims.ts';
import { Switch } from './switch.tsx';

export interface PopupProps {
  /** The site as rules name it; null where none can apply. */
  readonly site: string | null;
  readonly siteOn: boolean;
  readonly everything: boolean;
  readonly state: PageState;
  /** A page that the reader asked for could not be read, or a setting not be stored. */
  readonly trouble: string | null;
  readonly onSite: (on: boolean) => void;
  readonly onEverything: (on: boolean) => void;
  readonly onCheck: () => void;
  readonly onPause: (on: boolean) => void;
  readonly onAllowSite: () => void;
  readonly onAllowEverywhere: () => void;
  readonly onGo: (passage: number) => void;
  readonly onSettings: () => void;
  readonly onPanel: () => void;
  readonly onDataset: () => void;
}

export function Popup(props: PopupProps) {
  const { site, siteOn, everything, state, trouble } = props;
  return (
    <div class="popup">
      <header>
        <h1 class="brand">
          <img src="/icons/mark.svg" width="20" height="20" alt="" />
          {text('extensionName')}
        </h1>
        <button type="button" class="plain" onClick={props.onSettings}>
          {text('popup_settings')}
        </button>
      </header>
      {site === null ? null : (
        <div class="site">
          <Switch name="site" on={everything && siteOn} disabled={!everything} onToggle={props.onSite}>
            <strong>
              <bdi>{site}</bdi>
            </strong>
            <span class="muted">{text(everything && siteOn ? 'popup_site_on' : 'popup_site_off')}</span>
          </Switch>
        </div>
      )}
      {state.kind === 'running' ? <Running state={state} onGo={props.onGo} /> : <Why {...props} />}
      {trouble === null ? null : <p role="alert">{trouble}</p>}
      {state.kind === 'running' && state.reader.checked ? (
        <p class="coverage" data-checked={state.reader.checked}>
          {counted('popup_coverage', state.reader.checked)}
        </p>
      ) : null}
      <footer>
        <Switch name="everything" on={everything} onToggle={props.onEverything}>
          {text(everything ? 'popup_everything_on' : 'popup_everything_off')}
        </Switch>
        <p class="ways">
          {state.kind === 'running' ? (
            <button type="button" class="plain" name="pause" onClick={() => props.onPause(true)}>
              {text('popup_pause')}
            </button>
          ) : null}
          <button type="button" class="plain" name="panel" onClick={props.onPanel}>
            {text('popup_panel')}
          </button>
          <button type="button" class="plain" name="dataset" onClick={props.onDataset}>
            {text('panel_browse')}
          </button>
        </p>
      </footer>
    </div>
  );
}

function Running({
  state,
  onGo,
}: {
  readonly state: Extract<PageState, { kind: 'running' }>;
  readonly onGo: (passage: number) => void;
}) {
  const { passages } = state.reader;
  const entries = entriesOf(passages);
  const claims = entries.length;
  const left = leftOut(state.reader);
  return (
    <>
      <div role="status">
        <p class="summary" data-claims={claims} data-passages={passages.length}>
          {claims === 0 ? text(nothingIn(state.reader)) : counted('popup_claims', claims)}
        </p>
        {left === null ? null : <p class="muted">{text(left)}</p>}
      </div>
      {claims === 0 ? null : <ClaimsHere entries={entries} onGo={onGo} />}
    </>
  );
}

function Why({ site, state, onCheck, onPause, onAllowSite, onAllowEverywhere }: PopupProps) {
  if (state.kind === 'running') return null;
  const closed = state.kind === 'closed';
  return (
    <div class="state" role="status" data-state={state.kind}>
      <p>{text(closed ? `popup_closed_${state.why}` : `popup_state_${state.kind.replaceAll('-', '_')}`)}</p>
      {state.kind === 'not-allowed' && site !== null ? (
        <button type="button" class="button main" name="allow-site" onClick={onAllowSite}>
          {text('popup_allow_site', site)}
        </button>
      ) : null}
      {state.kind === 'not-allowed' ? (
        <button type="button" class="button" name="allow-everywhere" onClick={onAllowEverywhere}>
          {text('popup_allow_everywhere')}
        </button>
      ) : null}
      {state.kind === 'paused' ? (
        <button type="button" class="button" name="resume" onClick={() => onPause(false)}>
          {text('popup_resume')}
        </button>
      ) : null}
      {closed || state.kind === 'paused' ? null : (
        <button type="button" class="button" name="check" onClick={onCheck}>
          {text('popup_check')}
        </button>
      )}
    </div>
  );
}
