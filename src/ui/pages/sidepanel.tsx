// The side panel: the claims of the page in the front tab, in reading order, each with its card in place. A view only: what
// it shows and what its buttons do come from the entrypoint.
import { Component } from 'preact';
import type { Card as CardData } from '../../claims/types.ts';
import type { Status } from '../../platform/messages.ts';
import type { PageState } from '../../platform/page-state.ts';
import { spoken } from '../texts.ts';
import { leftOut } from './coverage.ts';
import { currentOf, type Entry, entriesOf, type Filter, NO_FILTER, shownBy } from './sidepanel-claims.ts';
import { type EntryActions, PanelEntry } from './sidepanel-entry.tsx';
import { PanelFilter } from './sidepanel-filter.tsx';
import { NothingFound, WhyNot } from './sidepanel-nothing.tsx';

export interface PanelProps {
  /** Null while it is not known yet. */
  readonly state: PageState | null;
  readonly packs: Status['packs'];
  /** Passages that the reader has before the eyes. */
  readonly inView: readonly number[];
  /** Something that was asked for could not be done. */
  readonly trouble: string | null;
  /** What was done, where the list does not show it. */
  readonly said: string | null;
  readonly actions: EntryActions;
  /** Address of the page with all claims. */
  readonly dataset: string;
  readonly fetchCard: (pack: string, claim: string) => Promise<CardData | null>;
  readonly onCheck: () => void;
  /** Goes on in a tab that is paused. */
  readonly onResume: () => void;
}

interface State {
  readonly filter: Filter;
  readonly open: { readonly key: string; readonly at: number; readonly card: CardData | null | 'none' } | null;
}

export class Panel extends Component<PanelProps, State> {
  override state: State = { filter: NO_FILTER, open: null };

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && this.state.open !== null) this.setState({ open: null });
  };

  override componentDidMount(): void {
    addEventListener('keydown', this.#escape);
  }

  override componentWillUnmount(): void {
    removeEventListener('keydown', this.#escape);
  }

  #open(entry: Entry, at: number | null): void {
    if (at === null) {
      this.setState({ open: null });
      return;
    }
    const { key, first, passages } = entry;
    const before = this.state.open;
    this.setState({ open: { key, at, card: before?.key === key ? before.card : null } });
    this.props.actions.go((passages[at] ?? first).passage);
    if (before?.key === key) return;
    const got = (card: CardData | 'none'): void => {
      const { open } = this.state;
      if (open?.key === key) this.setState({ open: { ...open, card } });
    };
    this.props.fetchCard(first.found.pack, first.found.claim).then(
      (card) => got(card ?? 'none'),
      () => got('none'),
    );
  }

  override render({ state, packs, trouble, said, dataset, onCheck, onResume }: PanelProps) {
    const { text, counted } = spoken();
    return (
      <div class="panel">
        <header>
          <h1>{text('panel_title')}</h1>
          <a href={dataset} target="_blank" rel="noopener">
            {text('panel_browse')}
          </a>
        </header>
        {trouble !== null && (
          <p class="trouble" role="alert">
            {trouble}
          </p>
        )}
        <div role="status">{said !== null && <p class="trouble">{said}</p>}</div>
        {state === null && <p class="nothing muted">{text('panel_loading')}</p>}
        {state !== null && state.kind !== 'running' && <WhyNot state={state} onCheck={onCheck} onResume={onResume} />}
        {state?.kind === 'running' &&
          (state.reader.passages.length === 0 ? (
            <NothingFound reader={state.reader} packs={packs} />
          ) : (
            this.#claims(entriesOf(state.reader.passages), leftOut(state.reader))
          ))}
        {state?.kind === 'running' && state.reader.checked ? (
          <footer class="coverage" data-checked={state.reader.checked}>
            {counted('popup_coverage', state.reader.checked)}
          </footer>
        ) : null}
      </div>
    );
  }

  #claims(entries: readonly Entry[], left: string | null) {
    const { text, counted } = spoken();
    const { filter, open } = this.state;
    const shown = shownBy(filter, entries);
    const current = currentOf(shown, this.props.inView);
    const isFiltered = shown.length < entries.length;
    return (
      <>
        <PanelFilter entries={entries} filter={filter} onFilter={(next) => this.setState({ filter: next })} />
        <div class="sum" role="status">
          <span>
            {isFiltered ? counted('panel_shown', entries.length, shown.length) : counted('popup_claims', entries.length)}
          </span>
          {isFiltered && (
            <button type="button" class="plain" onClick={() => this.setState({ filter: NO_FILTER })}>
              {text('panel_all')}
            </button>
          )}
        </div>
        {left !== null && <p class="sum muted">{text(left)}</p>}
        <ol class="entries">
          {shown.map((entry) => (
            <PanelEntry
              key={entry.key}
              entry={entry}
              isCurrent={entry === current}
              isOpen={open?.key === entry.key}
              card={open?.card ?? null}
              at={open?.key === entry.key ? open.at : 0}
              onOpen={(at) => this.#open(entry, at)}
              actions={this.props.actions}
            />
          ))}
        </ol>
      </>
    );
  }
}
