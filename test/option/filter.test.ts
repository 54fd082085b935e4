import assert from 'node:assert/strict';
import {
  type Fd,
  SOL_SOCKET,
  SO_ATTACH_FILTER,
  SO_DETACH_FILTER,
  SO_GET_FILTER,
  SO_LOCK_FILTER,
  connect,
  getsockname,
  getsockopt,
  recv,
  send,
  setsockopt,
} from '../../lib';
import * as raw from '../../lib/raw';
import { withSocket } from './sockets';
import { room, text, withUdp } from './udp';

function rawGet(fd: Fd, bytes: Uint8Array): number | string | undefined {
  const result = raw.getsockopt(fd, SOL_SOCKET, SO_GET_FILTER, bytes);
  return result < 0 ? raw.errnoName(result) : result;
}

describe('a BPF program', () => {
  /** Lets in what begins with an `a` after the 8 bytes of the UDP header. */
  const onlyA = [
    { code: 0x30, jt: 0, jf: 0, k: 8 },
    { code: 0x15, jt: 0, jf: 1, k: 0x61 },
    { code: 0x06, jt: 0, jf: 0, k: 0xffffffff },
    { code: 0x06, jt: 0, jf: 0, k: 0 },
  ];

  it('drops what it does not let in, until it is taken away', () => {
    withUdp('127.0.0.1', (sender, receiver) => {
      connect(sender, getsockname(receiver));
      setsockopt(receiver, SOL_SOCKET, SO_ATTACH_FILTER, onlyA);
      for (const datagram of ['b1', 'a1', 'b2', 'a2']) send(sender, datagram);
      assert.deepEqual([text(recv(receiver, room)), text(recv(receiver, room))], ['a1', 'a2']);
      setsockopt(receiver, SOL_SOCKET, SO_DETACH_FILTER, 0);
      send(sender, 'b3');
      assert.equal(text(recv(receiver, room)), 'b3');
    });
  });

  it('is read back, and may be locked', () => {
    withSocket('udp', (fd) => {
      setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, onlyA);
      assert.deepEqual(getsockopt(fd, SOL_SOCKET, SO_GET_FILTER), onlyA);
      setsockopt(fd, SOL_SOCKET, SO_LOCK_FILTER, true);
      assert.throws(() => setsockopt(fd, SOL_SOCKET, SO_DETACH_FILTER, 0), { code: 'EPERM' });
    });
  });

  it('is not written beyond a buffer, although the kernel counts in instructions', () => {
    withSocket('udp', (fd) => {
      const long = [...new Array<(typeof onlyA)[0]>(20).fill({ code: 0, jt: 0, jf: 0, k: 1 }), onlyA[3]!];
      setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, long);
      const memory = new Uint8Array(1024).fill(0xee);
      assert.equal(rawGet(fd, memory.subarray(0, 64)), 'EINVAL');
      assert.ok(memory.every((byte) => byte === 0xee));
      assert.equal(rawGet(fd, memory.subarray(0, 168)), 168);
      assert.ok(memory.subarray(168).every((byte) => byte === 0xee));
      assert.equal(rawGet(fd, memory.subarray(0, 7)), 0);
    });
  });

  it('that is no program is refused by the kernel, a wrong one here', () => {
    withSocket('udp', (fd) => {
      assert.throws(() => setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, []), { code: 'EINVAL' });
      assert.throws(() => setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, [{ code: 0xffff, jt: 0, jf: 0, k: 0 }]), {
        code: 'EINVAL',
      });
      const wrong = [{ code: 0x06, jt: 256, jf: 0, k: 0 }];
      assert.throws(() => setsockopt(fd, SOL_SOCKET, SO_ATTACH_FILTER, wrong), {
        code: 'ERR_OUT_OF_RANGE',
        message: /value\[0\]\.jt/,
      });
    });
  });
});
