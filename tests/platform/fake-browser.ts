// The browser's extension APIs as far as src/platform uses them, with the faults that real ones have: storage that is full,
// hangs, or dies in the middle; tabs without a script. What was done to it can be read back.

type Items = Record<string, unknown>;
type Changed = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => void;

/** What every call of an area does from now on. */
export type Fault = 'none' | 'full' | 'hangs' | 'dead';

export class FakeArea {
  items: Items = {};
  fault: Fault = 'none';
  /** So many calls go well; from then on the area is dead, as in a killed process. Infinity: never. */
  left = Number.POSITIVE_INFINITY;
  writes = 0;
  readonly #name: string;
  readonly #changed: Set<Changed>;

  constructor(name: string, changed: Set<Changed>) {
    this.#name = name;
    this.#changed = changed;
  }

  async get(keys: string | null): Promise<Items> {
    await this.#step('read');
    if (keys === null) return structuredClone(this.items);
    return Object.hasOwn(this.items, keys) ? { [keys]: structuredClone(this.items[keys]) } : {};
  }

  async set(items: Items): Promise<void> {
    await this.#step('write');
    const changes = Object.fromEntries(
      Object.entries(items).map(([key, newValue]) => [key, { oldValue: this.items[key], newValue }]),
    );
    // `__proto__` is a key like any other here.
    this.items = Object.fromEntries([...Object.entries(this.items), ...Object.entries(structuredClone(items))]);
    for (const listener of this.#changed) listener(changes, this.#name);
  }

  async remove(keys: string | readonly string[]): Promise<void> {
    await this.#step('write');
    const gone = new Set(typeof keys === 'string' ? [keys] : keys);
    this.items = Object.fromEntries(Object.entries(this.items).filter(([key]) => !gone.has(key)));
    for (const listener of this.#changed) listener(Object.fromEntries([...gone].map((key) => [key, {}])), this.#name);
  }

  async #step(kind: 'read' | 'write'): Promise<void> {
    if (this.fault === 'hangs' || this.left <= 0) return new Promise(() => undefined);
    this.left--;
    if (this.fault === 'dead') throw new Error(`${this.#name}: storage is gone`);
    if (kind === 'write') {
      if (this.fault === 'full') throw new Error('QUOTA_BYTES quota exceeded');
      this.writes++;
    }
  }
}

export interface FakeTab {
  readonly id: number;
  readonly url?: string;
}

/** The number of the first tab that is opened. */
export const FIRST_OPENED = 1000;

export function fakeBrowser() {
  const changed = new Set<Changed>();
  const [sync, local, session] = ['sync', 'local', 'session'].map((name) => new FakeArea(name, changed)) as [
    FakeArea,
    FakeArea,
    FakeArea,
  ];
  const tabs: FakeTab[] = [];
  const sent: { tab: number; message: unknown }[] = [];
  const opened: string[] = [];
  return {
    tabs_: tabs,
    sent,
    opened,
    runtime: { id: 'own', getURL: (path: string) => `chrome-extension://own/${path.replace(/^\//u, '')}` },
    storage: {
      sync,
      local,
      session,
      onChanged: {
        addListener: (listener: Changed) => void changed.add(listener),
        removeListener: (listener: Changed) => void changed.delete(listener),
      },
    },
    tabs: {
      query: async () => tabs,
      get: async (id: number) => tabs.find((tab) => tab.id === id) ?? Promise.reject(new Error(`No tab with id: ${id}.`)),
      create: async ({ url }: { url: string }) => ({ id: FIRST_OPENED + opened.push(url) - 1 }),
      sendMessage: async (tab: number, message: unknown) => {
        sent.push({ tab, message });
        throw new Error('Could not establish connection. Receiving end does not exist.');
      },
    },
    permissions: { contains: async (_asked: { readonly origins: readonly string[] }) => true },
    action: {
      setBadgeBackgroundColor: async () => undefined,
      setBadgeTextColor: async () => undefined,
      setBadgeText: async (_badge: { readonly tabId: number; readonly text: string }) => undefined,
    },
    scripting: {
      getRegisteredContentScripts: async () => [],
      registerContentScripts: async () => undefined,
      unregisterContentScripts: async () => undefined,
      insertCSS: async () => Promise.reject(new Error('Missing host permission for the tab')),
      executeScript: async () => Promise.reject(new Error('Missing host permission for the tab')),
    },
  };
}
