import { isInt } from '../core/check';
import { setClosingListener } from '../core/closing';
import { EAGAIN, EPERM } from '../core/constant';
import { SyscallError } from '../core/error/syscall-error';
import { timedOut } from './error';
import { limit } from './limit';
import { type Limits, type WaitOptions, checkOptions } from './options';
import { Registration, type Watcher } from './registration';
import { WATCHED_ANEW, openRing } from './ring';
import { READ, type Side, WRITE } from './side';
import { rejected, startTurn, succeed } from './turn';
import type { Wait } from './wait';
import { watchOver } from './watchdog';

/** By descriptor. */
const registrations: (Registration | undefined)[] = [];
let opened = false;

/** Whether nobody waits for that side of a descriptor, so that a call may be tried without overtaking anyone. */
export function isFree(fd: number, side: Side): boolean {
  if (!isInt(fd)) return true;
  const registration = registrations[fd];
  return registration === undefined || registration.queue(side).head === undefined;
}

/** The whole way of a call: it is tried, unless others wait before it, and waits after EAGAIN. */
export function begin<T>(wait: Wait<T>, options?: WaitOptions): Promise<T> {
  try {
    const limits = checkOptions(options);
    if (limits.signal?.aborted === true) return rejected(limits.signal.reason as Error);
    if (!isFree(wait.fd, wait.side)) {
      wait.check();
      // Those who wait may wait for what the number was before.
      look(registrations[wait.fd]!, wait.side);
    }
    if (isFree(wait.fd, wait.side)) {
      const result = wait.call();
      if (!wait.waits(result)) return result < 0 ? rejected(wait.error(result)) : succeed(wait.value(result));
    }
    if (limits.timeout === 0) return rejected(timedOut(wait.syscall, wait.fd, 0));
    return enqueue(wait, limits);
  } catch (error) {
    return rejected(error);
  }
}

/** Has a call wait that has just been tried. */
export function enqueue<T>(wait: Wait<T>, limits?: Limits): Promise<T> {
  if (!opened) open();
  const { fd, side } = wait;
  const registration = (registrations[fd] ??= new Registration(fd));
  const queue = registration.queue(side);
  // Who queues has looked already.
  if (queue.head === undefined) observe(registration, side, wait);
  const promise = wait.promise();
  queue.push(wait);
  if (limits !== undefined) limit(wait, limits);
  return promise;
}

/** Has somebody know of each event of a descriptor's side, without a place in its queue. */
export function addWatcher(watcher: Watcher, fd: number, side: Side): void {
  if (!opened) open();
  const registration = (registrations[fd] ??= new Registration(fd));
  observe(registration, side, watcher);
  registration.addWatcher(watcher, side);
}

export function removeWatcher(watcher: Watcher, fd: number): void {
  registrations[fd]?.removeWatcher(watcher);
}

/** What can't be waited for is always ready, as a regular file; if it says that it is not, no more is to be said. */
function observe(registration: Registration, side: Side, wait: { error(errno: number): Error }): void {
  const result = look(registration, side);
  if (result < 0) throw result === -EPERM ? wait.error(-EAGAIN) : new SyscallError('epoll_ctl', result, registration);
}

/** Has the kernel look after a side, unless it is known to do so. Answers 0 or more, or -errno. */
function look(registration: Registration, side: Side): number {
  if (registration.alive(side)) {
    if (!registration.trusted) watchOver(registration);
    return 0;
  }
  const known = registration.sides !== 0;
  const result = registration.watch(registration.waited() | side);
  // The kernel did not know it any more: the number was closed elsewhere, and is of something new or of nothing.
  if (known && result === WATCHED_ANEW) registration.cancelAll();
  if (result < 0) {
    registration.cancelAll(result);
    registrations[registration.fd] = undefined;
  }
  return result;
}

function onReady(fd: number, generation: number, sides: number, batch: number): void {
  const registration = registrations[fd];
  if (registration === undefined || registration.generation !== generation) return;
  registration.batch = batch;
  registration.trusted = false;
  const waited = registration.waited();
  // What nobody waits for is not to wake the loop again.
  const unwanted = sides & registration.sides & ~waited;
  if (sides & READ) registration.readers.serve();
  if (sides & WRITE) registration.writers.serve();
  registration.wakeWatchers();
  if (unwanted === 0) return;
  if (waited === 0) forget(registration);
  else registration.watch(registration.sides & ~unwanted);
}

function forget(registration: Registration): void {
  registrations[registration.fd] = undefined;
  registration.unwatch();
}

/** The registration goes before the descriptor: a duplicate of that would keep it alive in the kernel. */
function closing(fd: number): void {
  const registration = registrations[fd];
  if (registration === undefined) return;
  forget(registration);
  registration.cancelAll();
}

function replacing(fd: number, make: () => number): number {
  const registration = registrations[fd];
  if (registration === undefined) return make();
  registration.unwatch();
  const result = make();
  if (result >= 0) closing(fd);
  else if (registration.waited() !== 0) registration.watch(registration.waited());
  return result;
}

function open(): void {
  openRing(startTurn, onReady);
  setClosingListener({ closing, replacing });
  opened = true;
}
