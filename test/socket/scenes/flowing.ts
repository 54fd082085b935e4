import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Readable, Writable, finished, pipeline } from 'node:stream';
import { promisify } from 'node:util';
import { SHUT_WR } from '../../../lib';
import { receiveAll, sendAllOf } from '../subjects';
import type { Scene } from './scene';

const MEBIBYTE = 0x100000;

/** How bytes go through it. */
export const flowing: readonly Scene[] = [
  {
    name: '16 MiB go to a slow reader',
    expected: ['finish', 'end after 0', 'close false'],
    async play({ stream, peer }, log) {
      log.flow();
      const chunk = Buffer.alloc(0x40000, 'x');
      let refused = 0;
      for (let i = 0; i < 64; i++) if (!stream.write(chunk)) refused += 1;
      const before = stream.bytesWritten;
      assert.ok(stream.writableLength > 8 * MEBIBYTE, `${stream.writableLength}`);
      stream.end();
      const drained = once(stream, 'finish');
      let received = 0;
      const buffer = Buffer.alloc(0x10000);
      for (let count = -1; count !== 0; received += count) {
        count = await peer.promises.recv(buffer);
        await new Promise((resolve) => setImmediate(resolve));
      }
      await drained;
      peer.close();
      return [received, refused, before, stream.bytesWritten];
    },
  },
  {
    name: 'write gives false, and drain comes when there is room',
    expected: ['finish', 'end after 0', 'close false'],
    async play({ stream, peer }, log) {
      log.flow();
      while (stream.write(Buffer.alloc(0x10000)));
      const reading = receiveAll(peer);
      await once(stream, 'drain');
      const length = stream.writableLength;
      stream.end();
      await reading;
      peer.close();
      return [length];
    },
  },
  {
    name: '16 MiB come to a slow reader',
    expected: ['end after 16777216', 'finish', 'close false'],
    async play({ stream, peer }, log) {
      const sending = sendAllOf(peer, Buffer.alloc(16 * MEBIBYTE, 'y')).then(() => peer.close());
      stream.on('data', (chunk: Buffer) => {
        log.data += chunk.length;
        stream.pause();
        setImmediate(() => stream.resume());
      });
      await sending;
      await once(stream, 'end');
      return [stream.bytesRead];
    },
  },
  {
    name: 'text comes in pieces',
    expected: ['end after 0', 'finish', 'close false'],
    async play({ stream, peer }) {
      stream.setEncoding('utf8');
      const bytes = Buffer.from('żółw');
      const pieces: string[] = [];
      stream.on('data', (text: string) => pieces.push(text));
      for (const byte of bytes) {
        peer.send(Uint8Array.of(byte));
        await new Promise((resolve) => setImmediate(resolve));
      }
      peer.close();
      await once(stream, 'end');
      return [pieces.join('')];
    },
  },
  {
    name: 'corked writes go out together',
    expected: ['finish', 'end after 0', 'close false'],
    async play({ stream, peer }, log) {
      log.flow();
      stream.cork();
      for (const part of ['a', Buffer.from('bc'), '', 'żó', Buffer.alloc(3, 'z')]) stream.write(part);
      const before = stream.bytesWritten;
      stream.uncork();
      const buffer = Buffer.alloc(64);
      const first = await peer.promises.recv(buffer);
      stream.end();
      const rest = await receiveAll(peer);
      peer.close();
      return [before, buffer.toString('utf8', 0, first), rest];
    },
  },
  {
    name: 'a pipeline goes through it, and back',
    expected: ['finish', 'end after 1048576', 'close false'],
    async play({ stream, peer }, log) {
      const buffer = Buffer.alloc(0x10000);
      const echoing = (async () => {
        for (;;) {
          const count = await peer.promises.recv(buffer);
          if (count === 0) break;
          await sendAllOf(peer, buffer.subarray(0, count));
        }
        peer.close();
      })();
      const source = Readable.from(Array.from({ length: 64 }, () => Buffer.alloc(0x4000, 'p')));
      const sink = new Writable({
        write(chunk: Buffer, _, done) {
          log.data += chunk.length;
          // At once: what the sink still had to write would not be counted when the end comes.
          done();
        },
      });
      await promisify(pipeline)(source, stream, sink);
      await echoing;
      return [stream.bytesRead, stream.bytesWritten];
    },
  },
  {
    name: 'it is iterated over',
    expected: ['end after 0', 'close false'],
    async play({ stream, peer }) {
      const sending = sendAllOf(peer, Buffer.alloc(MEBIBYTE)).then(() => peer.close());
      let length = 0;
      for await (const chunk of stream) length += (chunk as Buffer).length;
      await sending;
      return [length];
    },
  },
  {
    name: 'the iteration is left',
    expected: ['error ABORT_ERR', 'close true'],
    async play({ stream, peer }) {
      peer.send('hello');
      for await (const chunk of stream) {
        assert.ok(chunk);
        break;
      }
      return [await receiveAll(peer)];
    },
  },
  {
    name: 'finished() tells of an early end',
    expected: ['close false'],
    async play({ stream }) {
      const outcome = new Promise((resolve) => finished(stream, (error) => resolve(error?.code)));
      stream.destroy();
      return [await outcome];
    },
  },
  {
    name: 'what is read by hand',
    expected: ['end after 0', 'finish', 'close false'],
    async play({ stream, peer }) {
      peer.send('0123456789');
      peer.shutdown(SHUT_WR);
      await once(stream, 'readable');
      const parts = [];
      for (let part = stream.read(4) as Buffer | null; part !== null; part = stream.read(4) as Buffer | null) {
        parts.push(part.toString());
        if (stream.readableLength < 4) break;
      }
      await once(stream, 'readable');
      parts.push(String(stream.read()));
      return parts;
    },
  },
];
