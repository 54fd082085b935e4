import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  AF_INET,
  MSG_DONTWAIT,
  POLLOUT,
  SOCK_STREAM,
  type SocketFd,
  close,
  connect,
  inet,
  poll,
  recv,
  send,
  socket,
} from '../../lib';
import { type Outcome, linesOf, run, start } from './run';

const MANY = 10_000;
/** What a process has open beside its connections. */
const OTHERS = 100;

/** How many descriptors a process may have; Node takes the hard limit when it starts. */
function descriptorLimit(): number {
  const limits = readFileSync('/proc/self/limits', 'utf8');
  return Number(/^Max open files +\d+ +(\d+)/m.exec(limits)?.[1] ?? Infinity);
}

/** Serves a client that opens so many connections and sends so many bytes on each; gives what both have printed. */
async function serve(
  server: string,
  connections: number,
  bytes: number,
): Promise<Record<'server' | 'client', Outcome>> {
  const running = start(`epoll-echo/${server}`, String(connections));
  const [, port] = await running.line(/^listening on 127\.0\.0\.1:(\d+)$/);
  const client = await run('epoll-echo/client.ts', port!, String(connections), String(bytes));
  return { client, server: await running.outcome };
}

/** Sends until the server, whose own sends nobody reads, reads no more; gives how many bytes that took. */
function sendUntilStuck(fd: SocketFd<'inet', 'stream'>): number {
  const bytes = new Uint8Array(65536).map((_, index) => index);
  let sent = 0;
  while (poll([{ fd, events: POLLOUT }], 500).length > 0) sent += send(fd, bytes, MSG_DONTWAIT, sent % 65536);
  return sent;
}

/** Receives as many bytes, which must be those that sendUntilStuck() sends. */
function receiveAll(fd: SocketFd<'inet', 'stream'>, length: number): number {
  const bytes = new Uint8Array(65536);
  let got = 0;
  while (got < length) {
    const count = recv(fd, bytes);
    assert.ok(count > 0);
    for (let index = 0; index < count; index++) if (bytes[index] !== ((got + index) & 255)) assert.fail('other bytes');
    got += count;
  }
  return got;
}

describe('examples/epoll-echo', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  for (const server of ['server.ts', 'net-server.ts']) {
    it(`${server}: gives every one of several connections its own bytes back`, async () => {
      const { client, server: served } = await serve(server, 5, 70_000);
      assert.deepEqual(linesOf(client), ['5 connections open', '5 answered, 70000 bytes each']);
      assert.match(linesOf(served)[1]!, /^5 connections open, -?\d+ bytes of this process each$/);
    });
  }

  it('writes the rest later when a client does not read', async () => {
    const running = start('epoll-echo/server.ts', '1');
    const [, port] = await running.line(/^listening on 127\.0\.0\.1:(\d+)$/);
    const fd = socket(AF_INET, SOCK_STREAM);
    try {
      connect(fd, inet('127.0.0.1', Number(port)));
      const sent = sendUntilStuck(fd);
      assert.equal(receiveAll(fd, sent), sent);
    } finally {
      close(fd);
    }
    const [, shortWrites] = /^all gone, (\d+) short writes$/.exec(linesOf(await running.outcome).at(-1)!)!;
    assert.ok(Number(shortWrites) >= 1);
  });

  it(`holds ${MANY} connections open and answers every one`, async function () {
    const limit = descriptorLimit();
    if (limit < MANY + OTHERS) {
      this.test!.title += ` (skipped: a process may have ${limit} descriptors here, see ulimit -Hn)`;
      return this.skip();
    }
    const { client, server } = await serve('server.ts', MANY, 64);
    assert.deepEqual(linesOf(client), [`${MANY} connections open`, `${MANY} answered, 64 bytes each`]);
    const [, each] = /^10000 connections open, (-?\d+) bytes of this process each$/.exec(linesOf(server)[1]!)!;
    // The server keeps nothing for a connection that has taken all; node:net keeps some 3000 bytes.
    // A sanitizer's allocator keeps more.
    const most = process.env['LD_PRELOAD'] === undefined ? 1000 : 3000;
    assert.ok(Number(each) < most, `${each} bytes each`);
  });
});
