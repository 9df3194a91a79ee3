// What a screen reader says by itself, politely and in a few words. Through the document and not through an element of ours:
// the page stays as it was. Browsers that cannot (before 2026) say what the focus reaches, which is enough to go on.
import { own } from '../page/document.ts';
import { spoken } from './texts.ts';

type Speaking = { readonly ariaNotify?: (words: string) => void };

/** False where the browser has no such voice. */
export function announce(words: string): boolean {
  const { ariaNotify } = Document.prototype as unknown as Speaking;
  ariaNotify?.call(document, words);
  return ariaNotify !== undefined;
}

/** To be told how many claims the page makes, as often as that changes. Says it once: when there are some, and the reader is
 * on this page. */
export function greeting(signal: AbortSignal): (claims: number) => void {
  let claims = 0;
  let isSaid = false;
  const greet = (): void => {
    if (isSaid || claims === 0 || own.isHidden()) return;
    isSaid = true;
    announce(spoken().counted('popup_claims', claims));
  };
  addEventListener('visibilitychange', greet, { capture: true, signal });
  return (now) => {
    claims = now;
    greet();
  };
}
