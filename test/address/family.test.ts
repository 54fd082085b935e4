import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  AF_INET,
  AF_INET6,
  AF_NETLINK,
  AF_PACKET,
  AF_UNIX,
  AF_UNSPEC,
  AF_VSOCK,
  ARPHRD_ETHER,
  type Address,
  ETH_P_ALL,
  ETH_P_IP,
  PACKET_OUTGOING,
  SOCK_DGRAM,
  Sockaddr,
  VMADDR_CID_ANY,
  VMADDR_CID_HOST,
  VMADDR_FLAG_TO_HOST,
  VMADDR_PORT_ANY,
  bind,
  close,
  formatAddress,
  netlink,
  packet,
  socket,
  vsock,
} from '../../lib';

const linux = process.platform === 'linux' ? describe : describe.skip;
const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

/** The bytes of an encoded address, without what this package puts before them. */
function encoded(address: Address): Uint8Array {
  const { bytes: all } = new Sockaddr(address);
  const [length, reported] = new Uint32Array(all.buffer, 0, 2);
  assert.equal(reported, length);
  return all.slice(8, 8 + length!);
}

const hex = (address: Address): string => Buffer.from(encoded(address)).toString('hex');

linux('an address of netlink, packet and vsock (Linux)', () => {
  const roundTrips: readonly (readonly [string, Address, Address?])[] = [
    ['netlink:0', netlink()],
    ['netlink:4294967295 (groups 0x80000001)', netlink(0xffffffff, 0x80000001)],
    ['packet:0x0003%0', { ...packet(ETH_P_ALL, 0), hatype: 0, pkttype: 0 }],
    ['packet:0x0800%-1', { ...packet(ETH_P_IP, -1), hatype: 0, pkttype: 0 }],
    [
      'packet:0x0800%7 02:00:5e:10:00:ff',
      {
        ...packet(ETH_P_IP, 7, '02:00:5e:10:00:ff'),
        hatype: ARPHRD_ETHER,
        pkttype: PACKET_OUTGOING,
      },
    ],
    ['vsock:2:1024', vsock(VMADDR_CID_HOST, 1024)],
    ['vsock:4294967295:4294967295', vsock(VMADDR_CID_ANY, VMADDR_PORT_ANY, VMADDR_FLAG_TO_HOST)],
  ];
  for (const [text, address] of roundTrips) {
    it(`comes back as it was encoded: ${text}`, () => {
      assert.deepEqual(new Sockaddr(address).decode(), address);
      assert.equal(formatAddress(address), text);
    });
  }

  it('is laid out as the headers say', function () {
    if (Buffer.from(Uint16Array.of(1).buffer)[0] !== 1) return this.skip();
    assert.equal(hex(netlink(0x01020304, 5)), '1000' + '0000' + '04030201' + '05000000');
    const { hatype, pkttype } = { hatype: 0x0102, pkttype: 3 };
    const link = { ...packet(0x0806, 9, 'aa:bb:cc:dd:ee:ff'), hatype, pkttype };
    assert.equal(hex(link), '1100' + '0806' + '09000000' + '0201' + '03' + '06' + 'aabbccddeeff0000');
    assert.equal(hex(vsock(2, 0x01020304, 1)), '2800' + '0000' + '04030201' + '02000000' + '01' + '000000');
  });

  it('may leave out what is mostly 0', () => {
    const short = { family: 'packet', protocol: 1, ifindex: 2 } as const;
    assert.deepEqual(new Sockaddr(short).decode(), { ...short, hatype: 0, pkttype: 0, address: '' });
    assert.equal(new Sockaddr({ family: 'vsock', cid: 1, port: 2 }).toString(), 'vsock:1:2');
  });

  it('takes a link address as bytes or text of any case, and gives text', () => {
    const expected = { ...packet(0, 1, 'aa:0b:ff'), hatype: 0, pkttype: 0 };
    assert.deepEqual(new Sockaddr(packet(0, 1, 'AA:0b:Ff')).decode(), expected);
    assert.deepEqual(new Sockaddr(packet(0, 1, bytes(0xaa, 0x0b, 0xff))).decode(), expected);
    assert.equal(formatAddress(packet(0, 1, bytes(0xaa, 0x0b))), 'packet:0x0000%1 aa:0b');
  });

  it('has room for a link address that is longer than the structure, as InfiniBand has', () => {
    const infiniband = Uint8Array.from({ length: 20 }, (_, index) => index);
    assert.equal(encoded(packet(1, 2, infiniband)).length, 32);
    assert.equal((new Sockaddr(packet(1, 2, infiniband)).decode() as { address: string }).address.length, 59);
    assert.equal(encoded(packet(1, 2, new Uint8Array(116))).length, 128);
    assert.throws(() => new Sockaddr(packet(1, 2, new Uint8Array(117))), { code: 'ERR_OUT_OF_RANGE', message: /116/ });
  });

  it('is read at the length that the kernel reports, shorter than the structure', () => {
    const known = { family: AF_PACKET, data: encoded(packet(ETH_P_IP, 3, '02:00:00:00:00:01')).slice(2, 18) };
    assert.deepEqual(new Sockaddr(known).decode(), {
      ...packet(ETH_P_IP, 3, '02:00:00:00:00:01'),
      hatype: 0,
      pkttype: 0,
    });
  });

  it('stays bytes where it is too short or says more than its fields', () => {
    for (const address of [
      { family: AF_NETLINK, data: new Uint8Array(9) },
      { family: AF_NETLINK, data: new Uint8Array(11) },
      { family: AF_NETLINK, data: bytes(1, 0, 0, 0, 0, 0, 0, 0, 0, 0) },
      { family: AF_PACKET, data: new Uint8Array(9) },
      // It says six bytes of an address, and has five.
      { family: AF_PACKET, data: bytes(8, 0, 1, 0, 0, 0, 1, 0, 0, 6, 1, 2, 3, 4, 5) },
      { family: AF_PACKET, data: bytes(8, 0, 1, 0, 0, 0, 1, 0, 0, 2, 1, 2, 3) },
      { family: AF_VSOCK, data: new Uint8Array(13) },
      { family: AF_VSOCK, data: bytes(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0) },
      { family: AF_VSOCK, data: bytes(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0) },
    ]) {
      assert.deepEqual(new Sockaddr(address).decode(), address);
    }
  });

  const wrong: readonly (readonly [object, string])[] = [
    [{ family: 'netlink' }, 'ERR_INVALID_ARG_TYPE'],
    [{ family: 'netlink', pid: -1, groups: 0 }, 'ERR_OUT_OF_RANGE'],
    [{ family: 'netlink', pid: 0, groups: 2 ** 32 }, 'ERR_OUT_OF_RANGE'],
    [{ family: 'packet', protocol: 65536, ifindex: 1 }, 'ERR_OUT_OF_RANGE'],
    [{ family: 'packet', protocol: 1, ifindex: 2 ** 31 }, 'ERR_OUT_OF_RANGE'],
    [{ family: 'packet', protocol: 1, ifindex: 1, hatype: 65536 }, 'ERR_OUT_OF_RANGE'],
    [{ family: 'packet', protocol: 1, ifindex: 1, pkttype: 256 }, 'ERR_OUT_OF_RANGE'],
    [{ family: 'packet', protocol: 1, ifindex: 1, address: 7 }, 'ERR_INVALID_ARG_TYPE'],
    [{ family: 'packet', protocol: 1, ifindex: 1, address: 'aa:bb:c' }, 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'packet', protocol: 1, ifindex: 1, address: 'aabb' }, 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'packet', protocol: 1, ifindex: 1, address: 'aa:bb\n' }, 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'vsock', cid: -1, port: 1 }, 'ERR_OUT_OF_RANGE'],
    [{ family: 'vsock', cid: 1, port: '1' }, 'ERR_INVALID_ARG_TYPE'],
    [{ family: 'vsock', cid: 1, port: 1, flags: 256 }, 'ERR_OUT_OF_RANGE'],
  ];
  for (const [address, code] of wrong) {
    it(`is refused: ${JSON.stringify(address)}`, () => {
      assert.throws(() => new Sockaddr(address as Address), { code });
    });
  }
});

