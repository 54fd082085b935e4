import assert from 'node:assert/strict';
import { closeSync } from 'node:fs';
import { AF_UNIX, type Fd, SOCK_STREAM, close, dup2, socketpair } from '../../lib';
import { recv } from '../../lib/promises';
import * as raw from '../../lib/raw';

/** The byte at a place of a stream. */
const byteAt = (place: number): number => place % 251;

/** A recv() as it was called, with what the model says of it and what came of it. */
interface Wait {
  readonly size: number;
  readonly buffer: Buffer;
  readonly controller: AbortController | undefined;
  expected?: { from: number; length: number } | 'cancelled' | 'aborted';
  outcome?: number | 'cancelled' | 'aborted';
}

/** A connection, of which one end sends and the other has waits, beside a model of what these have to get. */
export class Channel {
  private ends = open();
  private sent = 0;
  private taken = 0;
  private queue: Wait[] = [];
  private readonly all: Wait[] = [];

  get pending(): number {
    return this.queue.length;
  }

  send(length: number): void {
    const bytes = Buffer.from(Array.from({ length }, (_, index) => byteAt(this.sent + index)));
    assert.equal(raw.send(this.ends.sender, bytes), length);
    this.sent += length;
  }

  /** @param abortable how it may be cancelled: waits with a signal go another way than those without. */
  recv(size: number, abortable: boolean): void {
    // Waits for what the number was before are found out by the next.
    if (this.queue.some((wait) => wait.expected === 'cancelled')) this.queue = [];
    const buffer = Buffer.alloc(size);
    const controller = abortable ? new AbortController() : undefined;
    const wait: Wait = { size, buffer, controller };
    this.all.push(wait);
    this.queue.push(wait);
    if (this.queue.length === 1) this.serve();
    const options = controller && { signal: controller.signal };
    recv(this.ends.receiver, buffer, 0, 0, size, options).then(
      (count) => (wait.outcome = count),
      (error: { code?: string; name: string }) => {
        wait.outcome = error.code === 'ECANCELED' ? 'cancelled' : error.name === 'AbortError' ? 'aborted' : undefined;
        if (wait.outcome === undefined) throw error as Error;
      },
    );
  }

  /** Ends one of the waits, if it can be ended. */
  abort(which: number): void {
    const place = which % Math.max(1, this.queue.length);
    const wait = this.queue[place];
    if (wait?.controller === undefined || wait.expected !== undefined) return;
    wait.expected = 'aborted';
    this.queue.splice(place, 1);
    if (place === 0) this.serve();
    wait.controller.abort();
  }

  /** Closes both ends by a door, and makes new ones, which get the numbers. */
  reopen(): void {
    this.forget();
    close(this.ends.sender);
    close(this.ends.receiver);
    this.renew();
    this.queue = [];
  }

  /** The same behind the reactor's back: what waits finds out when the number is waited for again. */
  reopenByFs(): void {
    this.forget();
    closeSync(this.ends.sender);
    closeSync(this.ends.receiver);
    this.renew();
  }

  /** Something else under the same number. */
  replace(): void {
    this.forget();
    const { sender, receiver } = open();
    dup2(receiver, this.ends.receiver);
    dup2(sender, this.ends.sender);
    close(receiver);
    close(sender);
    this.sent = this.taken = 0;
    this.queue = [];
  }

  /** The loop has had its turn: all that could be served was. */
  serve(): void {
    while (this.queue.length > 0 && this.queue[0]!.expected === undefined && this.taken < this.sent) {
      const wait = this.queue.shift()!;
      const length = Math.min(wait.size, this.sent - this.taken);
      wait.expected = { from: this.taken, length };
      this.taken += length;
    }
  }

  end(): void {
    // Those that do not know yet are told by one more.
    if (this.queue.some((wait) => wait.expected === 'cancelled')) this.recv(1, false);
    this.forget();
    close(this.ends.sender);
    close(this.ends.receiver);
  }

  check(): void {
    for (const { expected, outcome, buffer } of this.all) {
      if (typeof expected !== 'object') {
        assert.equal(outcome, expected);
        continue;
      }
      assert.equal(outcome, expected.length);
      const bytes = Array.from({ length: expected.length }, (_, index) => byteAt(expected.from + index));
      assert.deepEqual([...buffer.subarray(0, expected.length)], bytes);
    }
  }

  private forget(): void {
    for (const wait of this.queue) wait.expected = 'cancelled';
  }

  private renew(): void {
    const { sender, receiver } = open();
    assert.deepEqual(
      [sender, receiver].sort(),
      [this.ends.sender, this.ends.receiver].sort(),
      'the lowest free numbers',
    );
    this.ends = receiver === this.ends.receiver ? { sender, receiver } : { sender: receiver, receiver: sender };
    this.sent = this.taken = 0;
  }
}

function open(): { sender: Fd; receiver: Fd } {
  const [sender, receiver] = socketpair(AF_UNIX, SOCK_STREAM);
  return { sender, receiver };
}
