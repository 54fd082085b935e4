import { checkInt } from '../../core/check';
import { SOCK_NONBLOCK } from '../../core/constant';
import type { PassiveSocket } from '../../core/fd';
import { wrongType } from '../../core/misuse';
import { type WaitOptions, checkOptions } from '../../reactor/options';
import { begin } from '../../reactor/reactor';
import { AcceptWait } from './accept-wait';
import type { Accepted } from './accepted';

/** How connections are taken, and how long one is waited for. */
export interface ConnectionsOptions extends WaitOptions {
  /** For accept4: SOCK_NONBLOCK if absent, which reading and writing in this door needs; 0 for descriptors that block. */
  readonly flags?: number | undefined;
}

/**
 * The connections of a listener, one after the other: `for await (const { fd, address } of connections(server))`. Each
 * step is one `accept4`, so none is taken before it is asked for, and none is lost when the loop ends.
 *
 * Leaving the loop leaves the server open. An error ends the loop, ECONNABORTED (a caller who hung up before) and EMFILE
 * too: nothing is swallowed. A loop that is to go on after it begins anew: what has not been accepted still waits in the
 * kernel.
 * @param server a non-blocking socket that listens.
 * @param options `{ signal, timeout }`: what ends the wait for a connection; `flags` for accept4, SOCK_NONBLOCK if absent.
 * @returns the descriptor of each connection, close-on-exec, and the peer's address. Where there is no accept4, accept is
 * called.
 */
export function connections<S extends PassiveSocket>(
  server: S,
  options: ConnectionsOptions = {},
): AsyncIterableIterator<Accepted<S>> {
  if (typeof options !== 'object' || options === null) throw wrongType('options', 'of type object', options);
  const limits = checkOptions(options);
  const { flags = SOCK_NONBLOCK } = options;
  if (flags !== undefined) checkInt('options.flags', flags);
  return new Connections<S>(checkInt('server', server) as S, flags, limits);
}

class Connections<S extends PassiveSocket> implements AsyncIterableIterator<Accepted<S>> {
  private readonly waiting = new Set<AcceptWait<S>>();
  private ended = false;

  constructor(
    private readonly server: S,
    private readonly flags: number | undefined,
    private readonly options: WaitOptions,
  ) {}

  [Symbol.asyncIterator](): this {
    return this;
  }

  async next(): Promise<IteratorResult<Accepted<S>, undefined>> {
    if (this.ended) return { done: true, value: undefined };
    const wait = new AcceptWait<S>(this.server, this.flags);
    this.waiting.add(wait);
    try {
      return { done: false, value: await begin(wait, this.options) };
    } catch (error) {
      if (error === ENDED) return { done: true, value: undefined };
      this.ended = true;
      throw error;
    } finally {
      this.waiting.delete(wait);
    }
  }

  return(): Promise<IteratorResult<Accepted<S>, undefined>> {
    this.ended = true;
    for (const wait of this.waiting) wait.abort(ENDED);
    return Promise.resolve({ done: true, value: undefined });
  }
}

/** The reason by which return() ends steps that have not come to an end. */
const ENDED = new Error('the iteration has been ended');
