// What the background remembers for the diagnostics: how long the last scans took, and its own errors. Never any text of a
// page; never sent anywhere. Scans are forgotten with the browser, errors stay on the device until newer ones take their place.
import browser from 'webextension-polyfill';
import type { ErrorNote, Report, ScanNote } from './messages.ts';
import { serial } from './queue.ts';
import { within } from './within.ts';

const SCANS = 'log:scans';
const ERRORS = 'log:errors';
const MOST = 20;
/** Scans come in bursts; one write a second is enough. */
const SETTLE_MS = 1000;
const LONGEST = 500;
/** The diagnostics are wanted most when storage is broken: they do not wait for it. */
const ANSWER_MS = 2000;

/** The list with `note` as its last, at most `MOST` long. */
export const noted = <T>(notes: readonly T[], note: T): readonly T[] => [...notes, note].slice(-MOST);

export interface Notes {
  scan(note: ScanNote): void;
  error(cause: unknown): void;
  report(): Promise<Report>;
}

export function notes(): Notes {
  const writes = serial();
  let fresh: readonly ScanNote[] = [];
  let waiting = false;

  const scans = async (): Promise<readonly ScanNote[]> => {
    const kept = listed<ScanNote>((await within(ANSWER_MS, 'storage.session', browser.storage.session.get(SCANS)))[SCANS]);
    return fresh.reduce<readonly ScanNote[]>(noted, kept);
  };
  const flush = async (): Promise<void> => {
    waiting = false;
    const all = await scans();
    fresh = [];
    await browser.storage.session.set({ [SCANS]: all });
  };
  const errors = async (): Promise<readonly ErrorNote[]> =>
    listed<ErrorNote>((await within(ANSWER_MS, 'storage.local', browser.storage.local.get(ERRORS)))[ERRORS]);
  return {
    scan(note) {
      fresh = noted(fresh, note);
      if (waiting) return;
      waiting = true;
      setTimeout(() => void writes(flush).catch((cause) => console.debug('Sidelight: scans not noted', cause)), SETTLE_MS);
    },
    error(cause) {
      console.warn('Sidelight:', cause);
      const message = (cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause)).slice(0, LONGEST);
      void writes(async () => {
        const kept = await errors();
        await browser.storage.local.set({ [ERRORS]: noted(kept, { at: new Date().toISOString(), message }) });
      }).catch((failure) => console.debug('Sidelight: error not noted', failure));
    },
    async report() {
      const [known, kept] = await Promise.all([scans().catch(() => fresh), errors().catch(unreadable)]);
      return { scans: known, errors: kept };
    },
  };
}

const unreadable = (cause: unknown): readonly ErrorNote[] => [
  { at: new Date().toISOString(), message: `errors cannot be read: ${String(cause)}` },
];
const listed = <T>(kept: unknown): readonly T[] => (Array.isArray(kept) ? (kept as T[]) : []);
