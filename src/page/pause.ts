// Working in slices, so that the page stays responsive.

/** A slice of our work; with the page's own 16 ms frame it stays far below the 50 ms of a long task. */
const SLICE_MS = 8;

interface WithScheduler {
  readonly scheduler?: { readonly yield?: () => Promise<void> };
}

/** Resolves in a later task, soon. A MessageChannel where `scheduler.yield` is missing: timers are slowed to 4 ms. */
export function pause(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  if (scheduler?.yield) return scheduler.yield();
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Runs a generator to its end in slices and hands over what it yields but `null`; stops early when `signal` aborts. */
export async function inSlices<T>(
  steps: Iterable<T | null>,
  signal: AbortSignal,
  take: (value: T) => void,
  slice = SLICE_MS,
): Promise<void> {
  let deadline = performance.now() + slice;
  for (const value of steps) {
    if (value !== null) take(value);
    if (performance.now() < deadline) continue;
    await pause();
    if (signal.aborted) return;
    deadline = performance.now() + slice;
  }
}
