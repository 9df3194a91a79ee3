// What had no answer is asked about again some time later, as long as anything is due: the background may only have been busy.

/** The background has been asked three times over by then. Each further time is twice as long in coming. */
export const ASK_AGAIN_MS = 30_000;

interface Asking {
  readonly state: { readonly isAnswered: boolean };
}

/**
 * To be called after every scan: plans to ask once more where something is due, and nothing is planned yet.
 * @param ask asks once more; whatever comes of it, `done` is called after it
 */
export function planner(
  { scanner, ask, done }: { readonly scanner: Asking; readonly ask: () => Promise<void>; readonly done: () => void },
  signal: AbortSignal,
): () => void {
  let planned: ReturnType<typeof setTimeout> | null = null;
  let wait = ASK_AGAIN_MS;
  const now = (): void => {
    planned = null;
    wait *= 2;
    void ask().then(done, done);
  };
  signal.addEventListener('abort', () => clearTimeout(planned ?? undefined));
  return () => {
    if (scanner.state.isAnswered) wait = ASK_AGAIN_MS;
    else if (!signal.aborted) planned ??= setTimeout(now, wait);
  };
}
