// Telling what was found only when that has changed: each message keeps the background awake, and a page may change all day
// without a passage coming or going.

/** The same is told again after this, since a message may be lost with the worker that it woke. */
export const SAME_AGAIN_MS = 300_000;

/** Whether to tell, by what would be told: true when it is not the same as what was told last, or that was long ago. */
export function isNews(): (figures: string) => boolean {
  let last: string | null = null;
  let at = 0;
  return (figures) => {
    const now = performance.now();
    if (figures === last && now - at < SAME_AGAIN_MS) return false;
    last = figures;
    at = now;
    return true;
  };
}
