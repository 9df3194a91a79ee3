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

/** As the manifest lists them; browsers do not keep it. Others come last. */
const ORDER = ['next-claim', 'previous-claim', 'open-claim', 'toggle-site'];

export async function commandsOf(): Promise<readonly Command[]> {
  const all = (await browser.commands?.getAll()) ?? [];
  const place = ({ name }: { readonly name?: string | undefined }): number =>
    (ORDER.indexOf(name ?? '') + ORDER.length + 1) % (ORDER.length + 1);
  return [...all]
    .sort((a, b) => place(a) - place(b))
    .map(({ name, description, shortcut }) => ({
      name: name ?? '',
      description: description ?? '',
      shortcut: shortcut ?? '',
    }));
}

export const extensionVersion = (): string => browser.runtime.getManifest().version;
export const askReport = (): Promise<Report> => ask({ kind: 'report' });
/** Tells the background that packs were imported or removed. */
export const packsChanged = (): Promise<true> => ask({ kind: 'packs' });
