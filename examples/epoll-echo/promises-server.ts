// The same as server.ts on the promises door: an async loop for each connection, and no epoll to be seen. While a connection
// is silent it has a promise and no buffer.
//
// Run:  npx ts-node examples/epoll-echo/promises-server.ts [connections [port]]
// See:  the same lines. `top` shows that waiting takes no processor time, however many connections are open.
import {
  type ActiveSocket,
  AF_INET,
  type PassiveSocket,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  SyscallError,
  bind,
  close,
  getsockname,
  inet,
  listen,
  socket,
} from 'sockcall';
import { connections, readable, send } from 'sockcall/promises';
import { EAGAIN, recv, send as sendNow } from 'sockcall/raw';
import { Census } from './census';

/** Everyone's, since it is empty again before anything else is done. */
const buffer = new Uint8Array(65536);

async function echo(fd: ActiveSocket): Promise<void> {
  census.opened();
  try {
    for (;;) {
      await readable(fd);
      const received = recv(fd, buffer);
      if (received === -EAGAIN) continue;
      // The end, or an error such as ECONNRESET: either way nobody is there any more.
      if (received <= 0) break;
      const sent = sendNow(fd, buffer, 0, 0, received);
      if (sent < received) await sendRest(fd, buffer.slice(Math.max(sent, 0), received));
    }
  } catch (error) {
    if (!(error instanceof SyscallError)) throw error;
  }
  close(fd);
  census.closed();
  if (census.over) close(listener);
}

async function sendRest(fd: ActiveSocket, rest: Uint8Array): Promise<void> {
  census.shortWrite();
  for (let sent = 0; sent < rest.length;) sent += await send(fd, rest, 0, sent);
}

async function serve(listener: PassiveSocket): Promise<void> {
  for await (const { fd } of connections(listener)) void echo(fd);
}

const listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
bind(listener, inet('127.0.0.1', Number(process.argv[3] ?? 0)));
listen(listener);
const census = new Census(Number(process.argv[2] ?? 1));
console.log(`listening on 127.0.0.1:${getsockname(listener).port}`);
// Closing the listener ends the wait for the next connection.
serve(listener).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'ECANCELED') throw error;
});
