// A small HTTP/1.1 server that keeps its connections: GET / on the promises door, an async loop for each connection, as one
// would write it if the calls blocked (conversation.ts understands the requests). On a busy machine with two processors it
// answered 91 000 to 112 000 requests a second under wrk with 64 connections and 92 000 to 93 000 with 512, and net-server.ts
// 65 000 to 70 000 and 67 000 to 72 000; bench/README.md says how that was measured.
//
// Run:  npx ts-node examples/http-keepalive/server.ts [port]     any free port if absent; SIGTERM or Ctrl-C ends it
// See:  the address for a browser, curl or wrk. Several requests may come at once, or one in pieces; what is no GET, has no
//       sense or has too long a head is refused. When it is told to end, it answers what has come, and says how many
//       connections there were. net-server.ts gives the same bytes by node:net:
//
//         wrk -t2 -c64 -d5 http://127.0.0.1:PORT/
import {
  type ActiveSocket,
  AF_INET,
  IPPROTO_TCP,
  type PassiveSocket,
  SHUT_RD,
  SHUT_WR,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  SOL_SOCKET,
  SO_REUSEADDR,
  SyscallError,
  TCP_NODELAY,
  bind,
  close,
  getsockname,
  inet,
  listen,
  setsockopt,
  shutdown,
  socket,
} from 'sockcall';
import { connections, recv, send } from 'sockcall/promises';
import { Conversation } from './conversation';

const SIZE = 4096;
/** How long a client that is refused may go on sending before it has read why. */
const LINGER_MS = 1000;

const open = new Set<ActiveSocket>();
let count = 0;

async function converse(fd: ActiveSocket): Promise<void> {
  const conversation = new Conversation();
  const buffer = Buffer.allocUnsafe(SIZE);
  open.add(fd);
  count++;
  try {
    for (let length; !conversation.closing && (length = await recv(fd, buffer)) > 0;) {
      const answers = conversation.take(buffer, length);
      for (let sent = 0; sent < answers.length;) sent += await send(fd, answers, 0, sent);
    }
    if (conversation.closing) await linger(fd, buffer);
  } catch (error) {
    // ECONNRESET, EPIPE: nobody is there any more.
    if (!(error instanceof SyscallError)) throw error;
  } finally {
    open.delete(fd);
    close(fd);
  }
}

/** Closing with something unread would reset the connection, and the client might never read the answer. */
async function linger(fd: ActiveSocket, buffer: Buffer): Promise<void> {
  shutdown(fd, SHUT_WR);
  const signal = AbortSignal.timeout(LINGER_MS);
  try {
    while ((await recv(fd, buffer, 0, 0, undefined, { signal })) > 0);
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function serve(listener: PassiveSocket): Promise<void> {
  const arriving = connections(listener);
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void arriving.return!());
  for await (const { fd } of arriving) void converse(fd);
  close(listener);
  for (const fd of open) stopReading(fd);
  console.log(`stopped after ${count} connections`);
}

/** What has come is still read, and then the end: the loop of a connection sees nothing new in it. */
function stopReading(fd: ActiveSocket): void {
  try {
    shutdown(fd, SHUT_RD);
  } catch (error) {
    if (!(error instanceof SyscallError && error.code === 'ENOTCONN')) throw error;
  }
}

const listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, true);
// Connections have it from the listener, on Linux.
setsockopt(listener, IPPROTO_TCP, TCP_NODELAY, true);
bind(listener, inet('127.0.0.1', Number(process.argv[2] ?? 0)));
listen(listener);
console.log(`listening on http://127.0.0.1:${getsockname(listener).port}/`);
void serve(listener);
