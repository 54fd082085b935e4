// The other end of server.ts: opens many connections, keeps all of them open, sends on each and checks what comes back.
//
// Run:  npx ts-node examples/epoll-echo/client.ts PORT [connections [bytes]]     1 connection and 64 bytes if absent
// See:  how many connections are open, and how many were answered with what they had sent. It reads nothing before it has
//       written all, or nobody takes more; so with many bytes (8000000, say) the server finds no room and writes short.
import {
  AF_INET,
  EAGAIN,
  EPOLLIN,
  EPOLLOUT,
  EPOLL_CTL_ADD,
  EPOLL_CTL_MOD,
  F_SETFL,
  O_NONBLOCK,
  SOCK_STREAM,
  Sockaddr,
  close,
  connect,
  epoll_create1,
  epoll_ctl,
  epoll_wait,
  fcntl,
  inet,
  recv,
  send,
  socket,
} from 'sockcall/raw';
import { ok } from './ok';

const [port, connections = 1, bytes = 64] = process.argv.slice(2).map(Number);
const TIMEOUT_MS = 60_000;
/** When nobody has taken a byte for so long, they all wait for this side to read. */
const STALLED_MS = 200;

/** What a connection sends begins at a place of its own in this period, so that no answer fits another connection. */
const PERIOD = 251;
const CHUNK = 65536;
const pattern = Buffer.from(Array.from({ length: PERIOD + CHUNK }, (_, i) => i % PERIOD));
const buffer = Buffer.alloc(CHUNK);
const events = new Int32Array(2 * 512);

const sent = new Map<number, number>();
const received = new Map<number, number>();
const epoll = ok('epoll_create1', epoll_create1());

const address = new Sockaddr(inet('127.0.0.1', port!));
for (let i = 0; i < connections; i++) {
  const fd = ok('socket', socket(AF_INET, SOCK_STREAM));
  ok('connect', connect(fd, address));
  ok('fcntl', fcntl(fd, F_SETFL, O_NONBLOCK));
  sent.set(fd, 0);
  received.set(fd, 0);
}
console.log(`${connections} connections open`);

for (const fd of sent.keys()) ok('epoll_ctl', epoll_ctl(epoll, EPOLL_CTL_ADD, fd, EPOLLOUT));
let answered = 0;
let stalled = false;
while (answered < connections) {
  const count = ok('epoll_wait', epoll_wait(epoll, events, stalled ? TIMEOUT_MS : STALLED_MS));
  if (count === 0 && stalled) throw new Error(`${connections - answered} connections have no answer`);
  if (count === 0) readToo();
  for (let i = 0; i < count; i++) {
    const fd = events[2 * i + 1]!;
    if ((events[2 * i]! & EPOLLOUT) !== 0 && sent.get(fd)! < bytes) ask(fd);
    else hear(fd);
  }
}
console.log(`${answered} answered, ${bytes} bytes each`);

for (const fd of sent.keys()) close(fd);
close(epoll);

function readToo(): void {
  stalled = true;
  for (const [fd, at] of sent) {
    if (at < bytes) ok('epoll_ctl', epoll_ctl(epoll, EPOLL_CTL_MOD, fd, EPOLLIN | EPOLLOUT));
  }
}

/** The place in the pattern of a connection's byte. */
function place(fd: number, at: number): number {
  return (fd + at) % PERIOD;
}

function ask(fd: number): void {
  const at = sent.get(fd)!;
  const count = send(fd, pattern, 0, place(fd, at), Math.min(CHUNK, bytes - at));
  if (count === -EAGAIN) return;
  sent.set(fd, at + ok('send', count));
  // Nothing more to write, so room for it is no news.
  if (at + count === bytes) ok('epoll_ctl', epoll_ctl(epoll, EPOLL_CTL_MOD, fd, EPOLLIN));
}

function hear(fd: number): void {
  const at = received.get(fd)!;
  const count = ok('recv', recv(fd, buffer));
  const expected = pattern.subarray(place(fd, at), place(fd, at) + count);
  if (count === 0 || !expected.equals(buffer.subarray(0, count)))
    throw new Error(`connection ${fd} has a wrong answer`);
  received.set(fd, at + count);
  if (at + count === bytes) answered++;
}
