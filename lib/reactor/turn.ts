// Promises that are resolved at once would let a loop around a busy descriptor keep the event loop from its other work
// for ever: what goes on after `await` goes on before anything else.

/** How many calls may succeed at once before the loop gets its turn, beside one for each descriptor that was told ready. */
const AT_ONCE = 256;

let left = AT_ONCE;
let deferred: (() => void)[] = [];
let prolong: (prolonged: boolean) => void = () => undefined;

/** The promise of a call that succeeded at once. */
export function succeed<T>(value: T): Promise<T> {
  return (left -= 1) > 0 ? Promise.resolve(value) : inNextTurn(value);
}

/** The loop has had its turn, and so many descriptors are ready. */
export function startTurn(ready: number): void {
  left = AT_ONCE + ready;
}

/** Sets what is told when a batch goes on after the loop had its turn, and when that is over. */
export function setProlong(set: typeof prolong): void {
  prolong = set;
}

/** All that is put off goes on in one turn: a turn for each would cost more than the call did. */
function inNextTurn<T>(value: T): Promise<T> {
  return new Promise((resolve) => {
    if (deferred.push(() => resolve(value)) > 1) return;
    // One runs after the other, and what awaits the promises between them.
    setImmediate(resume);
    setImmediate(endTurn);
  });
}

function resume(): void {
  const resolves = deferred;
  deferred = [];
  startTurn(resolves.length);
  prolong(true);
  for (const resolve of resolves) resolve();
}

function endTurn(): void {
  prolong(false);
}

/** The promise of a call that failed at once. The reason is what was thrown, or what an AbortSignal has: anything. */
export function rejected(reason: unknown): Promise<never> {
  // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- it is handed on as it is
  return Promise.reject(reason);
}
