// Where the focus was before it came into our element, so that it can go back there.
import { own } from '../page/document.ts';

export interface Focus {
  /** Before something of ours takes the focus. */
  readonly remember: () => void;
  readonly giveBack: () => void;
}

/** The memory of one host, which has no focus of its own at first. */
export function focusBefore(host: Element): Focus {
  let before: Element | null = null;
  return {
    remember: () => {
      if (!host.contains(own.active())) before = own.active();
    },
    giveBack: () => {
      if (before instanceof HTMLElement && before.isConnected && before.localName !== 'body')
        before.focus({ preventScroll: true });
      before = null;
    },
  };
}
