import assert from 'node:assert/strict';
import { once } from 'node:events';
import { SHUT_WR, SOL_SOCKET, SO_LINGER } from '../../../lib';
import { receiveAll } from '../subjects';
import type { Scene } from './scene';

const MEBIBYTE = 0x100000;

/** How a stream ends. */
export const ending: readonly Scene[] = [
  {
    name: 'the peer ends, and the stream ends its side too',
    expected: ['end after 5', 'finish', 'close false'],
    async play({ peer }, log) {
      log.flow();
      peer.send('hello');
      peer.shutdown(SHUT_WR);
      return [await receiveAll(peer)];
    },
  },
  {
    name: 'the peer ends, and the stream stays open for its own side',
    options: { allowHalfOpen: true },
    expected: ['end after 5', 'finish', 'close false'],
    async play({ stream, peer }, log) {
      log.flow();
      peer.send('hello');
      peer.shutdown(SHUT_WR);
      await once(stream, 'end');
      stream.write('late ');
      stream.end('answer');
      return [await receiveAll(peer)];
    },
  },
  {
    name: 'the stream ends first, and reads on',
    expected: ['finish', 'end after 6', 'close false'],
    async play({ stream, peer }, log) {
      log.flow();
      stream.end('request');
      const received = await receiveAll(peer);
      peer.send('answer');
      peer.close();
      return [received];
    },
  },
  {
    name: 'the end shows though nobody reads, if there is nothing before it',
    expected: ['end after 0', 'finish', 'close false'],
    play: ({ peer }) => Promise.resolve(peer.shutdown(SHUT_WR)),
  },
  {
    name: 'the peer resets',
    tcpOnly: true,
    expected: ['error ECONNRESET', 'close true'],
    play({ peer }, log) {
      log.flow();
      peer.setsockopt(SOL_SOCKET, SO_LINGER, { onoff: true, linger: 0 });
      peer.close();
      return Promise.resolve();
    },
  },
  {
    name: 'the peer resets, and nobody reads',
    tcpOnly: true,
    expected: ['error ECONNRESET', 'close true'],
    play({ peer }) {
      peer.setsockopt(SOL_SOCKET, SO_LINGER, { onoff: true, linger: 0 });
      peer.close();
      return Promise.resolve();
    },
  },
  {
    name: 'bytes are written after the end',
    expected: ['error ERR_STREAM_WRITE_AFTER_END', 'close true'],
    play({ stream }) {
      stream.end('x');
      const code = new Promise((resolve) => {
        stream.write('y', (error) => resolve((error as NodeJS.ErrnoException).code));
      });
      return Promise.all([code]);
    },
  },
  {
    name: 'bytes are written when both sides have ended',
    expected: ['end after 0', 'error EPIPE', 'close true'],
    async play({ stream, peer }) {
      peer.shutdown(SHUT_WR);
      await once(stream, 'end');
      await new Promise((resolve) => process.nextTick(resolve));
      stream.end();
      const answer = stream.write('y');
      return [answer];
    },
  },
  {
    name: 'the peer has closed, and more is written',
    options: { allowHalfOpen: true },
    expected: ['end after 0', 'error EPIPE', 'close true'],
    async play({ stream, peer }, log) {
      log.flow();
      peer.close();
      await once(stream, 'end');
      const write = (): void => void stream.write('x', (error) => error ?? setImmediate(write));
      write();
    },
  },
  {
    name: 'it is destroyed in the middle',
    expected: ['close false'],
    async play({ stream, peer }) {
      peer.send('hello');
      await once(stream, 'data');
      stream.destroy();
      stream.destroy();
      return [await receiveAll(peer), stream.destroyed];
    },
  },
  {
    name: 'it is destroyed with an error of the program’s',
    expected: ['error mine', 'close true'],
    async play({ stream, peer }, log) {
      log.flow();
      stream.destroy(new Error('mine'));
      return [await receiveAll(peer)];
    },
  },
  {
    name: 'it is destroyed while it writes',
    expected: ['close false'],
    play({ stream }) {
      assert.equal(stream.write(Buffer.alloc(16 * MEBIBYTE)), false);
      stream.destroy();
      return Promise.resolve();
    },
  },
];
