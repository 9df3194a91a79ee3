// The background's work, once something asks for it: answering pages, and keeping scripts in line with the settings.
// Wiring to the browser's events is in entrypoints/background.ts, for listeners must be there in the worker's first turn.
import browser from 'webextension-polyfill';
import { messageOf } from '../claims/problem.ts';
import { answerCard, answerMatch, answerSelection, lookOf, packsOn } from './answer.ts';
import { showCount } from './badge.ts';
import { asked as askedBy, isUnwanted, readAgain, tellLook } from './broadcast.ts';
import { forgetChecked, setChecked, wasChecked } from './checked.ts';
import { accept, type Sender } from './message-schema.ts';
import type { PageRequest, ReaderRequest, Replies, Status } from './messages.ts';
import { notes } from './notes.ts';
import type { PackStore } from './pack-store.ts';
import { type Bundled, type Engine, type Loaded, load, type OpenPack, publicFacts } from './packs.ts';
import { openDataset } from './panel.ts';
import { isPaused, setPaused } from './paused.ts';
import { allowances } from './permissions.ts';
import { serial } from './queue.ts';
import { runsOn } from './registration.ts';
import { aligner, inject, register, stop } from './scripts.ts';
import { checkSelection, dropAnswer } from './selection.ts';
import { type Changes, hide, mute, readSettings } from './settings.ts';
import { DEFAULTS, type Settings } from './settings-items.ts';
import { inSession } from './storage.ts';

export interface Service {
  /** The listener for `runtime.onMessage`; undefined means: not for us. */
  answer(message: unknown, sender: Sender): Promise<unknown> | undefined;
  /** Registers the script as the settings want it; with `tabs`, open tabs are brought in line too. `anew` after an update. */
  align(tabs: boolean, anew?: boolean): Promise<void>;
  /** Drops what is remembered of permissions. */
  forgetPermissions(): void;
  /** Drops what is remembered of the settings. */
  forgetSettings(): void;
  /** Brings open tabs up to date after local settings changed. */
  changed(changes: Changes): Promise<void>;
  /** "Check selection against known claims": shows the answer in the tab, or in a page of ours. */
  select(text: string, tab: number | undefined): Promise<void>;
  /** "Check this page": runs the script in the tab, whatever the settings say. */
  check(tab: number): Promise<boolean>;
  /** Forgets what was kept for a tab that has closed. */
  closed(tab: number): Promise<void>;
  /** Keeps an error for the diagnostics. */
  note(cause: unknown): void;
  /** Compiles the bundled pack anew: after an update the compiler may differ though the pack does not. Begins when `first`
   * has ended; questions wait for it from now on. */
  refresh(first?: Promise<unknown>): Promise<void>;
}

