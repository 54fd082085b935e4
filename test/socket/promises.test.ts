import assert from 'node:assert/strict';
import { isMainThread } from 'node:worker_threads';
import { AF_INET, AF_UNIX, SOCK_DGRAM, SOCK_NONBLOCK, SOCK_STREAM, Socket, inet, socketType } from '../../lib';

const datagram = (): [Socket<'unix', 'dgram'>, Socket<'unix', 'dgram'>] =>
  Socket.pair(AF_UNIX, socketType(SOCK_DGRAM, SOCK_NONBLOCK));

function listener(): Socket<'inet', 'stream'> {
  const server = new Socket(AF_INET, socketType(SOCK_STREAM, SOCK_NONBLOCK));
  server.bind(inet('127.0.0.1', 0));
  server.listen();
  return server;
}

describe('socket.promises', () => {
  it('is made once', () => {
    const socket = new Socket(AF_INET, SOCK_DGRAM);
    assert.equal(socket.promises, socket.promises);
    socket.close();
  });

  it('connects, accepts, and iterates over connections', async () => {
    const server = listener();
    const client = new Socket(AF_INET, socketType(SOCK_STREAM, SOCK_NONBLOCK));
    const accepting = server.promises.accept();
    await client.promises.connect(server.getsockname());
    const { socket: first, address } = await accepting;
    assert.deepEqual(address, client.getsockname());
    const fourth = server.promises.accept4(SOCK_NONBLOCK);
    const second = new Socket(AF_INET, socketType(SOCK_STREAM, SOCK_NONBLOCK));
    await second.promises.connect(server.getsockname());
    const { socket: accepted } = await fourth;
    const iterated: Socket[] = [];
    const third = new Socket(AF_INET, socketType(SOCK_STREAM, SOCK_NONBLOCK));
    const connecting = third.promises.connect(server.getsockname());
    for await (const { socket } of server.promises.connections()) {
      assert.ok(socket instanceof Socket);
      iterated.push(socket);
      break;
    }
    await connecting;
    assert.ok(!server.closed);
    for (const each of [server, client, first, second, accepted, third, ...iterated]) await each.promises.close();
  });

  it('has each call that moves bytes', async () => {
    const [a, b] = datagram();
    const buffer = Buffer.alloc(16);
    const moves: [() => Promise<number>, () => Promise<unknown>][] = [
      [() => a.promises.send('12345'), () => b.promises.recv(buffer)],
      [() => a.promises.write('12345'), () => b.promises.read(buffer)],
      [() => a.promises.sendto('12345'), async () => (await b.promises.recvfrom(buffer)).length],
      [
        () => a.promises.sendmsg({ buffers: ['12', '345'] }),
        async () => (await b.promises.recvmsg({ buffers: buffer })).length,
      ],
    ];
    for (const [send, receive] of moves) {
      const receiving = receive();
      await new Promise((resolve) => setImmediate(resolve));
      assert.deepEqual([await send(), await receiving], [5, 5]);
    }
    const readable = b.promises.readable();
    await a.promises.writable();
    a.send('x');
    await readable;
    a.close();
    b.close();
  });

  it('rejects what waits with ECANCELED when the Socket is closed, and later calls with EBADF', async () => {
    const server = listener();
    const [a, b] = datagram();
    const waits = [
      server.promises.accept(),
      server.promises.connections().next(),
      b.promises.recv(Buffer.alloc(1)),
      b.promises.recvmsg({ buffers: Buffer.alloc(1) }),
      b.promises.readable(),
    ];
    const outcomes = Promise.allSettled(waits);
    for (const socket of [server, b]) socket.close();
    for (const outcome of await outcomes) {
      assert.equal(outcome.status === 'rejected' && (outcome.reason as { code: string }).code, 'ECANCELED');
    }
    const closed: (() => Promise<unknown>)[] = [
      () => server.promises.accept(),
      () => server.promises.accept4(0),
      () => b.promises.send('x'),
      () => b.promises.recv(Buffer.alloc(1)),
      () => b.promises.write('x'),
      () => b.promises.read(Buffer.alloc(1)),
      () => b.promises.sendto('x'),
      () => b.promises.recvfrom(Buffer.alloc(1)),
      () => b.promises.sendmsg({ buffers: 'x' }),
      () => b.promises.recvmsg({ buffers: Buffer.alloc(1) }),
      () => server.promises.connect(inet('127.0.0.1', 1)),
    ];
    for (const call of closed) await assert.rejects(call, { code: 'EBADF', fd: -1 }, String(call));
    await b.promises.readable();
    await b.promises.writable();
    await b.promises.close();
    a.close();
  });

  it('takes a signal and a timeout', async () => {
    const [a, b] = datagram();
    await assert.rejects(b.promises.recv(Buffer.alloc(1), 0, 0, undefined, { timeout: 1 }), {
      code: 'ERR_SOCKCALL_TIMEOUT',
    });
    await assert.rejects(b.promises.readable({ signal: AbortSignal.abort() }), { name: 'AbortError' });
    await assert.rejects(b.promises.recv('x' as never), { code: 'ERR_INVALID_ARG_TYPE' });
    await assert.rejects(b.promises.send('x', 0, 0, undefined, 5 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    a.close();
    b.close();
  });

  it('touches nobody when the Socket is closed by a getter of its own call', async () => {
    const [a, b] = datagram();
    let stranger: Socket | undefined;
    const options = {
      get timeout(): number {
        const { fd } = b;
        b.close();
        stranger = new Socket(AF_INET, SOCK_DGRAM);
        // In a worker another thread may have been sooner.
        if (isMainThread) assert.equal(stranger.fd, fd);
        return 1;
      },
    };
    await assert.rejects(b.promises.send('x', 0, 0, undefined, options), { code: 'EBADF', fd: -1 });
    stranger!.close();
    a.close();
  });
});
