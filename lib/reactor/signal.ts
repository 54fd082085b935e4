/** What an abort ends. */
export interface Abortable {
  abort(reason: unknown): void;
}

/**
 * Who waits under which signal. A signal gets one listener, however many wait, since its listeners are a list that
 * would be searched whenever one of them is taken away.
 */
const followers = new WeakMap<AbortSignal, Set<Abortable>>();

export function follow(signal: AbortSignal, wait: Abortable): void {
  const set = followers.get(signal);
  if (set !== undefined) {
    set.add(wait);
    return;
  }
  signal.addEventListener('abort', abortAll);
  followers.set(signal, new Set([wait]));
}

export function unfollow(signal: AbortSignal, wait: Abortable): void {
  const set = followers.get(signal);
  if (set === undefined || !set.delete(wait) || set.size > 0) return;
  followers.delete(signal);
  signal.removeEventListener('abort', abortAll);
}

function abortAll(this: AbortSignal): void {
  // A copy: each is taken out of the set when it ends.
  for (const wait of [...(followers.get(this) ?? [])]) wait.abort(this.reason);
}
