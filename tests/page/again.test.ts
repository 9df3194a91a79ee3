// Asking again: once, some time later, as long as something is due, and never after the end.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ASK_AGAIN_MS, planner } from '../../src/page/again.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A scanner whose questions are answered from the `from`th time on that it asks again; what happens is written down. */
function trial({ from = 1, fails = false } = {}) {
  const scanner = { state: { isAnswered: false } };
  const ending = new AbortController();
  const asked: number[] = [];
  let reports = 0;
  const report = (): void => {
    reports++;
    plan();
  };
  const ask = async (): Promise<void> => {
    asked.push(Date.now());
    if (fails) throw new Error('no background');
    scanner.state.isAnswered = asked.length >= from;
  };
  const plan = planner({ scanner, ask, done: report }, ending.signal);
  return { scanner, ending, asked, report, reports: () => reports };
}

test('asks once however often it is told, and then no more', async () => {
  const { asked, report, reports } = trial();
  const began = Date.now();
  for (let i = 0; i < 5; i++) report();
  await vi.advanceTimersByTimeAsync(10 * ASK_AGAIN_MS);
  expect(asked).toEqual([began + ASK_AGAIN_MS]);
  expect(reports()).toBe(6);
});

test('changes that go on do not put it off', async () => {
  const { asked, report } = trial();
  for (let i = 0; i < 40; i++) {
    report();
    await vi.advanceTimersByTimeAsync(ASK_AGAIN_MS / 20);
  }
  expect(asked.length).toBe(1);
});

test.each([
  ['stays without an answer', { from: 3 }, [1, 3, 7]],
  ['fails', { fails: true }, [1, 3, 7, 15]],
])('goes on while it %s, later each time', async (_, how, times) => {
  const { asked, report } = trial(how);
  const began = Date.now();
  report();
  await vi.advanceTimersByTimeAsync(20 * ASK_AGAIN_MS);
  expect(asked).toEqual(times.map((time) => began + time * ASK_AGAIN_MS));
});

test('is as quick as ever once there was an answer', async () => {
  const { scanner, asked, report } = trial({ from: 2 });
  const began = Date.now();
  report();
  await vi.advanceTimersByTimeAsync(3 * ASK_AGAIN_MS);
  scanner.state.isAnswered = false;
  report();
  await vi.advanceTimersByTimeAsync(ASK_AGAIN_MS);
  expect(asked).toEqual([1, 3, 4].map((time) => began + time * ASK_AGAIN_MS));
});

test('plans nothing where all is answered, and nothing after the end', async () => {
  const { scanner, ending, asked, report } = trial();
  scanner.state.isAnswered = true;
  report();
  await vi.advanceTimersByTimeAsync(2 * ASK_AGAIN_MS);
  scanner.state.isAnswered = false;
  report();
  ending.abort();
  report();
  await vi.advanceTimersByTimeAsync(2 * ASK_AGAIN_MS);
  expect(asked).toEqual([]);
});
