// What popup and panel say of a tab: its site, whether anything of ours runs there, and if not, why.
import { type PageState, pageState } from './page-state.ts';
import { isPaused } from './paused.ts';
import { allowedEverywhere, allowedOn } from './permissions.ts';
import type { Settings } from './settings-items.ts';
import { siteOf } from './sites.ts';
import { documentType, readerState, type Tab } from './tabs.ts';

export interface Front {
  /** The site as rules name it; null where none can apply. */
  readonly site: string | null;
  /** Whether the reader has allowed us on this site. */
  readonly allowed: boolean;
  readonly state: PageState;
}

export async function frontOf(tab: Tab | null, settings: Settings): Promise<Front> {
  const url = tab?.url ?? null;
  const site = url === null ? null : siteOf(url);
  const [reader, paused, allowed] = await Promise.all([
    tab ? readerState(tab.id) : null,
    tab ? isPaused(tab.id) : false,
    site === null ? allowedEverywhere() : allowedOn(site),
  ]);
  const facts = { url, settings, allowed, paused, reader, type: null };
  const state = pageState(facts);
  // The reader meant something of ours to run here: only then the page is asked why nothing does.
  if (tab === null || (state.kind !== 'silent' && state.kind !== 'not-allowed')) return { site, allowed, state };
  return { site, allowed, state: pageState({ ...facts, type: await documentType(tab.id) }) };
}
