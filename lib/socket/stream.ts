import { AsyncResource } from 'node:async_hooks';
import { Duplex } from 'node:stream';
import { recv, send } from '../call/transfer/raw';
import { shutdown } from '../call/lifecycle/raw';
import { EAGAIN, EINTR, ENOTCONN, MSG_DONTWAIT, SHUT_WR } from '../core/constant';
import type { CallName } from '../core/error/by-call';
import { SyscallError } from '../core/error/syscall-error';
import { enqueue, isDrained } from '../reactor/reactor';
import { READ, type Side, WRITE } from '../reactor/side';
import { currentSlab, roomAt, takeReceived } from './slab';
import type { Socket } from './socket';
import { StreamWait, type Waiter } from './stream-wait';
import { Unsent } from './unsent';

/** How a stream over a Socket behaves; the options are those of node:net. */
export interface SocketStreamOptions {
  /** Whether this side stays open when the other has ended; without it the stream then ends its side too. */
  readonly allowHalfOpen?: boolean | undefined;
  /** How many bytes are kept in each direction before the reading pauses, and before write() gives `false`. */
  readonly highWaterMark?: number | undefined;
}

// A constant is looked up in a dictionary at each use; these are used for every chunk.
const AGAIN = -EAGAIN;
const INTERRUPTED = -EINTR;
const DONTWAIT: number = MSG_DONTWAIT;

type Done = (error?: Error | null) => void;

/**
 * A stream over a connected Socket, which it owns: it behaves as net.Socket does in what it emits and when, and closes the
 * Socket when it is destroyed. The Socket can still be asked and set: `stream.socket.setsockopt(…)`.
 */
export class SocketStream extends Duplex implements Waiter {
  /** The Socket under the stream, for its options and addresses. */
  readonly socket: Socket;
  readonly #reading: StreamWait;
  readonly #writing: StreamWait;
  readonly #context = new AsyncResource('SOCKCALL_STREAM');
  #receiving = false;
  #asked = false;
  #ended = false;
  #unsent: Unsent | undefined;
  #sent: Done | undefined;
  #finished: (() => void) | undefined;
  #bytesRead = 0;
  #bytesSent = 0;

  constructor(socket: Socket, { allowHalfOpen = false, highWaterMark }: SocketStreamOptions) {
    // As node:net does: 'close' tells whether there was an error, which Node's own does not.
    super({ allowHalfOpen, emitClose: false, ...(highWaterMark === undefined ? {} : { highWaterMark }) });
    this.socket = socket;
    this.#reading = new StreamWait('recv', socket.fd, READ, this);
    this.#writing = new StreamWait('send', socket.fd, WRITE, this);
    if (!allowHalfOpen) this.on('end', refuseWrites);
    // As node:net does: an end or an error shows though nobody reads.
    this.read(0);
  }

  /** How many bytes came. */
  get bytesRead(): number {
    return this.#bytesRead;
  }

  /** How many bytes were written to the stream; those that the kernel has not taken yet are among them. */
  get bytesWritten(): number {
    return this.#bytesSent + this.writableLength;
  }

