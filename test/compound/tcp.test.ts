import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  AF_INET,
  AF_INET6,
  F_GETFL,
  IPPROTO_IPV6,
  IPV6_V6ONLY,
  type InetAddress,
  O_NONBLOCK,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  SOL_SOCKET,
  SO_ACCEPTCONN,
  SO_REUSEADDR,
  SO_REUSEPORT,
  accept,
  bind,
  close,
  connect,
  connectTimeout,
  fcntl,
  getpeername,
  getsockname,
  getsockopt,
  inet,
  inet6,
  listen,
  socket,
} from '../../lib';
import * as promised from '../../lib/promises';
import { needStrace, trace } from '../strace/strace';
import { doors } from './doors';

for (const [name, door] of Object.entries(doors)) {
  describe(`${name} listenTcp`, () => {
    it('listens at all addresses of both families', async () => {
      const server = await door.listenTcp({});
      assert.equal(getsockopt(server, IPPROTO_IPV6, IPV6_V6ONLY), false);
      assert.equal(getsockopt(server, SOL_SOCKET, SO_REUSEADDR), true);
      assert.equal(getsockopt(server, SOL_SOCKET, SO_ACCEPTCONN), true);
      assert.equal((fcntl(server, F_GETFL) & O_NONBLOCK) !== 0, name === 'promised');
      const { port } = getsockname(server);
      const clients = [socket(AF_INET, SOCK_STREAM), socket(AF_INET6, SOCK_STREAM)];
      connect(clients[0]!, inet('127.0.0.1', port));
      connect(clients[1]!, inet6('::1', port));
      const accepted = [accept(server), accept(server)];
      assert.deepEqual(accepted.map(({ address }) => address.address).sort(), ['::1', '::ffff:127.0.0.1']);
      for (const fd of [server, ...clients, ...accepted.map((each) => each.fd)]) close(fd);
    });

    it('takes a host, a backlog, a port, and a port that is shared', async () => {
      const first = await door.listenTcp({ host: '127.0.0.1', backlog: 1, reusePort: true });
      const { family, address, port } = getsockname(first);
      assert.deepEqual([family, address], ['inet', '127.0.0.1']);
      const second = await door.listenTcp({ host: '127.0.0.1', port, reusePort: true });
      assert.equal(getsockopt(second, SOL_SOCKET, SO_REUSEPORT), true);
      await assert.rejects(async () => door.listenTcp({ host: '127.0.0.1', port }), { code: 'EADDRINUSE' });
      const six = await door.listenTcp({ host: '::1', ipv6Only: true, flags: SOCK_NONBLOCK });
      assert.equal(getsockopt(six, IPPROTO_IPV6, IPV6_V6ONLY), true);
      for (const fd of [first, second, six]) close(fd);
    });

    it('refuses misuse', async () => {
      const wrong: [unknown, string][] = [
        [undefined, 'ERR_INVALID_ARG_TYPE'],
        [{ port: 70000 }, 'ERR_OUT_OF_RANGE'],
        [{ port: '80' }, 'ERR_INVALID_ARG_TYPE'],
        [{ host: 5 }, 'ERR_INVALID_ARG_TYPE'],
        [{ backlog: 1.5 }, 'ERR_OUT_OF_RANGE'],
        [{ reusePort: 1 }, 'ERR_INVALID_ARG_TYPE'],
        [{ ipv6Only: 'x' }, 'ERR_INVALID_ARG_TYPE'],
        [{ flags: '' }, 'ERR_INVALID_ARG_TYPE'],
      ];
      for (const [options, code] of wrong) {
        await assert.rejects(async () => door.listenTcp(options as never), { code });
      }
    });
  });

  describe(`${name} connectTcp`, () => {
    it('connects to a name, at the address that answers', async () => {
      const server = await door.listenTcp({ host: '127.0.0.1' });
      const { port } = getsockname(server);
      // localhost may be ::1 first, where nobody listens.
      const fd = await door.connectTcp('localhost', port);
      const peer = getpeername(fd) as InetAddress;
      assert.deepEqual([peer.address, peer.port], ['127.0.0.1', port]);
      assert.equal((fcntl(fd, F_GETFL) & O_NONBLOCK) !== 0, name === 'promised');
      const within = await door.connectTcp('127.0.0.1', port, { timeout: 5000 });
      for (const each of [server, fd, within]) close(each);
    });

    it('tells of what failed', async () => {
      const server = socket(AF_INET, SOCK_STREAM);
      bind(server, inet('127.0.0.1', 0));
      const { port } = getsockname(server);
      await assert.rejects(async () => door.connectTcp('127.0.0.1', port), {
        code: 'ECONNREFUSED',
        message: `connect ECONNREFUSED 127.0.0.1:${port}`,
      });
      await assert.rejects(async () => door.connectTcp('127.0.0.1', port, { timeout: 1000 }), { code: 'ECONNREFUSED' });
      await assert.rejects(async () => door.connectTcp('no such host', port), { code: 'EAI_NONAME' });
      await assert.rejects(async () => door.connectTcp(5 as never, port), { code: 'ERR_INVALID_ARG_TYPE' });
      await assert.rejects(async () => door.connectTcp('localhost', -1), { code: 'ERR_OUT_OF_RANGE' });
      close(server);
    });
  });
}

