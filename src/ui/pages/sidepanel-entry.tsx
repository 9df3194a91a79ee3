// One claim in the panel: a line that opens the card in its place.
import { Component, createRef } from 'preact';
import type { Card as CardData } from '../../claims/types.ts';
import { Card } from '../card.tsx';
import { Icon } from '../icons.tsx';
import { spoken } from '../texts.ts';
import { CardRoom } from './card-room.tsx';
import { ClaimFacts } from './claim-facts.tsx';
import type { Entry, Passage } from './sidepanel-claims.ts';

export interface EntryActions {
  /** Brings the passage into view in the page. */
  readonly go: (passage: number) => void;
  readonly hide: (passage: number) => void;
  readonly mute: (passage: number) => void;
  readonly browse: (pack: string, claim: string) => void;
  readonly copy: (text: string) => Promise<boolean>;
  /** Address of the page. */
  readonly address: () => string;
}

interface Props {
  readonly entry: Entry;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  /** Of the open entry: null while it is being fetched, 'none' when it could not be had. */
  readonly card: CardData | null | 'none';
  /** Which of the claim's passages the card speaks about. */
  readonly at: number;
  readonly onOpen: (at: number | null) => void;
  readonly actions: EntryActions;
}

export class PanelEntry extends Component<Props> {
  readonly #line = createRef<HTMLLIElement>();

  override componentDidUpdate({ isOpen, isCurrent }: Props): void {
    const line = this.#line.current;
    if (line === null || (isOpen === this.props.isOpen && isCurrent === this.props.isCurrent)) return;
    if (isOpen && !this.props.isOpen) line.querySelector('button')?.focus({ preventScroll: true });
    // Does not pull the list from under a reader who is at work in it.
    const isBusy = line.parentElement?.matches(':hover, :focus-within') === true;
    if (!isOpen && this.props.isOpen) line.scrollIntoView?.({ block: 'start' });
    else if (this.props.isCurrent && !isBusy) line.scrollIntoView?.({ block: 'nearest' });
  }

  override render({ entry, isCurrent, isOpen, card, at, onOpen, actions }: Props) {
    const passage = entry.passages[at] ?? entry.first;
    return (
      <li ref={this.#line} class="entry" aria-current={isCurrent ? 'location' : undefined} data-claim={entry.key}>
        {isOpen ? (
          <Opened entry={entry} passage={passage} card={card} at={at} onOpen={onOpen} actions={actions} />
        ) : (
          <Line entry={entry} open={() => onOpen(0)} />
        )}
      </li>
    );
  }
}

function Line({ entry: { first, passages }, open }: { readonly entry: Entry; readonly open: () => void }) {
  return (
    <button type="button" class="line" aria-expanded={false} onClick={open}>
      <span class="what" lang={first.found.language}>
        {first.found.statement}
      </span>
      <ClaimFacts passages={passages} />
    </button>
  );
}

type OpenedProps = Pick<Props, 'entry' | 'card' | 'at' | 'onOpen' | 'actions'> & { readonly passage: Passage };

function Opened({ entry, passage, card, at, onOpen, actions }: OpenedProps) {
  const { text } = spoken();
  const { found, quote } = passage;
  const of = entry.passages.length;
  return (
    <>
      <div class="where">
        {of > 1 && <Step icon="back" label={text('panel_passage_before')} step={() => onOpen((at + of - 1) % of)} />}
        <button type="button" class="plain" onClick={() => actions.go(passage.passage)}>
          {of > 1 ? text('panel_passage', at + 1, of) : text('panel_go')}
        </button>
        {of > 1 && <Step icon="on" label={text('panel_passage_after')} step={() => onOpen((at + 1) % of)} />}
      </div>
      <CardRoom label={found.statement} language={found.language} focused>
        <Card
          cited={{ found, quote }}
          card={card}
          close={() => onOpen(null)}
          actions={{
            hide: () => actions.hide(passage.passage),
            mute: () => actions.mute(passage.passage),
            browse: () => actions.browse(found.pack, found.claim),
            address: actions.address,
            copy: actions.copy,
          }}
        />
      </CardRoom>
    </>
  );
}

function Step({ icon, label, step }: { readonly icon: 'back' | 'on'; readonly label: string; readonly step: () => void }) {
  return (
    <button type="button" class="step" aria-label={label} title={label} onClick={step}>
      <Icon name={icon} />
    </button>
  );
}
