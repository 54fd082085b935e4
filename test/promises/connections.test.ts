import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_UNIX,
  F_GETFD,
  F_GETFL,
  FD_CLOEXEC,
  O_NONBLOCK,
  type PassiveSocket,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  type SocketFd,
  bind,
  close,
  connect,
  fcntl,
  getsockname,
  inet,
  listen,
  socket,
  socketType,
} from '../../lib';
import { connections } from '../../lib/promises';

const nonblocking = socketType(SOCK_STREAM, SOCK_NONBLOCK);

function listener(): SocketFd<'inet', 'stream'> & PassiveSocket {
  const server = socket(AF_INET, nonblocking);
  bind(server, inet('127.0.0.1', 0));
  listen(server);
  return server;
}

function call(server: SocketFd<'inet', 'stream'>): SocketFd<'inet', 'stream'> {
  const client = socket(AF_INET, SOCK_STREAM);
  connect(client, getsockname(server));
  return client;
}

describe('promises: connections', () => {
  it('come one after the other; leaving the loop leaves the server open', async () => {
    const server = listener();
    for (let round = 0; round < 2; round++) {
      const clients = [call(server), call(server), call(server)];
      const peers: unknown[] = [];
      for await (const { fd, address } of connections(server)) {
        peers.push(address);
        assert.equal(fcntl(fd, F_GETFL) & O_NONBLOCK, O_NONBLOCK);
        assert.equal(fcntl(fd, F_GETFD), FD_CLOEXEC);
        close(fd);
        if (peers.length === 3) break;
      }
      assert.deepEqual(
        peers,
        clients.map((client) => getsockname(client)),
      );
      clients.forEach((client) => close(client));
    }
    close(server);
  });

  it('flags are those of accept4', async () => {
    const server = listener();
    const iterator = connections(server, { flags: 0 });
    const next = iterator.next();
    const client = call(server);
    const { value } = (await next) as { value: { fd: typeof client } };
    assert.equal(fcntl(value.fd, F_GETFL) & O_NONBLOCK, 0);
    [client, value.fd, server].forEach((fd) => close(fd));
  });

  it('return ends a step that waits, and no connection is lost', async () => {
    const server = listener();
    const iterator = connections(server);
    const waiting = [iterator.next(), iterator.next()];
    assert.deepEqual(await iterator.return!(), { done: true, value: undefined });
    assert.deepEqual(
      await Promise.all(waiting),
      [1, 2].map(() => ({ done: true, value: undefined })),
    );
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
    const client = call(server);
    for await (const { fd } of connections(server)) {
      close(fd);
      break;
    }
    [client, server].forEach((fd) => close(fd));
  });

  it('end with the reason of a signal, with a timeout, with the server', async () => {
    const server = listener();
    const controller = new AbortController();
    const aborted = connections(server, { signal: controller.signal }).next();
    controller.abort();
    await assert.rejects(aborted, { name: 'AbortError' });
    await assert.rejects(connections(server, { timeout: 1 }).next(), { code: 'ERR_SOCKCALL_TIMEOUT' });
    const closed = connections(server).next();
    close(server);
    await assert.rejects(closed, { code: 'ECANCELED', syscall: 'accept4' });
  });

  it('an error ends them, and a blocking server is refused', async () => {
    const plain = socket(AF_UNIX, nonblocking);
    const iterator = connections(plain as never);
    await assert.rejects(iterator.next(), { code: 'EINVAL' });
    assert.deepEqual(await iterator.next(), { done: true, value: undefined });
    close(plain);
    const blocking = socket(AF_UNIX, SOCK_STREAM);
    await assert.rejects(connections(blocking as never).next(), { code: 'ERR_SOCKCALL_BLOCKING_FD' });
    close(blocking);
    assert.throws(() => connections('x' as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => connections(1 as never, null as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => connections(1 as never, { flags: '' as never }), { code: 'ERR_INVALID_ARG_TYPE' });
  });
});
