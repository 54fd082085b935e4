import assert from 'node:assert/strict';
import {
  type Address,
  type Fd,
  ICMP6_ECHO_REPLY,
  ICMP6_ECHO_REQUEST,
  ICMPV6_FILTER,
  ICMP_ECHOREPLY,
  ICMP_FILTER,
  ICMP_TIMESTAMPREPLY,
  type IcmpFilterSetting,
  IPPROTO_ICMPV6,
  SOL_RAW,
  SOL_SOCKET,
  SO_RCVTIMEO,
  type SocketFd,
  type SocketOption,
  getsockopt,
  inet,
  inet6,
  recv,
  sendto,
  setsockopt,
} from '../../lib';
import { needs } from '../control/exchange';
import { withSocket } from './sockets';

/** What makes this test's messages known among those of others. */
const ID = process.pid & 0xffff;
let sequence = 0;

interface Version {
  readonly name: string;
  readonly kind: 'icmp' | 'icmp6';
  readonly level: number;
  readonly option: SocketOption<never, { block: number[] }, IcmpFilterSetting>;
  /** A type to keep out, and one to let in, neither of which the kernel answers. */
  readonly types: readonly [out: number, into: number];
  readonly count: number;
}

const versions: readonly Version[] = [
  {
    name: 'ICMP_FILTER',
    kind: 'icmp',
    level: SOL_RAW,
    option: ICMP_FILTER as unknown as Version['option'],
    types: [ICMP_ECHOREPLY, ICMP_TIMESTAMPREPLY],
    count: 32,
  },
  {
    name: 'ICMPV6_FILTER',
    kind: 'icmp6',
    level: IPPROTO_ICMPV6,
    option: ICMPV6_FILTER as unknown as Version['option'],
    types: [ICMP6_ECHO_REPLY, ICMP6_ECHO_REQUEST],
    count: 256,
  },
];

function message(type: number): Buffer {
  const bytes = Buffer.from([type, 0, 0, 0, ID >> 8, ID & 0xff, sequence >> 8, sequence & 0xff]);
  const sum = bytes.readUInt16BE(0) + bytes.readUInt16BE(4) + bytes.readUInt16BE(6);
  // The kernel puts that of ICMPv6 in.
  bytes.writeUInt16BE(~((sum & 0xffff) + (sum >>> 16)) & 0xffff, 2);
  return bytes;
}

/** The type of the first message of this turn that a socket gets. */
function firstType(fd: Fd, kind: Version['kind']): number {
  const room = Buffer.alloc(128);
  for (;;) {
    const packet = room.subarray(0, recv(fd, room));
    const bytes = kind === 'icmp' ? packet.subarray((packet[0]! & 0x0f) * 4) : packet;
    if (bytes.readUInt16BE(4) === ID && bytes.readUInt16BE(6) === sequence) return bytes[0]!;
  }
}

/** Sends both types over loopback; which arrives first at the socket that filters, and at one that does not. */
function received(context: Mocha.Context, { kind, level, option, types }: Version, value: unknown): number[] {
  sequence++;
  return needs(context, 'not privileged, or no such protocol', ['EPERM', 'EACCES', 'EAFNOSUPPORT'], () =>
    withSocket(kind, (filtering) =>
      withSocket(kind, (open) => {
        for (const fd of [filtering, open]) setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, { seconds: 5, microseconds: 0 });
        setsockopt(filtering, level, option, value as IcmpFilterSetting);
        const to: Address = kind === 'icmp' ? inet('127.0.0.1', 0) : inet6('::1', 0);
        for (const type of types) sendto(filtering as SocketFd, message(type), 0, to);
        return [filtering, open].map((fd) => firstType(fd, kind));
      }),
    ),
  );
}

describe('filters of message types', () => {
  for (const version of versions) {
    const { name, kind, level, option, types, count } = version;
    const [out, into] = types;
    const all = Array.from({ length: count }, (_, type) => type);

    it(`${name} keeps a type out`, function () {
      assert.deepEqual(received(this, version, { block: [out] }), [into, out]);
    });

    it(`${name} lets one type in`, function () {
      assert.deepEqual(received(this, version, { pass: [into] }), [into, out]);
    });

    it(`${name} lets everything in again`, function () {
      assert.deepEqual(received(this, version, { block: [] }), [out, out]);
    });

    it(`${name} is read as what it keeps out, in the kernel’s bits`, function () {
      needs(this, 'not privileged, or no such protocol', ['EPERM', 'EACCES', 'EAFNOSUPPORT'], () =>
        withSocket(kind, (fd) => {
          assert.deepEqual(getsockopt(fd, level, option), { block: [] });
          setsockopt(fd, level, option, { pass: [] });
          assert.deepEqual(getsockopt(fd, level, option), { block: all });
          setsockopt(fd, level, option, { pass: [out, into] });
          const { block } = getsockopt(fd, level, option);
          assert.deepEqual(
            block,
            all.filter((type) => type !== out && type !== into),
          );
          setsockopt(fd, level, option, { block });
          assert.deepEqual(getsockopt(fd, level, option), { block });
          const bytes = new Uint32Array(count / 32);
          bytes[count / 32 - 1] = 0x80000001;
          setsockopt(fd, level, option, bytes);
          assert.deepEqual(getsockopt(fd, level, option), { block: [count - 32, count - 1] });
        }),
      );
    });

    it(`${name} refuses what is no list of types`, function () {
      needs(this, 'not privileged, or no such protocol', ['EPERM', 'EACCES', 'EAFNOSUPPORT'], () =>
        withSocket(kind, (fd) => {
          for (const [value, code] of [
            [1, 'ERR_INVALID_ARG_TYPE'],
            [null, 'ERR_INVALID_ARG_TYPE'],
            [{}, 'ERR_INVALID_ARG_VALUE'],
            [{ block: [], pass: [] }, 'ERR_INVALID_ARG_VALUE'],
            [{ block: 1 }, 'ERR_INVALID_ARG_TYPE'],
            [{ pass: ['1'] }, 'ERR_INVALID_ARG_TYPE'],
            [{ block: [-1] }, 'ERR_OUT_OF_RANGE'],
            [{ block: [1.5] }, 'ERR_OUT_OF_RANGE'],
            [{ pass: [count] }, 'ERR_OUT_OF_RANGE'],
            [{ pass: new Array(count + 1).fill(0) }, 'ERR_OUT_OF_RANGE'],
          ] as const) {
            assert.throws(() => setsockopt(fd, level, option, value as never), { code }, JSON.stringify(value));
          }
          assert.deepEqual(getsockopt(fd, level, option), { block: [] });
        }),
      );
    });
  }
});
