import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_INET6,
  AF_UNIX,
  type Address,
  FD_CLOEXEC,
  type Fd,
  F_GETFD,
  F_GETFL,
  O_NONBLOCK,
  SOCK_DGRAM,
  SOCK_NONBLOCK,
  SOCK_SEQPACKET,
  SOCK_STREAM,
  Sockaddr,
  accept,
  accept4,
  asFd,
  bind,
  close,
  connect,
  fcntl,
  getpeername,
  getsockname,
  inet,
  inet6,
  listen,
  recv,
  send,
  socket,
  unix,
  unspec,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

const families: readonly (readonly [string, number, number, Address])[] = [
  ['inet', AF_INET, SOCK_STREAM, inet('127.0.0.1', 0)],
  ['inet6', AF_INET6, SOCK_STREAM, inet6('::1', 0)],
  ['unix', AF_UNIX, SOCK_STREAM, unix()],
  ['unix seqpacket', AF_UNIX, SOCK_SEQPACKET, unix()],
];

/** Opens descriptors for the time of a function. */
function withFds<T>(fds: Fd[], use: () => T): T {
  try {
    return use();
  } finally {
    for (const fd of fds) raw.close(fd);
  }
}

for (const [name, domain, type, any] of families) {
  describe(`bind, listen, connect, accept with ${name}`, () => {
    it('connects two sockets that know each other by name, in the throwing door', () => {
      const server = socket(domain, type);
      const client = socket(domain, type);
      const fds: Fd[] = [server, client];
      withFds(fds, () => {
        bind(server, any);
        listen(server, 1);
        if (domain === AF_UNIX) bind(client, any);
        connect(client, getsockname(server) as Address);
        const { fd, address } = accept(server);
        fds.push(fd);
        assert.deepEqual(address, getsockname(client));
        assert.deepEqual(getpeername(client), getsockname(server));
        assert.deepEqual(getpeername(fd), address);
        assert.equal(fcntl(fd, F_GETFD), FD_CLOEXEC);
        send(client, 'hello');
        assert.equal(recv(fd, new Uint8Array(9)), 5);
      });
    });

    it('does so in the raw door, with one Sockaddr for all', () => {
      const server = asFd(raw.socket(domain, type));
      const client = asFd(raw.socket(domain, type));
      const fds: Fd[] = [server, client];
      withFds(fds, () => {
        const name = new Sockaddr();
        assert.equal(raw.bind(server, new Sockaddr(any)), 0);
        assert.equal(raw.listen(server), 0);
        assert.equal(raw.getsockname(server, name), 0);
        assert.equal(raw.connect(client, name), 0);
        const fd = raw.accept(server, name);
        fds.push(asFd(fd));
        assert.ok(fd >= 0);
        assert.equal(fcntl(asFd(fd), F_GETFD), 0);
        assert.deepEqual(name.decode(), getsockname(client));
      });
    });

    it('does so in the result door, where listen gives the passive socket', () => {
      const server = socket(domain, type);
      const client = socket(domain, type);
      const fds: Fd[] = [server, client];
      withFds(fds, () => {
        assert.deepEqual(result.bind(server, any), { ok: true, value: undefined });
        const passive = result.listen(server);
        assert.ok(passive.ok && passive.value === server);
        assert.deepEqual(result.connect(client, getsockname(server) as Address), { ok: true, value: undefined });
        const accepted = result.accept4(passive.value, SOCK_NONBLOCK);
        assert.ok(accepted.ok);
        fds.push(accepted.value.fd);
        assert.ok(fcntl(accepted.value.fd, F_GETFL) & O_NONBLOCK);
        assert.equal(fcntl(accepted.value.fd, F_GETFD), FD_CLOEXEC);
      });
    });
  });
}

describe('accept', () => {
  it('needs no address in the raw door', () => {
    const server = socket(AF_INET, SOCK_STREAM);
    const client = socket(AF_INET, SOCK_STREAM);
    const fds: Fd[] = [server, client];
    withFds(fds, () => {
      listen(server, 2);
      connect(client, inet('127.0.0.1', getsockname(server).port));
      const fd = raw.accept(server);
      fds.push(asFd(fd));
      assert.ok(fd >= 0);
    });
  });

  it('takes connections one by one, and the listener stays', () => {
    const server = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
    const fds: Fd[] = [server];
    withFds(fds, () => {
      bind(server, inet('127.0.0.1', 0));
      listen(server, 8);
      const ports = [1, 2, 3].map(() => {
        const client = socket(AF_INET, SOCK_STREAM);
        fds.push(client);
        connect(client, getsockname(server));
        return getsockname(client).port;
      });
      const accepted = ports.map(() => accept4(server, 0));
      fds.push(...accepted.map(({ fd }) => fd));
      assert.deepEqual(
        accepted.map(({ address }) => address.port),
        ports,
      );
      assert.throws(() => accept(server), { code: 'EAGAIN', syscall: 'accept' });
      assert.throws(() => accept4(server, 0), { code: 'EAGAIN', syscall: 'accept4' });
    });
  });
});

describe('connect', () => {
  it('tells a datagram socket its peer, and takes it back for unspec', () => {
    const fd = socket(AF_INET, SOCK_DGRAM);
    withFds([fd], () => {
      connect(fd, inet('127.0.0.1', 9));
      assert.deepEqual(getpeername(fd), { family: 'inet', address: '127.0.0.1', port: 9 });
      connect(fd, unspec());
      assert.throws(() => getpeername(fd), { code: 'ENOTCONN' });
    });
  });

  it('fails with the address in the message and in a field, as the kernel was given it', () => {
    const free = socket(AF_INET, SOCK_STREAM);
    bind(free, inet('127.0.0.1', 0));
    const { port } = getsockname(free);
    close(free);
    const address = { family: 'inet', address: '127.0.0.1', port } as const;
    const fd = socket(AF_INET, SOCK_STREAM);
    withFds([fd], () => {
      const expected = {
        code: 'ECONNREFUSED',
        address,
        fd: Number(fd),
        message: `connect ECONNREFUSED 127.0.0.1:${port}`,
      };
      assert.throws(() => connect(fd, address), expected);
      assert.throws(() => connect(fd, new Sockaddr(address)), expected);
      const outcome = result.connect(fd, address);
      assert.ok(!outcome.ok);
      assert.deepEqual(outcome.address, address);
    });
  });
});
