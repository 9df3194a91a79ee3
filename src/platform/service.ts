// The background's work, once something asks for it: answering pages, and keeping scripts in line with the settings.
// Wiring to the browser's events is in entrypoints/background.ts, for listeners must be there in the worker's first turn.
import browser from 'webextension-polyfill';
import { answerCard, answerMatch, packsOn } from './answer.ts';
import { showCount } from './badge.ts';
import { accept, type Sender } from './message-schema.ts';
import type { PageRequest, ReaderRequest, Status } from './messages.ts';
import type { PackStore } from './pack-store.ts';
import { type Bundled, type Engine, type Loaded, load } from './packs.ts';
import { openDataset } from './panel.ts';
import { serial } from './queue.ts';
import { runsOn } from './registration.ts';
import { alignTabs, inject, register } from './scripts.ts';
import { hide, mute, readSettings } from './settings.ts';
import { readItems, type Settings } from './settings-items.ts';
import { siteOf } from './sites.ts';

export interface Service {
  /** The listener for `runtime.onMessage`; undefined means: not for us. */
  answer(message: unknown, sender: Sender): Promise<unknown> | undefined;
  /** Registers the script anew; with `tabs`, open tabs are brought in line too. */
  align(tabs: boolean): Promise<void>;
  /** Drops what is remembered of the settings. */
  forgetSettings(): void;
  /** Compiles the bundled pack anew: after an update the compiler may differ though the pack does not. */
  refresh(): Promise<void>;
}

export function service(engine: Engine, store: PackStore, bundled: Bundled): Service {
  const scripts = serial();
  let loading: Promise<Loaded> | null = null;
  let remembered: Promise<Settings> | null = null;

  const loaded = (): Promise<Loaded> => {
    loading ??= load(engine, store, bundled);
    loading.catch(() => (loading = null));
    return loading;
  };
  const settings = (): Promise<Settings> => {
    remembered ??= readSettings();
    remembered.catch(() => (remembered = null));
    return remembered;
  };
  // A page is still answered while storage is broken: as if nothing had been chosen. Scripts stay registered as they were.
  const settingsOrDefaults = (): Promise<Settings> =>
    settings().catch((cause) => {
      console.warn('Sidelight: settings cannot be read', cause);
      return readItems({}, {}).settings;
    });

  const forReader = async (request: ReaderRequest, tab: number, sender: Sender): Promise<unknown> => {
    switch (request.kind) {
      case 'match': {
        const now = await settingsOrDefaults();
        // A page that comes back from the back-forward cache may have been switched off in the meantime.
        if (sender.url !== undefined && !runsOn(now, sender.url) && !(await wasChecked(tab, sender.url))) {
          await browser.tabs.sendMessage(tab, { kind: 'stop' }).catch(() => null);
          return { scan: request.scan, found: [], checked: 0 };
        }
        return answerMatch(request, (await loaded()).packs, now);
      }
      case 'card':
        return answerCard(request, (await loaded()).packs);
      case 'found':
        return showCount(tab, request.claims);
      case 'hide':
        return hide(request.pack, request.claim, request.quote);
      case 'mute':
        return mute(request.pack, request.claim);
      case 'browse':
        return openDataset(request.pack, request.claim);
    }
  };

  const forPage = async (request: PageRequest): Promise<unknown> => {
    if (request.kind === 'check') {
      const { url } = await browser.tabs.get(request.tab);
      if (url !== undefined) await browser.storage.session.set({ [checkedKey(request.tab)]: siteOf(url) ?? url });
      return inject(request.tab);
    }
    const [{ packs, problems }, now] = await Promise.all([loaded(), settingsOrDefaults()]);
    const on = new Set(packsOn(packs, now));
    return {
      packs: packs.map((pack) => {
        const { id, name, version, publisher, updated, claims, imported } = pack.facts;
        return { id, name, version, publisher, updated, claims, imported, on: on.has(pack), place: pack.place };
      }),
      problems,
    } satisfies Status;
  };

  return {
    answer(message, sender) {
      const asked = accept(message, sender, browser.runtime.id, browser.runtime.getURL(''));
      if (asked === null) return undefined;
      return asked.from === 'reader' ? forReader(asked.request, asked.tab, sender) : forPage(asked.request);
    },
    align: (tabs) =>
      scripts(async () => {
        const now = await settings();
        await register(now);
        if (tabs) await alignTabs(now);
      }),
    forgetSettings() {
      remembered = null;
    },
    async refresh() {
      loading = load(engine, store, bundled, true);
      await loading;
      await store.sweep();
    },
  };
}

/** Kept for the session only: that the reader asked for this one page of a site that is otherwise off. */
const checkedKey = (tab: number): string => `checked:${tab}`;
const wasChecked = async (tab: number, url: string): Promise<boolean> => {
  const key = checkedKey(tab);
  return (await browser.storage.session.get(key))[key] === (siteOf(url) ?? url);
};
