import assert from 'node:assert/strict';
import {
  MSG_CMSG_CLOEXEC,
  MSG_DONTWAIT,
  MSG_EOR,
  MSG_PEEK,
  MSG_TRUNC,
  Message,
  Sockaddr,
  getsockname,
  recvmsg,
  send,
  sendmsg,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { kinds, withPair } from '../helpers/kinds';

const PATTERN = 0xee;

for (const kind of kinds) {
  describe(`sendmsg and recvmsg over a ${kind.name}`, () => {
    it('gathers several buffers and scatters into several, and touches no byte beside them', () => {
      withPair(kind, ({ a, b }) => {
        assert.equal(sendmsg(a, { buffers: ['Grüße', Buffer.from(', '), new DataView(new ArrayBuffer(1)), 'x'] }), 11);
        const memory = new Uint8Array(64).fill(PATTERN);
        const buffers = [memory.subarray(8, 10), new Uint8Array(0), memory.subarray(20, 23), memory.subarray(40, 60)];
        const { length, control, flags } = recvmsg(b, { buffers });
        assert.deepEqual({ length, control }, { length: 11, control: [] });
        assert.equal(flags & (MSG_TRUNC | MSG_CMSG_CLOEXEC), 0);
        assert.equal(Buffer.concat(buffers).toString('utf8', 0, length), 'Grüße, \0x');
        memory.forEach((byte, index) => {
          const inside = (index >= 8 && index < 10) || (index >= 20 && index < 23) || (index >= 40 && index < 46);
          if (!inside) assert.equal(byte, PATTERN, `byte ${index} was touched`);
        });
      });
    });

    it('takes one buffer for a list of one, in every door', () => {
      withPair(kind, ({ a, b }) => {
        const buffers = Buffer.alloc(8);
        assert.equal(sendmsg(a, { buffers: 'one' }), 3);
        assert.equal(recvmsg(b, { buffers }).length, 3);
        assert.deepEqual(result.sendmsg(a, { buffers: Buffer.from('three') }), { ok: true, value: 5 });
        const outcome = result.recvmsg(b, { buffers });
        assert.equal(outcome.ok && outcome.value.length, 5);
        assert.equal(raw.sendmsg(a, new raw.Message({ buffers: Buffer.from('four') })), 4);
        assert.equal(raw.recvmsg(b, new raw.Message({ buffers })), 4);
        assert.equal(buffers.toString(), 'foure\0\0\0');
      });
    });

    it('makes the call for no buffers at all and for empty ones', () => {
      withPair(kind, ({ a, b }) => {
        for (const buffers of [undefined, [], new Uint8Array(0), [new Uint8Array(0), new ArrayBuffer(0)]]) {
          assert.equal(sendmsg(a, { buffers }), 0);
          if (kind.stream)
            assert.equal(raw.recvmsg(b, new Message({ buffers: Buffer.alloc(1) }), MSG_DONTWAIT), -raw.EAGAIN);
          else assert.equal(recvmsg(b, { buffers: Buffer.alloc(1) }).length, 0);
        }
        send(a, 'x');
        assert.equal(recvmsg(b, {}).length, 0);
        assert.equal(raw.recv(b, Buffer.alloc(1), MSG_DONTWAIT), kind.stream ? 1 : -raw.EAGAIN);
      });
    });

    it('takes as many buffers as the kernel does, 1024', () => {
      withPair(kind, ({ a, b }) => {
        const sent = Array.from({ length: 1024 }, (_, index) => Uint8Array.of(index, index >> 8));
        const room = sent.map(() => new Uint8Array(2));
        assert.equal(sendmsg(a, { buffers: sent }), 2048);
        assert.equal(recvmsg(b, { buffers: room }).length, 2048);
        assert.deepEqual(room, sent);
        const longer = [...sent, new Uint8Array(0)];
        assert.throws(() => sendmsg(a, { buffers: longer }), { code: 'EMSGSIZE', syscall: 'sendmsg' });
        assert.throws(() => recvmsg(b, { buffers: [...longer, ...longer] }), { code: 'EMSGSIZE', syscall: 'recvmsg' });
      });
    });

    it('peeks with MSG_PEEK, and with MSG_DONTWAIT does not wait', () => {
      withPair(kind, ({ a, b }) => {
        const buffers = [Buffer.alloc(2), Buffer.alloc(8)];
        assert.throws(() => recvmsg(b, { buffers }, MSG_DONTWAIT), { code: 'EAGAIN', syscall: 'recvmsg', fd: b });
        send(a, 'hello');
        assert.equal(recvmsg(b, { buffers }, MSG_PEEK).length, 5);
        assert.equal(recvmsg(b, { buffers }, MSG_DONTWAIT).length, 5);
        assert.throws(() => recvmsg(b, { buffers }, MSG_DONTWAIT), { code: 'EAGAIN' });
        const outcome = result.recvmsg(b, { buffers }, MSG_DONTWAIT);
        assert.deepEqual(outcome, { ok: false, code: 'EAGAIN', errno: -raw.EAGAIN, syscall: 'recvmsg', fd: b });
      });
    });

    it('tells the sender of a datagram, and of a connected stream none', () => {
      withPair(kind, ({ a, b }) => {
        send(a, 'x');
        const { address } = recvmsg(b, { buffers: Buffer.alloc(1) });
        if (kind.name.startsWith('UDP')) assert.deepEqual(address, getsockname(a));
        else assert.equal(address, undefined);
      });
    });

    it('reuses a Message, whose flags and lengths are those of the last call', () => {
      withPair(kind, ({ a, b }) => {
        const buffers = Buffer.alloc(4);
        const message = new raw.Message({ buffers, address: new Sockaddr(), control: new Uint8Array(64) });
        const outgoing = new raw.Message();
        for (const word of ['one', 'two', 'five']) {
          outgoing.buffers = [Buffer.from(word.slice(0, 1)), Buffer.from(word.slice(1))];
          assert.equal(raw.sendmsg(a, outgoing), word.length);
          assert.equal(raw.recvmsg(b, message), word.length);
          assert.equal(buffers.toString('utf8', 0, word.length), word);
          assert.deepEqual([message.flags & ~MSG_EOR, message.controlLength], [0, 0]);
        }
        if (!kind.stream) {
          send(a, 'too long');
          assert.equal(raw.recvmsg(b, message, MSG_TRUNC), 8);
          assert.equal(message.flags & MSG_TRUNC, MSG_TRUNC);
        }
        assert.equal(raw.recvmsg(b, message, MSG_DONTWAIT), -raw.EAGAIN);
        assert.deepEqual([message.flags, message.controlLength], [0, 0]);
      });
    });

    if (!kind.stream) {
      it('reports in flags that a datagram was cut, and its whole length if MSG_TRUNC asks for it', () => {
        withPair(kind, ({ a, b }) => {
          const buffers = [Buffer.alloc(2), Buffer.alloc(1)];
          for (const flags of [0, MSG_TRUNC]) {
            sendmsg(a, { buffers: ['hello', ' world'] });
            const received = recvmsg(b, { buffers }, flags);
            assert.equal(received.length, flags === 0 ? 3 : 11);
            assert.equal(received.flags & MSG_TRUNC, MSG_TRUNC);
            assert.equal(Buffer.concat(buffers).toString(), 'hel');
          }
        });
      });
    }
  });
}
