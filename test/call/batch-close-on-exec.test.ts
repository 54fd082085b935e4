import assert from 'node:assert/strict';
import {
  AF_UNIX,
  FD_CLOEXEC,
  F_GETFD,
  MSG_DONTWAIT,
  MSG_WAITFORONE,
  MessageBatch,
  PACKET_AUXDATA,
  SOCK_DGRAM,
  SOL_PACKET,
  SOL_SOCKET,
  SO_RCVTIMEO,
  close,
  decodeControl,
  fcntl,
  recvmmsg,
  sendmsg,
  setsockopt,
  socketpair,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { openPacketSocketFor } from '../control/packet';
import { withPair } from '../helpers/kinds';

/** The flags of the descriptor that a batch of that making receives. */
function flagsOfReceived(closeOnExec: boolean | undefined): number {
  const [a, b] = socketpair(AF_UNIX, SOCK_DGRAM);
  try {
    sendmsg(a, { buffers: 'x', control: [{ name: 'SCM_RIGHTS', fds: [a] }] });
    const batch = new MessageBatch(1, { size: 4, control: 24, ...(closeOnExec === undefined ? {} : { closeOnExec }) });
    assert.equal(recvmmsg(b, batch), 1);
    const { control } = batch.message(0);
    const [message] = decodeControl(control, control.length);
    assert.ok(message?.name === 'SCM_RIGHTS');
    const flags = fcntl(message.fds[0]!, F_GETFD);
    message.fds.forEach(close);
    return flags;
  } finally {
    close(a);
    close(b);
  }
}

describe('recvmmsg with closeOnExec', () => {
  before(function () {
    if (process.platform !== 'linux') this.skip();
  });

  it('makes descriptors that come close-on-exec unless it is false', () => {
    assert.equal(flagsOfReceived(undefined), FD_CLOEXEC);
    assert.equal(flagsOfReceived(true), FD_CLOEXEC);
    assert.equal(flagsOfReceived(false), 0);
  });

  it('receives control messages of a packet socket if it is false', function () {
    const length = 1234;
    const fd = openPacketSocketFor(this, length + 28);
    try {
      setsockopt(fd, SOL_PACKET, PACKET_AUXDATA, true);
      setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, { seconds: 5, microseconds: 0 });
      const refused = new MessageBatch(4, { control: 64 });
      assert.throws(() => recvmmsg(fd, refused, MSG_DONTWAIT), { code: 'EINVAL' });
      const batch = new MessageBatch(4, { control: 64, closeOnExec: false });
      withPair('UDP over IPv4', ({ a }) => {
        for (const receive of [recvmmsg, result.recvmmsg, raw.recvmmsg]) {
          raw.send(a, new Uint8Array(length));
          const answer = receive(fd, batch, MSG_WAITFORONE);
          const count = typeof answer === 'number' ? answer : answer.ok ? answer.value : -1;
          assert.ok(count > 0);
          for (const { control } of batch.messages(count)) {
            const [message] = decodeControl(control, control.length);
            assert.ok(message?.name === 'PACKET_AUXDATA');
            assert.equal(message.len, length + 28);
          }
        }
      });
    } finally {
      close(fd);
    }
  });

  it('refuses what is neither', () => {
    for (const closeOnExec of [0, 1, 'false', null, {}]) {
      assert.throws(() => new MessageBatch(1, { closeOnExec: closeOnExec as never }), { code: 'ERR_INVALID_ARG_TYPE' });
    }
  });
});
