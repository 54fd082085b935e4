import assert from 'node:assert/strict';
import {
  type ActiveSocket,
  AF_INET,
  AF_INET6,
  IPPROTO_IP,
  IPPROTO_IPV6,
  IPPROTO_RAW,
  IPV6_RECVDSTOPTS,
  IPV6_RECVFRAGSIZE,
  IPV6_RECVHOPOPTS,
  IP_RECVFRAGSIZE,
  type InetAddress,
  MSG_ERRQUEUE,
  PACKET_AUXDATA,
  SOCK_RAW,
  SOF_TIMESTAMPING_SOFTWARE,
  SOF_TIMESTAMPING_TX_SOFTWARE,
  SOL_PACKET,
  SOL_SOCKET,
  SOL_TCP,
  SOL_UDP,
  SO_EE_ORIGIN_TIMESTAMPING,
  SO_TIMESTAMPING,
  TCP_INQ,
  UDP_GRO,
  UDP_NO_CHECK6_RX,
  close,
  connect,
  getsockname,
  inet,
  inet6,
  sendmsg,
  setsockopt,
  socket,
  type Fd,
} from '../../lib';
import { withPair } from '../helpers/kinds';
import { find, needs, receive, receivePacket, send, turnOn } from './exchange';
import { linkAddress, openPacketSocket, openPacketSocketFor } from './packet';

function opened(context: Mocha.Context, domain: number, type: number, protocol: number): Fd {
  return needs(context, 'not privileged', ['EPERM', 'EACCES'], () => socket(domain, type, protocol));
}

/** An IPv4 header; the kernel fills in the checksum and the total length. */
function ipHeader(payload: number, protocol: number, id: number, fragment: number): Buffer {
  const header = Buffer.alloc(20);
  header[0] = 0x45;
  header.writeUInt16BE(20 + payload, 2);
  header.writeUInt16BE(id, 4);
  header.writeUInt16BE(fragment, 6);
  header[8] = 64;
  header[9] = protocol;
  header.set([127, 0, 0, 1, 127, 0, 0, 1], 12);
  return header;
}

/** A UDP datagram of zeros from one socket to another, without a checksum. */
function emptyDatagram(a: Fd, b: Fd): Buffer {
  const datagram = Buffer.alloc(48);
  [a, b].forEach((fd, index) => datagram.writeUInt16BE((getsockname(fd) as InetAddress).port, index * 2));
  datagram.writeUInt16BE(datagram.length, 4);
  return datagram;
}

