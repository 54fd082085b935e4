import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AF_INET,
  AF_INET6,
  AF_UNIX,
  type Address,
  type Fd,
  MSG_DONTWAIT,
  MSG_PEEK,
  MSG_TRUNC,
  SOCK_DGRAM,
  Sockaddr,
  bind,
  close,
  connect,
  getsockname,
  inet,
  inet6,
  isSyscallError,
  recvfrom,
  sendto,
  socket,
  unix,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { kinds, withPair } from '../helpers/kinds';

interface Named {
  readonly a: Fd;
  readonly b: Fd;
  readonly from: Address;
  readonly to: Address;
}

/** Two datagram sockets with addresses, neither of which is connected. */
function withNamed(domain: number, name: (index: number) => Address, use: (named: Named) => void): void {
  const [a, b] = [socket(domain, SOCK_DGRAM), socket(domain, SOCK_DGRAM)];
  try {
    bind(a, name(0));
    bind(b, name(1));
    use({ a, b, from: getsockname(a), to: getsockname(b) });
  } finally {
    close(a);
    close(b);
  }
}

const directory = mkdtempSync(join(tmpdir(), 'sockcall-'));
let count = 0;

const families: readonly (readonly [string, number, (index: number) => Address])[] = [
  ['UDP over IPv4', AF_INET, () => inet('127.0.0.1', 0)],
  ['UDP over IPv6', AF_INET6, () => inet6('::1', 0)],
  ['unix datagrams', AF_UNIX, () => unix(join(directory, String(count++)))],
];

after(() => rmSync(directory, { recursive: true }));

for (const [name, domain, address] of families) {
  describe(`sendto and recvfrom over ${name} that are not connected`, () => {
    it('carry bytes to the address given, and tell where they came from', () => {
      withNamed(domain, address, ({ a, b, from, to }) => {
        const buffer = Buffer.alloc(16);
        assert.equal(sendto(a, 'hello', 0, to), 5);
        assert.deepEqual(recvfrom(b, buffer), { length: 5, address: from });
        assert.equal(buffer.toString('utf8', 0, 5), 'hello');
        assert.equal(sendto(b, 'back', 0, new Sockaddr(from)), 4);
        assert.deepEqual(result.recvfrom(a, buffer), { ok: true, value: { length: 4, address: to } });
      });
    });

    it('take encoded addresses in the raw door, and write into them, so that an echo needs no decoding', () => {
      withNamed(domain, address, ({ a, b, to }) => {
        const buffer = new Uint8Array(16);
        const [target, sender] = [new Sockaddr(to), new Sockaddr()];
        for (let turn = 0; turn < 200; turn++) {
          assert.equal(raw.sendto(a, buffer, 0, target, 0, 3), 3);
          assert.equal(raw.recvfrom(b, buffer, 0, sender), 3);
          assert.equal(raw.sendto(b, buffer, 0, sender, 0, 3), 3);
          assert.equal(raw.recvfrom(a, buffer, 0, sender, 8, 8), 3);
          assert.deepEqual(sender.decode(), to);
        }
      });
    });

    it('do not ask for the address in the raw door if none is wanted', () => {
      withNamed(domain, address, ({ a, b, to }) => {
        assert.equal(raw.sendto(a, 'x', 0, to), 1);
        assert.equal(raw.recvfrom(b, new Uint8Array(4)), 1);
      });
    });

    it('carry an empty datagram, and tell who sent it', () => {
      withNamed(domain, address, ({ a, b, from, to }) => {
        assert.equal(sendto(a, '', 0, to), 0);
        assert.deepEqual(recvfrom(b, new Uint8Array(4)), { length: 0, address: from });
      });
    });

    it('give the datagram’s real length with MSG_TRUNC, and write no byte beside the slice', () => {
      withNamed(domain, address, ({ a, b, from, to }) => {
        const memory = new Uint8Array(12).fill(0xee);
        sendto(a, Uint8Array.of(9, 1, 2, 3, 4, 5), 0, to, 1);
        assert.deepEqual(recvfrom(b, memory, MSG_TRUNC, 4, 3), { length: 5, address: from });
        assert.deepEqual([...memory], [0xee, 0xee, 0xee, 0xee, 1, 2, 3, 0xee, 0xee, 0xee, 0xee, 0xee]);
      });
    });

    it('leave the Sockaddr as it is when nothing comes', () => {
      withNamed(domain, address, ({ b, to }) => {
        const sender = new Sockaddr(to);
        assert.equal(raw.recvfrom(b, new Uint8Array(4), MSG_DONTWAIT, sender), -raw.EAGAIN);
        assert.deepEqual(sender.decode(), to);
      });
    });
  });
}

