import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeControl, encodeControl } from '../../lib';
import { controlRows } from '../../lib/control/rows';
import { native } from '../../lib/core/native';
import { buffer, junkNumber } from './arbitrary';
import { check } from './check';

const HEADER = native.controlSpace(0);
const rows = controlRows().filter((row) => row.level !== undefined && row.types[0] !== undefined);

/** Messages whose lengths lie, one after another where they would be if those were true. */
const header = fc.record({
  length: fc.oneof(
    fc.bigInt({ min: 0n, max: 100n }),
    fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
    fc.constantFrom(0n, 1n, 15n, 16n, 17n, 2n ** 31n, 2n ** 32n, 2n ** 63n, 2n ** 64n - 1n, 2n ** 64n - 8n),
  ),
  row: fc.constantFrom(...rows),
  at: fc.nat(240),
});

describe('hostile control buffers', () => {
  it('are read within their length, and never beyond, whatever cmsg_len says', () => {
    check(
      fc.property(
        fc.uint8Array({ minLength: 256, maxLength: 300 }),
        fc.array(header, { maxLength: 12 }),
        fc.nat(300),
        fc.nat(7),
        fc.constantFrom(0, 0, 64),
        (bytes, headers, wanted, shift, beyond) => {
          // Memory of its own size, so that a sanitizer sees the first byte too many.
          const length = Math.min(wanted, bytes.length - shift - beyond);
          const memory = new Uint8Array(shift + length + beyond);
          memory.set(bytes.subarray(0, memory.length));
          for (const { length: claimed, row, at } of headers) {
            if (at + HEADER > memory.length) continue;
            const view = new DataView(memory.buffer, at);
            view.setBigUint64(0, claimed, true);
            view.setInt32(8, row.level, true);
            view.setInt32(12, row.types[0]!, true);
          }
          const messages = decodeControl(memory.subarray(shift), length);
          assert.ok(messages.length <= length / HEADER);
          let total = 0;
          for (const message of messages) {
            total += HEADER + (message.name === undefined ? message.data.length : 0);
          }
          assert.ok(total <= length);
        },
      ),
      3000,
    );
  });

  it('with sound headers give each message, in order, known or not', () => {
    const message = fc.record({
      row: fc.constantFrom(...rows),
      data: fc.uint8Array({ maxLength: 70 }),
      known: fc.boolean(),
    });
    check(
      fc.property(fc.array(message, { maxLength: 8 }), (given) => {
        const raw = given.map(({ row, data, known }) => ({
          level: known ? row.level : 12345,
          type: row.types[0]!,
          data,
        }));
        const bytes = encodeControl(raw);
        const back = decodeControl(bytes, bytes.length);
        assert.deepEqual(
          back.map(({ level, type }) => [level, type]),
          raw.map(({ level, type }) => [level, type]),
        );
        // What was understood is the same again in bytes, up to what a structure has after its known members.
        for (const each of back) {
          if (each.name !== undefined) assert.equal(decodeControl(encodeControl([each]), HEADER)[0]?.type, each.type);
        }
      }),
      2000,
    );
  });

  it('of any kind, and lengths of any kind, are refused or read', () => {
    check(
      fc.property(buffer, junkNumber, (bytes, length) => {
        try {
          assert.ok(Array.isArray(decodeControl(bytes as never, length as never)));
        } catch (error) {
          assert.ok(error instanceof TypeError || error instanceof RangeError, String(error));
        }
      }),
      2000,
    );
  });

  it('are not written beyond their end by the addon, and its functions take anything for a buffer', () => {
    const target = new Uint8Array(24);
    assert.equal(native.putControl(target, 0, 1, 1, new Uint8Array(9)), false);
    assert.equal(native.putControl(target, 8, 1, 1, new Uint8Array(1)), false);
    assert.equal(native.putControl(target, 2 ** 40, 1, 1, new Uint8Array(0)), false);
    assert.ok(target.every((byte) => byte === 0));
    assert.equal(native.putControl(target, 0, 1, 1, new Uint8Array(8)), true);
    assert.deepEqual(native.walkControl(target, 2 ** 40), [1, 1, HEADER, 8]);
    assert.deepEqual(native.walkControl('text' as never, 100), []);
  });
});
