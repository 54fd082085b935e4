import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_UNIX,
  type Address,
  type Fd,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  bind,
  close,
  getsockname,
  inet,
  listen,
  socket,
  socketType,
} from '../../lib';
import { accept, accept4, connect, readable, recv, send, writable } from '../../lib/promises';

const nonblocking = socketType(SOCK_STREAM, SOCK_NONBLOCK);

function listener(): { server: Fd; address: Address } {
  const server = socket(AF_INET, nonblocking);
  bind(server, inet('127.0.0.1', 0));
  listen(server);
  return { server, address: getsockname(server) };
}

describe('promises: accept, connect, readable, writable', () => {
  it('accept waits for a connection, and connect until it is made', async () => {
    const { server, address } = listener();
    const client = socket(AF_INET, nonblocking);
    const taken = accept4(server as never, SOCK_NONBLOCK);
    await connect(client, address as never);
    const { fd, address: peer } = await taken;
    assert.deepEqual(peer, getsockname(client));
    const ready = readable(fd);
    await writable(client);
    await send(client, 'hi');
    await ready;
    assert.equal(await recv(fd, Buffer.alloc(4)), 2);
    [server, client, fd].forEach((each) => close(each));
  });

  it('connect is refused with the errno that the kernel has', async () => {
    const { server, address } = listener();
    close(server);
    const client = socket(AF_INET, nonblocking);
    await assert.rejects(connect(client, address as never), {
      code: 'ECONNREFUSED',
      syscall: 'connect',
      fd: client,
      address,
    });
    close(client);
  });

  it('blocking descriptors are refused', async () => {
    const fd = socket(AF_UNIX, SOCK_STREAM);
    await assert.rejects(accept(fd as never), { code: 'ERR_SOCKCALL_BLOCKING_FD', syscall: 'accept' });
    await assert.rejects(connect(fd, { family: 'unix', path: '/nowhere' }), { code: 'ERR_SOCKCALL_BLOCKING_FD' });
    close(fd);
  });
});
