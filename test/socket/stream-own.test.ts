import assert from 'node:assert/strict';
import { AsyncLocalStorage } from 'node:async_hooks';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import {
  AF_INET,
  AF_UNIX,
  FIONREAD,
  F_GETFL,
  IPPROTO_TCP,
  MSG_DONTWAIT,
  MSG_OOB,
  O_NONBLOCK,
  SHUT_WR,
  SOCK_DGRAM,
  SOCK_STREAM,
  Socket,
  TCP_NODELAY,
  close,
} from '../../lib';
import { kinds } from '../helpers/kinds';
import { isOpen } from './open';
import { Log, receiveAll, sendAllOf } from './subjects';

function pair(): [Socket<'unix', 'stream'>, Socket<'unix', 'stream'>] {
  return Socket.pair(AF_UNIX, SOCK_STREAM);
}

function tcpPair(): [Socket, Socket] {
  const { a, b } = kinds.find(({ name }) => name === 'TCP over IPv4')!.open();
  return [Socket.from(a), Socket.from(b)];
}

describe('toStream()', () => {
  it('owns the Socket, and closes it', async () => {
    const [a, b] = pair();
    const { fd } = a;
    const stream = a.toStream();
    assert.equal(stream.socket, a);
    const log = new Log(stream);
    stream.destroy();
    assert.ok(a.closed && !isOpen(fd));
    assert.deepEqual(await log.closed(), ['close false']);
    b.close();
  });

  it('leaves options and O_NONBLOCK to the Socket', async () => {
    const [a, b] = tcpPair();
    const stream = a.toStream();
    stream.socket.setsockopt(IPPROTO_TCP, TCP_NODELAY, true);
    assert.equal(a.getsockopt(IPPROTO_TCP, TCP_NODELAY), true);
    assert.equal(a.fcntl(F_GETFL) & O_NONBLOCK, 0);
    const log = new Log(stream);
    stream.destroy();
    await log.closed();
    b.close();
  });

  it('is for an open stream socket that has no stream yet', () => {
    const [a, b] = pair();
    const datagrams = new Socket(AF_INET, SOCK_DGRAM);
    assert.throws(() => datagrams.toStream.call(datagrams as never), { code: 'ERR_INVALID_ARG_VALUE' });
    const stream = a.toStream();
    assert.throws(() => a.toStream(), { code: 'ERR_INVALID_ARG_VALUE' });
    stream.destroy();
    assert.throws(() => a.toStream(), { code: 'EBADF' });
    assert.throws(() => b.toStream(5 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => b.toStream({ highWaterMark: -1 }), { code: 'ERR_INVALID_ARG_VALUE' });
    b.toStream().destroy();
    datagrams.close();
  });

  it('takes nothing out of the kernel while it is paused', async () => {
    const [a, b] = pair();
    const stream = a.toStream();
    const log = new Log(stream).flow();
    stream.pause();
    b.send('hello');
    b.shutdown(SHUT_WR);
    for (let turns = 0; turns < 5; turns++) await setTimeout(1);
    assert.deepEqual([a.ioctl(FIONREAD), stream.bytesRead, log.events], [5, 0, []]);
    stream.resume();
    assert.deepEqual(await log.closed(), ['end after 5', 'finish', 'close false']);
    b.close();
  });

  it('takes no more than it is to keep, while nobody reads', async () => {
    const [a, b] = pair();
    const stream = a.toStream({ highWaterMark: 100 });
    for (let i = 0; i < 20; i++) {
      b.send(Buffer.alloc(50));
      await setTimeout(0);
    }
    assert.equal(stream.bytesRead, 100);
    assert.equal(stream.readableLength, 100);
    const log = new Log(stream).flow();
    b.close();
    assert.deepEqual(await log.closed(), ['end after 1000', 'finish', 'close false']);
  });

  it('ends when its Socket is closed under it, or its descriptor', async () => {
    for (const closing of [(socket: Socket) => socket.close(), (socket: Socket) => close(socket.fd)]) {
      const [a, b] = pair();
      const stream = a.toStream();
      const log = new Log(stream).flow();
      const unwritten = new Promise((resolve) => {
        stream.write(Buffer.alloc(0x1000000), (error) => resolve((error as NodeJS.ErrnoException).code));
      });
      closing(a);
      assert.ok(stream.destroyed && a.closed);
      assert.equal(await unwritten, 'ECANCELED');
      assert.match((await log.closed()).join(), /^(error ECANCELED,close true|close false)$/);
      b.close();
    }
  });

  it('leaves what a listener throws to the process, and goes on', async () => {
    const [a, b] = pair();
    const stream = a.toStream();
    const lines: string[] = [];
    const mochas = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    const thrown = once(process, 'uncaughtException');
    stream.on('data', (chunk: Buffer) => {
      lines.push(chunk.toString());
      if (lines.length === 1) throw new Error('the listener’s own');
    });
    b.send('first');
    const [error] = (await thrown) as [Error];
    for (const listener of mochas) process.on('uncaughtException', listener);
    assert.equal(error.message, 'the listener’s own');
    b.send('second');
    await once(stream, 'data');
    assert.deepEqual(lines, ['first', 'second']);
    const log = new Log(stream);
    b.close();
    await log.closed();
  });

  it('runs its listeners in the context in which it was made', async () => {
    const storage = new AsyncLocalStorage<string>();
    const [a, b] = pair();
    const stream = storage.run('mine', () => a.toStream());
    const log = new Log(stream);
    const stores: unknown[] = [];
    stream.on('data', () => {
      stores.push(storage.getStore());
      stream.write(Buffer.alloc(0x100000), () => stores.push(storage.getStore()));
    });
    await storage.run('another', async () => {
      b.send('x');
      b.shutdown(SHUT_WR);
      assert.equal(await receiveAll(b), '1048576 bytes');
    });
    assert.deepEqual(stores, ['mine', 'mine']);
    b.close();
    await log.closed();
  });

  it('may be destroyed, and its number used again, by a listener', async () => {
    const [a, b] = pair();
    const [c, d] = pair();
    const stream = a.toStream();
    const number = a.fd;
    const opened = new Promise<Socket[]>((resolve) => {
      stream.on('data', () => {
        stream.destroy();
        resolve(pair());
      });
    });
    b.send('x');
    const [e, f] = await opened;
    assert.equal(e!.fd, number);
    const buffer = Buffer.alloc(8);
    const receiving = e!.promises.recv(buffer);
    f!.send('hello');
    assert.equal(await receiving, 5);
    for (const each of [b, c, d, e!, f!]) each.close();
  });

  it('sees the end, and bytes, that come with or behind others', async () => {
    for (let round = 0; round < 200; round++) {
      const [a, b] = pair();
      const stream = a.toStream();
      const log = new Log(stream).flow();
      const parts = 1 + (round % 4);
      for (let part = 0; part < parts; part++) {
        b.send('abc');
        if (round % 3 === 0) await Promise.resolve();
        if (round % 5 === 0) await setTimeout(0);
      }
      b.close();
      assert.deepEqual(await log.closed(), [`end after ${3 * parts}`, 'finish', 'close false']);
    }
  });

  it('goes on behind an urgent byte', async () => {
    const [a, b] = tcpPair();
    const log = new Log(a.toStream()).flow();
    b.send('ab');
    b.send('X', MSG_OOB);
    b.send('cd');
    while (log.data < 4) await setTimeout(1);
    b.close();
    assert.deepEqual(await log.closed(), ['end after 4', 'finish', 'close false']);
  });

  it('sends more buffers than one call takes, and parts of them', async () => {
    const [a, b] = pair();
    const stream = a.toStream();
    const log = new Log(stream).flow();
    stream.cork();
    const sent: Buffer[] = [];
    for (let i = 0; i < 5000; i++) {
      const part = Buffer.alloc(1 + ((i * 37) % 700), i % 251);
      sent.push(part);
      stream.write(part);
    }
    stream.uncork();
    stream.end();
    const received: Buffer[] = [];
    const buffer = Buffer.alloc(5000);
    for (let count = -1; count !== 0;) {
      count = await b.promises.recv(buffer);
      received.push(Buffer.from(buffer.subarray(0, count)));
    }
    assert.ok(Buffer.concat(received).equals(Buffer.concat(sent)));
    b.close();
    assert.deepEqual(await log.closed(), ['finish', 'end after 0', 'close false']);
  });

  it('gives chunks that stay as they are, and can be kept', async () => {
    const [a, b] = pair();
    const stream = a.toStream();
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    const sent = Buffer.from(Array.from({ length: 300_000 }, (_, i) => (i * 7) & 0xff));
    await sendAllOf(b, sent);
    b.close();
    await once(stream, 'end');
    assert.ok(Buffer.concat(chunks).equals(sent));
    // Node 20 takes no notice of such a transfer, later ones refuse it.
    try {
      new MessageChannel().port1.postMessage(0, [chunks[0]!.buffer as ArrayBuffer]);
    } catch (error) {
      assert.equal((error as Error).name, 'DataCloneError');
    }
    assert.ok(Buffer.concat(chunks).equals(sent));
    if (!stream.closed) await once(stream, 'close');
  });

  it('is a connection to node:http', async () => {
    const server = createServer((incoming, response) => {
      response.end(`${incoming.method} ${incoming.url}`);
    });
    const [a, b] = pair();
    server.emit('connection', a.toStream());
    const client = request({ path: '/here', createConnection: () => b.toStream(), headers: { connection: 'close' } });
    client.end();
    const [response] = (await once(client, 'response')) as [NodeJS.ReadableStream];
    let body = '';
    for await (const chunk of response) body += String(chunk);
    assert.equal(body, 'GET /here');
    while (!(a.closed && b.closed)) await setTimeout(1);
    assert.throws(() => a.recv(Buffer.alloc(1), MSG_DONTWAIT), { code: 'EBADF' });
  });
});
