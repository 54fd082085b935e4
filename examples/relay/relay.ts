// A relay: takes connections and passes their bytes on to another server and back, by streams over Sockets. Backpressure,
// half-closed connections and errors are the streams' own business, as with node:net.
//
// Run:  npx ts-node examples/relay/relay.ts TO_PORT [connections [port]]     1 connection and any free port if absent
// See:  the port that it listens at, then a line for each connection, with the bytes that went each way. A slow reader on
//       one side slows the other side down: nothing is heaped up in between. It ends after the last connection.
import { pipeline } from 'node:stream/promises';
import { Socket } from 'sockcall';
import { connectTcp, listenTcp } from 'sockcall/promises';

const toPort = Number(process.argv[2]);
if (!(toPort > 0)) throw new Error('the port to relay to is missing');
const connections = Number(process.argv[3] ?? 1);
const port = Number(process.argv[4] ?? 0);

async function relay(near: Socket): Promise<string> {
  const stream = near.toStream({ allowHalfOpen: true });
  const far = Socket.from(await connectTcp('127.0.0.1', toPort)).toStream({ allowHalfOpen: true });
  await Promise.all([pipeline(stream, far), pipeline(far, stream)]);
  return `${stream.bytesRead} bytes there, ${far.bytesRead} back`;
}

async function main(): Promise<void> {
  const server = Socket.from(await listenTcp({ host: '127.0.0.1', port }));
  try {
    console.log(`relays from port ${server.getsockname().port} to ${toPort}`);
    const relayed: Promise<void>[] = [];
    for await (const { socket } of server.promises.connections()) {
      const told = relay(socket).catch((error: Error) => {
        socket.close();
        return `ended by ${error.message}`;
      });
      relayed.push(told.then((line) => console.log(line)));
      if (relayed.length === connections) break;
    }
    await Promise.all(relayed);
  } finally {
    server.close();
  }
}

void main();
