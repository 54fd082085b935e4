import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import {
  AF_INET,
  AF_INET6,
  AF_UNIX,
  type Fd,
  IPPROTO_IP,
  IPPROTO_IPV6,
  IPPROTO_TCP,
  IPPROTO_UDP,
  IPV6_ADDRFORM,
  IPV6_JOIN_GROUP,
  IPV6_LEAVE_GROUP,
  IPV6_V6ONLY,
  IP_ADD_MEMBERSHIP,
  IP_DROP_MEMBERSHIP,
  IP_MULTICAST_IF,
  IP_TTL,
  MSG_DONTWAIT,
  MSG_PEEK,
  SOCK_STREAM,
  SOL_SOCKET,
  SO_BINDTODEVICE,
  SO_LINGER,
  SO_PEEK_OFF,
  SO_PEERCRED,
  SO_RCVTIMEO,
  SO_REUSEADDR,
  TCP_CONGESTION,
  TCP_CORK,
  TCP_INFO,
  TCP_NODELAY,
  UDP_CORK,
  accept,
  bind,
  close,
  connect,
  getsockname,
  getsockopt,
  inet,
  inet6,
  listen,
  recv,
  send,
  setsockopt,
  socket,
  socketpair,
} from '../../lib';
import { LO } from './samples/ip';
import { room, text, withUdp } from './udp';
import { withSocket } from './sockets';

const opened: Fd[] = [];

/** Closes a descriptor after the test, whatever happens. */
function own<T extends Fd>(fd: T): T {
  opened.push(fd);
  return fd;
}

