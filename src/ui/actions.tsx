// What a reader can do with a card. In a page these are harmless: a page may trick a click, so nothing here changes a setting
// that matters beyond this claim, and the background keeps a list that can be undone.
import { useState } from 'preact/hooks';
import type { Card } from '../claims/types.ts';
import type { Cited } from './card.tsx';
import { asAnnotation, asText } from './copy.ts';
import { useTexts } from './texts.tsx';

export interface CardActions {
  /** "Not this claim": hides this passage's match. */
  readonly hide: () => void;
  readonly mute: () => void;
  readonly browse?: (() => void) | undefined;
  /** Address and title of the page the passage is on. */
  readonly place: () => { readonly address: string; readonly title: string };
  /** Resolves to false where the browser gives no clipboard (pages without https). */
  readonly copy: (text: string) => Promise<boolean>;
}

export function Actions({ card, cited, actions }: { readonly card: Card; readonly cited: Cited; readonly actions: CardActions }) {
  const texts = useTexts();
  const { text } = texts;
  const [said, say] = useState('');
  const [offered, offer] = useState<string | null>(null);
  const copy = async (make: typeof asText): Promise<void> => {
    const made = make(card, { ...actions.place(), quote: cited.quote }, texts);
    const done = await actions.copy(made);
    say(text(done ? 'card_copied' : 'card_copy_by_hand'));
    offer(done ? null : made);
  };
  return (
    <footer>
      <div class="actions">
        <button type="button" onClick={() => void copy(asText)}>
          {text('card_copy_text')}
        </button>
        <button type="button" onClick={() => void copy(asAnnotation)}>
          {text('card_copy_annotation')}
        </button>
        {actions.browse !== undefined && (
          <button type="button" onClick={actions.browse}>
            {text('card_browse')}
          </button>
        )}
        <button type="button" onClick={actions.hide} title={text('card_hide_means')}>
          {text('card_hide')}
        </button>
        <button type="button" onClick={actions.mute} title={text('card_mute_means')}>
          {text('card_mute')}
        </button>
      </div>
      <p class="said" role="status">
        {said}
      </p>
      {offered !== null && (
        <textarea
          readOnly
          rows={4}
          value={offered}
          aria-label={text('card_copy_by_hand')}
          onFocus={(event) => event.currentTarget.select()}
        />
      )}
    </footer>
  );
}
