import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  MSG_PEEK,
  SOL_SOCKET,
  SO_INQ,
  SO_PASSCRED,
  SO_PASSPIDFD,
  SO_PASSSEC,
  close,
  decodeControl,
  encodeControl,
  fcntl,
  F_GETFD,
  FD_CLOEXEC,
  read,
  write,
} from '../../lib';
import { withPair } from '../helpers/kinds';
import { find, needs, receive, send, skip, turnOn } from './exchange';

const kinds = ['unix stream pair', 'unix datagram pair', 'unix seqpacket pair'];
const self = { pid: process.pid, uid: process.getuid!(), gid: process.getgid!() };

/** Security modules differ in whether their labels end with a zero or a new line. */
function withoutEnd(label: string): string {
  return label.replace(/[\0\n]+$/, '');
}

describe('control messages over unix sockets', () => {
  for (const kind of kinds) {
    it(`SCM_RIGHTS passes descriptors on, in their order, over a ${kind}`, () => {
      withPair(kind, ({ a, b }) => {
        withPair('unix stream pair', (other) => {
          send(a, 'x', { name: 'SCM_RIGHTS', fds: [other.a, other.b] });
          const { fds } = find(receive(b).control, 'SCM_RIGHTS');
          try {
            assert.equal(fds.length, 2);
            assert.ok(!fds.includes(other.a) && !fds.includes(other.b));
            for (const fd of fds) assert.equal(fcntl(fd, F_GETFD), FD_CLOEXEC);
            write(fds[0]!, 'through the first');
            const got = Buffer.alloc(32);
            assert.equal(got.toString('utf8', 0, read(other.b, got)), 'through the first');
          } finally {
            fds.forEach((fd) => close(fd));
          }
        });
      });
    });

    it(`SCM_CREDENTIALS tells who sent it, over a ${kind}`, () => {
      withPair(kind, ({ a, b }) => {
        turnOn(b, SOL_SOCKET, SO_PASSCRED);
        send(a, 'x');
        const { pid, uid, gid } = find(receive(b).control, 'SCM_CREDENTIALS');
        assert.deepEqual({ pid, uid, gid }, self);
        send(a, 'x', { name: 'SCM_CREDENTIALS', ...self });
        assert.equal(find(receive(b).control, 'SCM_CREDENTIALS').pid, process.pid);
      });
    });

    it(`SCM_PIDFD gives a pidfd of the sender, over a ${kind}`, function () {
      withPair(kind, ({ a, b }) => {
        const reason = 'this kernel has no SO_PASSPIDFD';
        needs(this, reason, ['ENOPROTOOPT'], () => turnOn(b, SOL_SOCKET, SO_PASSPIDFD ?? 76));
        send(a, 'x');
        const { pidfd } = find(receive(b).control, 'SCM_PIDFD');
        try {
          assert.ok(pidfd > 2);
          assert.equal(fcntl(pidfd, F_GETFD), FD_CLOEXEC);
        } finally {
          close(pidfd);
        }
      });
    });
  }

  it('SCM_CREDENTIALS of another are for the privileged', function () {
    withPair('unix datagram pair', ({ a, b }) => {
      turnOn(b, SOL_SOCKET, SO_PASSCRED);
      const other = { pid: process.pid, uid: 12345, gid: 54321 };
      needs(this, 'not privileged', ['EPERM'], () => send(a, 'x', { name: 'SCM_CREDENTIALS', ...other }));
      const { pid, uid, gid } = find(receive(b).control, 'SCM_CREDENTIALS');
      assert.deepEqual({ pid, uid, gid }, other);
    });
  });

  it('SCM_SECURITY: the label of the sender', function () {
    const labels = /\b(?:selinuxfs|smackfs)$/m.test(readFileSync('/proc/filesystems', 'utf8'));
    if (!labels) skip(this, 'this kernel runs no security module that labels sockets');
    withPair('unix datagram pair', ({ a, b }) => {
      turnOn(b, SOL_SOCKET, SO_PASSSEC);
      send(a, 'x');
      const { label } = find(receive(b).control, 'SCM_SECURITY');
      const own = readFileSync('/proc/self/attr/current', 'utf8');
      assert.equal(withoutEnd(Buffer.from(label).toString()), withoutEnd(own));
    });
  });

  it('SCM_INQ tells how many bytes are left', function () {
    withPair('unix stream pair', ({ a, b }) => {
      needs(this, 'this kernel has no SO_INQ', ['ENOPROTOOPT'], () => turnOn(b, SOL_SOCKET, SO_INQ ?? 84));
      send(a, 'ten bytes.');
      assert.equal(find(receive(b, 0, 4).control, 'SCM_INQ').unread, 6);
    });
  });

  it('several messages go out as one buffer and come in their order', () => {
    withPair('unix datagram pair', ({ a, b }) => {
      turnOn(b, SOL_SOCKET, SO_PASSCRED);
      send(a, 'x', { name: 'SCM_RIGHTS', fds: [a] }, { name: 'SCM_CREDENTIALS', ...self });
      const { control } = receive(b);
      close(find(control, 'SCM_RIGHTS').fds[0]!);
      assert.deepEqual(control.map(({ name }) => name).sort(), ['SCM_CREDENTIALS', 'SCM_RIGHTS']);
    });
  });

  it('a message that is given as bytes is the same to the kernel', () => {
    withPair('unix stream pair', ({ a, b }) => {
      const typed = encodeControl([{ name: 'SCM_RIGHTS', fds: [a] }]);
      const [message] = decodeControl(typed, typed.length);
      const data = new Uint8Array(Int32Array.of(a).buffer);
      send(a, 'x', { level: message!.level, type: message!.type, data });
      const peeked = find(receive(b, MSG_PEEK).control, 'SCM_RIGHTS');
      const { fds } = find(receive(b).control, 'SCM_RIGHTS');
      assert.equal(fds.length, 1);
      close(fds[0]!);
      close(peeked.fds[0]!);
    });
  });
});