describe('what options do', () => {
  afterEach(() => opened.splice(0).forEach((fd) => close(fd)));

  it('SO_REUSEADDR lets an address be bound that another socket has, if both want it', () => {
    const first = own(socket(AF_INET, SOCK_STREAM));
    setsockopt(first, SOL_SOCKET, SO_REUSEADDR, true);
    bind(first, inet('127.0.0.1', 0));
    const address = getsockname(first);
    const second = own(socket(AF_INET, SOCK_STREAM));
    assert.throws(() => bind(second, address), { code: 'EADDRINUSE' });
    setsockopt(second, SOL_SOCKET, SO_REUSEADDR, true);
    bind(second, address);
  });

  it('SO_LINGER with no time resets the connection when it is closed', () => {
    const server = own(socket(AF_INET, SOCK_STREAM));
    const client = own(socket(AF_INET, SOCK_STREAM));
    bind(server, inet('127.0.0.1', 0));
    listen(server);
    connect(client, getsockname(server));
    const { fd } = accept(server);
    setsockopt(fd, SOL_SOCKET, SO_LINGER, { onoff: true, linger: 0 });
    close(fd);
    assert.throws(() => recv(client, room), { code: 'ECONNRESET' });
  });

  it('SO_RCVTIMEO ends a wait with EAGAIN', () => {
    withUdp('127.0.0.1', (_, receiver) => {
      setsockopt(receiver, SOL_SOCKET, SO_RCVTIMEO, { seconds: 0, microseconds: 40000 });
      const start = process.hrtime.bigint();
      assert.throws(() => recv(receiver, room), { code: 'EAGAIN' });
      assert.ok(process.hrtime.bigint() - start >= 39_000_000n);
    });
  });

  it('TCP_CORK holds a small segment back, and TCP_INFO tells', () => {
    withSocket('connection', (server, client) => {
      setsockopt(server, IPPROTO_TCP, TCP_CORK, true);
      send(server, 'held');
      assert.equal(getsockopt(server, IPPROTO_TCP, TCP_INFO).notsentBytes, 4);
      assert.throws(() => recv(client!, room, MSG_DONTWAIT), { code: 'EAGAIN' });
      setsockopt(server, IPPROTO_TCP, TCP_CORK, false);
      assert.equal(recv(client!, room), 4);
      const { bytesSent, segsOut, rttMicroseconds } = getsockopt(server, IPPROTO_TCP, TCP_INFO);
      assert.equal(bytesSent, 4n);
      assert.ok(segsOut! > 0 && rttMicroseconds > 0);
      setsockopt(server, IPPROTO_TCP, TCP_NODELAY, true);
      assert.equal(getsockopt(server, IPPROTO_TCP, TCP_NODELAY), true);
    });
  });

  it('TCP_CONGESTION takes a name that the kernel knows, whole', () => {
    withSocket('tcp', (fd) => {
      setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, 'reno');
      assert.equal(getsockopt(fd, IPPROTO_TCP, TCP_CONGESTION), 'reno');
      assert.throws(() => setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, 'no such'), { code: 'ENOENT' });
      assert.throws(() => setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, 'reno'.padEnd(16, 'x')), {
        code: 'ERR_OUT_OF_RANGE',
      });
      assert.throws(() => setsockopt(fd, IPPROTO_TCP, TCP_CONGESTION, 'reno\0x'), { code: 'ERR_INVALID_ARG_VALUE' });
    });
  });

  it('IP_TTL has its bounds', () => {
    withSocket('udp', (fd) => {
      setsockopt(fd, IPPROTO_IP, IP_TTL, 1);
      assert.equal(getsockopt(fd, IPPROTO_IP, IP_TTL), 1);
      assert.throws(() => setsockopt(fd, IPPROTO_IP, IP_TTL, 256), { code: 'EINVAL' });
    });
  });

  it('IP_ADD_MEMBERSHIP on loopback receives what is sent to the group', () => {
    withUdp('239.1.2.4', (sender, receiver) => {
      const group = { multiaddr: '239.1.2.4', address: '127.0.0.1', ifindex: LO };
      setsockopt(receiver, IPPROTO_IP, IP_ADD_MEMBERSHIP, group);
      setsockopt(sender, IPPROTO_IP, IP_MULTICAST_IF, '127.0.0.1');
      connect(sender, getsockname(receiver));
      send(sender, 'all');
      assert.equal(text(recv(receiver, room)), 'all');
      assert.throws(() => setsockopt(receiver, IPPROTO_IP, IP_ADD_MEMBERSHIP, group), { code: 'EADDRINUSE' });
      setsockopt(receiver, IPPROTO_IP, IP_DROP_MEMBERSHIP, { multiaddr: '239.1.2.4', interface: '127.0.0.1' });
      assert.throws(() => setsockopt(receiver, IPPROTO_IP, IP_DROP_MEMBERSHIP, group), { code: 'EADDRNOTAVAIL' });
    });
  });

  it('IPV6_JOIN_GROUP makes the interface a member of the group', () => {
    const isMember = (): boolean => /\blo\s+ff010{24}1234 /.test(readFileSync('/proc/self/net/igmp6', 'utf8'));
    withSocket('udp6', (fd) => {
      const group = { multiaddr: 'ff01::1234', interface: LO };
      assert.equal(isMember(), false);
      setsockopt(fd, IPPROTO_IPV6, IPV6_JOIN_GROUP, group);
      assert.equal(isMember(), true);
      setsockopt(fd, IPPROTO_IPV6, IPV6_LEAVE_GROUP, group);
      assert.equal(isMember(), false);
    });
  });

  it('IPV6_V6ONLY leaves IPv4 to others', () => {
    const six = own(socket(AF_INET6, SOCK_STREAM));
    const four = own(socket(AF_INET, SOCK_STREAM));
    setsockopt(six, IPPROTO_IPV6, IPV6_V6ONLY, true);
    bind(six, inet6('::', 0));
    listen(six);
    bind(four, inet('0.0.0.0', getsockname(six).port));
  });

  it('IPV6_ADDRFORM makes an IPv4 socket of one that talks IPv4', () => {
    withSocket('mapped', (fd) => {
      assert.equal(getsockname(fd).family, 'inet6');
      setsockopt(fd, IPPROTO_IPV6, IPV6_ADDRFORM, AF_INET);
      assert.equal(getsockname(fd).family, 'inet');
    });
  });

  it('UDP_CORK joins what is sent into one datagram', () => {
    withUdp('127.0.0.1', (sender, receiver) => {
      connect(sender, getsockname(receiver));
      setsockopt(sender, IPPROTO_UDP, UDP_CORK, true);
      send(sender, 'one');
      send(sender, 'two');
      setsockopt(sender, IPPROTO_UDP, UDP_CORK, false);
      assert.equal(text(recv(receiver, room)), 'onetwo');
    });
  });

  it('SO_BINDTODEVICE ties to an interface by its name', () => {
    withUdp('127.0.0.1', (sender, receiver) => {
      assert.throws(() => setsockopt(receiver, SOL_SOCKET, SO_BINDTODEVICE, 'nowhere'), { code: 'ENODEV' });
      setsockopt(receiver, SOL_SOCKET, SO_BINDTODEVICE, '');
      assert.equal(getsockopt(receiver, SOL_SOCKET, SO_BINDTODEVICE), '');
      setsockopt(receiver, SOL_SOCKET, SO_BINDTODEVICE, 'lo');
      assert.equal(getsockopt(receiver, SOL_SOCKET, SO_BINDTODEVICE), 'lo');
      connect(sender, getsockname(receiver));
      send(sender, 'here');
      assert.equal(text(recv(receiver, room)), 'here');
    });
  });

  it('SO_PEEK_OFF goes on where the last peek ended', () => {
    const [a, b] = socketpair(AF_UNIX, SOCK_STREAM);
    [a, b].forEach(own);
    setsockopt(b, SOL_SOCKET, SO_PEEK_OFF, 1);
    send(a, 'abcdef');
    assert.equal(text(recv(b, room, MSG_PEEK, 0, 2)), 'bc');
    assert.equal(text(recv(b, room, MSG_PEEK, 0, 2)), 'de');
    assert.equal(getsockopt(b, SOL_SOCKET, SO_PEEK_OFF), 5);
  });

  it('SO_PEERCRED tells the process', () => {
    withSocket('unix', (fd) => {
      const { pid, uid, gid } = getsockopt(fd, SOL_SOCKET, SO_PEERCRED);
      assert.deepEqual([pid, uid, gid], [process.pid, process.geteuid!(), process.getegid!()]);
    });
  });
});
