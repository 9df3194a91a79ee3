// An exponential for sums over many claims, where Math.exp takes as long as everything else.

/** e^-x for x up to so many nats, in so many steps a nat: straight between two steps it is right to one in ten thousand. */
const MOST_NATS = 12;
const STEPS = 64;
const FALL = Float64Array.from({ length: MOST_NATS * STEPS + 1 }, (_, step) => Math.exp(-step / STEPS));
/** @param nats at least 0 */
export const fallOf = (nats: number): number => {
  const step = nats * STEPS;
  const low = step | 0;
  const from = FALL[low] ?? 0;
  return low + 1 < FALL.length ? from + (step - low) * ((FALL[low + 1] ?? 0) - from) : 0;
};
