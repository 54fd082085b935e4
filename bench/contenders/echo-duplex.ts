// Socket's Duplex, written as echo-net.ts is.
import {
  type PassiveSocket,
  AF_INET,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  Socket,
  bind,
  close,
  getsockname,
  inet,
  listen,
  socket,
} from 'sockcall';
import { connections } from 'sockcall/promises';

const listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
bind(listener, inet('127.0.0.1', 0));
listen(listener);
console.log(getsockname(listener).port);

let open = 0;

async function serve(listener: PassiveSocket): Promise<void> {
  for await (const { fd } of connections(listener)) {
    open++;
    const stream = Socket.from(fd).toStream();
    stream.on('data', (data) => stream.write(data));
    stream.on('close', () => {
      if (--open === 0) close(listener);
    });
  }
}

// Closing the listener ends the wait for the next connection.
serve(listener).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'ECANCELED') throw error;
});
