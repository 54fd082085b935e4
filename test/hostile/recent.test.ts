import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MSG_DONTWAIT, type Fd, recv, send } from '../../lib';
import * as raw from '../../lib/raw';
import { withPair } from '../helpers/kinds';
import { detach, resizable } from './arbitrary';
import { check } from './check';

/** As often as a view has to come until its buffer is known to the calls. */
const OFTEN = 130;

function settle(b: Fd, view: Uint8Array): void {
  for (let index = 0; index < OFTEN; index++) raw.recv(b, view, MSG_DONTWAIT);
}

/** Calls of each kind with a view that a loop has made known. */
describe('a view that comes again and again', () => {
  it('receives at its place in its buffer, however the slice changes', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const memory = new Uint8Array(256);
      const view = memory.subarray(64, 192);
      settle(b, view);
      check(
        fc.property(fc.nat(200), fc.nat(200), fc.integer({ min: 1, max: 200 }), (offset, length, sent) => {
          const data = new Uint8Array(sent).fill(1);
          send(a, data);
          memory.fill(0);
          if (offset > 128 || length > 128 - offset) {
            assert.throws(() => recv(b, view, 0, offset, length), RangeError);
          } else {
            const count = recv(b, view, 0, offset, length);
            assert.equal(count, Math.min(sent, length));
            const expected = new Uint8Array(256).fill(1, 64 + offset, 64 + offset + count);
            assert.deepEqual(memory, expected);
          }
          while (raw.recv(b, new Uint8Array(256), MSG_DONTWAIT) > 0);
        }),
        300,
      );
    });
  });

  it('is refused once it is detached', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const view = new Uint8Array(64);
      settle(b, view);
      send(a, 'xy');
      assert.equal(recv(b, view, 0, 0, 1), 1);
      detach(view);
      for (let index = 0; index < OFTEN; index++) {
        assert.throws(() => recv(b, view), TypeError);
        assert.throws(() => recv(b, view, 0, 0, 0), TypeError);
        assert.throws(
          () => recv(b, view, 0, 0, 1),
          (error) => error instanceof TypeError || error instanceof RangeError,
        );
      }
    });
  });

  it('is taken at its present length when its buffer shrinks and grows', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const memory = resizable(64, 128);
      const tracking = new Uint8Array(memory);
      settle(b, tracking);
      send(a, new Uint8Array(1000));
      for (const size of [64, 16, 128, 1, 0, 100]) {
        memory.resize(size);
        assert.throws(() => recv(b, tracking, 0, 0, size + 1), RangeError);
        if (size > 0) assert.equal(recv(b, tracking), size);
      }
    });
  });

  it('is not believed about its buffer, place and length', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const memory = new Uint8Array(64);
      const view = memory.subarray(16, 32);
      const other = new ArrayBuffer(64);
      Object.defineProperties(view, {
        buffer: { value: other },
        byteOffset: { value: 0 },
        byteLength: { value: 64 },
        length: { value: 64 },
      });
      settle(b, view);
      send(a, new Uint8Array(64).fill(1));
      assert.throws(() => recv(b, view, 0, 0, 17), RangeError);
      assert.equal(recv(b, view), 16);
      assert.deepEqual(memory, new Uint8Array(64).fill(1, 16, 32));
      assert.ok(new Uint8Array(other).every((byte) => byte === 0));
    });
  });

  it('may be shared, large, a DataView or alternate with others', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const views = [
        new Uint8Array(new SharedArrayBuffer(64)),
        new Uint8Array(2 ** 17).subarray(2 ** 16),
        new DataView(new ArrayBuffer(64), 8),
        new ArrayBuffer(64),
        new BigUint64Array(8),
        Buffer.from('a buffer of the pool'),
      ];
      for (let index = 0; index < OFTEN * views.length; index++) {
        const view = views[Math.floor(index / 3) % views.length]!;
        const bytes = ArrayBuffer.isView(view)
          ? new Uint8Array(view.buffer, view.byteOffset, view.byteLength)
          : new Uint8Array(view);
        assert.equal(send(a, Uint8Array.of(index, index >> 8)), 2);
        assert.equal(recv(b, view, 0, 3, 2), 2);
        assert.deepEqual([...bytes.subarray(3, 5)], [index & 255, index >> 8]);
      }
    });
  });

  it('is refused when it is detached, also by offsets and lengths that do not fit an int', () => {
    withPair('unix stream pair', ({ b }) => {
      for (const view of [new Uint8Array(8), new DataView(new ArrayBuffer(8)), new ArrayBuffer(8)]) {
        detach(view);
        for (const wide of [2 ** 31, 2 ** 32, 2 ** 53 - 1]) {
          const refused = { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE' };
          assert.throws(() => recv(b, view, 0, wide), refused);
          assert.throws(() => recv(b, view, 0, 0, wide), refused);
        }
      }
    });
  });
});
