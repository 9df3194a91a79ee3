// What the reader has allowed. Nothing is asked at install; every request comes from a click on an extension page.
import browser from 'webextension-polyfill';
import { WEB } from './registration.ts';
import { setDefault } from './settings.ts';
import type { DefaultRule } from './settings-items.ts';
import { patternOf } from './sites.ts';
import { within } from './within.ts';

/** Scheme by scheme, as the manifest has them: both browsers take `*://` for wider than `http://` and `https://` together, and
 * neither find it allowed nor let it be asked for. */
export const originsOf = (site: string): string[] => ['http', 'https'].map((scheme) => patternOf(site).replace(/^\*/u, scheme));

/** True when pages on every site may be read. */
export const allowedEverywhere = (): Promise<boolean> => browser.permissions.contains({ origins: [...WEB] });

export const allowedOn = (site: string): Promise<boolean> => browser.permissions.contains({ origins: originsOf(site) });

/** Asks for every site. To be called in the turn of the click: Firefox forgets the gesture after an await. */
export const askEverywhere = (): Promise<boolean> => browser.permissions.request({ origins: [...WEB] });

/** Asks for every site and makes it the default, both in the turn of the click: Firefox closes the popup for its prompt. `asked`
 * is false where the reader refused; by then the default is again what it was `before`. */
export function allowEverywhere(before: DefaultRule): {
  readonly asked: Promise<boolean>;
  readonly stored: Promise<void>;
} {
  const given = askEverywhere();
  const stored = setDefault('everywhere');
  const asked = given.then(async (is) => {
    if (!is && before === 'chosen') await stored.then(() => setDefault(before));
    return is;
  });
  return { asked, stored };
}

/** Asks for one site; the same rule about the click. */
export const askFor = (site: string): Promise<boolean> => browser.permissions.request({ origins: originsOf(site) });

export interface Allowances {
  /** Whether the reader allows us on the page, which is http or https; what a click opens for once (activeTab) aside. */
  allows(url: string): Promise<boolean>;
  /** To be called when a permission was given or withdrawn. */
  forget(): void;
}

/** What the browser says of each origin, remembered: it is asked for every batch of a page's text. */
export function allowances(): Allowances {
  const known = new Map<string, Promise<boolean>>();
  return {
    allows(url) {
      const { protocol, hostname } = new URL(url);
      // A pattern has neither port nor the dot that a full name may end with.
      const origin = `${protocol}//${hostname.replace(/\.$/u, '')}/*`;
      const before = known.get(origin);
      if (before !== undefined) return before;
      if (known.size >= MOST_ORIGINS) known.clear();
      const answer = within(ANSWER_MS, 'permissions', browser.permissions.contains({ origins: [origin] }));
      known.set(origin, answer);
      // Where it does not say: the browser itself starts no script of ours without permission.
      return answer.catch((cause: unknown) => {
        console.warn('Sidelight: the browser does not say what is allowed', cause);
        if (known.get(origin) === answer) known.delete(origin);
        return true;
      });
    },
    forget: () => known.clear(),
  };
}
/** The browser usually answers within a millisecond. */
const ANSWER_MS = 1000;
/** More than are open at a time. */
const MOST_ORIGINS = 500;

/** Calls `changed` when a permission was given or withdrawn, by us or in the browser's own settings. */
export function watchPermissions(changed: () => void, signal?: AbortSignal): void {
  browser.permissions.onAdded.addListener(changed);
  browser.permissions.onRemoved.addListener(changed);
  signal?.addEventListener(
    'abort',
    () => {
      browser.permissions.onAdded.removeListener(changed);
      browser.permissions.onRemoved.removeListener(changed);
    },
    { once: true },
  );
}
