import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Socket as NetSocket, connect as netConnect, createServer } from 'node:net';
import { AF_INET, AF_UNIX, SHUT_WR, SOCK_NONBLOCK, SOCK_STREAM, Socket, inet, socketType } from '../../lib';
import { withoutPreload } from '../helpers/preload';
import { isOpen } from './open';
import { receiveAll } from './subjects';

/** A connection between a net.Socket and a Socket. */
async function connection(): Promise<{ theirs: NetSocket; ours: Socket }> {
  const server = new Socket(AF_INET, socketType(SOCK_STREAM, SOCK_NONBLOCK));
  server.bind(inet('127.0.0.1', 0));
  server.listen();
  const theirs = netConnect(server.getsockname().port, '127.0.0.1');
  const { socket: ours } = await server.promises.accept();
  if (theirs.connecting) await once(theirs, 'connect');
  server.close();
  return { theirs, ours };
}

describe('a connection goes over from a net.Socket', () => {
  it('with what Node had received of it; the net.Socket is destroyed, the connection is not', async () => {
    const { theirs, ours } = await connection();
    theirs.write('by node, ');
    ours.send('head ');
    await once(theirs, 'readable');
    ours.send('and more');
    const closed = once(theirs, 'close');
    const { socket, head } = Socket.fromNet(theirs);
    assert.ok(theirs.destroyed);
    assert.equal(head.toString().slice(0, 5), 'head ');
    await closed;
    ours.shutdown(SHUT_WR);
    const rest: Buffer[] = [head];
    const buffer = Buffer.alloc(64);
    for (let count = await socket.promises.recv(buffer); count > 0; count = await socket.promises.recv(buffer))
      rest.push(Buffer.from(buffer.subarray(0, count)));
    assert.equal(Buffer.concat(rest).toString(), 'head and more');
    socket.send('by us');
    socket.close();
    assert.equal(await receiveAll(ours), '14 bytes');
    ours.close();
  });

  it('but not before it is one, nor when something is left to send, nor twice', async () => {
    const wrong = { code: 'ERR_INVALID_ARG_VALUE' };
    assert.throws(() => Socket.fromNet(new NetSocket()), wrong);
    assert.throws(() => Socket.fromNet(5 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => Socket.fromNet({ destroy() {} } as never), wrong);
    const { theirs, ours } = await connection();
    theirs.write(Buffer.alloc(0x1000000));
    assert.throws(() => Socket.fromNet(theirs), wrong);
    assert.ok(!theirs.destroyed);
    const received = receiveAll(ours);
    await once(theirs, 'drain');
    const closed = once(theirs, 'close');
    const { socket } = Socket.fromNet(theirs);
    assert.throws(() => Socket.fromNet(theirs), wrong);
    socket.close();
    assert.equal(await received, '16777216 bytes');
    await closed;
    ours.close();
  });
});

describe('a descriptor goes over to Node', () => {
  it('to a net.Socket, which closes it', async () => {
    const [a, b] = Socket.pair(AF_UNIX, SOCK_STREAM);
    const fd = a.detach();
    const stream = new NetSocket({ fd });
    b.send('hello');
    const [chunk] = (await once(stream, 'data')) as [Buffer];
    assert.equal(chunk.toString(), 'hello');
    stream.end('there');
    assert.equal(await receiveAll(b), '5 bytes');
    b.close();
    await once(stream, 'close');
    assert.ok(a.closed && !isOpen(fd));
  });

  it('to a net.Server, which accepts and closes it', async () => {
    const listener = new Socket(AF_INET, SOCK_STREAM);
    listener.bind(inet('127.0.0.1', 0));
    listener.listen();
    const { port } = listener.getsockname();
    const fd = listener.detach();
    const server = createServer((connected) => connected.end('served'));
    server.listen({ fd });
    await once(server, 'listening');
    const client = new Socket(AF_INET, SOCK_STREAM);
    client.connect(inet('127.0.0.1', port));
    assert.equal(await receiveAll(client), '6 bytes');
    client.close();
    server.close();
    await once(server, 'close');
    assert.ok(!isOpen(fd));
  });

  it('to a child process, which gets a duplicate: the Socket is still ours to close', async () => {
    const [a, b] = Socket.pair(AF_UNIX, SOCK_STREAM);
    const child = spawn('sh', ['-c', 'read line; echo "heard $line"'], {
      stdio: [a.fd, a.fd, 'inherit'],
      env: withoutPreload(),
    });
    b.send('this\n');
    await once(child, 'close');
    assert.ok(isOpen(a.fd));
    a.close();
    assert.equal(await receiveAll(b), '11 bytes');
    b.close();
  });
});
