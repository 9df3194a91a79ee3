// What a test reads from a page: its highlights, as any script of the page could, and the state that the reader reports.
import assert from 'node:assert/strict';
import type { Frame, Page } from 'puppeteer-core';
import type { ReaderState } from '../../src/platform/messages.ts';
import { type Session, tabId, until } from './harness.ts';

/** The keys of passages: one per standing, strength and ground (src/page/paint.ts). */
export const KEYS = ['1', '2', '3', '4'].flatMap((standing) =>
  ['', 'q', 's'].flatMap((strength) => ['', 'd', 'b', 'w'].map((ground) => `sl-${standing}${strength}${ground}`)),
);

export interface Painted {
  readonly key: string;
  readonly text: string;
  /** Of its first line, in the window's coordinates. */
  readonly x: number;
  readonly y: number;
}

/** Every painted range, read back through `CSS.highlights`, in the order of the document. */
export function painted(page: Page): Promise<readonly Painted[]> {
  return page.evaluate((keys) => {
    const ranges = keys.flatMap((key) => [...(CSS.highlights.get(key) ?? [])].map((range) => ({ key, range: range as Range })));
    ranges.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range));
    return ranges.map(({ key, range }) => {
      const [line] = range.getClientRects();
      return {
        key,
        text: range.toString(),
        x: (line?.x ?? 0) + Math.min(30, (line?.width ?? 0) / 2),
        y: (line?.y ?? 0) + (line?.height ?? 0) / 2,
      };
    });
  }, KEYS);
}

/** The keys of ours in the registry: those of passages, of relations and of the current passage, with a range or without. */
export const ourKeys = (page: Page | Frame): Promise<readonly string[]> =>
  page.evaluate(() => [...CSS.highlights.keys()].filter((key) => key.startsWith('sl-')).sort());

/** Waits until something is painted and no more comes. */
export function settled(page: Page, ms?: number): Promise<readonly Painted[]> {
  let before = -1;
  return until(
    `highlights on ${page.url()}`,
    async () => {
      const now = await painted(page);
      const same = now.length > 0 && now.length === before;
      before = now.length;
      if (!same) await new Promise((resolve) => setTimeout(resolve, 200));
      return same ? now : null;
    },
    ms,
  );
}

/** Waits until nothing of ours is in the registry any more. */
export async function cleared(page: Page): Promise<void> {
  let left: readonly string[] = [];
  const look = async (): Promise<true | null> => {
    left = await ourKeys(page);
    return left.length === 0 || null;
  };
  await until('no highlights', look).catch(() => assert.deepEqual(left, [], `our keys on ${page.url()}`));
}

interface Messaging {
  tabs: { sendMessage(tab: number, message: unknown, options: object): Promise<unknown> };
}

/** What the script in the page says of itself; null where none runs. */
export const state = async (session: Session, page: Page): Promise<ReaderState | null> =>
  stateAt(session, await tabId(session.inside, page));

/** The same for the tab of this number: without permission an address finds none. */
export async function stateAt({ inside }: Session, tab: number): Promise<ReaderState | null> {
  const reply = await inside.evaluate(async (id) => {
    const scope = globalThis as unknown as { browser?: Messaging; chrome: Messaging };
    return (scope.browser ?? scope.chrome).tabs.sendMessage(id, { kind: 'state' }, { frameId: 0 }).catch(() => null);
  }, tab);
  return (reply as ReaderState | null | undefined) ?? null;
}
