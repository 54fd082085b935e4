import assert from 'node:assert/strict';
import {
  AF_INET,
  IPPROTO_UDPLITE,
  SOCK_DGRAM,
  SOL_SOCKET,
  SO_RCVTIMEO,
  type SocketFd,
  UDPLITE_RECV_CSCOV,
  UDPLITE_SEND_CSCOV,
  bind,
  close,
  connect,
  getsockname,
  getsockopt,
  inet,
  recv,
  send,
  setsockopt,
  socket,
} from '../../lib';
import { needs } from '../control/exchange';
import { room, text } from './udp';

describe('UDP-Lite', () => {
  it('drops what its checksum covers too little of', function () {
    const open = (): SocketFd<'inet', 'dgram'> => socket(AF_INET, SOCK_DGRAM, IPPROTO_UDPLITE);
    const sockets = needs(this, 'no UDP-Lite', ['EPROTONOSUPPORT'], () => [open(), open()] as const);
    try {
      const [sender, receiver] = sockets;
      bind(receiver, inet('127.0.0.1', 0));
      setsockopt(receiver, SOL_SOCKET, SO_RCVTIMEO, { seconds: 5, microseconds: 0 });
      connect(sender, getsockname(receiver));
      setsockopt(receiver, IPPROTO_UDPLITE, UDPLITE_RECV_CSCOV, 12);
      for (const [covered, data] of [
        [8, 'the header alone'],
        [11, 'nearly enough'],
        [12, 'enough'],
        [0, 'all of it'],
      ] as const) {
        setsockopt(sender, IPPROTO_UDPLITE, UDPLITE_SEND_CSCOV, covered);
        assert.equal(getsockopt(sender, IPPROTO_UDPLITE, UDPLITE_SEND_CSCOV), covered);
        send(sender, data);
      }
      assert.deepEqual([text(recv(receiver, room)), text(recv(receiver, room))], ['enough', 'all of it']);
    } finally {
      for (const fd of sockets) close(fd);
    }
  });
});
