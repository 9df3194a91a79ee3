// A few words where a card would stand: that no known claim is near to a selection.
import { TITLE } from './card.tsx';
import { Icon } from './icons.tsx';
import { spoken } from './texts.ts';

export function Note({ words, close }: { readonly words: string; readonly close: () => void }) {
  const { text } = spoken();
  return (
    <article class="card">
      <header>
        <button type="button" class="close" onClick={close} aria-label={text('card_close')} title={text('card_close')}>
          <Icon name="close" />
        </button>
      </header>
      <p id={TITLE}>{words}</p>
    </article>
  );
}
