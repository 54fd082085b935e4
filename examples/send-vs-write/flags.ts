import {
  MSG_DONTWAIT,
  MSG_PEEK,
  MSG_WAITALL,
  SOL_SOCKET,
  SO_RCVTIMEO,
  read,
  recv,
  send,
  setsockopt,
} from 'sockcall/raw';
import { type Observation, shown, shownBytes } from './observation';

/** How long a call that waits may wait on this socket, so that waiting can be seen and ends. */
const PATIENCE_MS = 50;

/** What a flag changes for one call. read and write have no flags: they do what the socket's own state says. */
export function flags(near: number, far: number): Observation[] {
  setPatience(far, PATIENCE_MS);
  const rows = [peek(near, far), dontWait(far), waitAll(near, far)];
  setPatience(far, 0);
  return rows;
}

function peek(near: number, far: number): Observation {
  const room = Buffer.alloc(3);
  const twice = (call: () => number): string => `${shownBytes(call(), room)}, then ${shownBytes(call(), room)}`;
  send(near, 'abc');
  const sendRecv = twice(() => recv(far, room, MSG_PEEK));
  const writeRead = twice(() => read(far, room));
  const so = 'MSG_PEEK looks at bytes and leaves them; read always takes them';
  return { what: 'the same bytes twice (MSG_PEEK)', sendRecv, writeRead, so };
}

function dontWait(far: number): Observation {
  const room = Buffer.alloc(3);
  const sendRecv = timed(() => shown(recv(far, room, MSG_DONTWAIT)));
  const writeRead = timed(() => shown(read(far, room)));
  const so = 'MSG_DONTWAIT makes one call non-blocking; for read the whole descriptor would have to be (O_NONBLOCK)';
  return { what: 'nothing there, blocking socket (MSG_DONTWAIT)', sendRecv, writeRead, so };
}

function waitAll(near: number, far: number): Observation {
  const room = Buffer.alloc(10);
  send(near, 'abc');
  const sendRecv = timed(() => shownBytes(recv(far, room, MSG_WAITALL), room));
  send(near, 'abc');
  const writeRead = timed(() => shownBytes(read(far, room), room));
  const so = 'MSG_WAITALL waits until the buffer is full; read is content with what is there';
  return { what: '3 bytes there, 10 wanted (MSG_WAITALL)', sendRecv, writeRead, so };
}

function timed(call: () => string): string {
  const start = process.hrtime.bigint();
  const result = call();
  const ms = Number(process.hrtime.bigint() - start) / 1e6;
  return `${result} after ${ms.toFixed(1)} ms`;
}

function setPatience(fd: number, ms: number): void {
  // struct timeval: seconds and microseconds, of eight bytes each on 64-bit systems.
  setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, new BigInt64Array([0n, BigInt(ms * 1000)]));
}
