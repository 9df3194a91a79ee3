// What was just done, with the way to take it back; or what could not be done. Stays until the next thing.
import { text } from '../../../platform/i18n.ts';

export interface Said {
  readonly words: string;
  readonly problems?: readonly string[];
  readonly undo?: (() => void) | undefined;
}

export function SaidLine({ said, onClose }: { readonly said: Said | null; readonly onClose: () => void }) {
  return (
    <div class="said" role="status">
      {said === null ? null : (
        <div class="bubble">
          <div>
            <p>{said.words}</p>
            {said.problems === undefined ? null : (
              <ul class="problems">
                {said.problems.map((problem) => (
                  <li key={problem}>{problem}</li>
                ))}
              </ul>
            )}
          </div>
          {said.undo === undefined ? null : (
            <button type="button" class="button" name="undo" onClick={said.undo}>
              {text('options_undo')}
            </button>
          )}
          <button type="button" class="plain" name="said-close" onClick={onClose}>
            {text('card_close')}
          </button>
        </div>
      )}
    </div>
  );
}
