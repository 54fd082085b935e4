// A blocking conversation between two Sockets, of which each is closed once whatever happens: the way to own descriptors.
//
// Run:  npx ts-node examples/owner/main.ts
// See:  the answer; then what a closed Socket answers, though its number is another's by then. With TypeScript 5.2 and
//       newer, `using server = new Socket(…)` does what try and finally do here. Forget to close, and a warning tells:
//       SOCKCALL_DEBUG=leaks in the environment has it say where the Socket was opened.
import { AF_INET, SOCK_STREAM, Socket, inet, isSyscallError, recvExactly, writeAll } from 'sockcall';

const server = new Socket(AF_INET, SOCK_STREAM);
try {
  server.bind(inet('127.0.0.1', 0));
  server.listen();
  const client = new Socket(AF_INET, SOCK_STREAM);
  try {
    client.connect(server.getsockname());
    const { socket: served, address } = server.accept();
    try {
      writeAll(client.fd, 'What time is it?');
      console.log(`from port ${address.port}: ${recvExactly(served.fd, 16).toString()}`);
      writeAll(served.fd, 'Time to close.');
      console.log(`the answer: ${recvExactly(client.fd, 14).toString()}`);
    } finally {
      served.close();
    }
  } finally {
    client.close();
  }

  const number = server.fd;
  server.close();
  const stranger = new Socket(AF_INET, SOCK_STREAM);
  try {
    console.log(`the number of the server is another's now: ${stranger.fd === number}`);
    server.send('meant for nobody');
  } catch (error) {
    if (!isSyscallError(error)) throw error;
    console.log(`the closed server says ${error.code}, of the descriptor ${error.fd}`);
  } finally {
    stranger.close();
  }
} finally {
  server.close();
}
