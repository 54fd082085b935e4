import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AF_INET,
  AF_UNIX,
  type Address,
  SOCK_DGRAM,
  SOCK_STREAM,
  Sockaddr,
  abstract,
  bind,
  close,
  formatAddress,
  getsockname,
  inet,
  inet6,
  socket,
  unix,
  unspec,
} from '../../lib';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('an address', () => {
  const roundTrips: readonly (readonly [string, Address, Address?])[] = [
    ['0.0.0.0:0', inet('0.0.0.0', 0)],
    ['255.255.255.255:65535', inet('255.255.255.255', 65535)],
    ['[::]:0', inet6('::', 0)],
    ['[fe80::1%7]:443', inet6('fe80::1', 443, 7, 0xabcdef01)],
    ['[::ffff:1.2.3.4]:1', inet6('::ffff:1.2.3.4', 1, 0xffffffff, 0xffffffff), undefined],
    ['[2001:db8::1]:5', { family: 'inet6', address: '2001:0db8:0:0:0:0:0:1', port: 5 }, inet6('2001:db8::1', 5)],
    ['/run/a.sock', unix('/run/a.sock')],
    ['relative', unix('relative')],
    ['/tmp/電話', unix('/tmp/電話')],
    ['@name', abstract('name')],
    ['@', abstract('')],
    ['@a\0b\0', abstract('a\0b\0')],
    ['(unnamed)', unix()],
    ['(unspecified)', unspec()],
  ];
  for (const [text, address, canonical = address] of roundTrips) {
    it(`comes back as it was encoded: ${JSON.stringify(text)}`, () => {
      const encoded = new Sockaddr(address);
      assert.deepEqual(encoded.decode(), canonical);
      if (text !== '[::ffff:1.2.3.4]:1') assert.equal(formatAddress(canonical), text);
    });
  }

  it('keeps bytes that are not UTF-8 as bytes, and text as text', () => {
    const odd = bytes(0x2f, 0xff, 0xfe, 0x80);
    assert.deepEqual(new Sockaddr(unix(odd)).decode(), { family: 'unix', path: odd });
    assert.deepEqual(new Sockaddr(abstract(bytes(0, 0xff, 0))).decode(), {
      family: 'unix',
      abstract: bytes(0, 0xff, 0),
    });
    assert.deepEqual(new Sockaddr(unix(bytes(0x61, 0x62))).decode(), { family: 'unix', path: 'ab' });
    const withMark = bytes(0xef, 0xbb, 0xbf, 0x61);
    assert.deepEqual(new Sockaddr(unix(withMark)).decode(), { family: 'unix', path: '\ufeffa' });
  });

  it('of a family that has no form here goes through both ways as bytes', () => {
    const address = { family: 99, data: bytes(1, 2, 3) };
    assert.deepEqual(new Sockaddr(address).decode(), address);
    assert.equal(formatAddress(address), 'family 99 010203');
  });

  it('can be encoded anew into the same Sockaddr, and is nothing before', () => {
    const sockaddr = new Sockaddr();
    assert.equal(sockaddr.decode(), undefined);
    assert.equal(sockaddr.toString(), '(no address)');
    assert.equal(sockaddr.encode(unix('/long/enough')).toString(), '/long/enough');
    assert.deepEqual(sockaddr.encode(unix('/x')).decode(), { family: 'unix', path: '/x' });
  });
});