  override _read(): void {
    if (this.#receiving) this.#asked = true;
    else if (this.#reading.queue !== undefined) return;
    else if (this.#isHeld()) this.push('');
    else if (this.#receive(false) === AGAIN) this.#wait(this.#reading);
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    const result = send(this.socket.fd, chunk, DONTWAIT);
    if (result === chunk.length) {
      this.#bytesSent += result;
      done();
    } else this.#sendRest([chunk], result, done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    this.#sendRest(
      chunks.map(({ chunk }) => chunk),
      0,
      done,
    );
  }

  override _final(done: Done): void {
    const result = shutdown(this.socket.fd, SHUT_WR);
    // ENOTCONN: the other side has gone already. 'finish' comes in the loop's next turn, as with node:net: until then an
    // error can come in its place. But it comes before what the other side answers.
    this.#finished = () => {
      this.#finished = undefined;
      clearImmediate(turn);
      done(result < 0 && result !== -ENOTCONN ? this.#error('shutdown', result) : null);
    };
    const turn = setImmediate(this.#finished);
  }

  override _destroy(error: Error | null, done: Done): void {
    let failure = error;
    try {
      this.socket.close();
    } catch (closing) {
      failure ??= closing as Error;
    }
    this.#context.emitDestroy();
    done(failure);
    process.nextTick(emitClose, this, failure !== null);
  }

  /** For the reactor. */
  proceed(side: Side): number {
    if (side === WRITE) return this.#unsent!.send(this.socket.fd);
    this.#finished?.();
    if (this.#isHeld()) {
      this.push('');
      return 0;
    }
    return this.#context.runInAsyncScope(this.#receiveGuarded, this);
  }

  /** For the reactor. */
  done(side: Side, result: number): void {
    if (side === WRITE) this.#context.runInAsyncScope(this.#sendingDone, this, result);
  }

  /** For the reactor: somebody closes the descriptor, be it the stream itself; or the number is another's already. */
  lost(side: Side, reason: Error): void {
    const stolen = this.socket.detach() >= 0;
    this.destroy(stolen ? reason : undefined);
    if (side === WRITE) this.#sendingEnded(reason);
  }

  /** Nothing is read ahead for someone who has paused: resume() asks again, and so does a listener for 'readable'. */
  #isHeld(): boolean {
    return this.isPaused() && this.listenerCount('readable') === 0;
  }

  /** What listeners throw is theirs, and no error of the stream. */
  #receiveGuarded(): number {
    try {
      return this.#receive(isDrained());
    } catch (error) {
      this.#receiving = false;
      process.nextTick(rethrow, error);
      return AGAIN;
    }
  }

  /**
   * Receives until nothing is there (-EAGAIN), or the reader has enough (0).
   * @param drained whether less than there was room for is known to be all, so that it need not be asked for more.
   */
  #receive(drained: boolean): number {
    this.#receiving = true;
    let result = this.#receiveOnce(drained);
    while (result > 0) result = this.#receiveOnce(drained);
    this.#receiving = false;
    const asked = this.#asked;
    this.#asked = false;
    // Who asked while it was under way is to ask again.
    if (result === 0 && asked && !this.#ended && !this.destroyed) this.push('');
    return result;
  }

  /** 1 to go on, 0 or -EAGAIN to stop. */
  #receiveOnce(drained: boolean): number {
    const slab = currentSlab();
    const at = roomAt();
    const count = recv(this.socket.fd, slab, DONTWAIT, at);
    if (count <= 0) return this.#receivedNone(count);
    this.#bytesRead += count;
    const all = drained && count < slab.length - at;
    const more = this.push(takeReceived(count));
    if (!more || this.destroyed || this.#isHeld()) return 0;
    return all ? AGAIN : 1;
  }

  #receivedNone(result: number): number {
    if (result === AGAIN) return result;
    if (result === INTERRUPTED) return 1;
    if (result < 0) this.destroy(this.#error('recv', result));
    else {
      this.#ended = true;
      this.push(null);
      // 'end' comes though nobody reads, if there is nothing before it.
      this.read(0);
    }
    return 0;
  }

  #sendRest(buffers: readonly Uint8Array[], taken: number, done: Done): void {
    const unsent = new Unsent(buffers);
    if (taken > 0) unsent.taken(taken);
    const result = taken < 0 && taken !== INTERRUPTED ? taken : unsent.send(this.socket.fd);
    this.#unsent = unsent;
    this.#sent = done;
    if (result === AGAIN) this.#wait(this.#writing);
    else this.#sendingDone(result);
  }

  #sendingDone(result: number): void {
    if (result === 0) this.#bytesSent += this.#unsent!.size;
    this.#sendingEnded(result < 0 ? this.#error('send', result) : null);
  }

  #sendingEnded(error: Error | null): void {
    const done = this.#sent!;
    this.#unsent = this.#sent = undefined;
    done(error);
  }

  #wait(wait: StreamWait): void {
    try {
      void enqueue(wait);
    } catch (error) {
      this.destroy(error as Error);
    }
  }

  #error(syscall: CallName, result: number): Error {
    return new SyscallError(syscall, result, { fd: this.socket.fd });
  }
}

/** The other side has ended, and this one does with it. */
function refuseWrites(this: SocketStream): void {
  this.write = writeAfterEnd;
}

/** What node:net answers then, in place of the general error of streams. */
function writeAfterEnd(this: SocketStream, ...given: unknown[]): boolean {
  if (!this.writableEnded) return (Duplex.prototype.write as (...given: unknown[]) => boolean).apply(this, given);
  const error = Object.assign(new Error('the other side has ended the connection'), { code: 'EPIPE' });
  const written = given.find((each) => typeof each === 'function');
  if (written !== undefined) process.nextTick(written, error);
  this.destroy(error);
  return false;
}

function emitClose(stream: SocketStream, hadError: boolean): void {
  stream.emit('close', hadError);
}

function rethrow(error: unknown): never {
  throw error;
}

/** The stream of a Socket. */
export function streamOver(socket: Socket, options: SocketStreamOptions): SocketStream {
  return new SocketStream(socket, options);
}
