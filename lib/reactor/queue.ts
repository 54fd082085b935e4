import { unlimit } from './limit';
import { addPending, removePending } from './ring';
import type { Wait } from './wait';

/** The waits for one side of a descriptor, in the order in which they are served. */
export class Queue {
  head: Wait | undefined;
  private tail: Wait | undefined;

  push(wait: Wait): void {
    wait.previous = this.tail;
    if (this.tail === undefined) this.head = wait;
    else this.tail.next = wait;
    this.tail = wait;
    wait.queue = this;
    addPending();
  }

  /** Makes the calls that wait, one after the other, until one would have to wait on: the side is ready. */
  serve(): void {
    for (let wait = this.head; wait !== undefined; wait = this.head) {
      let result: number;
      try {
        result = wait.call();
        if (wait.waits(result)) return;
      } catch (error) {
        this.end(wait);
        wait.fail(error);
        continue;
      }
      this.end(wait);
      wait.settle(result);
    }
  }

  /** Ends one wait; the others keep their order. */
  cancel(wait: Wait, reason: unknown): void {
    const first = this.head === wait;
    this.end(wait);
    wait.fail(reason);
    // The next has not been tried yet, and may want less than the one before it.
    if (first) this.serve();
  }

  /** Ends all waits: the descriptor is not any more what they wait for. */
  cancelAll(errno: number): void {
    for (let wait = this.head; wait !== undefined; wait = this.head) {
      this.end(wait);
      wait.fail(wait.error(errno));
    }
  }

  /** What a wait that has ended leaves behind: nothing. */
  private end(wait: Wait): void {
    const { previous, next } = wait;
    if (previous === undefined) this.head = next;
    else previous.next = next;
    if (next === undefined) this.tail = previous;
    else next.previous = previous;
    wait.previous = wait.next = wait.queue = undefined;
    removePending();
    unlimit(wait);
  }
}