describe('control messages of protocols', () => {
  for (const kind of ['UDP over IPv4', 'UDP over IPv6']) {
    it(`UDP_SEGMENT over ${kind} cuts the bytes into datagrams`, () => {
      withPair(kind, ({ a, b }) => {
        send(a, 'x'.repeat(950), { name: 'UDP_SEGMENT', size: 100 });
        const lengths = Array.from({ length: 10 }, () => receive(b).length);
        assert.deepEqual(lengths, [...new Array<number>(9).fill(100), 50]);
      });
    });

    it(`UDP_GRO over ${kind} tells the size of those received as one`, () => {
      withPair(kind, (pair) => {
        turnOn(pair.b, SOL_UDP, UDP_GRO);
        send(pair.a, 'x'.repeat(1000), { name: 'UDP_SEGMENT', size: 100 });
        const { length, control } = receive(pair.b);
        assert.equal(length, 1000);
        assert.equal(find(control, 'UDP_GRO').size, 100);
      });
    });
  }

  it('TCP_CM_INQ: how many bytes are left', () => {
    withPair('TCP over IPv4', ({ a, b }) => {
      turnOn(b, SOL_TCP, TCP_INQ);
      send(a, 'ten bytes.');
      assert.equal(find(receive(b, 0, 4).control, 'TCP_CM_INQ').unread, 6);
    });
  });

  it('IPV6_RECVFRAGSIZE: the size of the largest fragment', function () {
    const FRAGMENT = 44;
    const out = opened(this, AF_INET6, SOCK_RAW, FRAGMENT);
    try {
      withPair('UDP over IPv6', ({ a, b }) => {
        turnOn(b, IPPROTO_IPV6, IPV6_RECVFRAGSIZE);
        turnOn(b, SOL_UDP, UDP_NO_CHECK6_RX);
        const datagram = emptyDatagram(a, b);
        for (const [from, to, more] of [
          [0, 32, 1],
          [32, 48, 0],
        ] as const) {
          const header = Uint8Array.of(17, 0, 0, from | more, 1, 2, 3, 4);
          const buffers = [header, datagram.subarray(from, to)];
          sendmsg(out as ActiveSocket, { buffers, address: inet6('::1', 0) });
        }
        const { length, control } = receive(b);
        assert.equal(length, 40);
        assert.equal(find(control, 'IPV6_RECVFRAGSIZE').size, 40 + 8 + 32);
      });
    } finally {
      close(out);
    }
  });

  it('IP_RECVFRAGSIZE: the size of the largest fragment', function () {
    const out = opened(this, AF_INET, SOCK_RAW, IPPROTO_RAW);
    try {
      withPair('UDP over IPv4', ({ a, b }) => {
        turnOn(b, IPPROTO_IP, IP_RECVFRAGSIZE);
        const datagram = emptyDatagram(a, b);
        const MORE = 0x2000;
        const fragments = [
          [ipHeader(32, 17, 4711, MORE), datagram.subarray(0, 32)],
          [ipHeader(16, 17, 4711, 32 / 8), datagram.subarray(32)],
        ];
        for (const buffers of fragments) sendmsg(out as ActiveSocket, { buffers, address: inet('127.0.0.1', 0) });
        const { length, control } = receive(b);
        assert.equal(length, 40);
        assert.equal(find(control, 'IP_RECVFRAGSIZE').size, 52);
      });
    } finally {
      close(out);
    }
  });

  it('IP_PROTOCOL: what the route is looked up for', function () {
    const protocol = 253;
    const out = opened(this, AF_INET, SOCK_RAW, IPPROTO_RAW);
    const into = socket(AF_INET, SOCK_RAW, protocol);
    try {
      connect(out as never, inet('127.0.0.1', 0) as never);
      const packet = ipHeader(0, protocol, 1, 0);
      const old = 'this kernel has no IP_PROTOCOL';
      needs(this, old, ['EINVAL'], () =>
        sendmsg(out as ActiveSocket, { buffers: packet, control: [{ name: 'IP_PROTOCOL', protocol }] }),
      );
      assert.equal(receive(into).length, packet.length);
      assert.throws(() => send(out, 'x', { name: 'IP_PROTOCOL', protocol: 256 }), { code: 'EINVAL' });
    } finally {
      close(out);
      close(into);
    }
  });

  for (const [name, option] of [
    ['IPV6_HOPOPTS', IPV6_RECVHOPOPTS],
    ['IPV6_DSTOPTS', IPV6_RECVDSTOPTS],
  ] as const) {
    it(`${name}: a header with options`, function () {
      withPair('UDP over IPv6', ({ a, b }) => {
        turnOn(b, IPPROTO_IPV6, option);
        // Next header, length in 8 bytes more than the first, and padding of 4 bytes.
        const header = Uint8Array.of(0, 0, 1, 4, 0, 0, 0, 0);
        needs(this, 'not privileged', ['EPERM'], () => send(a, 'x', { name, header }));
        const got = find(receive(b).control, name).header;
        assert.deepEqual([...got], [17, ...header.subarray(1)]);
      });
    });
  }

  it('PACKET_AUXDATA: what the device said', function () {
    const wanted = 1234 + 28;
    const fd = openPacketSocketFor(this, wanted);
    try {
      turnOn(fd, SOL_PACKET, PACKET_AUXDATA);
      withPair('UDP over IPv4', ({ a }) => {
        send(a, 'x'.repeat(1234));
        const { status, len, snaplen, net, vlanTci } = find(receivePacket(fd).control, 'PACKET_AUXDATA');
        assert.deepEqual({ len, snaplen, vlanTci }, { len: wanted, snaplen: wanted, vlanTci: 0 });
        assert.ok(status & 1 && net >= 0);
      });
    } finally {
      close(fd);
    }
  });

  it('PACKET_TX_TIMESTAMP: which send a stamp is of', function () {
    const fd = openPacketSocket(this);
    try {
      const flags = SOF_TIMESTAMPING_SOFTWARE | SOF_TIMESTAMPING_TX_SOFTWARE;
      setsockopt(fd, SOL_SOCKET, SO_TIMESTAMPING as number, Int32Array.of(flags));
      sendmsg(fd as ActiveSocket, { buffers: ipHeader(0, 253, 1, 0), address: linkAddress() });
      const { control } = receivePacket(fd, MSG_ERRQUEUE);
      assert.ok(find(control, 'SCM_TIMESTAMPING').software.seconds > 0);
      assert.equal(find(control, 'PACKET_TX_TIMESTAMP').error.origin, SO_EE_ORIGIN_TIMESTAMPING);
    } finally {
      close(fd);
    }
  });
});