describe('an address of any family', () => {
  const named = [AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6, AF_NETLINK, AF_PACKET, AF_VSOCK];
  const data = fc.uint8Array({ maxLength: 126 });

  it('that has no form here goes through both ways, byte for byte', () => {
    const max = process.platform === 'linux' ? 0xffff : 0xff;
    const family = fc.integer({ min: 0, max }).filter((number) => !named.includes(number as typeof AF_INET));
    fc.assert(
      fc.property(family, data, (number, content) => {
        const address = { family: number, data: content };
        assert.deepEqual(new Sockaddr(address).decode(), address);
        if (process.platform === 'linux') assert.deepEqual(encoded(address).slice(2), content);
      }),
      { numRuns: 1000 },
    );
  });

  it('that has a form is the same bytes again once it has been read, but for zeros at the end', function () {
    if (process.platform !== 'linux') return this.skip();
    const trimmed = (content: Uint8Array): string =>
      Buffer.from(content)
        .toString('hex')
        .replace(/(00)+$/, '');
    fc.assert(
      fc.property(fc.constantFrom(AF_NETLINK, AF_PACKET, AF_VSOCK), data, (family, content) => {
        const read = new Sockaddr({ family, data: content }).decode()!;
        assert.equal(trimmed(encoded(read)), trimmed(encoded({ family, data: content })));
      }),
      { numRuns: 2000 },
    );
  });

  it('that has a form comes back by its fields', function () {
    if (process.platform !== 'linux') return this.skip();
    const uint = (bits: number): fc.Arbitrary<number> => fc.integer({ min: 0, max: 2 ** bits - 1 });
    const link = fc
      .uint8Array({ maxLength: 116 })
      .map((each) => Array.from(each, (n) => n.toString(16).padStart(2, '0')));
    const address = fc.oneof(
      fc.record({ family: fc.constant('netlink' as const), pid: uint(32), groups: uint(32) }),
      fc.record({
        family: fc.constant('packet' as const),
        protocol: uint(16),
        ifindex: fc.integer(),
        hatype: uint(16),
        pkttype: uint(8),
        address: link.map((each) => each.join(':')),
      }),
      fc.record({ family: fc.constant('vsock' as const), cid: uint(32), port: uint(32), flags: uint(8) }),
    );
    fc.assert(
      fc.property(address, (value) => assert.deepEqual(new Sockaddr(value).decode(), { ...value })),
      { numRuns: 1000 },
    );
  });

  it('reaches the kernel, and comes back with its answer', () => {
    const fd = socket(AF_INET, SOCK_DGRAM);
    const address = { family: 99, data: Uint8Array.from({ length: 14 }, (_, index) => index) };
    try {
      assert.throws(() => bind(fd, address as never), { code: 'EAFNOSUPPORT', address });
    } finally {
      close(fd);
    }
  });

  it('has room for 128 bytes, the whole sockaddr_storage, and is refused beyond', () => {
    assert.equal(encoded({ family: 99, data: new Uint8Array(126) }).length, 128);
    assert.throws(() => new Sockaddr({ family: 99, data: new Uint8Array(127) }), { code: 'ERR_OUT_OF_RANGE' });
  });
});
