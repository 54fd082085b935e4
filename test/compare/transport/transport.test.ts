import assert from 'node:assert/strict';
import {
  IPPROTO_TCP,
  SOL_SOCKET,
  SO_TYPE,
  SOCK_STREAM,
  TCP_NODELAY,
  type Fd,
  type SocketFd,
  getpeername,
  getsockname,
  getsockopt,
  recv,
  send,
} from '../../../lib';
import {
  RoomError,
  closePair,
  closePairs,
  openPairs,
  transportNames,
  transports,
} from '../../../lib/compare/transport';
import { makeRoom } from '../../../lib/compare/transport/room';
import { openFds } from '../open-fds';

const familyOf = (fd: Fd): string | number => getsockname(fd as SocketFd).family;

describe('transports', () => {
  for (const [name, family] of [
    ['socketpair', 'unix'],
    ['unix', 'unix'],
    ['tcp', 'inet'],
  ] as const) {
    it(`${name} connects two stream sockets, and closes them`, () => {
      const before = openFds();
      const pair = transports[name].open();
      assert.equal(openFds(), before + 2);
      for (const fd of [pair.sender, pair.receiver]) {
        assert.equal(familyOf(fd), family);
        assert.equal(getsockopt(fd, SOL_SOCKET, SO_TYPE), SOCK_STREAM);
      }
      const received = new Uint8Array(9);
      send(pair.sender, 'over there');
      assert.equal(recv(pair.receiver, received), 9);
      assert.equal(Buffer.from(received).toString(), 'over ther');
      closePair(pair);
      assert.equal(openFds(), before);
    });
  }

  it('tcp stays on this machine and does not wait for more to send', () => {
    const pair = transports.tcp.open();
    try {
      assert.equal(getpeername(pair.sender as SocketFd<'inet'>).address, '127.0.0.1');
      for (const fd of [pair.sender, pair.receiver]) assert.equal(getsockopt(fd, IPPROTO_TCP, TCP_NODELAY), true);
    } finally {
      closePair(pair);
    }
  });
});

describe('openPairs', () => {
  it('opens one of each, which closePairs closes', () => {
    const before = openFds();
    const pairs = openPairs(transportNames, 65536);
    assert.deepEqual([...pairs.keys()], transportNames);
    assert.equal(openFds(), before + 2 * transportNames.length);
    closePairs(pairs);
    assert.equal(openFds(), before);
  });

  it('leaves nothing open if a message does not fit', () => {
    const before = openFds();
    assert.throws(() => openPairs(['tcp', 'socketpair'], 64 * 1024 * 1024), RoomError);
    assert.equal(openFds(), before);
  });
});

describe('makeRoom', () => {
  it('leaves nothing in flight', () => {
    const pair = transports.socketpair.open();
    try {
      makeRoom('socketpair', pair, 1000);
      send(pair.sender, 'next');
      assert.equal(recv(pair.receiver, new Uint8Array(100)), 4);
    } finally {
      closePair(pair);
    }
  });
});
