// Promises that are resolved at once would let a loop around a busy descriptor keep the event loop from its other work
// for ever: what goes on after `await` goes on before anything else.

/** How many calls may succeed at once before the loop gets its turn. */
const AT_ONCE = 256;

let left = AT_ONCE;

/** The promise of a call that succeeded at once. */
export function succeed<T>(value: T): Promise<T> {
  return (left -= 1) > 0 ? Promise.resolve(value) : inNextTurn(value);
}

/** The loop has had its turn. */
export function startTurn(): void {
  left = AT_ONCE;
}

function inNextTurn<T>(value: T): Promise<T> {
  return new Promise((resolve) => {
    setImmediate(() => {
      startTurn();
      resolve(value);
    });
  });
}

/** The promise of a call that failed at once. The reason is what was thrown, or what an AbortSignal has: anything. */
export function rejected(reason: unknown): Promise<never> {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it is handed on as it is
  return Promise.reject(reason);
}
