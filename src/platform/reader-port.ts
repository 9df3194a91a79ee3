// The page script's way to the background: questions with a number, a time limit and another try, for a service worker may
// die in mid-answer and Firefox may never settle a promise. No webextension-polyfill here: both browsers' own objects return
// promises in MV3, and the script in every page must stay small.
import type { CardReply, MatchReply, ReaderCommand, ReaderRequest } from './messages.ts';

/** A worker start and the largest batch take well under a second; a machine under load gets four more. */
const ANSWER_MS = 5000;
/** The second try wakes a worker that died with the first; what fails three times fails for another reason. */
const TRIES = 3;
const AGAIN_MS = 100;
/** Chromium leaves the script of a removed extension running, with `runtime.id` gone; it is to be clean within a second. */
const ALIVE_MS = 500;

interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(listener: Listener): void;
    removeListener(listener: Listener): void;
  };
}
type Listener = (
  message: unknown,
  sender: { readonly id?: string; readonly tab?: unknown },
  respond: (reply: unknown) => void,
) => undefined;

function runtime(): Runtime | undefined {
  const scope = globalThis as {
    readonly browser?: { readonly runtime?: Runtime };
    readonly chrome?: { readonly runtime?: Runtime };
  };
  return scope.browser?.runtime ?? scope.chrome?.runtime;
}

/** Whether the extension that brought this script is still there. */
function isAlive(): boolean {
  return runtime()?.id !== undefined;
}

/** Undefined when there is no answer in time: nobody in the page would read more about it (within.ts has the words). */
const send = (request: ReaderRequest): Promise<unknown> =>
  Promise.race([runtime()?.sendMessage(request), new Promise((resolve) => setTimeout(resolve, ANSWER_MS))]);

/** Sends once more when the reply was dropped; null when no acceptable reply is to be had. */
async function ask<T>(request: ReaderRequest, accept: (reply: unknown) => T | null, signal?: AbortSignal): Promise<T | null> {
  for (let attempt = 1; attempt <= TRIES && !signal?.aborted && isAlive(); attempt++) {
    const reply = await send(request).catch(() => null);
    const accepted = accept(reply);
    if (accepted !== null) return accepted;
    await new Promise((resolve) => setTimeout(resolve, attempt * AGAIN_MS));
  }
  return null;
}

/** What may be in a message; each use checks the part it takes. */
interface Loose {
  readonly scan?: unknown;
  readonly found?: unknown;
  readonly kind?: unknown;
}

function isRecord(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null;
}

/** Only the shape that matters to us: the sender is our own background. */
function matchReply(scan: number) {
  return (reply: unknown): MatchReply | null =>
    isRecord(reply) && reply.scan === scan && Array.isArray(reply.found) ? (reply as unknown as MatchReply) : null;
}

function cardReply(reply: unknown): CardReply | null {
  return isRecord(reply) && 'card' in reply ? (reply as unknown as CardReply) : null;
}

let scans = 0;

export interface ReaderPort {
  match(question: Omit<Extract<ReaderRequest, { kind: 'match' }>, 'kind' | 'scan'>): Promise<MatchReply | null>;
  card(pack: string, claim: string): Promise<CardReply | null>;
  /** Tells, expects nothing. */
  tell(request: Extract<ReaderRequest, { kind: 'found' | 'browse' }>): void;
  /** Tells a choice of the reader's, again when the worker died with it. */
  choose(request: Extract<ReaderRequest, { kind: 'hide' | 'mute' }>): void;
}

/** Questions that end when `signal` aborts, where there is one. */
export function readerPort(signal?: AbortSignal): ReaderPort {
  return {
    match(question) {
      const scan = ++scans;
      return ask({ kind: 'match', scan, ...question }, matchReply(scan), signal);
    },
    card: (pack, claim) => ask({ kind: 'card', pack, claim }, cardReply, signal),
    tell(request) {
      // A count that is lost is told again after the next scan, and a page that does not open is asked for again.
      if (isAlive()) void send(request).catch(() => null);
    },
    choose(request) {
      void ask(request, (reply) => (reply === true ? reply : null), signal);
    },
  };
}

/** Answers commands from the popup, the panel and the background. `answer` returns undefined where there is nothing to say. */
export function onCommand(answer: (command: ReaderCommand) => unknown, signal: AbortSignal): void {
  const own = runtime();
  const listener: Listener = (message, sender, respond) => {
    // Content scripts cannot be addressed by pages; other extensions' messages carry another id.
    if (sender.id === own?.id && isRecord(message) && typeof message.kind === 'string')
      respond(answer(message as unknown as ReaderCommand) ?? null);
  };
  own?.onMessage.addListener(listener);
  signal.addEventListener('abort', () => {
    if (isAlive()) own?.onMessage.removeListener(listener);
  });
}

/**
 * Calls `gone` when the extension was updated, disabled or removed. No port is held open for this: it closes whenever the
 * worker falls asleep, and reconnecting would wake the worker for ever.
 */
export function whenGone(gone: () => void, signal: AbortSignal): void {
  const timer = setInterval(() => {
    if (!isAlive()) gone();
  }, ALIVE_MS);
  signal.addEventListener('abort', () => clearInterval(timer));
}