export function service(engine: Engine, store: PackStore, bundled: Bundled): Service {
  const scripts = serial();
  const loads = serial();
  const allowed = allowances();
  const alignTabs = aligner(allowed.allows);
  const { scan, error, report } = notes();
  let loading: Promise<Loaded> | null = null;
  let remembered: Promise<Settings> | null = null;
  /** What is wrong with the settings' storage, in words. */
  const trouble = new Map<'read' | 'write', string>();
  /** Packs that did not answer a page since they were opened, with the reason in words. */
  const failing = new Map<string, string>();
  const failed = ({ facts }: OpenPack, cause: unknown): void => {
    failing.set(facts.id, `${facts.name}: ${messageOf(cause)}`);
  };

  /** One after the other: what one compiles anew another would find gone. Questions wait for the last from now on. */
  const openPacks = (fresh = false, first: Promise<unknown> = Promise.resolve()): Promise<Loaded> => {
    const begin = (): Promise<Loaded> => {
      failing.clear();
      return load(engine, store, bundled, fresh);
    };
    const mine = loads(() => first.then(begin, begin));
    loading = mine;
    mine.catch(() => {
      if (loading === mine) loading = null;
    });
    return mine;
  };
  const loaded = (): Promise<Loaded> => loading ?? openPacks();
  const settings = (): Promise<Settings> => {
    remembered ??= readSettings();
    remembered.catch(() => (remembered = null));
    return remembered;
  };
  // A page is still answered while storage is broken: as if nothing had been chosen. Scripts stay registered as they were.
  const settingsOrDefaults = (): Promise<Settings> =>
    settings().then(
      (now) => {
        trouble.delete('read');
        return now;
      },
      (cause) => {
        trouble.set('read', `settings cannot be read: ${messageOf(cause)}`);
        return DEFAULTS;
      },
    );
  /** A choice made in the page: the page shows it as done, so a failure is told in the settings page and kept. True: taken. */
  const stored = async (choice: Promise<void>): Promise<true> => {
    try {
      await choice;
      trouble.delete('write');
    } catch (cause) {
      trouble.set('write', `a choice could not be stored: ${messageOf(cause)}`);
      error(cause);
    }
    return true;
  };

  /** Asked for every batch: a page that comes back from the back-forward cache may have been switched off in the meantime, and a
   * script that runs runs on when the permission is withdrawn. A frame is read with its page, whose origin it has: its own
   * address may say nothing (about:srcdoc). */
  const mayRead = async (tab: number, { url, frameId, tab: around }: Sender, now: Settings): Promise<boolean> => {
    const page = frameId ? (around?.url ?? url) : url;
    if (page === undefined) return false;
    return (runsOn(now, page) && (await allowed.allows(page))) || wasChecked(tab, page);
  };

  const forReader = async (request: ReaderRequest, tab: number, sender: Sender): Promise<unknown> => {
    switch (request.kind) {
      case 'match': {
        // At once: storage that hangs takes its time for both, and the page waits for one answer only so long.
        const [now, { packs }] = await Promise.all([settingsOrDefaults(), loaded()]);
        if (!(await mayRead(tab, sender, now)) || (await isPaused(tab))) {
          await stop(tab);
          return { scan: request.scan, found: [], checked: 0, foreign: false, look: lookOf(now) };
        }
        const start = performance.now();
        const reply = await answerMatch(request, packs, now, failed);
        scan({
          at: new Date().toISOString(),
          ms: Math.round((performance.now() - start) * 10) / 10,
          blocks: request.blocks.length,
          characters: request.blocks.reduce((sum, { text }) => sum + text.length, 0),
          found: reply.found.length,
        });
        return reply;
      }
      case 'card':
        return answerCard(request, (await loaded()).packs);
      case 'found':
        // The button and the popup speak of the page itself; what is in a frame is highlighted there.
        return sender.frameId === 0 ? showCount(tab, request.claims) : null;
      case 'hide':
        return stored(hide(request.pack, request.claim, request.quote));
      case 'mute':
        return stored(mute(request.pack, request.claim));
      case 'browse':
        return openDataset(request.pack, request.claim);
    }
  };

  const check = async (tab: number): Promise<boolean> => {
    const { url } = await browser.tabs.get(tab);
    await setPaused(tab, false).catch(error);
    if (url !== undefined) await setChecked(tab, url).catch(error);
    return inject(tab);
  };

  const pause = async (tab: number, on: boolean): Promise<boolean> => {
    await setPaused(tab, on);
    if (!on) return inject(tab);
    await stop(tab);
    return true;
  };

  const status = async (): Promise<Status> => {
    const [{ packs, problems }, now] = await Promise.all([loaded(), settingsOrDefaults()]);
    const on = new Set(packsOn(packs, now));
    return {
      packs: packs.map((pack) => ({ ...publicFacts(pack.facts), on: on.has(pack), place: pack.place, bytes: pack.bytes })),
      problems: [...problems, ...failing.values(), ...trouble.values()],
    };
  };

  const openAnew = async (): Promise<true> => {
    await openPacks();
    await readAgain(await settingsOrDefaults());
    return true;
  };

  const forPage = async (request: PageRequest): Promise<Replies[PageRequest['kind']]> => {
    switch (request.kind) {
      case 'status':
        return status();
      case 'card':
        return answerCard(request, (await loaded()).packs);
      case 'check':
        return check(request.tab);
      case 'pause':
        return pause(request.tab, request.on);
      case 'packs':
        return openAnew();
      case 'report':
        return report();
    }
  };

  return {
    answer(message, sender) {
      const asked = accept(message, sender, browser.runtime.id, browser.runtime.getURL(''));
      if (asked === null) return undefined;
      return asked.from === 'reader' ? forReader(asked.request, asked.tab, sender) : forPage(asked.request);
    },
    async align(tabs, anew = false) {
      const wanted = await scripts(async () => {
        const now = await settings();
        await register(now, anew);
        return now;
      });
      if (tabs) await alignTabs(wanted);
    },
    forgetPermissions: allowed.forget,
    forgetSettings() {
      remembered = null;
    },
    async changed(changes) {
      const wanted = askedBy(changes);
      const now = await settings();
      if (wanted.look) await tellLook(lookOf(now));
      if (wanted.reading) await readAgain(now);
      else if (wanted.hidden) await readAgain(now, (reader) => reader.passages.some((passage) => isUnwanted(passage, now)));
    },
    async select(text, tab) {
      const answer = await answerSelection(text, (await loaded()).packs, await settingsOrDefaults(), failed);
      await checkSelection(answer, tab);
    },
    async closed(tab) {
      await Promise.all([setPaused(tab, false), forgetChecked(tab), inSession(dropAnswer(tab))]);
    },
    note: error,
    check,
    async refresh(first) {
      await openPacks(true, first);
      await store.sweep();
    },
  };
}
