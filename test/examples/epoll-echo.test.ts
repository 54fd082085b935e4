import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
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

/** How often a process's main thread has waited and gone on in so many milliseconds. */
async function wakes(pid: number, milliseconds: number): Promise<number> {
  const count = (): number => {
    const status = readFileSync(`/proc/${pid}/task/${pid}/status`, 'utf8');
    return Number(/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(status)![1]);
  };
  // Until it has nothing left to do that it began before.
  for (let before = -1; before !== count(); await setTimeout(50)) before = count();
  const before = count();
  await setTimeout(milliseconds);
  return count() - before;
}

describe('examples/epoll-echo', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  for (const server of ['server.ts', 'net-server.ts', 'promises-server.ts']) {
    it(`${server}: gives every one of several connections its own bytes back`, async () => {
      const { client, server: served } = await serve(server, 5, 70_000);
      assert.deepEqual(linesOf(client), ['5 connections open', '5 answered, 70000 bytes each']);
      assert.match(linesOf(served)[1]!, /^5 connections open, -?\d+ bytes of this process each$/);
    });
  }

  for (const program of ['server.ts', 'promises-server.ts'])
    it(`${program}: writes the rest later when a client does not read`, async () => {
      const running = start(`epoll-echo/${program}`, '1');
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

  describe(`with ${MANY} connections`, () => {
    before(function () {
      const limit = descriptorLimit();
      if (limit >= MANY + OTHERS) return;
      this.test!.parent!.title += ` (skipped: a process may have ${limit} descriptors here, see ulimit -Hn)`;
      this.skip();
    });

    // What a server may keep for a connection that has taken all, in bytes; node:net keeps some 3000.
    for (const [server, most] of [
      ['server.ts', 1000],
      ['promises-server.ts', 2500],
    ] as const) {
      it(`${server}: holds all of them open and answers every one`, async () => {
        const { client, server: served } = await serve(server, MANY, 64);
        assert.deepEqual(linesOf(client), [`${MANY} connections open`, `${MANY} answered, 64 bytes each`]);
        const [, each] = /^10000 connections open, (-?\d+) bytes of this process each$/.exec(linesOf(served)[1]!)!;
        // A sanitizer's allocator keeps more.
        const factor = process.env['LD_PRELOAD'] === undefined ? 1 : 3;
        assert.ok(Number(each) < factor * most, `${each} bytes each`);
      });
    }

    it('promises-server.ts: is not woken while all are silent, and then answers', async () => {
      const running = start('epoll-echo/promises-server.ts', String(MANY));
      const [, port] = await running.line(/^listening on 127\.0\.0\.1:(\d+)$/);
      const fds = Array.from({ length: MANY }, () => socket(AF_INET, SOCK_STREAM));
      try {
        for (const fd of fds) connect(fd, inet('127.0.0.1', Number(port)));
        await running.line(/connections open/);
        const woken = await wakes(running.pid, 500);
        // V8 may collect garbage meanwhile.
        assert.ok(woken < 20, `woken ${woken} times`);
        const bytes = new Uint8Array(64);
        for (const fd of fds) send(fd, bytes);
        for (const fd of fds) assert.equal(recv(fd, bytes), 64);
      } finally {
        for (const fd of fds) close(fd);
      }
      assert.equal(linesOf(await running.outcome).at(-1), 'all gone, 0 short writes');
    });
  });
});
