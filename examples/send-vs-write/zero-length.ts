import {
  AF_INET,
  AF_UNIX,
  MSG_DONTWAIT,
  SOCK_DGRAM,
  SOCK_STREAM,
  close,
  read,
  recv,
  send,
  socket,
  socketpair,
} from 'sockcall/raw';
import { type Observation, setNonblocking, shown } from './observation';

type Receive = (fd: number, room: Uint8Array) => number;
const byRecv: Receive = (fd, room) => recv(fd, room);
const byRead: Receive = (fd, room) => read(fd, room);

const nothing = Buffer.alloc(0);
const nine = Buffer.alloc(9);

/** What asking for no bytes does: read answers at once and touches nothing, recv asks the socket. */
export function zeroLength(): Observation[] {
  const sv = new Int32Array(2);
  socketpair(AF_UNIX, SOCK_DGRAM, 0, sv);
  const [near, far] = sv as unknown as [number, number];
  setNonblocking(far, true);
  const rows = [
    row('0 bytes asked, a datagram of 1 waits', (call) => offered(near, far, 'x', nothing, call), KEEPS),
    row('0 bytes asked, nothing waits, non-blocking', (call) => shown(call(far, nothing)), ASKS),
    row('0 bytes asked, unconnected TCP socket', unconnected, ASKS),
    row('9 bytes asked, a datagram of 0 waits', (call) => offered(near, far, '', nine, call), SAME),
  ];
  close(near);
  close(far);
  return rows;
}

const KEEPS = 'read of 0 bytes leaves a datagram where it is; recv of 0 bytes takes it, and throws its bytes away';
const ASKS = 'read of 0 bytes returns before the socket is asked, so its 0 tells nothing about the socket';
const SAME = 'only the length asked for matters: with room, both take the empty datagram';

function row(what: string, look: (call: Receive) => string, so: string): Observation {
  return { what, sendRecv: look(byRecv), writeRead: look(byRead), so };
}

/** Sends a datagram, makes the call, and looks whether the datagram is still there. */
function offered(near: number, far: number, datagram: string, room: Uint8Array, call: Receive): string {
  send(near, datagram);
  const result = call(far, room);
  const left = recv(far, nine, MSG_DONTWAIT);
  return `${shown(result)}, datagram ${left < 0 ? 'gone' : 'kept'} (then ${shown(left)})`;
}

function unconnected(call: Receive): string {
  const fd = socket(AF_INET, SOCK_STREAM);
  const result = call(fd, nothing);
  close(fd);
  return shown(result);
}
