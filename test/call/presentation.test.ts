import assert from 'node:assert/strict';
import { isIPv4, isIPv6 } from 'node:net';
import { endianness } from 'node:os';
import fc from 'fast-check';
import { AF_INET, AF_INET6, INET6_ADDRSTRLEN, htonl, htons, inet_ntop, inet_pton, ntohl, ntohs } from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

const TEXTS: readonly (readonly [family: number, text: string, bytes: readonly number[]])[] = [
  [AF_INET, '127.0.0.1', [127, 0, 0, 1]],
  [AF_INET, '255.255.255.255', [255, 255, 255, 255]],
  [AF_INET6, '::', new Array<number>(16).fill(0)],
  [AF_INET6, 'fe80::1', [0xfe, 0x80, ...new Array<number>(13).fill(0), 1]],
  [AF_INET6, '::ffff:1.2.3.4', [...new Array<number>(10).fill(0), 255, 255, 1, 2, 3, 4]],
];

describe('inet_pton, inet_ntop', () => {
  for (const [family, text, bytes] of TEXTS) {
    it(`read and write ${text}, in every door`, () => {
      const address = Uint8Array.from(bytes);
      const memory = new Uint8Array(40).fill(0xee);
      assert.deepEqual(inet_pton(family, text), address);
      assert.deepEqual(result.inet_pton(family, text), { ok: true, value: address });
      assert.equal(raw.inet_pton(family, text, memory.subarray(8)), 1);
      assert.deepEqual([...memory.subarray(8, 8 + bytes.length)], bytes);
      assert.ok(memory.subarray(8 + bytes.length).every((byte) => byte === 0xee));
      assert.equal(inet_ntop(family, address), text);
      assert.deepEqual(result.inet_ntop(family, address), { ok: true, value: text });
      const room = Buffer.alloc(INET6_ADDRSTRLEN, 0xee);
      assert.equal(raw.inet_ntop(family, memory.subarray(8), room), text.length);
      assert.equal(room.toString('latin1', 0, text.length + 1), `${text}\0`);
    });
  }

  it('say that a text is no address, which is no errno', () => {
    const address = new Uint8Array(16).fill(0xee);
    for (const [family, text] of [
      [AF_INET, '1.2.3'],
      [AF_INET, '::1'],
      [AF_INET, '1.2.3.256'],
      [AF_INET, ''],
      [AF_INET6, '127.0.0.1'],
      [AF_INET6, 'fe80::1%lo'],
    ] as const) {
      assert.equal(inet_pton(family, text), undefined);
      assert.deepEqual(result.inet_pton(family, text), { ok: true, value: undefined });
      assert.equal(raw.inet_pton(family, text, address), 0);
    }
    assert.ok(address.every((byte) => byte === 0xee));
  });

  it('agree with Node about which text is an address', () => {
    fc.assert(
      fc.property(fc.oneof(fc.ipV4(), fc.ipV6(), fc.ipV4Extended()), (text) => {
        assert.equal(inet_pton(AF_INET, text) !== undefined, isIPv4(text));
        assert.equal(inet_pton(AF_INET6, text) !== undefined, isIPv6(text));
      }),
    );
  });

  it('give ENOSPC for too little room, as C does, and write no byte beside it', () => {
    const memory = Buffer.alloc(64, 0xee);
    const address = Uint8Array.of(127, 0, 0, 1);
    for (const size of [0, 1, 9]) {
      assert.equal(raw.inet_ntop(AF_INET, address, memory.subarray(16, 16 + size)), -raw.ENOSPC);
    }
    assert.equal(raw.inet_ntop(AF_INET, address, memory.subarray(16, 26)), 9);
    assert.ok([...memory.subarray(0, 16), ...memory.subarray(26)].every((byte) => byte === 0xee));
  });

  it('take one memory for both, and refuse too little of it', () => {
    const memory = Buffer.alloc(INET6_ADDRSTRLEN);
    memory.set([127, 0, 0, 1]);
    assert.equal(raw.inet_ntop(AF_INET, memory, memory), 9);
    assert.equal(memory.toString('latin1', 0, 9), '127.0.0.1');
    assert.throws(() => inet_ntop(AF_INET, new Uint8Array(3)), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => inet_ntop(AF_INET6, new Uint8Array(15)), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => raw.inet_pton(AF_INET6, '::1', new Uint8Array(15)), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => inet_pton(AF_INET, '127.0.0.1\0'), { code: 'ERR_INVALID_ARG_VALUE' });
    assert.throws(() => inet_pton('inet' as never, '127.0.0.1'), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => inet_ntop(AF_INET, '127.0.0.1' as never), { code: 'ERR_INVALID_ARG_TYPE' });
  });
});

describe('htons, htonl, ntohs, ntohl', () => {
  const little = endianness() === 'LE';

  it('put the highest byte first', () => {
    assert.equal(htons(0x1234), little ? 0x3412 : 0x1234);
    assert.equal(htonl(0x12345678), little ? 0x78563412 : 0x12345678);
    assert.equal(htonl(0x000000ff), little ? 0xff000000 : 0xff);
    const memory = new DataView(new Uint32Array([htonl(0xdeadbeef)]).buffer);
    assert.equal(memory.getUint32(0), 0xdeadbeef);
  });

  it('take back what they did, for all numbers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffffff }), (value) => {
        assert.equal(ntohl(htonl(value)), value);
        assert.equal(ntohs(htons(value & 0xffff)), value & 0xffff);
      }),
    );
  });

  it('refuse what does not fit', () => {
    for (const wrong of [-1, 65536, 1.5, NaN]) {
      assert.throws(() => htons(wrong), { code: 'ERR_OUT_OF_RANGE' });
      assert.throws(() => ntohs(wrong), { code: 'ERR_OUT_OF_RANGE' });
    }
    for (const wrong of [-1, 2 ** 32, 1.5]) {
      assert.throws(() => htonl(wrong), { code: 'ERR_OUT_OF_RANGE' });
      assert.throws(() => ntohl(wrong), { code: 'ERR_OUT_OF_RANGE' });
    }
    assert.throws(() => htons('1' as never), { code: 'ERR_INVALID_ARG_TYPE' });
  });
});
