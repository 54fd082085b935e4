// node:dgram, as fast as its events are: a batch goes out, and when all of it has come, the next.
import { type Socket, createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { Loop, Loops } from '../case';

const SIZE = 64;
const BATCH = 64;
const output = Buffer.alloc(SIZE);

async function bound(): Promise<Socket> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return socket;
}

async function connected(socket: Socket, to: Socket): Promise<void> {
  socket.connect(to.address().port, '127.0.0.1');
  await once(socket, 'connect');
}

export const loops: Loops = {
  datagrams: betweenConnected,
  // The same: it knows of no such option.
  'datagrams-segmented': betweenConnected,

  async 'datagrams-to'(): Promise<Loop> {
    const [a, b] = [await bound(), await bound()];
    const { port, address } = b.address();
    return batches(b, () => a.send(output, port, address));
  },
};

async function betweenConnected(): Promise<Loop> {
  const [a, b] = [await bound(), await bound()];
  await connected(a, b);
  await connected(b, a);
  return batches(b, () => a.send(output));
}

function batches(to: Socket, send: () => void): Loop {
  return (operations) =>
    new Promise((resolve) => {
      let [sent, came, seen] = [0, 0, 0];
      const sendBatch = (): void => {
        for (let left = Math.min(BATCH, operations - sent); left > 0; left--, sent++) send();
      };
      const take = (bytes: Buffer): void => {
        seen += bytes.length;
        came++;
        if (came === operations) {
          to.off('message', take);
          resolve(seen);
        } else if (came === sent) sendBatch();
      };
      to.on('message', take);
      sendBatch();
    });
}
