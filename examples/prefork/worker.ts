// One worker of main.ts, which starts it: a listening socket of its own on a port that others have, too.
//
// See:  "ready", then how many connections it took, when its standard input has ended.
import {
  AF_INET,
  POLLIN,
  SOCK_STREAM,
  SOL_SOCKET,
  SO_REUSEPORT,
  accept,
  asFd,
  bind,
  close,
  inet,
  listen,
  poll,
  send,
  setsockopt,
  socket,
} from 'sockcall';

const PATIENCE_MS = 60_000;
const [number, port] = process.argv.slice(2).map(Number);
const parent = asFd(0);

// Every socket on the port has to set it, and before bind: else the port would be taken.
const listener = socket(AF_INET, SOCK_STREAM);
setsockopt(listener, SOL_SOCKET, SO_REUSEPORT, 1);
bind(listener, inet('127.0.0.1', port!));
listen(listener);
console.log('ready');

let taken = 0;
for (;;) {
  const ready = poll(
    [
      { fd: listener, events: POLLIN },
      { fd: parent, events: POLLIN },
    ],
    PATIENCE_MS,
  );
  if (!ready.some(({ fd }) => fd === listener)) break;
  const { fd } = accept(listener);
  send(fd, String(number));
  close(fd);
  taken++;
}
close(listener);
console.log(taken);
