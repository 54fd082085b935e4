import assert from 'node:assert/strict';
import { MSG_DONTWAIT, MessageBatch, inet, recvmmsg, send } from '../../lib';
import * as raw from '../../lib/raw';
import { withPair } from '../helpers/kinds';

describe('MessageBatch', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('has parts that do not overlap', () => {
    const batch = new MessageBatch(5, { size: 13, control: 21 });
    const parts = [
      ...[batch.lengths, batch.flags, batch.controlLengths],
      ...batch.addresses.map(({ bytes }) => bytes),
      ...batch.control,
      ...batch.buffers,
    ];
    assert.equal(parts.length, 3 + 3 * 5);
    assert.ok(parts.every(({ buffer }) => buffer === batch.lengths.buffer));
    const places = parts.map(({ byteOffset, byteLength }) => [byteOffset, byteOffset + byteLength] as const);
    places.sort(([one], [other]) => one - other);
    places.slice(1).forEach(([start], index) => assert.ok(start >= places[index]![1]));
    assert.ok(places.at(-1)![1] <= batch.lengths.buffer.byteLength);
  });

  it('refuses what is no size, and what is too much', () => {
    for (const messages of [0, -1, 1.5, 1025, NaN, 2 ** 32, [], Array.from({ length: 1025 }, () => new Uint8Array())]) {
      assert.throws(() => new MessageBatch(messages), { code: 'ERR_OUT_OF_RANGE' });
    }
    for (const messages of ['1', null, {}, ['x'], undefined]) {
      assert.throws(() => new MessageBatch(messages as never), { code: 'ERR_INVALID_ARG_TYPE' });
    }
    for (const options of [
      { size: -1 },
      { size: 2 ** 31 },
      { control: -1 },
      { control: 2 ** 31 - 1 },
      { size: 2 ** 22 },
    ]) {
      assert.throws(() => new MessageBatch(1024, options), { code: 'ERR_OUT_OF_RANGE' });
    }
    assert.throws(() => new MessageBatch(1, { address: 1 as never }), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => new MessageBatch([new Uint8Array(1)], { size: 1 }), { code: 'ERR_INVALID_ARG_VALUE' });
  });

  it('put refuses what does not fit, and an address where there is no room for one', () => {
    const batch = new MessageBatch(1, { size: 4 });
    assert.throws(() => batch.put(0, 'hello'), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => batch.put(1, 'x'), { code: 'ERR_OUT_OF_RANGE' });
    assert.throws(() => batch.put(0, 5 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    const bare = new MessageBatch(1, { address: false });
    assert.throws(() => bare.put(0, 'x', inet('127.0.0.1', 1)), { code: 'ERR_INVALID_ARG_VALUE' });
    batch.put(0, 'x', inet('127.0.0.1', 1));
    batch.put(0, 'x');
    assert.equal(batch.message(0).address, undefined);
  });

  it('is refused once its memory is detached, and names what is wrong', () => {
    const own = new Uint8Array(4);
    const [first, second] = [new MessageBatch(2), new MessageBatch([own])];
    for (const memory of [first.flags.buffer, own.buffer])
      structuredClone(memory, { transfer: [memory as ArrayBuffer] });
    for (const call of [raw.sendmmsg, raw.recvmmsg]) {
      assert.throws(() => call(-1, first), { code: 'ERR_INVALID_ARG_VALUE', message: /"batch"/ });
      assert.throws(() => call(-1, second), { code: 'ERR_INVALID_ARG_VALUE', message: /"batch.buffers\[0\]"/ });
      assert.throws(() => call(-1, {} as never), { code: 'ERR_INVALID_ARG_TYPE' });
    }
    const batch = new MessageBatch(2, { control: 8 });
    batch.controlLengths[1] = 9;
    assert.throws(() => raw.sendmmsg(-1, batch), { message: /"batch.controlLengths\[1\]".* <= 8/ });
    batch.controlLengths[1] = 0;
    batch.lengths[0] = -1;
    assert.throws(() => raw.sendmmsg(-1, batch), { message: /"batch.lengths\[0\]".* <= 2048/ });
    const short = { code: 'ERR_INVALID_ARG_VALUE', message: /"timeout"/ };
    assert.throws(() => raw.recvmmsg(-1, batch, 0, new BigInt64Array(1)), short);
    assert.throws(() => raw.recvmmsg(-1, batch, 0, 1 as never), { code: 'ERR_INVALID_ARG_TYPE' });
    assert.throws(() => recvmmsg(raw.asFd(-1), batch, 0, NaN), { code: 'ERR_OUT_OF_RANGE' });
  });

  it('whatever is written into its block, receives within it and tells no more than there is', () => {
    withPair('UDP over IPv4', ({ a, b }) => {
      let seed = 12345;
      const random = (): number => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0);
      for (let turn = 0; turn < 2000; turn++) {
        const batch = new MessageBatch(1 + (random() % 4), { size: random() % 20, control: random() % 20 });
        const words = new Int32Array(batch.lengths.buffer);
        for (let write = random() % 6; write > 0; write--) {
          words[random() % (write % 2 === 0 ? 4 : words.length)] = (random() % 3 === 0 ? random() : random() % 8) | 0;
        }
        send(a, 'a datagram of more bytes than there is room for');
        for (const call of [raw.recvmmsg, raw.sendmmsg]) {
          try {
            call(b, batch, MSG_DONTWAIT);
          } catch (error) {
            assert.match((error as NodeJS.ErrnoException).code!, /^ERR_/);
          }
        }
        while (raw.recv(b, new Uint8Array(1), MSG_DONTWAIT) >= 0);
        while (raw.recv(a, new Uint8Array(1), MSG_DONTWAIT) >= 0);
      }
    });
  });
});
