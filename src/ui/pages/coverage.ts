// What can be said of a page where no claim was found: against how many it was held, or why it was not.
import type { ReaderState } from '../../platform/messages.ts';

/** The text's key. */
export function nothingIn({ checked, limit }: Pick<ReaderState, 'checked' | 'limit'>): string {
  if (checked === null && limit === 'answer') return 'popup_nothing_answered';
  if (checked === null) return limit === 'language' ? 'popup_closed_language' : 'popup_nothing_read';
  return checked === 0 ? 'popup_nothing_checked' : 'popup_nothing_found';
}

/** The key of what is to be said of text that was left out; null when none was, or all of it. */
export function leftOut({ checked, limit }: Pick<ReaderState, 'checked' | 'limit'>): string | null {
  if (limit === null || checked === null) return null;
  if (limit === 'answer') return 'popup_limit_answer';
  return limit === 'language' ? 'popup_limit_language' : 'popup_limit';
}
