// A blocking echo server over TCP: one connection after the other, each served until the client has ended its side.
//
// Run:  npx ts-node examples/tcp-echo/server.ts [connections [port]]     1 connection and any free port if absent
// See:  the address for client.ts, then a line for each connection. It ends after the last one, or with EAGAIN
//       when it has waited a minute.
import { AF_INET, SOCK_STREAM, accept, bind, close, formatAddress, getsockname, inet, listen, socket } from 'sockcall';
import { echo, limitWaiting } from '../stream';

const connections = Number(process.argv[2] ?? 1);
const port = Number(process.argv[3] ?? 0);

const listener = socket(AF_INET, SOCK_STREAM);
limitWaiting(listener, 60);
bind(listener, inet('127.0.0.1', port));
listen(listener);
console.log(`listening on ${formatAddress(getsockname(listener))}`);

for (let served = 0; served < connections; served++) {
  const { fd, address } = accept(listener);
  const bytes = echo(fd);
  close(fd);
  console.log(`${bytes} bytes echoed to ${formatAddress(address)}`);
}
close(listener);
