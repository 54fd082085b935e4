// The promises door, as its users write an echo server: one loop for each connection.
import {
  type PassiveSocket,
  type ActiveSocket,
  AF_INET,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  bind,
  close,
  getsockname,
  inet,
  listen,
  socket,
} from 'sockcall';
const { connections, recv, send } = require('sockcall/promises') as typeof import('sockcall/promises');

const BUFFER = 16384;

const listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
bind(listener, inet('127.0.0.1', 0));
listen(listener);
console.log(getsockname(listener).port);

let open = 0;

async function echo(fd: ActiveSocket): Promise<void> {
  const buffer = Buffer.allocUnsafe(BUFFER);
  for (let length; (length = await recv(fd, buffer)) > 0;) {
    for (let sent = 0; sent < length;) sent += await send(fd, buffer, 0, sent, length - sent);
  }
  close(fd);
  if (--open === 0) close(listener);
}

async function serve(listener: PassiveSocket): Promise<void> {
  for await (const { fd } of connections(listener)) {
    open++;
    void echo(fd);
  }
}

// Closing the listener ends the wait for the next connection.
serve(listener).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'ECANCELED') throw error;
});
