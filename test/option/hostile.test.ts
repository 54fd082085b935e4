import assert from 'node:assert/strict';
import fc from 'fast-check';
import * as sockcall from '../../lib';
import { SyscallError, getsockopt, setsockopt } from '../../lib';
import { type OptionRow, optionRows } from '../../lib/option/rows';
import { anything } from '../hostile/shapes/shape';
import { check } from '../hostile/check';
import { type Kind, withSocket } from './sockets';

const numbers = sockcall as unknown as Readonly<Record<string, number | undefined>>;

/** Sockets that go nowhere, by level. */
const THROWAWAY: Readonly<Record<string, Kind>> = {
  SOL_SOCKET: 'unix',
  IPPROTO_TCP: 'tcp',
  SOL_MPTCP: 'tcp',
  IPPROTO_UDP: 'udp',
  IPPROTO_IP: 'udp',
  IPPROTO_IPV6: 'udp6',
  SOL_NETLINK: 'netlink',
  SOL_PACKET: 'packet',
  IPPROTO_UDPLITE: 'udplite',
  IPPROTO_ICMPV6: 'icmp6',
  SOL_RAW: 'icmp',
  AF_VSOCK: 'vsock',
  SOL_TLS: 'tcp',
  SOL_ALG: 'cipher',
};

/** The names that members of values have, so that some objects are nearly right. */
const MEMBERS = [
  ...['onoff', 'linger', 'seconds', 'microseconds', 'code', 'jt', 'jf', 'k', 'flags', 'bindPhc', 'clockid', 'address'],
  ...['key', 'prefixlen', 'ifindex', 'multiaddr', 'interface', 'sourceaddr', 'fmode', 'slist', 'group', 'source'],
  ...['low', 'high', 'addr', 'dst', 'label', 'action', 'share', 'expires', 'type', 'id', 'typeFlags', 'maxNumMembers'],
  ...['blockSize', 'blockNr', 'frameSize', 'frameNr', 'sndWl1', 'sndWnd', 'maxWindow', 'rcvWnd', 'rcvWup', 'value'],
  ...['block', 'pass'],
];
/** Small, so that no ring of memory is large. */
const small = fc.oneof(
  fc.integer({ min: -2, max: 300 }),
  fc.constantFrom(NaN, 1.5, 2 ** 32, 2n ** 64n, '127.0.0.1', '::1', 'lo'),
);
const object = fc.dictionary(fc.constantFrom(...MEMBERS), fc.oneof(small, anything), { maxKeys: 12 });
const value = fc.oneof(
  anything,
  fc.integer(),
  fc.boolean(),
  fc.string(),
  fc.bigInt(),
  object,
  fc.array(fc.oneof(object, small), { maxLength: 5 }),
  fc.uint8Array({ maxLength: 300 }),
);

function survives(use: () => unknown): void {
  try {
    use();
  } catch (error) {
    if (error instanceof SyscallError) return;
    assert.ok(error instanceof TypeError || error instanceof RangeError, String(error));
    assert.ok('code' in error || error.message === 'mischief', error.stack);
  }
}

function available(kind: Kind): boolean {
  try {
    return withSocket(kind, () => true);
  } catch {
    return false;
  }
}

/** What would reach beyond the test: these are tried in the table only, with values that do no harm. */
const isTame = ({ name, shape }: OptionRow): boolean => shape !== 'pidfd' && name !== 'TCP_REPAIR';

describe('hostile values of options', () => {
  for (const [level, kind] of Object.entries(THROWAWAY)) {
    it(`of ${level} are refused or reach the kernel`, function () {
      this.timeout(60000);
      if (!available(kind)) {
        this.test!.title += ` (skipped: no socket of the kind ${kind})`;
        return this.skip();
      }
      for (const row of optionRows.filter(({ levels }) => (levels as readonly string[]).includes(level))) {
        const name = numbers[row.name];
        if (name === undefined || !isTame(row)) continue;
        check(
          fc.property(value, (given) => {
            withSocket(kind, (fd) => survives(() => setsockopt(fd, numbers[level]!, name, given as number)));
          }),
          25,
        );
      }
    });

    it(`of ${level} are read with any length`, function () {
      this.timeout(60000);
      if (!available(kind)) return this.skip();
      const lengths = fc.oneof(fc.integer({ min: 0, max: 5000 }), anything);
      for (const row of optionRows.filter(({ levels }) => (levels as readonly string[]).includes(level))) {
        const name = numbers[row.name];
        if (name === undefined || !isTame(row)) continue;
        withSocket(kind, (fd) => {
          survives(() => getsockopt(fd, numbers[level]!, name));
          check(
            fc.property(lengths, (length) => {
              survives(() => {
                const bytes = getsockopt(fd, numbers[level]!, name, length as number);
                if (typeof length === 'number') assert.ok(bytes.length <= length);
              });
            }),
            25,
          );
        });
      }
    });
  }
});
