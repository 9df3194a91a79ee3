// One thing after the other: whoever changes registered scripts or packs goes through a queue, so that two quick toggles
// cannot interleave their reads and writes.

export type Queue = <T>(job: () => Promise<T>) => Promise<T>;

/** A queue that runs its jobs in the order given; a job that fails rejects its own promise and holds up nobody. */
export function serial(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const turn = last.then(job, job);
    last = turn.then(
      () => null,
      () => null,
    );
    return turn;
  };
}

/** A queue of its own for each key, forgotten when it is empty. */
export function serialBy<Key>(): <T>(key: Key, job: () => Promise<T>) => Promise<T> {
  const queues = new Map<Key, { readonly run: Queue; waiting: number }>();
  return (key, job) => {
    const queue = queues.get(key) ?? { run: serial(), waiting: 0 };
    queues.set(key, queue);
    queue.waiting++;
    return queue.run(job).finally(() => {
      if (--queue.waiting === 0) queues.delete(key);
    });
  };
}

/** Others wait while a pack of 100,000 claims is written: half a minute. */
const TURN_MS = 60_000;

/** A queue that all of our pages and workers share (Web Locks); the turn of one that is killed ends with it. A job whose turn
 * does not come within a minute is not done, and rejects. */
export const shared =
  (name: string): Queue =>
  async (job) =>
    navigator.locks.request(name, { signal: AbortSignal.timeout(TURN_MS) }, job);
