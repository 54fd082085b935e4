// A blocking server and a blocking client in one file. The server runs in a thread of its own, where it may wait in accept
// and recv for as long as it likes; the client is this program's main thread, which meanwhile blocks as well.
//
// Run:  npx ts-node examples/blocking-pair/main.ts [word …]     a few words if absent
// See:  each word as the server gave it back, then how the server was stopped in the middle of accept.
import {
  AF_INET,
  type PassiveSocket,
  SHUT_WR,
  SOCK_STREAM,
  type SocketFd,
  bind,
  close,
  connect,
  getsockname,
  inet,
  listen,
  recv,
  runBlocking,
  send,
  shutdown,
  socket,
} from 'sockcall';

const words = process.argv.length > 2 ? process.argv.slice(2) : ['one', 'two', 'three'];

/** Only its text goes to the other thread, so it sees nothing of this file and requires what it needs. */
function serve(listener: SocketFd<'inet', 'stream'> & PassiveSocket): void {
  const { accept, close, recv, send } = require('sockcall') as typeof import('sockcall');
  const buffer = Buffer.alloc(1024);
  for (;;) {
    const { fd } = accept(listener);
    for (let count = recv(fd, buffer); count > 0; count = recv(fd, buffer)) {
      send(fd, buffer.toString('utf8', 0, count).toUpperCase());
    }
    close(fd);
  }
}

/** One call of a client, from connect to close. */
function ask(port: number, word: string): string {
  const fd = socket(AF_INET, SOCK_STREAM);
  connect(fd, inet('127.0.0.1', port));
  send(fd, word);
  shutdown(fd, SHUT_WR);
  const buffer = Buffer.alloc(1024);
  let answer = '';
  for (let count = recv(fd, buffer); count > 0; count = recv(fd, buffer)) answer += buffer.toString('utf8', 0, count);
  close(fd);
  return answer;
}

async function main(): Promise<void> {
  const listener = socket(AF_INET, SOCK_STREAM);
  bind(listener, inet('127.0.0.1', 0));
  // Before the server starts, so that the client need not wait for it.
  listen(listener);
  const { port } = getsockname(listener);

  const server = runBlocking(serve, listener);
  for (const word of words) console.log(`${word} -> ${ask(port, word)}`);
  await server.stop();
  await server.result.catch(({ code }: { code: string }) => console.log(`the server: ${code}`));
  close(listener);
}

void main();