for (const kind of kinds) {
  describe(`sendto and recvfrom over a ${kind.name}`, () => {
    it('are send and recv when there is no address', () => {
      withPair(kind, ({ a, b }) => {
        const buffer = Buffer.alloc(16);
        assert.equal(sendto(a, 'Grüße'), 7);
        const peeked = recvfrom(b, buffer, MSG_PEEK);
        assert.equal(peeked.length, 7);
        assert.deepEqual(recvfrom(b, buffer, 0, 1, 8), peeked);
        assert.equal(buffer.toString('utf8', 1, 8), 'Grüße');
      });
    });

    it('give an address for a datagram of a socket that has a name, and none else', () => {
      withPair(kind, ({ a, b }) => {
        sendto(a, 'x');
        const { address } = recvfrom(b, new Uint8Array(4));
        if (kind.name.startsWith('UDP')) assert.deepEqual(address, getsockname(a));
        else assert.equal(address, undefined);
        sendto(a, 'x');
        const sender = new Sockaddr(inet('192.0.2.1', 1));
        assert.equal(raw.recvfrom(b, new Uint8Array(4), 0, sender), 1);
        assert.deepEqual(sender.decode(), address);
      });
    });
  });
}

describe('sendto', () => {
  it('names the address in its error, encoded or not', () => {
    const fd = socket(AF_INET, SOCK_DGRAM);
    try {
      for (const address of [inet('127.0.0.1', 0), new Sockaddr(inet('127.0.0.1', 0))]) {
        assert.throws(
          () => sendto(fd, 'x', 0, address),
          (error) => {
            assert.ok(isSyscallError(error, 'sendto'));
            assert.equal(error.message, 'sendto EINVAL 127.0.0.1:0');
            assert.deepEqual(error.address, inet('127.0.0.1', 0));
            return true;
          },
        );
      }
      assert.throws(() => sendto(fd, 'x'), { message: 'sendto EDESTADDRREQ' });
      const failed = result.sendto(fd, 'x', 0, inet('127.0.0.1', 0));
      assert.ok(!failed.ok && failed.code === 'EINVAL');
      assert.deepEqual(failed.address, inet('127.0.0.1', 0));
    } finally {
      close(fd);
    }
  });

  it('reaches another address than the peer on Linux', function () {
    if (process.platform !== 'linux') return this.skip();
    withNamed(
      AF_INET,
      () => inet('127.0.0.1', 0),
      ({ a, b, from, to }) => {
        connect(a, from);
        assert.equal(sendto(a, 'x', 0, to), 1);
        assert.deepEqual(recvfrom(b, new Uint8Array(1)), { length: 1, address: from });
      },
    );
  });

  it('refuses what is no address, and says which argument it is', () => {
    const bytes = new Uint8Array(4);
    const refused = (name: string): object => ({ code: /^ERR_/, message: new RegExp(`"${name}"`) });
    assert.throws(() => raw.sendto(-1, bytes, 0, 'x' as never), { name: 'TypeError' });
    assert.throws(() => raw.recvfrom(-1, bytes, 0, {} as never), refused('address'));
    const replaced = new Sockaddr();
    Object.assign(replaced, { bytes: new Uint8Array(4) });
    assert.throws(() => raw.recvfrom(-1, bytes, 0, replaced), refused('address'));
    assert.throws(() => raw.sendto(-1, bytes, 0, replaced), refused('address'));
    assert.throws(() => raw.recvfrom(-1, 'x' as never, 0, new Sockaddr()), refused('buffer'));
    assert.throws(() => raw.sendto(-1, bytes, 0, new Sockaddr(), 5), { name: 'RangeError' });
  });
});
