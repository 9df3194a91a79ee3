// Why a page shows highlights, or why it does not: one answer for the popup, decided from plain facts.
import type { ReaderState } from './messages.ts';
import type { Settings } from './settings-items.ts';
import { siteOf } from './sites.ts';

export interface PageFacts {
  /** Null where the browser does not tell us: no permission for this tab. */
  readonly url: string | null;
  readonly settings: Settings;
  /** Whether the reader has allowed us on this page's site. */
  readonly allowed: boolean;
  /** The reader has asked for quiet in this tab. */
  readonly paused: boolean;
  /** What the script in the page said; null when none is there. */
  readonly reader: ReaderState | null;
  /** Content type of the document, where it was asked for; `REFUSED` where the browser keeps us out. */
  readonly type: string | null;
}

export type PageState =
  | { readonly kind: 'running'; readonly reader: ReaderState }
  /** Nothing of ours can run here, by the browser's own rules or by the kind of document. */
  | { readonly kind: 'closed'; readonly why: 'browser' | 'store' | 'pdf' | 'file' | 'document' | 'refused' }
  | { readonly kind: 'everything-off' | 'paused' | 'site-off' | 'not-chosen' | 'not-allowed' | 'silent' };

/** Browsers keep extensions off their stores' pages, whatever permission was given. */
const STORES = new Set(['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com']);

export function pageState({ url, settings, allowed, paused, reader, type }: PageFacts): PageState {
  const closed = url === null ? null : closedBecause(url);
  if (closed !== null) return { kind: 'closed', why: closed };
  if (reader !== null) return { kind: 'running', reader };
  if (!settings.everything) return { kind: 'everything-off' };
  if (paused) return { kind: 'paused' };
  const site = url === null ? null : siteOf(url);
  const rule = site === null ? undefined : settings.sites.get(site);
  if (rule === false) return { kind: 'site-off' };
  if (rule === undefined && !settings.everywhere) return { kind: 'not-chosen' };
  // Not every PDF says so in its address.
  if (type === 'application/pdf') return { kind: 'closed', why: 'pdf' };
  if (type !== null && type !== HTML && type !== REFUSED) return { kind: 'closed', why: 'document' };
  if (!allowed) return { kind: 'not-allowed' };
  return type === REFUSED ? { kind: 'closed', why: 'refused' } : { kind: 'silent' };
}

/** The one type that the reader reads (src/page/document.ts). */
const HTML = 'text/html';
/** No content type. */
export const REFUSED = 'refused';

function closedBecause(url: string): Extract<PageState, { kind: 'closed' }>['why'] | null {
  if (!URL.canParse(url)) return 'browser';
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'file:') return 'file';
  if (protocol !== 'http:' && protocol !== 'https:') return 'browser';
  if (STORES.has(hostname)) return 'store';
  return /\.pdf$/iu.test(pathname) ? 'pdf' : null;
}
