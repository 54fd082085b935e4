import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_INET6,
  IPPROTO_IP,
  IPPROTO_IPV6,
  IPV6_RECVHOPLIMIT,
  IPV6_RECVORIGDSTADDR,
  IPV6_RECVPKTINFO,
  IPV6_RECVTCLASS,
  IP_CHECKSUM,
  IP_PKTINFO,
  IP_RECVOPTS,
  IP_RECVORIGDSTADDR,
  IP_RECVTOS,
  IP_RECVTTL,
  IP_RETOPTS,
  MSG_MORE,
  SOCK_DGRAM,
  SOL_SOCKET,
  SO_RCVBUF,
  SO_RCVMARK,
  SO_RCVPRIORITY,
  SO_RXQ_OVFL,
  bind,
  close,
  connect,
  getsockname,
  inet,
  inet6,
  setsockopt,
  socket,
} from '../../lib';
import * as raw from '../../lib/raw';
import { type Pair, withPair } from '../helpers/kinds';
import { LO, find, needs, receive, send, through, turnOn } from './exchange';

function overIPv4(use: (pair: Pair) => void): void {
  withPair('UDP over IPv4', use);
}

function overIPv6(use: (pair: Pair) => void): void {
  withPair('UDP over IPv6', use);
}

/** The sum of the 16-bit words of some bytes. */
function wordsOf(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 2) sum += bytes.readUInt16LE(at);
  return sum;
}

