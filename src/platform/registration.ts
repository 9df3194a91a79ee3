// Where the page's script may run, as a pure function of the settings. The browser enforces it: a site that is off is
// excluded from the registered script, so that not one line of ours runs there.
import type { Settings } from './settings-items.ts';
import { patternOf, siteOf } from './sites.ts';

export const WEB: readonly string[] = ['http://*/*', 'https://*/*'];

export interface Registration {
  readonly matches: readonly string[];
  readonly excludeMatches: readonly string[];
}

/** Null when the script should run nowhere. */
export function registrationOf(settings: Settings): Registration | null {
  if (!settings.everything) return null;
  const patterns = (on: boolean): string[] =>
    [...settings.sites]
      .filter(([, rule]) => rule === on)
      .map(([site]) => patternOf(site))
      .sort();
  if (settings.everywhere) return { matches: WEB, excludeMatches: patterns(false) };
  const chosen = patterns(true);
  return chosen.length === 0 ? null : { matches: chosen, excludeMatches: [] };
}

/** Whether the settings (permission aside) let the script run on the page. */
export function runsOn(settings: Settings, url: string): boolean {
  const site = siteOf(url);
  return settings.everything && site !== null && (settings.sites.get(site) ?? settings.everywhere);
}