describe('a unix path', () => {
  const limit = process.platform === 'linux' ? 108 : 104;
  let directory: string;
  before(() => {
    directory = mkdtempSync(join(tmpdir(), 'sockcall-'));
  });
  after(() => rmSync(directory, { recursive: true }));

  it(`may fill sun_path to its last byte (${limit}), and is refused one byte longer, never cut`, () => {
    const longest = join(directory, 'x'.repeat(limit - directory.length - 1));
    const fd = socket(AF_UNIX, SOCK_STREAM);
    bind(fd, unix(longest));
    assert.deepEqual(getsockname(fd), { family: 'unix', path: longest });
    assert.deepEqual(readdirSync(directory), [longest.slice(directory.length + 1)]);
    close(fd);
    assert.throws(() => new Sockaddr(unix(`${longest}x`)), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
  });

  it('may be of bytes that are not UTF-8, to the kernel as well', () => {
    const path = Buffer.concat([Buffer.from(`${directory}/`), Buffer.from([0xff, 0x80])]);
    const fd = socket(AF_UNIX, SOCK_DGRAM);
    bind(fd, unix(path));
    const name = getsockname(fd);
    close(fd);
    assert.ok(name.path instanceof Uint8Array);
    assert.deepEqual(Buffer.from(name.path), path);
    assert.ok(readdirSync(Buffer.from(directory), 'buffer').some((entry) => entry.equals(Buffer.from([0xff, 0x80]))));
  });
});

const linux = process.platform === 'linux' ? describe : describe.skip;

linux('an abstract name (Linux)', () => {
  it('is counted, not terminated: a NUL is a part of it', () => {
    const fds = ['sockcall\0a', 'sockcall\0b', 'sockcall'].map((name) => {
      const fd = socket(AF_UNIX, SOCK_STREAM);
      bind(fd, abstract(`${process.pid}${name}`));
      assert.deepEqual(getsockname(fd), abstract(`${process.pid}${name}`));
      return fd;
    });
    fds.forEach(close);
  });

  it('is chosen by the kernel for an unnamed address (autobind)', () => {
    const fd = socket(AF_UNIX, SOCK_STREAM);
    bind(fd, unix());
    const { abstract: name } = getsockname(fd);
    close(fd);
    assert.match(String(name), /^[0-9a-f]{5}$/);
  });

  it('has room for 107 bytes', () => {
    const fd = socket(AF_UNIX, SOCK_STREAM);
    const name = `${process.pid}`.padEnd(107, 'n');
    bind(fd, abstract(name));
    assert.deepEqual(getsockname(fd), abstract(name));
    close(fd);
    assert.throws(() => new Sockaddr(abstract('n'.repeat(108))), { code: 'ERR_OUT_OF_RANGE' });
  });
});

describe('a wrong address', () => {
  const wrong: readonly (readonly [unknown, string, string])[] = [
    [undefined, 'TypeError', 'ERR_INVALID_ARG_TYPE'],
    [null, 'TypeError', 'ERR_INVALID_ARG_TYPE'],
    ['127.0.0.1:80', 'TypeError', 'ERR_INVALID_ARG_TYPE'],
    [{}, 'TypeError', 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'ipv4' }, 'TypeError', 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'inet', address: 'localhost', port: 1 }, 'TypeError', 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'inet', address: '1.2.3', port: 1 }, 'TypeError', 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'inet', address: '1.2.3.4\0', port: 1 }, 'TypeError', 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'inet', address: 16909060, port: 1 }, 'TypeError', 'ERR_INVALID_ARG_TYPE'],
    [{ family: 'inet', address: '1.2.3.4', port: 70000 }, 'RangeError', 'ERR_OUT_OF_RANGE'],
    [{ family: 'inet', address: '1.2.3.4', port: -1 }, 'RangeError', 'ERR_OUT_OF_RANGE'],
    [{ family: 'inet', address: '1.2.3.4', port: 80.5 }, 'RangeError', 'ERR_OUT_OF_RANGE'],
    [{ family: 'inet', address: '1.2.3.4', port: NaN }, 'RangeError', 'ERR_OUT_OF_RANGE'],
    [{ family: 'inet', address: '1.2.3.4', port: '80' }, 'TypeError', 'ERR_INVALID_ARG_TYPE'],
    [{ family: 'inet', address: '1.2.3.4' }, 'TypeError', 'ERR_INVALID_ARG_TYPE'],
    [{ family: 'inet6', address: 'fe80::1%lo', port: 1 }, 'TypeError', 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'inet6', address: '::1', port: 1, scopeId: 2 ** 32 }, 'RangeError', 'ERR_OUT_OF_RANGE'],
    [{ family: 'inet6', address: '::1', port: 1, flowInfo: -1 }, 'RangeError', 'ERR_OUT_OF_RANGE'],
    [{ family: 'unix', path: '' }, 'TypeError', 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'unix', path: '/a\0b' }, 'TypeError', 'ERR_INVALID_ARG_VALUE'],
    [{ family: 'unix', path: 7 }, 'TypeError', 'ERR_INVALID_ARG_TYPE'],
    [{ family: 'unix', path: '/a', abstract: 'b' }, 'TypeError', 'ERR_INVALID_ARG_VALUE'],
    [{ family: 70000, data: bytes() }, 'RangeError', 'ERR_OUT_OF_RANGE'],
    [{ family: 16, data: 'x' }, 'TypeError', 'ERR_INVALID_ARG_TYPE'],
    [{ family: 16, data: new Uint8Array(127) }, 'RangeError', 'ERR_OUT_OF_RANGE'],
  ];
  for (const [address, name, code] of wrong) {
    it(`is a ${name}: ${JSON.stringify(address)?.slice(0, 70) ?? 'undefined'}`, () => {
      assert.throws(() => new Sockaddr(address === undefined ? null! : (address as Address)), { name, code });
      const fd = socket(AF_INET, SOCK_DGRAM);
      try {
        assert.throws(() => bind(fd, address as never), { name, code });
      } finally {
        close(fd);
      }
    });
  }

  it('is read once: getters cannot change it between check and use', () => {
    let reads = 0;
    const address = {
      family: 'inet',
      get address() {
        reads++;
        return reads === 1 ? '127.0.0.1' : '8.8.8.8';
      },
      port: 0,
    } as Address;
    assert.equal(new Sockaddr(address).toString(), '127.0.0.1:0');
    assert.equal(reads, 1);
  });
});
