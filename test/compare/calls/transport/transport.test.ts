import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  F_GETFL,
  type Fd,
  IPPROTO_TCP,
  MSG_DONTWAIT,
  O_NONBLOCK,
  SOL_SOCKET,
  SO_BUSY_POLL,
  SO_RCVBUF,
  SO_SNDBUF,
  SO_TYPE,
  type SocketFd,
  SOCK_DGRAM,
  SOCK_SEQPACKET,
  SOCK_STREAM,
  TCP_INFO,
  TCP_NODELAY,
  fcntl,
  getpeername,
  getsockopt,
  recv,
  send,
} from '../../../../lib';
import {
  type Pair,
  type PairOptions,
  RoomError,
  TransportError,
  closePair,
  openPair,
  transportNames,
} from '../../../../lib/compare/calls/transport';
import type { TransportName } from '../../../../lib/compare/calls/conditions';
import { inNamespace, noNamespace, skipFor } from '../../../helpers/namespace';
import { openFds } from '../../open-fds';

const NOTHING_SET = { nodelay: true, sndbuf: null, rcvbuf: null, busyPoll: null };

interface Wanted extends Partial<Omit<PairOptions, 'socket'>> {
  readonly socket?: Partial<PairOptions['socket']>;
}

function open(name: TransportName, { socket, blocking = true, room = 0 }: Wanted = {}): Pair {
  return openPair(name, { socket: { ...NOTHING_SET, ...socket }, blocking, room, answers: true });
}

function withPair(name: TransportName, wanted: Wanted, use: (pair: Pair) => void): void {
  const pair = open(name, wanted);
  try {
    use(pair);
  } finally {
    closePair(pair);
  }
}

const KINDS = {
  tcp: ['inet', SOCK_STREAM],
  tcp6: ['inet6', SOCK_STREAM],
  unix: ['unix', SOCK_STREAM],
  'unix-dgram': ['unix', SOCK_DGRAM],
  'unix-seqpacket': ['unix', SOCK_SEQPACKET],
  socketpair: ['unix', SOCK_STREAM],
  udp: ['inet', SOCK_DGRAM],
} as const;

