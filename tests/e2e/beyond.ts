// What a page said with the extension that it does not say without.

/** Each run has a server of its own. */
const portless = (message: string): string => message.replaceAll(/\b(127\.0\.0\.1|localhost):\d+/gu, '$1');

/** The messages of `run` that `alone` has not, or not as often. */
export function beyond(run: readonly string[], alone: readonly string[]): readonly string[] {
  const left = alone.map(portless);
  return run.filter((message) => {
    const at = left.indexOf(portless(message));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
