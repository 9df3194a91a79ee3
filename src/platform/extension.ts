// Facts about the extension and the browser that the settings page shows, and requests of its own to the background.
import browser from 'webextension-polyfill';
import { ask } from './ask.ts';
import type { Report } from './messages.ts';

export interface Command {
  readonly name: string;
  readonly description: string;
  /** Empty where the reader has none. */
  readonly shortcut: string;
}

export async function commandsOf(): Promise<readonly Command[]> {
  const all = await browser.commands?.getAll();
  return (all ?? []).map(({ name, description, shortcut }) => ({
    name: name ?? '',
    description: description ?? '',
    shortcut: shortcut ?? '',
  }));
}

export const extensionVersion = (): string => browser.runtime.getManifest().version;
export const askReport = (): Promise<Report> => ask({ kind: 'report' });
/** Tells the background that packs were imported or removed. */
export const packsChanged = (): Promise<unknown> => ask({ kind: 'packs' });
