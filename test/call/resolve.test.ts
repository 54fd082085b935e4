import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  AF_INET,
  AF_INET6,
  AF_UNSPEC,
  AI_ALL,
  AI_CANONNAME,
  AI_NUMERICHOST,
  AI_NUMERICSERV,
  AI_PASSIVE,
  AI_V4MAPPED,
  IPPROTO_TCP,
  IPPROTO_UDP,
  NI_DGRAM,
  NI_NUMERICHOST,
  NI_NUMERICSERV,
  SOCK_DGRAM,
  SOCK_RAW,
  SOCK_STREAM,
  Sockaddr,
  accept,
  bind,
  close,
  connect,
  getaddrinfo,
  getnameinfo,
  getsockname,
  if_nametoindex,
  inet,
  inet6,
  listen,
  socket,
  unix,
} from '../../lib';
import { native } from '../../lib/core/native';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

const LINUX = process.platform === 'linux';
const NUMERIC = AI_NUMERICHOST | AI_NUMERICSERV;

/** Why the name cannot be looked up in a file before a name server is asked, if it cannot. */
function notInHosts(): string | undefined {
  const text = (path: string): string => readFileSync(path, 'utf8');
  try {
    if (!/^\s*127\.0\.0\.1\s(.*\s)?localhost(\s|$)/m.test(text('/etc/hosts'))) return 'localhost is not in /etc/hosts';
    if (LINUX && !/^\s*hosts:\s*files\b/m.test(text('/etc/nsswitch.conf'))) return '/etc/hosts is not asked first';
  } catch (error) {
    return String(error);
  }
  return undefined;
}

