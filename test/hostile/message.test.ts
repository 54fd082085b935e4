import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MSG_DONTWAIT, Message, SCM_RIGHTS, SOL_SOCKET, encodeControl, recvmsg, send, sendmsg } from '../../lib';
import * as raw from '../../lib/raw';
import { kinds, withPair } from '../helpers/kinds';
import { check } from './check';

const PATTERN = 0xee;
const GUARD = 16;

/** Memory with a pattern, and views of these sizes into it that lie apart. */
function guarded(sizes: readonly number[]): { memory: Uint8Array; views: Uint8Array[] } {
  const memory = new Uint8Array(sizes.reduce((sum, size) => sum + size + GUARD, GUARD)).fill(PATTERN);
  let at = 0;
  const views = sizes.map((size) => {
    const view = memory.subarray(at + GUARD, at + GUARD + size);
    at += GUARD + size;
    return view;
  });
  return { memory, views };
}

const sizes = fc.array(fc.nat(20), { maxLength: 12 });

describe('bounds of messages', () => {
  for (const kind of kinds.filter(({ name }) => !name.includes('IPv6'))) {
    it(`recvmsg() over a ${kind.name} fills the buffers in their order, and writes no byte beside them`, () => {
      withPair(kind, ({ a, b }) => {
        check(
          fc.property(fc.integer({ min: 1, max: 100 }), sizes, fc.boolean(), (sent, list, reused) => {
            const data = Uint8Array.from({ length: sent }, (_, index) => index);
            send(a, data);
            const { memory, views } = guarded(list);
            const message = reused ? new Message({ buffers: views }) : { buffers: views };
            const { length } = recvmsg(b, message);
            assert.equal(
              length,
              Math.min(
                sent,
                views.reduce((sum, { length }) => sum + length, 0),
              ),
            );
            const got = Buffer.concat(views);
            assert.deepEqual(new Uint8Array(got.subarray(0, length)), data.subarray(0, length));
            assert.ok(got.subarray(length).every((byte) => byte === PATTERN));
            for (const view of views) view.fill(PATTERN);
            assert.ok(memory.every((byte) => byte === PATTERN));
            while (raw.recv(b, new Uint8Array(256), MSG_DONTWAIT) > 0);
          }),
          200,
        );
      });
    });

    it(`sendmsg() over a ${kind.name} sends the bytes of the buffers, and none beside them`, () => {
      withPair(kind, ({ a, b }) => {
        check(
          fc.property(sizes, (list) => {
            const { views } = guarded(list);
            views.forEach((view, index) => view.fill(index));
            const whole = Buffer.concat(views);
            assert.equal(sendmsg(a, { buffers: views }), whole.length);
            const room = Buffer.alloc(512);
            const count = raw.recv(b, room, MSG_DONTWAIT);
            assert.deepEqual(room.subarray(0, Math.max(count, 0)), whole);
          }),
          200,
        );
      });
    });
  }

  it('of control messages whose lengths lie are held: the kernel refuses or sends them, and nothing is overread', () => {
    withPair('unix datagram pair', ({ a, b }) => {
      const data = new Uint8Array(Int32Array.of(a, a).buffer);
      check(
        fc.property(fc.nat(31), fc.nat(255), fc.nat(48), fc.nat(96), (place, byte, length, room) => {
          const control = encodeControl([{ level: SOL_SOCKET, type: SCM_RIGHTS, data }]);
          // The descriptors themselves are left alone: others would be those of the test's own process.
          if (place < 16) control[place] = byte;
          const outgoing = new Message({ buffers: Buffer.from('x'), control: control.subarray(0, length) });
          if (raw.sendmsg(a, outgoing) < 0) return;
          const { memory, views } = guarded([room]);
          const incoming = new Message({ buffers: Buffer.alloc(1), control: views[0]! });
          const received = recvmsg(b, incoming);
          assert.ok(incoming.controlLength <= room);
          for (const each of received.control) if (each.name === 'SCM_RIGHTS') each.fds.forEach(raw.close);
          views[0]!.fill(PATTERN);
          assert.ok(memory.every((each) => each === PATTERN));
        }),
        1000,
      );
    });
  });
});
