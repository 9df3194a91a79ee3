// The page script's way to the background: asked again where the worker dies, deaf to strangers, and done when the extension is.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ReaderCommand } from '../../src/platform/messages.ts';
import { onCommand, readerPort, whenGone } from '../../src/platform/reader-port.ts';

type Listener = (message: unknown, sender: object, respond: (reply: unknown) => void) => undefined;
const listeners = new Set<Listener>();
const send = vi.fn<(message: { readonly kind: string; readonly scan?: number }) => Promise<unknown>>();
const runtime: { id?: string; sendMessage: typeof send; onMessage: object } = {
  id: 'own',
  sendMessage: send,
  onMessage: {
    addListener: (one: Listener) => void listeners.add(one),
    removeListener: (one: Listener) => void listeners.delete(one),
  },
};
const never = (): Promise<never> => new Promise(() => undefined);
const question = { blocks: [], earlier: [], later: [], title: '', language: null };
const reply = { found: [], checked: 1 };
let ending: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('chrome', { runtime });
  runtime.id = 'own';
  listeners.clear();
  send.mockReset();
  ending = new AbortController();
});
afterEach(() => {
  ending.abort();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
/** What a promise has come to after so many milliseconds; 'waits' where it has not. */
const comesTo = async <T>(ms: number, promise: Promise<T>): Promise<T | 'waits'> => {
  await vi.advanceTimersByTimeAsync(ms);
  return Promise.race([promise, Promise.resolve('waits' as const)]);
};

describe('a question', () => {
  const ask = () => readerPort(ending.signal).match(question);

  test('is answered', async () => {
    send.mockImplementation(async ({ scan }) => ({ ...reply, scan }));
    expect(await comesTo(0, ask())).toMatchObject(reply);
    expect(send).toHaveBeenCalledOnce();
  });

  test.each<[string, () => Promise<unknown>]>([
    ['no answer', never],
    ['an error', () => Promise.reject(new Error('Could not establish connection.'))],
    ['nothing, as from a worker that died', async () => undefined],
    ['the answer to another question', async () => ({ ...reply, scan: -1 })],
    ['an answer of another kind', async () => ({ card: null })],
  ])('that gets %s is asked again under the same number', async (_, first) => {
    send.mockImplementationOnce(first).mockImplementation(async ({ scan }) => ({ ...reply, scan }));
    expect(await comesTo(6000, ask())).toMatchObject(reply);
    const [one, other] = send.mock.calls.map(([{ scan }]) => scan);
    expect([send.mock.calls.length, one]).toEqual([2, other]);
  });

  test('is given up after three times, and is answered with null', async () => {
    send.mockImplementation(never);
    const asked = ask();
    expect(await comesTo(14_000, asked)).toBe('waits');
    expect(await comesTo(3000, asked)).toBe(null);
    expect(send).toHaveBeenCalledTimes(3);
  });

  test('is not asked again after the end, nor where the extension has gone', async () => {
    send.mockImplementation(async () => undefined);
    const asked = ask();
    ending.abort();
    expect(await comesTo(1000, asked)).toBe(null);
    delete runtime.id;
    expect(await comesTo(1000, readerPort(new AbortController().signal).match(question))).toBe(null);
    expect(send).toHaveBeenCalledOnce();
  });

  test('has a number of its own', async () => {
    send.mockImplementation(async ({ scan }) => ({ ...reply, scan }));
    await comesTo(0, Promise.all([ask(), ask()]));
    expect(new Set(send.mock.calls.map(([{ scan }]) => scan)).size).toBe(2);
  });
});

test('a choice is told until it was taken; a count is told once', async () => {
  send.mockResolvedValueOnce(undefined).mockResolvedValue(true);
  const port = readerPort(ending.signal);
  port.choose({ kind: 'mute', pack: 'p', claim: 'c' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(send.mock.calls.map(([{ kind }]) => kind)).toEqual(['mute', 'mute']);
  send.mockReset().mockRejectedValue(new Error('no worker'));
  port.tell({ kind: 'found', passages: 1, claims: 1, limit: null });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(send).toHaveBeenCalledOnce();
});

test('a card that the background does not have is an answer', async () => {
  send.mockResolvedValue({ card: null, why: 'no pack' });
  expect(await comesTo(0, readerPort(ending.signal).card('p', 'c'))).toEqual({ card: null, why: 'no pack' });
  expect(send).toHaveBeenCalledOnce();
});

describe('commands', () => {
  const answer = vi.fn((command: ReaderCommand): unknown => (command.kind === 'next' ? undefined : { done: true }));
  const told = (message: unknown, sender: object = { id: 'own' }): unknown => {
    const respond = vi.fn();
    for (const listener of listeners) listener(message, sender, respond);
    return respond.mock.calls;
  };
  beforeEach(() => {
    answer.mockClear();
    onCommand(answer, ending.signal);
  });

  test('of our own are answered, with null where there is nothing to say', () => {
    expect([told({ kind: 'open' }), told({ kind: 'next' })]).toEqual([[[{ done: true }]], [[null]]]);
  });

  test.each([
    ['of another extension', { kind: 'stop' }, { id: 'other' }],
    ['of nobody', { kind: 'stop' }, {}],
    ['without a kind', { stop: true }, { id: 'own' }],
    ['that are no object', 'stop', { id: 'own' }],
  ])('%s are none', (_, message, sender) => {
    expect(told(message, sender)).toEqual([]);
    expect(answer).not.toHaveBeenCalled();
  });

  test('are heard no more after the end', () => {
    ending.abort();
    expect(listeners.size).toBe(0);
  });
});

test('the end of the extension is noticed within a second, while the script runs', async () => {
  const gone = vi.fn();
  whenGone(gone, ending.signal);
  await vi.advanceTimersByTimeAsync(5000);
  expect(gone).not.toHaveBeenCalled();
  delete runtime.id;
  await vi.advanceTimersByTimeAsync(1000);
  expect(gone).toHaveBeenCalled();
  ending.abort();
  gone.mockClear();
  await vi.advanceTimersByTimeAsync(5000);
  expect(gone).not.toHaveBeenCalled();
});
