// node:net, as its users write an echo server.
import { type AddressInfo, createServer } from 'node:net';

let open = 0;
const server = createServer((socket) => {
  open++;
  socket.on('data', (data) => socket.write(data));
  socket.on('close', () => {
    if (--open === 0) server.close();
  });
});
server.listen({ port: 0, host: '127.0.0.1', backlog: 4096 }, () => {
  console.log((server.address() as AddressInfo).port);
});
