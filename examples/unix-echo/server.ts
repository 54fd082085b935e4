// A blocking echo server over a unix socket: the same as tcp-echo/server.ts, but for the address.
//
// Run:  npx ts-node examples/unix-echo/server.ts [connections [path]]     1 connection and a new path if absent
// See:  the path for client.ts, then a line for each connection. The path is a file, which close leaves behind: the
//       program removes it. It ends after the last connection, or with EAGAIN when it has waited a minute.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { AF_UNIX, SOCK_STREAM, accept, bind, close, formatAddress, getsockname, listen, socket, unix } from 'sockcall';
import { echo, limitWaiting } from '../stream';

const connections = Number(process.argv[2] ?? 1);
const given = process.argv[3];

const listener = socket(AF_UNIX, SOCK_STREAM);
limitWaiting(listener, 60);
const path = given ?? join(mkdtempSync(join(tmpdir(), 'unix-echo-')), 'socket');
bind(listener, unix(path));
try {
  listen(listener);
  console.log(`listening on ${formatAddress(getsockname(listener))}`);

  for (let served = 0; served < connections; served++) {
    const { fd } = accept(listener);
    const bytes = echo(fd);
    close(fd);
    console.log(`${bytes} bytes echoed`);
  }
} finally {
  close(listener);
  rmSync(given ?? dirname(path), { recursive: true });
}
