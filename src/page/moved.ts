// Tells when something on the page may have come into sight without any change of the document: it was scrolled, or a
// transition or an animation has ended.

/** Scrolling is told of at every frame; what comes into sight may be shown a moment later. */
const MOVED_EVERY_MS = 250;

/** Calls `moved` after the page moved, at most every 250 ms. Nothing of the event is looked at: a page may send its own. */
export function whenMoved(moved: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const now = (): void => {
    timer = undefined;
    moved();
  };
  const later = (): void => {
    timer ??= setTimeout(now, MOVED_EVERY_MS);
  };
  for (const type of ['scroll', 'transitionend', 'animationend'])
    addEventListener(type, later, { capture: true, passive: true, signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
}
