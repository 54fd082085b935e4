import assert from 'node:assert/strict';
import { MSG_DONTWAIT, readv, recv, send, writev } from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { kinds, withPair } from '../helpers/kinds';

for (const kind of kinds) {
  describe(`readv and writev over a ${kind.name}`, () => {
    it('gather and scatter bytes in the order of the buffers', () => {
      withPair(kind, ({ a, b }) => {
        assert.equal(writev(a, [Uint8Array.of(1, 2), 'ab', new Uint16Array([0x0303])]), 6);
        const buffers = [new Uint8Array(1), new Uint8Array(0), new Uint8Array(4), new DataView(new ArrayBuffer(8))];
        assert.equal(readv(b, buffers), 6);
        assert.deepEqual(
          buffers.map(({ buffer }) => [...new Uint8Array(buffer)]),
          [[1], [], [2, 0x61, 0x62, 3], [3, 0, 0, 0, 0, 0, 0, 0]],
        );
      });
    });

    it('write no byte outside of the views given', () => {
      withPair(kind, ({ a, b }) => {
        const memory = new Uint8Array(16).fill(0xee);
        send(a, Uint8Array.of(1, 2, 3, 4, 5));
        assert.equal(readv(b, [memory.subarray(2, 4), memory.subarray(8, 9)]), 3);
        const expected = new Uint8Array(16).fill(0xee);
        expected.set([1, 2], 2);
        expected.set([3], 8);
        assert.deepEqual(memory, expected);
        assert.equal(raw.recv(b, new Uint8Array(8), MSG_DONTWAIT), kind.stream ? 2 : -raw.EAGAIN);
      });
    });

    it('give the same numbers in every door', () => {
      withPair(kind, ({ a, b }) => {
        assert.equal(raw.writev(a, ['ab', 'c']), 3);
        assert.deepEqual(result.readv(b, [new Uint8Array(2), new Uint8Array(2)]), { ok: true, value: 3 });
        assert.deepEqual(result.writev(a, ['abcd']), { ok: true, value: 4 });
        assert.equal(raw.readv(b, [new Uint8Array(8)]), 4);
      });
    });

    it('take as many buffers as the kernel does, and no more', () => {
      withPair(kind, ({ a, b }) => {
        const some = Array.from({ length: 1024 }, (_, index) => Uint8Array.of(index));
        assert.equal(writev(a, some), 1024);
        assert.equal(recv(b, new Uint8Array(2048)), 1024);
        assert.equal(raw.writev(a, [...some, 'x']), -raw.EINVAL);
        assert.equal(
          raw.writev(
            a,
            Array.from({ length: 65536 }, () => 'x'),
          ),
          -raw.EINVAL,
        );
      });
    });

    it('make the call with no buffer at all', () => {
      withPair(kind, ({ a, b }) => {
        assert.equal(raw.readv(b, []), 0);
        assert.equal(raw.writev(a, []), 0);
      });
    });
  });
}

describe('the buffers of readv and writev', () => {
  it('are named in the error by their place', () => {
    const detached = new Uint8Array(4);
    structuredClone(detached.buffer, { transfer: [detached.buffer] });
    const bytes = new Uint8Array(1);
    const refused = (text: string): object => ({
      name: 'TypeError',
      message: new RegExp(text.replace(/[[\]]/g, '\\$&')),
    });
    assert.throws(
      () => raw.readv(-1, [bytes, 'x' as never]),
      refused('"buffers[1]" argument must be an ArrayBufferView'),
    );
    assert.throws(() => raw.writev(-1, [bytes, 'x', detached]), refused('"buffers[2]" argument must not be detached'));
    assert.throws(() => raw.writev(-1, [undefined as never]), refused('"buffers[0]"'));
    assert.throws(() => raw.readv(-1, bytes as never), refused('"buffers" argument must be an array'));
    assert.throws(() => raw.readv(-1, new Array<Uint8Array>(65537)), { name: 'RangeError' });
  });

  it('are looked at once: a getter that detaches another one changes nothing that is in use', () => {
    const first = new Uint8Array(8);
    const buffers = Object.defineProperty([first, first], 1, {
      get(): Uint8Array {
        structuredClone(first.buffer, { transfer: [first.buffer] });
        return new Uint8Array(8);
      },
    });
    assert.throws(() => raw.readv(-1, buffers), { code: 'ERR_INVALID_ARG_VALUE' });
    const nested = Object.defineProperty([new Uint8Array(8)], 0, {
      get(): Uint8Array {
        raw.close(-1);
        raw.readv(-5, [new Uint8Array(3)]);
        return new Uint8Array(8);
      },
    });
    assert.equal(raw.readv(-1, nested), -raw.EBADF);
  });
});
