import assert from 'node:assert/strict';
import {
  AF_UNIX,
  MSG_DONTWAIT,
  MSG_OOB,
  MSG_WAITALL,
  SIOCATMARK,
  SIOCINQ,
  SIOCOUTQ,
  SIOCOUTQNSD,
  SOCK_STREAM,
  TIOCOUTQ,
  close,
  ioctl,
  recv,
  send,
  sockatmark,
  socketpair,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { withPair } from '../helpers/kinds';

const linux = process.platform === 'linux' ? describe : describe.skip;

linux('the queues of a socket (Linux)', () => {
  it('SIOCOUTQ is what a TCP peer has not acknowledged, SIOCOUTQNSD what was not sent', () => {
    withPair('TCP over IPv4', ({ a, b }) => {
      assert.equal(ioctl(a, SIOCOUTQ), 0);
      assert.equal(ioctl(a, SIOCOUTQNSD), 0);
      let sent = 0;
      const chunk = new Uint8Array(65536);
      for (let count = 1; count > 0; sent += Math.max(count, 0)) count = raw.send(a, chunk, MSG_DONTWAIT);
      const held = ioctl(a, SIOCOUTQ);
      const arrived = ioctl(b, SIOCINQ);
      assert.ok(held > 0 && held <= sent);
      assert.ok(held >= sent - arrived, `${sent} sent, ${arrived} arrived, ${held} held`);
      const unsent = ioctl(a, SIOCOUTQNSD);
      assert.ok(unsent > 0 && unsent <= held);
      assert.equal(ioctl(a, TIOCOUTQ), ioctl(a, SIOCOUTQ));
    });
  });

  it('SIOCOUTQ of a unix socket is the memory that its peer has not read', () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    send(a, 'abc');
    assert.ok(ioctl(a, SIOCOUTQ) >= 3);
    recv(b, new Uint8Array(3));
    assert.equal(ioctl(a, SIOCOUTQ), 0);
    close(a);
    close(b);
  });
});

describe('sockatmark', () => {
  it('is true where the urgent byte was, and a receive stops there; SIOCATMARK says the same', () => {
    withPair('TCP over IPv4', ({ a, b }) => {
      const room = Buffer.alloc(16);
      assert.equal(sockatmark(b), false);
      // One segment, so that the urgent byte has come when what is before it has.
      send(a, 'abX', MSG_OOB);
      send(a, 'cd');
      recv(b, room.subarray(0, 1), raw.MSG_PEEK);
      assert.equal(sockatmark(b), false);
      assert.equal(raw.sockatmark(b), 0);
      assert.equal(ioctl(b, SIOCATMARK), false);
      assert.equal(recv(b, room), 2);
      assert.equal(room.toString('latin1', 0, 2), 'ab');
      assert.equal(sockatmark(b), true);
      assert.equal(raw.sockatmark(b), 1);
      assert.deepEqual(result.sockatmark(b), { ok: true, value: true });
      assert.equal(ioctl(b, SIOCATMARK), true);
      assert.equal(recv(b, room, MSG_OOB), 1);
      assert.equal(room.toString('latin1', 0, 1), 'X');
      assert.equal(recv(b, room, MSG_WAITALL, 0, 2), 2);
      assert.equal(room.toString('latin1', 0, 2), 'cd');
      assert.equal(sockatmark(b), false);
    });
  });
});
