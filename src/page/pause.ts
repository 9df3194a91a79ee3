// Working in slices, so that the page stays responsive.

/** A slice of our work; with the page's own 16 ms frame it stays far below the 50 ms of a long task. */
const SLICE_MS = 8;

/** A frame that does not come within this is not waited for: frames out of view get none. */
const FRAME_MS = 100;

interface WithScheduler {
  readonly scheduler?: { readonly postTask?: (task: () => void) => unknown };
}

/**
 * Resolves in a later task, after those that the page has queued by now. Not `scheduler.yield`: what follows it goes before
 * the page's own tasks, and a page whose tasks wait for half a second is as good as blocked.
 */
function pause(): Promise<void> {
  const { scheduler } = globalThis as WithScheduler;
  return new Promise((resolve) => {
    if (scheduler?.postTask) scheduler.postTask(resolve);
    else setTimeout(resolve);
  });
}

/** Resolves when the browser has had the chance to show what was just painted. */
export function frame(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, FRAME_MS);
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