describe('openPair', () => {
  for (const name of transportNames) {
    it(`connects two sockets over ${name}, both ways, and closes them`, () => {
      const before = openFds();
      withPair(name, { room: 1000 }, ({ near, far }) => {
        assert.equal(openFds(), before + 2);
        for (const [from, to] of [
          [near, far],
          [far, near],
        ] as const) {
          const [family, type] = KINDS[name];
          assert.equal(getpeername(from as SocketFd).family, family);
          assert.equal(getsockopt(from, SOL_SOCKET, SO_TYPE), type);
          assert.equal(fcntl(from, F_GETFL) & O_NONBLOCK, 0);
          send(from, 'over there');
          const received = new Uint8Array(100);
          const length = recv(to, received);
          assert.equal(Buffer.from(received.subarray(0, length)).toString(), 'over there');
        }
      });
      assert.equal(openFds(), before);
    });

    it(`has a far end of ${name} from which nothing has come, if that does not answer`, () => {
      const pair = openPair(name, { socket: NOTHING_SET, blocking: true, room: 1000, answers: false });
      try {
        assert.throws(() => recv(pair.near, new Uint8Array(1), MSG_DONTWAIT), { code: 'EAGAIN' });
        if (!name.startsWith('tcp') || TCP_INFO === undefined) return;
        // Nor has anything been taken away: TCP would acknowledge otherwise from then on.
        const sent = (end: Fd): unknown => getsockopt(end as SocketFd, IPPROTO_TCP, TCP_INFO).dataSegsOut;
        assert.deepEqual([sent(pair.near), sent(pair.far)], [1, 0]);
      } finally {
        closePair(pair);
      }
    });

    it(`makes descriptors of ${name} that do not block`, () => {
      withPair(name, { blocking: false, room: 1000 }, ({ near, far }) => {
        for (const end of [near, far]) {
          assert.notEqual(fcntl(end, F_GETFL) & O_NONBLOCK, 0);
          assert.throws(() => recv(end, new Uint8Array(1)), { code: 'EAGAIN' });
        }
      });
    });

    it(`sets the buffers of both ends of ${name}`, () => {
      withPair(name, { socket: { sndbuf: 20_000, rcvbuf: 30_000 } }, ({ near, far }) => {
        const doubled = process.platform === 'linux' ? 2 : 1;
        for (const end of [near, far]) {
          assert.equal(getsockopt(end, SOL_SOCKET, SO_SNDBUF), doubled * 20_000);
          assert.equal(getsockopt(end, SOL_SOCKET, SO_RCVBUF), doubled * 30_000);
        }
      });
    });

    it(`refuses a buffer that the kernel does not give for ${name}, and leaves nothing open`, () => {
      const before = openFds();
      const socket = { sndbuf: 0x3fffffff };
      assert.throws(
        () => open(name, { socket }),
        (error) => error instanceof TransportError && /^SO_SNDBUF: .* raise net.core.wmem_max/.test(error.message),
      );
      assert.equal(openFds(), before);
    });
  }

  it('lets TCP send at once, or collect', () => {
    for (const nodelay of [true, false]) {
      withPair('tcp', { socket: { nodelay } }, ({ near, far }) => {
        for (const end of [near, far]) assert.equal(getsockopt(end, IPPROTO_TCP, TCP_NODELAY), nodelay);
      });
    }
  });

  it('sets busy poll where the kernel permits it, and says what to do where it does not', () => {
    try {
      withPair('udp', { socket: { busyPoll: 50 } }, ({ near }) => {
        assert.equal(getsockopt(near, SOL_SOCKET, SO_BUSY_POLL), 50);
      });
    } catch (error) {
      assert.ok(error instanceof TransportError);
      assert.match(error.message, /^SO_BUSY_POLL: setsockopt E\w+\. .*leave busy poll out\.$/);
    }
  });

  it('says that IPv6 is off, and what to do', function () {
    const why = noNamespace();
    if (why !== undefined) return skipFor(this, why);
    const off = 'ip link set lo up; echo 1 > /proc/sys/net/ipv6/conf/all/disable_ipv6; exec "$@"';
    const output = inNamespace(off, join(__dirname, 'fixtures', 'open-tcp6.ts'));
    assert.match(
      output,
      /^TransportError: tcp6 can't be had here: bind EADDRNOTAVAIL.*IPv6 is off: .*leave tcp6 out\.$/m,
    );
    return undefined;
  }).timeout(60_000);
});

describe('room for a message', () => {
  for (const [name, size, reason] of [
    ['socketpair', 64 * 1024 * 1024, /on socketpair does not fit into the socket buffers: they took \d+/],
    ['tcp', 64 * 1024 * 1024, /on tcp does not fit into the socket buffers: they took \d+/],
    ['unix-dgram', 1024 * 1024, /on unix-dgram is longer than its send buffer allows.*SO_SNDBUF/],
    ['unix-seqpacket', 1024 * 1024, /on unix-seqpacket is longer than its send buffer allows.*SO_SNDBUF/],
    ['udp', 65_508, /on udp is too long: 65507 is the most/],
  ] as const) {
    it(`is not there for ${size} bytes on ${name}`, () => {
      const before = openFds();
      assert.throws(
        () => open(name, { room: size, socket: { sndbuf: 100_000 } }),
        (error) => error instanceof RoomError && reason.test(error.message),
      );
      assert.equal(openFds(), before);
    });
  }

  it('is there for the largest datagram', () => {
    withPair('udp', { room: 65_507 }, () => {});
  });

  it('leaves nothing of itself in the pair', () => {
    for (const name of transportNames) {
      withPair(name, { room: 1000, blocking: false }, ({ near, far }) => {
        for (const end of [near, far]) assert.throws(() => recv(end, new Uint8Array(1)), { code: 'EAGAIN' });
      });
    }
  });
});
