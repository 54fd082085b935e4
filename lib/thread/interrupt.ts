import { native } from '../core/native';
import { type ThreadTarget, threadIdOf } from './target';

/**
 * `interrupt(thread)`: makes the call that a thread is blocked in answer EINTR. This is no system call of its own: a
 * signal is sent to the thread, again and again until it has left the call, which mostly takes some 50 µs.
 *
 * It waits for that, for at most a second: a few calls cannot be interrupted (docs/threads.md lists them). A call that
 * the thread makes just then may answer EINTR once more, as with any signal.
 * @param thread a worker, or a thread's id; the main thread's is 0.
 * @returns whether the thread was in a call of this package and has left it; false if it was in none, has ended, or its
 * call could not be interrupted.
 * @throws {TypeError} if it is neither.
 */
export function interrupt(thread: ThreadTarget): boolean {
  return native.interrupt(threadIdOf('thread', thread));
}
