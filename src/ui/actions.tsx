// What a reader can do with a card. In a page these are harmless: a page may trick a click, so nothing here changes a setting
// that matters beyond this claim, and the background keeps a list that can be undone.
import { Component } from 'preact';
import { annotationOf, cardText } from '../claims/export.ts';
import type { Card } from '../claims/types.ts';
import type { Cited } from './card.tsx';
import { spoken } from './texts.ts';

export interface CardActions {
  /** "Passage says something else": hides this passage's match. Neither where there is no page to take it from. */
  readonly hide?: (() => void) | undefined;
  readonly mute?: (() => void) | undefined;
  readonly browse?: (() => void) | undefined;
  /** Address of the page the passage is on. */
  readonly address: () => string;
  /** Resolves to false where the browser gives no clipboard (pages without https). */
  readonly copy: (text: string) => Promise<boolean>;
}

interface Props {
  readonly card: Card;
  readonly cited: Cited;
  readonly actions: CardActions;
}

interface State {
  readonly said: string;
  /** What could not be copied, to be copied by hand. */
  readonly offered: string | null;
}

export class Actions extends Component<Props, State> {
  override state: State = { said: '', offered: null };

  async #copy(made: string): Promise<void> {
    const isDone = await this.props.actions.copy(made);
    this.setState({ said: spoken().text(isDone ? 'card_copied' : 'card_copy_by_hand'), offered: isDone ? null : made });
  }

  #annotation(): string {
    const { card, cited, actions } = this.props;
    const { relation } = cited.found;
    const passage = { url: actions.address(), exact: cited.quote, relation, created: new Date().toISOString() };
    return `${JSON.stringify(annotationOf(card, passage), null, 2)}\n`;
  }

  override render({ card, actions }: Props, { said, offered }: State) {
    const { text } = spoken();
    return (
      <footer>
        <div class="actions">
          <button type="button" onClick={() => void this.#copy(cardText(card))}>
            {text('card_copy_text')}
          </button>
          <button type="button" onClick={() => void this.#copy(this.#annotation())}>
            {text('card_copy_annotation')}
          </button>
          {actions.browse !== undefined && (
            <button type="button" onClick={actions.browse}>
              {text('card_browse')}
            </button>
          )}
          {actions.hide !== undefined && (
            <button type="button" onClick={actions.hide} title={text('card_hide_means')}>
              {text('card_hide')}
            </button>
          )}
          {actions.mute !== undefined && (
            <button type="button" onClick={actions.mute} title={text('card_mute_means')}>
              {text('card_mute')}
            </button>
          )}
        </div>
        <p class="said" role="status">
          {said}
        </p>
        {offered !== null && <textarea readOnly rows={4} value={offered} aria-label={text('card_copy_by_hand')} />}
      </footer>
    );
  }
}