describe('connectTimeout', () => {
  it('connects in time, and leaves the descriptor as it was', () => {
    const server = socket(AF_INET, SOCK_STREAM);
    bind(server, inet('127.0.0.1', 0));
    listen(server);
    for (const flags of [0, SOCK_NONBLOCK]) {
      const fd = socket(AF_INET, SOCK_STREAM | flags);
      const before = fcntl(fd, F_GETFL);
      connectTimeout(fd, getsockname(server), 5000);
      assert.deepEqual(getpeername(fd), getsockname(server));
      assert.equal(fcntl(fd, F_GETFL), before);
      close(fd);
    }
    const { port } = getsockname(server);
    close(server);
    const refused = socket(AF_INET, SOCK_STREAM);
    assert.throws(() => connectTimeout(refused, inet('127.0.0.1', port), 5000), {
      code: 'ECONNREFUSED',
      message: `connect ECONNREFUSED 127.0.0.1:${port}`,
    });
    assert.throws(() => connectTimeout(refused, inet('127.0.0.1', port), -1), { code: 'ERR_OUT_OF_RANGE' });
    close(refused);
  });

  it('is connect with a timeout in the promises door, and touches no flag', async () => {
    const server = await promised.listenTcp({ host: '127.0.0.1' });
    const { port } = getsockname(server);
    const fd = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
    await promised.connectTimeout(fd, inet('127.0.0.1', port), 5000);
    const blocking = socket(AF_INET, SOCK_STREAM);
    await assert.rejects(promised.connectTimeout(blocking, inet('127.0.0.1', port), 5000), {
      code: 'ERR_SOCKCALL_BLOCKING_FD',
    });
    for (const each of [server, fd, blocking]) close(each);
  });
});

describe('the time and the signal of promised functions of several calls', () => {
  it('are for all calls together, and the error has what was done', async () => {
    const server = await promised.listenTcp({ host: '127.0.0.1' });
    const a = await promised.connectTcp('127.0.0.1', getsockname(server).port);
    const { fd: b } = await promised.accept(server);
    await promised.sendAll(b, 'abc');
    await assert.rejects(
      promised.recvExactly(a, 10, 0, { timeout: 50 }),
      (error: { code: string; received: Buffer }) => {
        assert.deepEqual([error.code, error.received.toString()], ['ERR_SOCKCALL_TIMEOUT', 'abc']);
        return true;
      },
    );
    const reason = new Error('enough');
    const abort = new AbortController();
    const receiving = promised.recvExactly(a, 10, 0, { signal: abort.signal });
    abort.abort(reason);
    await assert.rejects(receiving, (error) => error === reason && !('received' in reason));
    const filling = promised.sendAll(a, Buffer.alloc(0x2000000), 0, { timeout: 100 });
    await assert.rejects(filling, (error: { written: number }) => error.written > 0);
    for (const each of [server, a, b]) close(each);
  });
});

describe('listenTcp without IPv6', () => {
  before(needStrace);

  for (const [call, code] of [
    ['socket', 'EAFNOSUPPORT'],
    ['bind', 'EADDRNOTAVAIL'],
  ]) {
    it(`falls back to IPv4 when ${call} answers ${code}`, async function () {
      this.timeout(40_000);
      const options = ['-e', `trace=${call}`, '-e', `inject=${call}:error=${code}:when=1`];
      const { stdout } = await trace(join(__dirname, 'fixtures', 'listen.ts'), [], options);
      assert.equal(stdout, '0.0.0.0\n');
    });
  }
});
