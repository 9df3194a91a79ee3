// Nothing of the browser's is waited for without a limit: storage can hang for ever, a page stand at an alert, a worker die.

/** `promise`, or a rejection that names `what` once `ms` milliseconds have gone by. */
export function within<T>(ms: number, what: string, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what}: no answer within ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
