import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_UNIX,
  IPPROTO_IP,
  IP_RECVERR,
  IP_RECVTTL,
  IP_TTL,
  MSG_CTRUNC,
  MSG_ERRQUEUE,
  Message,
  SOCK_DGRAM,
  SOL_SOCKET,
  Sockaddr,
  bind,
  close,
  encodeControl,
  getsockname,
  inet,
  recvmsg,
  send,
  sendmsg,
  setsockopt,
  socket,
  socketpair,
} from '../../lib';
import * as raw from '../../lib/raw';
import { withDatagrams } from '../helpers/datagrams';

const PATTERN = 0xee;

describe('the control messages of sendmsg and recvmsg', () => {
  it('are sent and received as bytes by a Message', () => {
    withDatagrams(AF_INET, [inet('127.0.0.1', 0), inet('127.0.0.1', 0)], (a, b) => {
      setsockopt(b, IPPROTO_IP, IP_RECVTTL, 1);
      const ttl = { level: IPPROTO_IP, type: IP_TTL, data: new Uint8Array(Int32Array.of(7).buffer) };
      const outgoing = new raw.Message({
        buffers: Buffer.from('x'),
        address: new Sockaddr(getsockname(b)),
        control: encodeControl([ttl]),
      });
      assert.equal(raw.sendmsg(a, outgoing), 1);
      const memory = new Uint8Array(128).fill(PATTERN);
      const message = new raw.Message({ buffers: Buffer.alloc(1), control: memory.subarray(32, 96) });
      assert.equal(raw.recvmsg(b, message), 1);
      assert.ok(message.controlLength >= 20 && message.controlLength <= 24);
      assert.equal(new Int32Array(memory.buffer, 48, 1)[0], 7);
      memory.forEach((byte, index) => {
        if (index < 32 || index >= 32 + message.controlLength) assert.equal(byte, PATTERN, `byte ${index} was touched`);
      });
    });
  });

  it('are sent from an array and received as one, with room for them only', () => {
    withDatagrams(AF_INET, [inet('127.0.0.1', 0), inet('127.0.0.1', 0)], (a, b) => {
      setsockopt(b, IPPROTO_IP, IP_RECVTTL, 1);
      const address = getsockname(b);
      const control = [{ level: IPPROTO_IP, type: IP_TTL, data: new Uint8Array(Int32Array.of(9).buffer) }];
      for (const sent of [control, encodeControl(control)]) sendmsg(a, { buffers: 'x', address, control: sent });
      sendmsg(a, { buffers: 'x', address });
      const [whole, bytes, cut] = [256, 24, 0].map((controlSize) =>
        recvmsg(b, { buffers: Buffer.alloc(1), controlSize }),
      );
      assert.deepEqual([whole!.control.length, bytes!.control.length, cut!.control.length], [1, 1, 0]);
      assert.deepEqual(whole!.control, bytes!.control);
      const { level, type } = whole!.control[0]!;
      assert.deepEqual([level, type], [IPPROTO_IP, IP_TTL]);
      assert.deepEqual([whole!.flags, bytes!.flags, cut!.flags], [0, 0, MSG_CTRUNC]);
    });
  });

  it('come with MSG_ERRQUEUE from the queue of errors, with the address that the datagram was for', () => {
    const [a, b] = [socket(AF_INET, SOCK_DGRAM), socket(AF_INET, SOCK_DGRAM)];
    bind(b, inet('127.0.0.1', 0));
    const address = getsockname(b);
    close(b);
    setsockopt(a, IPPROTO_IP, IP_RECVERR, 1);
    sendmsg(a, { buffers: 'anybody there?', address });
    const buffers = Buffer.alloc(64);
    const received = recvmsg(a, { buffers, controlSize: 256 }, MSG_ERRQUEUE);
    assert.equal(buffers.toString('utf8', 0, received.length), 'anybody there?');
    assert.deepEqual(received.address, address);
    assert.equal(received.flags & MSG_ERRQUEUE, MSG_ERRQUEUE);
    assert.deepEqual(
      received.control.map(({ level, type }) => [level, type]),
      [[IPPROTO_IP, IP_RECVERR]],
    );
    assert.throws(() => recvmsg(a, { buffers }, MSG_ERRQUEUE), { code: 'EAGAIN' });
    close(a);
  });

  it('end where the kernel says, whatever was in their place before', () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_DGRAM);
    const control = encodeControl([{ level: SOL_SOCKET, type: 1, data: new Uint8Array(4).fill(0xff) }]);
    const message = new Message({ buffers: Buffer.alloc(1), control });
    send(a, 'x');
    assert.deepEqual(recvmsg(b, message).control, []);
    assert.equal(message.controlLength, 0);
    close(a);
    close(b);
  });
});
