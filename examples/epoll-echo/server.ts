// An echo server for as many connections as there are descriptors, in one thread: one epoll instance, and sockets that
// never block. It uses the raw door, whose epoll_wait writes into the same array again and again.
//
// Run:  npx ts-node examples/epoll-echo/server.ts [connections [port]]     1 connection and any free port if absent
// See:  the address for client.ts; a line when so many connections are open at once, with the memory that they take; and
//       one when all are gone, which ends it. net-server.ts is the same by node:net.
import {
  AF_INET,
  EAGAIN,
  EPOLLIN,
  EPOLLOUT,
  EPOLL_CTL_ADD,
  EPOLL_CTL_MOD,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  Sockaddr,
  accept4,
  bind,
  close,
  epoll_create1,
  epoll_ctl,
  epoll_wait,
  getsockname,
  inet,
  listen,
  recv,
  send,
  socket,
} from 'sockcall/raw';
import { Census } from './census';
import { ok } from './ok';

const events = new Int32Array(2 * 512);
const buffer = new Uint8Array(65536);
/** What a connection's socket had no room for. Nothing more is read from it until this is gone. */
const unsent = new Map<number, Uint8Array>();

const listener = ok('socket', socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK));
ok('bind', bind(listener, inet('127.0.0.1', Number(process.argv[3] ?? 0))));
ok('listen', listen(listener));
const name = new Sockaddr();
ok('getsockname', getsockname(listener, name));

const epoll = ok('epoll_create1', epoll_create1());
ok('epoll_ctl', epoll_ctl(epoll, EPOLL_CTL_ADD, listener, EPOLLIN));
const census = new Census(Number(process.argv[2] ?? 1));
console.log(`listening on ${name.toString()}`);

while (!census.over) {
  const count = ok('epoll_wait', epoll_wait(epoll, events, -1));
  for (let i = 0; i < count; i++) {
    const fd = events[2 * i + 1]!;
    if (fd === listener) acceptAll();
    else if (unsent.has(fd)) sendRest(fd);
    else echo(fd);
  }
}
close(epoll);
close(listener);

/** Takes every connection that waits: EAGAIN is the answer when there is none left. */
function acceptAll(): void {
  for (;;) {
    const fd = accept4(listener, SOCK_NONBLOCK);
    if (fd === -EAGAIN) return;
    ok('accept4', fd);
    ok('epoll_ctl', epoll_ctl(epoll, EPOLL_CTL_ADD, fd, EPOLLIN));
    census.opened();
  }
}

/** Gives back what has come. Level-triggered: what is left in the socket is told again by the next epoll_wait. */
function echo(fd: number): void {
  const received = recv(fd, buffer);
  // The end, or an error such as ECONNRESET: either way nobody is there any more.
  if (received <= 0) return received === -EAGAIN ? undefined : hangUp(fd);
  const sent = send(fd, buffer, 0, 0, received);
  if (sent === received) return;
  if (sent < 0 && sent !== -EAGAIN) return hangUp(fd);
  census.shortWrite();
  unsent.set(fd, buffer.slice(Math.max(sent, 0), received));
  ok('epoll_ctl', epoll_ctl(epoll, EPOLL_CTL_MOD, fd, EPOLLOUT));
}

function sendRest(fd: number): void {
  const rest = unsent.get(fd)!;
  const sent = send(fd, rest);
  if (sent === -EAGAIN) return;
  if (sent < 0) return hangUp(fd);
  if (sent < rest.length) {
    unsent.set(fd, rest.subarray(sent));
    return;
  }
  unsent.delete(fd);
  ok('epoll_ctl', epoll_ctl(epoll, EPOLL_CTL_MOD, fd, EPOLLIN));
}

/** The last descriptor of a socket takes it out of the epoll instance, too. */
function hangUp(fd: number): void {
  unsent.delete(fd);
  close(fd);
  census.closed();
}
