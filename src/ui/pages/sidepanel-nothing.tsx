// What the panel says where it has no claims to list: why nothing runs here, or what was checked and not found.
import type { ReaderState, Status } from '../../platform/messages.ts';
import type { PageState } from '../../platform/page-state.ts';
import { shownDate } from '../dates.ts';
import { spoken } from '../texts.ts';
import { leftOut, nothingIn } from './coverage.ts';

/** The key of what to say when the page could not be checked. A click in a panel, unlike one in the popup, gives no permission
 * (`activeTab`); where there is one, the browser keeps this page from every extension. */
export const cannotCheck = (allowed: boolean): string => (allowed ? 'popup_cannot_check' : 'panel_cannot_check');

/** Why no script of ours runs in the page, and what can be done about it. */
export function WhyNot({
  state,
  onCheck,
  onResume,
}: {
  readonly state: Exclude<PageState, { kind: 'running' }>;
  readonly onCheck: () => void;
  readonly onResume: () => void;
}) {
  const { text } = spoken();
  const isClosed = state.kind === 'closed';
  return (
    <div class="nothing" role="status" data-state={state.kind}>
      <p>{text(isClosed ? `popup_closed_${state.why}` : `popup_state_${state.kind.replaceAll('-', '_')}`)}</p>
      {state.kind === 'paused' && (
        <button type="button" class="button" name="resume" onClick={onResume}>
          {text('popup_resume')}
        </button>
      )}
      {!isClosed && state.kind !== 'paused' && (
        <button type="button" class="button" name="check" onClick={onCheck}>
          {text('popup_check')}
        </button>
      )}
    </div>
  );
}

/** Nothing found: says against what the page was held, or why it was not. */
export function NothingFound({ reader, packs }: { readonly reader: ReaderState; readonly packs: Status['packs'] }) {
  const { text, counted, language } = spoken();
  const left = leftOut(reader);
  return (
    <div class="nothing" role="status" data-state="nothing-found">
      <p class="said">{text(nothingIn(reader))}</p>
      {left !== null && <p class="muted">{text(left)}</p>}
      {reader.checked ? (
        <>
          <h2>{text('panel_checked')}</h2>
          <ul class="packs">
            {packs
              .filter((pack) => pack.on)
              .map(({ id, name, version, claims, updated }) => (
                <li key={id}>
                  <bdi>{name}</bdi>
                  <span class="muted">{counted('panel_pack', claims, version, shownDate(updated, language))}</span>
                </li>
              ))}
          </ul>
          <p class="muted">{text('panel_means')}</p>
        </>
      ) : null}
    </div>
  );
}
