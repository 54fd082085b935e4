import assert from 'node:assert/strict';
import * as throwing from '../../lib';
import { type Bytes, Message, Sockaddr, inet } from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { detach, resizable } from '../hostile/arbitrary';
import { withPair } from '../helpers/kinds';

const NO_FD = throwing.asFd(-1);
const wrongType = { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' };

describe('Message', () => {
  it('is the same class in every door', () => {
    assert.equal(raw.Message, Message);
    assert.equal(result.Message, Message);
  });

  it('begins with nothing, and takes each part when it is made or later', () => {
    const message = new Message();
    assert.deepEqual(
      [message.buffers, message.address, message.control, message.flags, message.controlLength],
      [[], undefined, undefined, 0, 0],
    );
    const [head, body] = [new Uint8Array(1), new ArrayBuffer(2)];
    const [address, control] = [new Sockaddr(), new Uint8Array(8)];
    message.buffers = head;
    assert.deepEqual(message.buffers, [head]);
    message.buffers = [head, body];
    Object.assign(message, { address, control });
    const other = new Message({ buffers: [head, body], address, control });
    for (const each of [message, other]) {
      assert.equal(each.buffers[1], body);
      assert.equal(each.address, address);
      assert.equal(each.control, control);
    }
  });

  it('keeps its own list of buffers, which nobody changes', () => {
    const list = [new Uint8Array(1)];
    const message = new Message({ buffers: list });
    list.push(new Uint8Array(1));
    assert.equal(message.buffers.length, 1);
    for (const each of [message, new Message({ buffers: list[0] }), new Message()]) {
      assert.throws(() => (each.buffers as Bytes[]).push(new Uint8Array(1)), TypeError);
    }
  });

  it('refuses what is no part of a message, by its name', () => {
    const message = new Message();
    const wrong: readonly (readonly [string, unknown, RegExp])[] = [
      ['buffers', 5, /"buffers"/],
      ['buffers', 'text', /"buffers"/],
      ['buffers', [new Uint8Array(1), null], /"buffers\[1\]"/],
      ['buffers', new Array(3), /"buffers\[0\]"/],
      ['buffers', new SharedArrayBuffer(8), /"buffers"/],
      ['address', inet('127.0.0.1', 1), /"address"/],
      ['address', null, /"address"/],
      ['control', [], /"control"/],
      ['control', null, /"control"/],
    ];
    for (const [part, value, named] of wrong) {
      assert.throws(() => new Message({ [part]: value }), { ...wrongType, message: named });
      assert.throws(() => Object.assign(message, { [part]: value }), { ...wrongType, message: named });
    }
    assert.throws(() => new Message(null as never), wrongType);
    assert.throws(() => Object.assign(message, { flags: 1 }), TypeError);
  });

  it('is refused when a part has been detached, by its name, and no call is made', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const [first, second, control] = [new Uint8Array(4), new Uint8Array(4), new Uint8Array(64)];
      const message = new Message({ buffers: [first, second], control });
      detach(control);
      for (const call of [
        raw.sendmsg,
        raw.recvmsg,
        throwing.sendmsg,
        throwing.recvmsg,
        result.sendmsg,
        result.recvmsg,
      ]) {
        const refused = (name: RegExp): void =>
          assert.throws(() => call(a, message), { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message: name });
        refused(/"message\.control"/);
      }
      message.control = undefined;
      detach(second);
      assert.throws(() => raw.sendmsg(a, message), {
        code: 'ERR_INVALID_ARG_VALUE',
        message: /"message\.buffers\[1\]"/,
      });
      message.buffers = second;
      assert.throws(() => raw.sendmsg(a, message), {
        code: 'ERR_INVALID_ARG_VALUE',
        message: /"message\.buffers\[0\]"/,
      });
      message.buffers = first;
      message.address = new Sockaddr();
      Object.assign(message.address, { bytes: new Uint8Array(3) });
      assert.throws(() => raw.sendmsg(a, message), { ...wrongType, message: /"message\.address"/ });
      assert.equal(raw.recv(b, first, raw.MSG_DONTWAIT), -raw.EAGAIN);
    });
  });

  it('takes a buffer at its present length', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const memory = resizable(64, 128);
      const message = new Message({ buffers: [new Uint8Array(memory), Buffer.from('end')] });
      for (const size of [64, 16, 128, 0]) {
        memory.resize(size);
        assert.equal(raw.sendmsg(a, message), size + 3);
        assert.equal(raw.recv(b, new Uint8Array(256)), size + 3);
      }
    });
  });

  it('is what the raw door wants, and nothing that looks like one', () => {
    const likes = [
      undefined,
      null,
      {},
      { buffers: [] },
      Object.create(Message.prototype),
      new Proxy(new Message(), {}),
      Message,
    ] as never[];
    for (const like of likes) {
      assert.throws(() => raw.sendmsg(-1, like), wrongType);
      assert.throws(() => raw.recvmsg(-1, like), wrongType);
    }
    class Sly extends Message {
      override get buffers(): readonly Bytes[] {
        throw new Error('asked');
      }
      override set buffers(_: Bytes | readonly Bytes[] | undefined) {}
    }
    assert.equal(raw.sendmsg(-1, new Sly()), -raw.EBADF);
  });

  it('is not misread when a call is made in the middle of another', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const address = new Sockaddr();
      const { bytes } = address;
      Object.defineProperty(address, 'bytes', {
        get() {
          throwing.sendmsg(a, { buffers: 'from inside' });
          return bytes;
        },
      });
      assert.equal(raw.sendmsg(a, new Message({ buffers: [Buffer.from(' and'), Buffer.from(' out')], address })), 8);
      const room = Buffer.alloc(64);
      assert.equal(room.toString('utf8', 0, throwing.recvmsg(b, { buffers: room }).length), 'from inside and out');
    });
  });
});

describe('what sendmsg and recvmsg refuse', () => {
  const refused: readonly (readonly [string, (door: typeof throwing | typeof result) => unknown, object])[] = [
    ['no message', (door) => door.sendmsg(NO_FD, undefined as never), wrongType],
    ['a descriptor that is none', (door) => door.sendmsg('1' as never, {}), wrongType],
    ['flags that are none', (door) => door.recvmsg(NO_FD, {}, 1.5), { code: 'ERR_OUT_OF_RANGE' }],
    ['text to fill', (door) => door.recvmsg(NO_FD, { buffers: 'x' as never }), wrongType],
    ['an address that is none', (door) => door.sendmsg(NO_FD, { address: 5 as never }), wrongType],
    [
      'a port that is none',
      (door) => door.sendmsg(NO_FD, { address: inet('1.2.3.4', 70_000) }),
      { code: 'ERR_OUT_OF_RANGE' },
    ],
    ['control that is none', (door) => door.sendmsg(NO_FD, { control: 'x' as never }), wrongType],
    ['room less than none', (door) => door.recvmsg(NO_FD, { controlSize: -1 }), { code: 'ERR_OUT_OF_RANGE' }],
    ['room without end', (door) => door.recvmsg(NO_FD, { controlSize: 2 ** 31 }), { code: 'ERR_OUT_OF_RANGE' }],
  ];
  for (const [what, call, expected] of refused) {
    it(`${what}, in both doors`, () => {
      assert.throws(() => call(throwing), expected);
      assert.throws(() => call(result), expected);
    });
  }
});
