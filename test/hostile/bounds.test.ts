import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MSG_DONTWAIT, MSG_PEEK, read, recv, send, write } from '../../lib';
import * as raw from '../../lib/raw';
import { kinds, withPair } from '../helpers/kinds';
import { check } from './check';
import { detach, junkNumber, resizable } from './arbitrary';

const PATTERN = 0xee;
const GUARD = 32;

/** A view of a size into larger memory with a pattern; the memory before and after it is the guard. */
function guarded(size: number): { memory: Uint8Array; view: Uint8Array } {
  const memory = new Uint8Array(size + 2 * GUARD).fill(PATTERN);
  return { memory, view: memory.subarray(GUARD, GUARD + size) };
}

const place = fc.oneof(fc.nat(80), fc.constantFrom(0, 1, 63, 64, 65, 2 ** 31, 2 ** 32, 2 ** 53 - 1));

describe('bounds', () => {
  for (const kind of kinds.filter(({ name }) => !name.includes('IPv6'))) {
    for (const get of [recv, read]) {
      it(`${get.name}() over a ${kind.name} writes the bytes that came, and none beside them`, () => {
        withPair(kind, ({ a, b }) => {
          check(
            fc.property(
              fc.integer({ min: 1, max: 100 }),
              fc.nat(64),
              place,
              fc.option(place, { nil: undefined }),
              (sent, size, offset, length) => {
                const { memory, view } = guarded(size);
                const data = Uint8Array.from({ length: sent }, (_, index) => index);
                send(a, data);
                let count = 0;
                const fits = offset <= size && (length ?? 0) <= size - offset;
                if (fits) count = get === recv ? recv(b, view, 0, offset, length) : read(b, view, offset, length);
                else
                  assert.throws(
                    () => (get === recv ? recv(b, view, 0, offset, length) : read(b, view, offset, length)),
                    RangeError,
                  );
                assert.equal(count, fits ? Math.min(sent, length ?? size - offset) : 0);
                memory.forEach((byte, index) => {
                  const at = index - GUARD - offset;
                  assert.equal(byte, at >= 0 && at < count ? data[at] : PATTERN, `byte ${index - GUARD} of the view`);
                });
                while (raw.recv(b, new Uint8Array(256), MSG_DONTWAIT) > 0);
              },
            ),
            200,
          );
        });
      });
    }

    it(`send() and write() over a ${kind.name} send the slice, and no byte beside it`, () => {
      withPair(kind, ({ a, b }) => {
        check(
          fc.property(fc.boolean(), fc.integer({ min: 1, max: 64 }), place, place, (bySend, size, offset, length) => {
            const { view } = guarded(size);
            view.forEach((_, index) => (view[index] = index));
            const put = (): number => (bySend ? send(a, view, 0, offset, length) : write(a, view, offset, length));
            if (offset > size || length > size - offset) {
              assert.throws(put, RangeError);
              return;
            }
            assert.equal(put(), length);
            const got = new Uint8Array(128);
            if (length > 0) assert.equal(recv(b, got), length);
            else raw.recv(b, got, MSG_DONTWAIT);
            assert.deepEqual([...got.subarray(0, length)], [...view.subarray(offset, offset + length)]);
          }),
          200,
        );
      });
    });
  }

  it('a number that is none never reaches the kernel as an offset or a length', () => {
    withPair('unix stream pair', ({ a, b }) => {
      send(a, 'some bytes that wait');
      check(
        fc.property(junkNumber, junkNumber, (offset, length) => {
          const { memory, view } = guarded(8);
          try {
            recv(b, view, MSG_PEEK, offset as number, length as number);
          } catch (error) {
            assert.ok(error instanceof TypeError || error instanceof RangeError);
            assert.ok(memory.every((byte) => byte === PATTERN));
            return;
          }
          assert.ok(offset === undefined || (Number.isInteger(offset) && (offset as number) <= 8));
          assert.ok(memory.subarray(0, GUARD).every((byte) => byte === PATTERN));
          assert.ok(memory.subarray(GUARD + 8).every((byte) => byte === PATTERN));
        }),
        1000,
      );
    });
  });

  it('a wrong argument is not asked for its value: no code of the caller runs in the middle of a call', () => {
    withPair('unix stream pair', ({ a }) => {
      const view = new Uint8Array(64);
      let asked = 0;
      const sly = {
        valueOf: () => {
          asked++;
          detach(view);
          return 0;
        },
      } as unknown as number;
      assert.throws(() => send(sly as never, view), TypeError);
      assert.throws(() => send(a, view, sly), TypeError);
      assert.throws(() => send(a, view, 0, sly), TypeError);
      assert.throws(() => send(a, view, 0, 0, sly), TypeError);
      assert.equal(asked, 0);
      assert.equal(view.length, 64);
    });
  });

  it('a buffer that shrank is taken at its present length', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const memory = resizable(64, 64);
      const tracking = new Uint8Array(memory);
      const fixed = new Uint8Array(memory, 32, 32);
      memory.resize(16);
      assert.equal(send(a, tracking), 16);
      assert.throws(() => send(a, tracking, 0, 0, 17), RangeError);
      assert.throws(() => send(a, tracking, 0, 17), RangeError);
      assert.equal(send(a, fixed), 0);
      assert.throws(() => send(a, fixed, 0, 0, 1), RangeError);
      assert.equal(recv(b, new Uint8Array(64)), 16);
    });
  });

  it('a getter of an address that detaches or makes calls of its own does no harm', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const path = new Uint8Array(16).fill(0x61);
      const address = {
        family: 'unix',
        get path() {
          send(a, 'from inside a getter');
          assert.throws(() => raw.connect(-1, { family: 'inet', address: 'x', port: 1 }), TypeError);
          return detach(path);
        },
      };
      assert.throws(() => raw.connect(-1, address as never), TypeError);
      assert.equal(recv(b, new Uint8Array(64)), 20);
      const inner = {
        family: 'inet',
        address: '127.0.0.1',
        get port() {
          return raw.bind(-1, raw.unix('/other')) + 10;
        },
      };
      assert.equal(raw.connect(-1, inner as never), -raw.EBADF);
    });
  });

  it('a Sockaddr whose bytes were replaced or detached is refused, and its lengths are not believed', () => {
    const replaced = new raw.Sockaddr();
    Object.assign(replaced, { bytes: new Uint8Array(4) });
    assert.throws(() => raw.getsockname(-1, replaced), TypeError);
    assert.equal(replaced.decode(), undefined);
    const detached = new raw.Sockaddr();
    detach(detached.bytes);
    assert.throws(() => raw.bind(-1, detached), TypeError);
    assert.equal(detached.decode(), undefined);
    const lying = new raw.Sockaddr(raw.unix('/x'));
    lying.bytes.fill(0xff, 0, 4);
    assert.equal(raw.bind(-1, lying), -raw.EBADF);
    assert.equal((lying.decode() as { path: string }).path, '/x');
  });
});
