import assert from 'node:assert/strict';
import {
  MSG_DONTWAIT,
  MSG_PEEK,
  MSG_TRUNC,
  MSG_WAITALL,
  SHUT_WR,
  SOL_SOCKET,
  SO_RCVTIMEO,
  isSyscallError,
  read,
  recv,
  send,
  setsockopt,
  shutdown,
  write,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { kinds, withPair } from '../helpers/kinds';

/** Memory with a pattern, and a view into its middle: what a call writes outside the view shows. */
function framedView(): { memory: Uint8Array; view: Uint8Array } {
  const memory = new Uint8Array(64).fill(0xee);
  return { memory, view: memory.subarray(16, 32) };
}

function untouched(memory: Uint8Array, from: number, to: number): void {
  memory.forEach((byte, index) => {
    if (index < from || index >= to) assert.equal(byte, 0xee, `byte ${index} was touched`);
  });
}

for (const kind of kinds) {
  describe(`send, recv, read, write over a ${kind.name}`, () => {
    it('carries bytes by every pair of calls', () => {
      withPair(kind, ({ a, b }) => {
        for (const put of [send, write]) {
          for (const get of [recv, read]) {
            assert.equal(put(a, Uint8Array.of(1, 2, 3)), 3);
            const buffer = new Uint8Array(8);
            assert.equal(get(b, buffer), 3);
            assert.deepEqual([...buffer], [1, 2, 3, 0, 0, 0, 0, 0]);
          }
        }
      });
    });

    it('carries the slice that offset and length tell, and touches no byte outside of it', () => {
      withPair(kind, ({ a, b }) => {
        const data = Uint8Array.from({ length: 32 }, (_, index) => index);
        const { memory, view } = framedView();
        assert.equal(send(a, data, 0, 10, 4), 4);
        assert.equal(recv(b, view, 0, 2, 8), 4);
        assert.deepEqual([...view.subarray(2, 6)], [10, 11, 12, 13]);
        untouched(memory, 18, 22);
        assert.equal(write(a, data.subarray(20), 3), 9);
        assert.equal(read(b, view, 4), 9);
        assert.deepEqual([...view.subarray(4, 13)], [23, 24, 25, 26, 27, 28, 29, 30, 31]);
        untouched(memory, 18, 29);
      });
    });

    it('takes text as UTF-8', () => {
      withPair(kind, ({ a, b }) => {
        const buffer = Buffer.alloc(64);
        assert.equal(send(a, 'Grüße, 電話 ☎'), 19);
        assert.equal(buffer.toString('utf8', 0, recv(b, buffer)), 'Grüße, 電話 ☎');
        assert.equal(write(a, 'Grüße', 2, 2), 2);
        assert.equal(buffer.toString('utf8', 0, read(b, buffer)), 'ü');
      });
    });

    it('gives the same numbers in every door', () => {
      withPair(kind, ({ a, b }) => {
        const buffer = new Uint8Array(8);
        assert.equal(raw.send(a, 'abc'), 3);
        assert.deepEqual(result.recv(b, buffer), { ok: true, value: 3 });
        assert.deepEqual(result.write(a, 'abcd'), { ok: true, value: 4 });
        assert.equal(raw.read(b, buffer), 4);
      });
    });

    it('peeks with MSG_PEEK and does not wait with MSG_DONTWAIT', () => {
      withPair(kind, ({ a, b }) => {
        const buffer = new Uint8Array(8);
        assert.throws(() => recv(b, buffer, MSG_DONTWAIT), { code: 'EAGAIN', syscall: 'recv' });
        send(a, 'x');
        assert.equal(recv(b, buffer, MSG_PEEK), 1);
        assert.equal(recv(b, buffer), 1);
        assert.throws(() => recv(b, buffer, MSG_DONTWAIT), { code: 'EAGAIN' });
      });
    });

    it('makes the call for a length of zero: read leaves what waits, recv takes a datagram', () => {
      withPair(kind, ({ a, b }) => {
        const buffer = new Uint8Array(1);
        send(a, 'x');
        assert.equal(read(b, buffer, 0, 0), 0);
        assert.equal(recv(b, buffer, 0, 0, 0), 0);
        assert.equal(raw.recv(b, buffer, MSG_DONTWAIT), kind.stream ? 1 : -raw.EAGAIN);
      });
    });

    it('waits no longer than SO_RCVTIMEO', () => {
      withPair(kind, ({ b }) => {
        setsockopt(b, SOL_SOCKET, SO_RCVTIMEO, new BigInt64Array([0n, 1000n]));
        assert.throws(() => recv(b, new Uint8Array(1)), { code: 'EAGAIN' });
        assert.throws(() => read(b, new Uint8Array(1)), { code: 'EAGAIN' });
      });
    });

    if (kind.stream) {
      it('ends a stream with 0, again and again', () => {
        withPair(kind, ({ a, b }) => {
          send(a, 'last');
          shutdown(a, SHUT_WR);
          assert.equal(recv(b, new Uint8Array(8), MSG_WAITALL), 4);
          assert.equal(recv(b, new Uint8Array(8)), 0);
          assert.equal(read(b, new Uint8Array(8)), 0);
        });
      });
    } else {
      it('keeps message boundaries, and loses what does not fit unless MSG_TRUNC asks for the length', () => {
        withPair(kind, ({ a, b }) => {
          send(a, 'hello');
          send(a, 'world');
          assert.equal(recv(b, new Uint8Array(2)), 2);
          assert.equal(recv(b, new Uint8Array(2), MSG_TRUNC), 5);
        });
      });
    }
  });
}

describe('buffers of every kind', () => {
  const views: readonly (readonly [string, () => ArrayBufferView | ArrayBuffer])[] = [
    ['ArrayBuffer', () => new ArrayBuffer(8)],
    ['DataView', () => new DataView(new ArrayBuffer(24), 8, 8)],
    ['Buffer', () => Buffer.alloc(8)],
    ['Int8Array', () => new Int8Array(8)],
    ['Uint8ClampedArray', () => new Uint8ClampedArray(8)],
    ['Int16Array', () => new Int16Array(4)],
    ['Uint16Array', () => new Uint16Array(4)],
    ['Int32Array', () => new Int32Array(2)],
    ['Uint32Array', () => new Uint32Array(2)],
    ['Float32Array', () => new Float32Array(2)],
    ['Float64Array', () => new Float64Array(new ArrayBuffer(24), 8, 1)],
    ['BigInt64Array', () => new BigInt64Array(1)],
    ['BigUint64Array', () => new BigUint64Array(1)],
    ['Uint8Array over shared memory', () => new Uint8Array(new SharedArrayBuffer(16), 4, 8)],
    ['length-tracking Uint8Array', () => lengthTracking(8)],
  ];
  for (const [name, make] of views) {
    it(`fills and sends all 8 bytes of a ${name}, and counts in bytes`, () => {
      withPair('unix stream pair', ({ a, b }) => {
        const buffer = make();
        assert.equal(send(a, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9)), 9);
        assert.equal(recv(b, buffer), 8);
        assert.equal(send(b, buffer, 0, 3), 5);
        const back = new Uint8Array(8);
        assert.equal(recv(a, back), 5);
        assert.deepEqual([...back], [4, 5, 6, 7, 8, 0, 0, 0]);
      });
    });
  }

  it('refuses a detached buffer, and makes no call', () => {
    withPair('unix stream pair', ({ a }) => {
      const view = new Uint8Array(8);
      structuredClone(view.buffer, { transfer: [view.buffer] });
      for (const buffer of [view, view.buffer]) {
        assert.throws(() => send(a, buffer), { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE' });
      }
    });
  });
});

function lengthTracking(size: number): Uint8Array {
  type Resizable = new (size: number, options: { maxByteLength: number }) => ArrayBuffer;
  const buffer = new (ArrayBuffer as unknown as Resizable)(4, { maxByteLength: 64 });
  const view = new Uint8Array(buffer);
  (buffer as ArrayBuffer & { resize(size: number): void }).resize(size);
  return view;
}

describe('a failed transfer', () => {
  it('is a SyscallError with the fields of Node’s own', () => {
    let caught: unknown;
    try {
      withPair('unix stream pair', ({ a }) => recv(a, new Uint8Array(1), MSG_DONTWAIT));
    } catch (error) {
      caught = error;
    }
    assert.ok(isSyscallError(caught, 'recv'));
    assert.ok(!isSyscallError(caught, 'send'));
    assert.equal(caught.message, 'recv EAGAIN');
    assert.equal(caught.name, 'SyscallError');
    assert.equal(caught.errno, -raw.EAGAIN);
    assert.equal(typeof caught.fd, 'number');
    assert.deepEqual(Object.keys(caught).sort(), ['code', 'errno', 'fd', 'syscall']);
  });
});
