import { isSyscallError } from '../../../index';
import type { TransportName } from '../conditions';
import { setBusyPoll, setNonBlocking } from './options';
import { type Pair, orClose } from './pair';
import { makeRoom } from './room';
import type { SocketOptions } from './transport';
import { TransportError } from './transport-error';
import { transports } from './transports';

/** What a pair is to be like. */
export interface PairOptions {
  readonly socket: SocketOptions;
  readonly blocking: boolean;
  /** The size of a message that has to fit while nobody receives; 0 for none. */
  readonly room: number;
  /**
   * Whether the far end sends, too. Where it does not, not a single message must come from there: TCP would then take the
   * connection for a conversation and acknowledge later, by which a call that receives costs a third less.
   */
  readonly answers: boolean;
}

/** Opens a pair of a transport; if anything fails, nothing stays open. */
export function openPair(name: TransportName, { socket, blocking, room, answers }: PairOptions): Pair {
  const pair = openOrExplain(name, socket);
  const ends = [pair.near, pair.far];
  return orClose(ends, () => {
    if (socket.busyPoll !== null) for (const end of ends) setBusyPoll(end, socket.busyPoll);
    if (room > 0) {
      const where = { ...transports[name], name };
      makeRoom(where, pair, room, socket);
      if (answers) makeRoom(where, { near: pair.far, far: pair.near }, room, socket);
    }
    if (!blocking) ends.forEach(setNonBlocking);
    return pair;
  });
}

/** What the kernel answers if it lacks a family, a type, or the address of its loopback. */
const ABSENT = new Set(['EAFNOSUPPORT', 'EPROTONOSUPPORT', 'ESOCKTNOSUPPORT', 'EADDRNOTAVAIL', 'EPROTOTYPE']);

function openOrExplain(name: TransportName, options: SocketOptions): Pair {
  try {
    return transports[name].open(options);
  } catch (error) {
    if (!isSyscallError(error) || !ABSENT.has(error.code)) throw error;
    throw new TransportError(`${name} can't be had here: ${error.message}. ${remedyFor(name)}`, { cause: error });
  }
}

function remedyFor(name: TransportName): string {
  const leave = `leave ${name} out`;
  if (name !== 'tcp6') return `It is not in this kernel: ${leave}.`;
  return `IPv6 is off: switch it on (sysctl net.ipv6.conf.lo.disable_ipv6=0), or ${leave}.`;
}
