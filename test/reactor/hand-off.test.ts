import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket, createServer } from 'node:net';
import {
  AF_INET,
  AF_UNIX,
  type Address,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  bind,
  close,
  dup,
  getsockname,
  inet,
  listen,
  socket,
  socketType,
  socketpair,
} from '../../lib';
import { connect, recv, send } from '../../lib/promises';
import { kinds } from '../helpers/kinds';
import { withoutPreload } from '../helpers/preload';

describe('reactor: descriptors that are handed to Node', () => {
  for (const name of ['unix stream pair', 'TCP over IPv4'])
    it(`net.Socket({ fd }) takes over a ${name} that was waited for`, async () => {
      const { a, b } = kinds.find((kind) => kind.name === name)!.open();
      const got = recv(b, Buffer.alloc(1));
      await send(a, '1');
      await got;
      const stream = new Socket({ fd: b });
      const data = once(stream, 'data');
      await send(a, 'two');
      assert.equal(String(((await data) as [Buffer])[0]), 'two');
      stream.write('back');
      const buffer = Buffer.alloc(8);
      assert.equal(await recv(a, buffer), 4);
      stream.end();
      assert.equal(await recv(a, buffer), 0);
      const closed = once(stream, 'close');
      close(a);
      await closed;
      // The number is free, and starts clean.
      const again = kinds[0]!.open();
      const next = recv(again.b, buffer);
      await send(again.a, 'x');
      assert.equal(await next, 1);
      [again.a, again.b].forEach((fd) => close(fd));
    });

  it('a duplicate keeps a wait of ours beside a stream of Node’s', async () => {
    const { a, b } = kinds[0]!.open();
    const own = dup(b);
    const stream = new Socket({ fd: b });
    const got = recv(own, Buffer.alloc(8));
    await send(a, 'ours');
    assert.equal(await got, 4);
    const closed = once(stream, 'close');
    stream.destroy();
    await closed;
    const still = recv(own, Buffer.alloc(8));
    await send(a, 'still');
    assert.equal(await still, 5);
    [a, own].forEach((fd) => close(fd));
  });

  it('server.listen({ fd }) takes over a listener', async () => {
    const fd = socket(AF_INET, socketType(SOCK_STREAM, SOCK_NONBLOCK));
    bind(fd, inet('127.0.0.1', 0));
    listen(fd);
    const address: Address = getsockname(fd);
    const server = createServer((stream) => stream.end('hello'));
    server.listen({ fd });
    await once(server, 'listening');
    const client = socket(AF_INET, socketType(SOCK_STREAM, SOCK_NONBLOCK));
    await connect(client, address as never);
    const buffer = Buffer.alloc(8);
    assert.equal(await recv(client, buffer), 5);
    assert.equal(await recv(client, buffer), 0);
    close(client);
    const closed = once(server, 'close');
    server.close();
    await closed;
  });

  it('a child process has a descriptor as its input and output', async () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    const child = spawn('cat', [], { stdio: [b, b, 'inherit'], env: withoutPreload() });
    const ended = once(child, 'close');
    close(b);
    const buffer = Buffer.alloc(8);
    await send(a, 'cat');
    assert.equal(await recv(a, buffer), 3);
    assert.equal(String(buffer.subarray(0, 3)), 'cat');
    const end = recv(a, buffer);
    close(a);
    await assert.rejects(end, { code: 'ECANCELED' });
    assert.deepEqual(await ended, [0, null]);
  });
});
