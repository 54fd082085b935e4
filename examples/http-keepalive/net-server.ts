// The same as server.ts by node:net, to be compared with it.
//
// Run:  npx ts-node examples/http-keepalive/net-server.ts [port]
// See:  the same lines.
import { type AddressInfo, type Socket, createServer } from 'node:net';
import { Conversation } from './conversation';

const LINGER_MS = 1000;

const open = new Set<Socket>();
let count = 0;

const server = createServer({ noDelay: true }, (socket) => {
  const conversation = new Conversation();
  open.add(socket);
  count++;
  socket.on('data', (bytes) => {
    if (conversation.closing) return;
    const answers = conversation.take(bytes);
    if (!socket.write(answers)) socket.pause().once('drain', () => socket.resume());
    if (!conversation.closing) return;
    socket.end();
    socket.setTimeout(LINGER_MS, () => socket.destroy());
  });
  // Nobody is there any more, which is no error of ours; 'close' follows.
  socket.on('error', () => undefined);
  socket.on('close', () => open.delete(socket));
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    server.close(() => console.log(`stopped after ${count} connections`));
    for (const socket of open) socket.end();
  });
}
server.listen({ port: Number(process.argv[2] ?? 0), host: '127.0.0.1', backlog: 4096 }, () => {
  console.log(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});