describe('control messages over UDP', () => {
  it('IP_TTL: as the sender set it for this packet', () => {
    overIPv4((pair) => {
      turnOn(pair.b, IPPROTO_IP, IP_RECVTTL);
      assert.deepEqual(through(pair, 'IP_TTL', { name: 'IP_TTL', ttl: 7 }), { ttl: 7 });
      assert.deepEqual(through(pair, 'IP_TTL'), { ttl: 64 });
      assert.throws(() => send(pair.a, 'x', { name: 'IP_TTL', ttl: 256 }), { code: 'EINVAL' });
    });
  });

  it('IP_TOS: one byte', () => {
    overIPv4((pair) => {
      turnOn(pair.b, IPPROTO_IP, IP_RECVTOS);
      assert.deepEqual(through(pair, 'IP_TOS', { name: 'IP_TOS', tos: 0xb8 }), { tos: 0xb8 });
      const asByte = { level: IPPROTO_IP, type: 1, data: Uint8Array.of(0x10) };
      assert.deepEqual(through(pair, 'IP_TOS', asByte), { tos: 0x10 });
    });
  });

  it('IP_PKTINFO: where it came in, and to which address', () => {
    overIPv4((pair) => {
      turnOn(pair.b, IPPROTO_IP, IP_PKTINFO);
      const expected = { ifindex: LO, specDst: '127.0.0.1', addr: '127.0.0.1' };
      assert.deepEqual(through(pair, 'IP_PKTINFO'), expected);
      assert.deepEqual(through(pair, 'IP_PKTINFO', { name: 'IP_PKTINFO', ifindex: LO }), expected);
    });
  });

  it('IP_PKTINFO chooses the source address, IPV6_PKTINFO too', () => {
    for (const [domain, any, control, source] of [
      [AF_INET, inet('127.0.0.1', 0), { name: 'IP_PKTINFO', specDst: '127.0.0.2' }, '127.0.0.2'],
      [AF_INET6, inet6('::1', 0), { name: 'IPV6_PKTINFO', addr: '::1' }, '::1'],
    ] as const) {
      const from = socket(domain, SOCK_DGRAM);
      const to = socket(domain, SOCK_DGRAM);
      try {
        bind(to, any as never);
        connect(from, getsockname(to) as never);
        send(from, 'x', control);
        assert.equal((receive(to).address as { address: string }).address, source);
      } finally {
        close(from);
        close(to);
      }
    }
  });

  it('IP_ORIGDSTADDR: the destination before a redirection', () => {
    overIPv4((pair) => {
      turnOn(pair.b, IPPROTO_IP, IP_RECVORIGDSTADDR);
      assert.deepEqual(through(pair, 'IP_ORIGDSTADDR'), { address: getsockname(pair.b) });
    });
  });

  it('IP_RECVOPTS and IP_RETOPTS: options as they came, and as they would go back', () => {
    overIPv4((pair) => {
      turnOn(pair.b, IPPROTO_IP, IP_RECVOPTS);
      turnOn(pair.b, IPPROTO_IP, IP_RETOPTS);
      // Record route, with room for one address, and an end.
      const route = Uint8Array.of(7, 7, 4, 0, 0, 0, 0, 0);
      send(pair.a, 'x', { name: 'IP_RETOPTS', options: route });
      const { control } = receive(pair.b);
      assert.deepEqual([...find(control, 'IP_RECVOPTS').options], [7, 7, 8, 127, 0, 0, 1, 0]);
      assert.deepEqual([...find(control, 'IP_RETOPTS').options].slice(0, 2), [7, 7]);
    });
  });

  it('IP_CHECKSUM: the sum of the payload, where the kernel had to add it up', () => {
    overIPv4(({ a, b }) => {
      turnOn(b, IPPROTO_IP, IP_CHECKSUM);
      // Bytes that come in two goes have a checksum that the sender made, and that the receiver looks at.
      raw.send(a, Buffer.from('abc'), MSG_MORE);
      send(a, 'defg');
      const { checksum } = find(receive(b).control, 'IP_CHECKSUM');
      assert.equal(checksum % 0xffff, wordsOf(Buffer.from('abcdefg\0')) % 0xffff);
    });
  });

  it('IPV6_HOPLIMIT: as the sender set it for this packet', () => {
    overIPv6((pair) => {
      turnOn(pair.b, IPPROTO_IPV6, IPV6_RECVHOPLIMIT);
      assert.deepEqual(through(pair, 'IPV6_HOPLIMIT', { name: 'IPV6_HOPLIMIT', hopLimit: 7 }), { hopLimit: 7 });
      assert.deepEqual(through(pair, 'IPV6_HOPLIMIT', { name: 'IPV6_HOPLIMIT', hopLimit: -1 }), { hopLimit: 64 });
    });
  });

  it('IPV6_TCLASS: as the sender set it for this packet', () => {
    overIPv6((pair) => {
      turnOn(pair.b, IPPROTO_IPV6, IPV6_RECVTCLASS);
      const control = { name: 'IPV6_TCLASS', trafficClass: 0x20 } as const;
      assert.deepEqual(through(pair, 'IPV6_TCLASS', control), { trafficClass: 0x20 });
    });
  });

  it('IPV6_PKTINFO: where it came in, and to which address', () => {
    overIPv6((pair) => {
      turnOn(pair.b, IPPROTO_IPV6, IPV6_RECVPKTINFO);
      assert.deepEqual(through(pair, 'IPV6_PKTINFO'), { addr: '::1', ifindex: LO });
    });
  });

  it('IPV6_ORIGDSTADDR: the destination before a redirection', () => {
    overIPv6((pair) => {
      turnOn(pair.b, IPPROTO_IPV6, IPV6_RECVORIGDSTADDR);
      assert.deepEqual(through(pair, 'IPV6_ORIGDSTADDR'), { address: getsockname(pair.b) });
    });
  });

  for (const kind of ['UDP over IPv4', 'UDP over IPv6']) {
    it(`SO_RXQ_OVFL over ${kind}: how many were dropped`, () => {
      withPair(kind, ({ a, b }) => {
        turnOn(b, SOL_SOCKET, SO_RXQ_OVFL);
        setsockopt(b, SOL_SOCKET, SO_RCVBUF, 1);
        const sent = 50;
        for (let count = 0; count < sent; count++) send(a, new Uint8Array(500));
        let came = 0;
        while (raw.recv(b, new Uint8Array(1), raw.MSG_DONTWAIT) > 0) came++;
        assert.ok(came > 0 && came < sent);
        // Each packet carries the count of its arrival.
        assert.deepEqual(through({ a, b }, 'SO_RXQ_OVFL'), { dropped: sent - came });
      });
    });

    it(`SO_MARK over ${kind}: as the privileged set it for this packet`, function () {
      withPair(kind, (pair) => {
        needs(this, 'this kernel has no SO_RCVMARK', ['ENOPROTOOPT'], () =>
          turnOn(pair.b, SOL_SOCKET, SO_RCVMARK ?? 75),
        );
        const fields = needs(this, 'not privileged', ['EPERM'], () =>
          through(pair, 'SO_MARK', { name: 'SO_MARK', mark: 0xfedcba98 }),
        );
        assert.deepEqual(fields, { mark: 0xfedcba98 });
      });
    });

    it(`SO_PRIORITY over ${kind}: as the sender set it for this packet`, function () {
      withPair(kind, (pair) => {
        const old = 'this kernel has no SO_RCVPRIORITY';
        needs(this, old, ['ENOPROTOOPT'], () => turnOn(pair.b, SOL_SOCKET, SO_RCVPRIORITY ?? 82));
        assert.deepEqual(through(pair, 'SO_PRIORITY', { name: 'SO_PRIORITY', priority: 5 }), { priority: 5 });
      });
    });
  }
});
