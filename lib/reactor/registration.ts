import { ECANCELED } from '../core/constant';
import { Queue } from './queue';
import { batchNow, unwatch, watch } from './ring';
import { READ, type Side, WRITE } from './side';

let generations = 0;

/** Who wants to know of every event of a descriptor. */
export interface Watcher {
  wake(): void;
  /** The descriptor is not any more what it was. */
  cancel(errno: number): void;
  /** The error for an errno. */
  error(errno: number): Error;
}

/** A descriptor that something waits for, or did a moment ago. */
export class Registration {
  readonly readers = new Queue();
  readonly writers = new Queue();
  /** The kernel gives it back with each event, so that one of an earlier registration is known by it. */
  generation = 0;
  /** The sides that the kernel looks after; none, if it knows nothing of the descriptor. */
  sides = 0;
  /** The batch in which the kernel last told of this descriptor, or took it over. */
  batch = 0;
  /** Whether somebody waits who trusts in that, and whether that will be looked at: see `watchdog.ts`. */
  trusted = false;
  watchedOver = false;

  /** With the sides that each wants; there is hardly ever one. */
  private watchers: Map<Watcher, number> | undefined = undefined;

  constructor(readonly fd: number) {}

  queue(side: Side): Queue {
    return side === READ ? this.readers : this.writers;
  }

  /** The sides that somebody waits for. */
  waited(): number {
    const queued = (this.readers.head === undefined ? 0 : READ) | (this.writers.head === undefined ? 0 : WRITE);
    if (this.watchers === undefined) return queued;
    return [...this.watchers.values()].reduce((all, sides) => all | sides, queued);
  }

  addWatcher(watcher: Watcher, side: Side): void {
    this.watchers ??= new Map();
    this.watchers.set(watcher, (this.watchers.get(watcher) ?? 0) | side);
  }

  removeWatcher(watcher: Watcher): void {
    this.watchers?.delete(watcher);
    if (this.watchers?.size === 0) this.watchers = undefined;
  }

  wakeWatchers(): void {
    if (this.watchers !== undefined) for (const watcher of [...this.watchers.keys()]) watcher.wake();
  }

  /** Whether the kernel is known to look after a side: it told so in this very batch. */
  alive(side: Side): boolean {
    const batch = batchNow();
    return batch !== 0 && this.batch === batch && (this.sides & side) !== 0;
  }

  /** Has the kernel look after these sides. Answers 0, 1 if it had to begin anew, or -errno. */
  watch(sides: number): number {
    generations = (generations + 1) | 0;
    this.generation = generations;
    const known = this.sides !== 0;
    const result = watch(this.fd, sides, generations, known);
    this.sides = result < 0 ? 0 : sides;
    this.batch = result < 0 ? 0 : batchNow();
    this.trusted = false;
    return result;
  }

  /** Makes all calls that wait. */
  serve(): void {
    this.readers.serve();
    this.writers.serve();
    this.wakeWatchers();
  }

  cancelAll(errno: number = -ECANCELED): void {
    this.readers.cancelAll(errno);
    this.writers.cancelAll(errno);
    if (this.watchers !== undefined) for (const watcher of [...this.watchers.keys()]) watcher.cancel(errno);
  }

  unwatch(): void {
    if (this.sides !== 0) unwatch(this.fd);
    this.sides = 0;
    this.batch = 0;
  }
}