describe('getaddrinfo', () => {
  it('gives an address in digits once for each socket type, in the order of the C library', function () {
    if (!LINUX) return this.skip();
    const address = inet('127.0.0.1', 80);
    assert.deepEqual(getaddrinfo('127.0.0.1', '80', { flags: NUMERIC }), [
      { family: AF_INET, socktype: SOCK_STREAM, protocol: IPPROTO_TCP, address },
      { family: AF_INET, socktype: SOCK_DGRAM, protocol: IPPROTO_UDP, address },
      { family: AF_INET, socktype: SOCK_RAW, protocol: 0, address },
    ]);
  });

  it('gives the same in every door', () => {
    const hints = { flags: NUMERIC, family: AF_INET6, socktype: SOCK_DGRAM };
    const value = [
      { family: AF_INET6, socktype: SOCK_DGRAM, protocol: IPPROTO_UDP, address: inet6('2001:db8::1', 53) },
    ];
    const out: raw.AddressInfoOut = {};
    assert.deepEqual(getaddrinfo('2001:db8::1', '53', hints), value);
    assert.deepEqual(result.getaddrinfo('2001:db8::1', '53', hints), { ok: true, value });
    assert.equal(raw.getaddrinfo('2001:db8::1', '53', hints, out), 0);
    assert.deepEqual(out, { addresses: value, errno: 0 });
  });

  it('writes to the same object again, and leaves the addresses there when it fails', () => {
    const out: raw.AddressInfoOut = {};
    assert.equal(raw.getaddrinfo('127.0.0.1', null, { flags: NUMERIC, socktype: SOCK_STREAM }, out), 0);
    const { addresses } = out;
    assert.equal(raw.getaddrinfo('x', null, { flags: NUMERIC }, out), raw.EAI_NONAME);
    assert.equal(out.addresses, addresses);
    assert.equal(raw.getaddrinfo('::1', null, { flags: NUMERIC, socktype: SOCK_STREAM }, out), 0);
    assert.deepEqual(out.addresses![0]!.address, inet6('::1', 0));
  });

  it('leaves out what the hints leave out: port, host, protocol', () => {
    const stream = { socktype: SOCK_STREAM, family: AF_INET };
    assert.deepEqual(getaddrinfo('127.0.0.1', null, stream)[0]!.address, inet('127.0.0.1', 0));
    assert.deepEqual(getaddrinfo(null, '80', stream)[0]!.address, inet('127.0.0.1', 80));
    assert.deepEqual(getaddrinfo(null, '80', { ...stream, flags: AI_PASSIVE })[0]!.address, inet('0.0.0.0', 80));
    assert.deepEqual(
      getaddrinfo(null, '80', { ...stream, family: AF_INET6, flags: AI_PASSIVE })[0]!.address,
      inet6('::', 80),
    );
    const both = getaddrinfo(null, '80', { socktype: SOCK_STREAM, family: AF_UNSPEC, flags: AI_PASSIVE });
    assert.deepEqual(new Set(both.map(({ family }) => family)), new Set([AF_INET, AF_INET6]));
  });

  it('gives the canonical name with the first address, if it is wanted', () => {
    const [first, ...others] = getaddrinfo('127.0.0.1', '80', { flags: NUMERIC | AI_CANONNAME });
    assert.equal(first!.canonname, '127.0.0.1');
    assert.ok(others.every((info) => !('canonname' in info)));
    assert.ok(!('canonname' in getaddrinfo('127.0.0.1', '80', { flags: NUMERIC })[0]!));
  });

  it('reads the scope of an IPv6 address, as a name and as a number', function () {
    const scopeId = if_nametoindex(LINUX ? 'lo' : 'lo0');
    const hints = { flags: NUMERIC, socktype: SOCK_STREAM };
    for (const node of [`fe80::1%${LINUX ? 'lo' : 'lo0'}`, `fe80::1%${scopeId}`]) {
      assert.deepEqual(getaddrinfo(node, '80', hints)[0]!.address, inet6('fe80::1', 80, scopeId));
    }
  });

  it('maps IPv4 addresses into IPv6', () => {
    const hints = { family: AF_INET6, socktype: SOCK_STREAM, flags: NUMERIC | AI_V4MAPPED | AI_ALL };
    assert.deepEqual(getaddrinfo('127.0.0.1', '80', hints)[0]!.address, inet6('::ffff:127.0.0.1', 80));
  });

  it('knows localhost, from the file of hosts', function () {
    const reason = notInHosts();
    if (reason !== undefined) {
      this.test!.title += ` (skipped: ${reason})`;
      return this.skip();
    }
    const found = getaddrinfo('localhost', '80', { family: AF_INET, socktype: SOCK_STREAM, flags: AI_CANONNAME });
    assert.deepEqual(found[0]!.address, inet('127.0.0.1', 80));
    assert.match(found[0]!.canonname!, /^localhost/);
  });

  it('gives what the other calls take', () => {
    const [info] = getaddrinfo(null, '0', { socktype: SOCK_STREAM, family: AF_INET, flags: AI_PASSIVE });
    const server = socket(info!.family, info!.socktype, info!.protocol);
    bind(server, info!.address);
    listen(server);
    const port = String(getsockname(server).port);
    const [peer] = getaddrinfo('127.0.0.1', port, { socktype: SOCK_STREAM, flags: NUMERIC });
    const client = socket(peer!.family, peer!.socktype);
    connect(client, peer!.address);
    const accepted = accept(server);
    assert.equal(accepted.address.address, '127.0.0.1');
    [client, server, accepted.fd].forEach((fd) => close(fd));
  });

  it('goes through the choke point once', () => {
    native.startRecording(10);
    raw.getaddrinfo('127.0.0.1', '80', { flags: NUMERIC }, {});
    raw.getaddrinfo('x', '80', { flags: NUMERIC }, {});
    raw.getnameinfo(inet('127.0.0.1', 80), NI_NUMERICHOST | NI_NUMERICSERV, {});
    const { records } = native.stopRecording();
    assert.deepEqual(
      records.map(({ name, result: answered }) => [name, answered]),
      [
        ['getaddrinfo', 0],
        ['getaddrinfo', raw.EAI_NONAME],
        ['getnameinfo', 0],
      ],
    );
  });

  it('refuses what is no text, no number, or would end in its middle, and asks nobody', () => {
    const wrong = { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE' };
    native.startRecording(10);
    assert.throws(() => getaddrinfo(5 as never), wrong);
    assert.throws(() => getaddrinfo('::1', 80 as never), wrong);
    assert.throws(() => getaddrinfo('::1', '80', 5 as never), wrong);
    assert.throws(() => getaddrinfo('::1', '80', { family: '2' as never }), wrong);
    assert.throws(() => raw.getaddrinfo('::1', '80', null, undefined as never), wrong);
    assert.throws(() => getaddrinfo('::1', '80', { flags: 2 ** 31 }), { name: 'RangeError', code: 'ERR_OUT_OF_RANGE' });
    const nul = { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message: /NUL/ };
    assert.throws(() => getaddrinfo('127.0.0.1\0.example', '80'), nul);
    assert.throws(() => getaddrinfo('127.0.0.1', '80\0'), nul);
    assert.throws(() => getnameinfo('127.0.0.1' as never), wrong);
    assert.throws(() => getnameinfo(inet('127.0.0.1', 1), '1' as never), wrong);
    assert.deepEqual(native.stopRecording().records, []);
  });
});

describe('getnameinfo', () => {
  const DIGITS = NI_NUMERICHOST | NI_NUMERICSERV;

  it('gives host and service in digits, in every door, of an address and of a Sockaddr', () => {
    const address = inet('192.0.2.1', 8080);
    const value = { host: '192.0.2.1', service: '8080' };
    const out: raw.NameInfoOut = {};
    assert.deepEqual(getnameinfo(address, DIGITS), value);
    assert.deepEqual(getnameinfo(new Sockaddr(address), DIGITS), value);
    assert.deepEqual(result.getnameinfo(address, DIGITS), { ok: true, value });
    assert.equal(raw.getnameinfo(address, DIGITS, out), 0);
    assert.deepEqual(out, { ...value, errno: 0 });
    assert.deepEqual(getnameinfo(inet6('2001:db8::1', 1), DIGITS), { host: '2001:db8::1', service: '1' });
  });

  it('names the interface of a scope', function () {
    const name = LINUX ? 'lo' : 'lo0';
    assert.equal(getnameinfo(inet6('fe80::1', 80, if_nametoindex(name)), DIGITS).host, `fe80::1%${name}`);
  });

  it('names a service, of streams or of datagrams', function () {
    if (raw.getservbyport(53, 'udp', {}) !== 1) return this.skip();
    assert.equal(getnameinfo(inet('192.0.2.1', 53), NI_NUMERICHOST).service, 'domain');
    assert.equal(getnameinfo(inet('192.0.2.1', 53), NI_NUMERICHOST | NI_DGRAM).service, 'domain');
  });

  it('names localhost, from the file of hosts', function () {
    const reason = notInHosts();
    if (reason !== undefined) {
      this.test!.title += ` (skipped: ${reason})`;
      return this.skip();
    }
    assert.match(getnameinfo(inet('127.0.0.1', 80), NI_NUMERICSERV).host, /^localhost/);
  });

  it('gives the path of a unix address for its service, on Linux', function () {
    if (!LINUX) return this.skip();
    assert.equal(getnameinfo(unix('/run/x'), NI_NUMERICHOST).service, '/run/x');
  });
});
