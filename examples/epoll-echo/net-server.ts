// The same as server.ts by node:net, to be compared with it.
//
// Run:  npx ts-node examples/epoll-echo/net-server.ts [connections [port]]
// See:  the same lines.
import { type AddressInfo, createServer } from 'node:net';
import { Census } from './census';

const server = createServer((socket) => {
  census.opened();
  socket.on('data', (data) => {
    if (socket.write(data)) return;
    census.shortWrite();
    socket.pause().once('drain', () => socket.resume());
  });
  // Nobody is there any more, which is no error of ours; 'close' follows.
  socket.on('error', () => undefined);
  socket.on('close', () => {
    census.closed();
    if (census.over) server.close();
  });
});
const port = Number(process.argv[3] ?? 0);
const census = new Census(Number(process.argv[2] ?? 1));
server.listen({ port, host: '127.0.0.1', backlog: 4096 }, () => {
  console.log(`listening on 127.0.0.1:${(server.address() as AddressInfo).port}`);
});
