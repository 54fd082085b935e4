import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_XDP,
  FD_CLOEXEC,
  F_GETFD,
  F_GETFL,
  F_SETFD,
  F_SETFL,
  IPPROTO_TCP,
  O_NONBLOCK,
  SOCK_RAW,
  SOCK_STREAM,
  SOL_SOCKET,
  SOL_XDP,
  SO_ACCEPTCONN,
  SO_KEEPALIVE,
  SO_LINGER,
  SO_RCVBUF,
  SO_REUSEADDR,
  SO_TYPE,
  type SocketFd,
  TCP_KEEPIDLE,
  TCP_NODELAY,
  close,
  fcntl,
  getsockopt,
  listen,
  recv,
  setsockopt,
  socket,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';

describe('getsockopt, setsockopt, fcntl', () => {
  let fd: SocketFd<'inet', 'stream'>;
  beforeEach(() => {
    fd = socket(AF_INET, SOCK_STREAM);
  });
  afterEach(() => close(fd));

  it('sets an int and gets it back, in every door', () => {
    for (const [level, name, value, got] of [
      [SOL_SOCKET, SO_REUSEADDR, 1, true],
      [SOL_SOCKET, SO_KEEPALIVE, 1, true],
      [IPPROTO_TCP, TCP_NODELAY, 1, true],
      [IPPROTO_TCP, TCP_KEEPIDLE, 77, 77],
    ] as const) {
      const out = Int32Array.of(-1);
      assert.notEqual(getsockopt(fd, level, name), got);
      setsockopt(fd, level, name, value);
      assert.equal(getsockopt(fd, level, name), got);
      assert.deepEqual(result.getsockopt(fd, level, name), { ok: true, value: got });
      assert.equal(raw.getsockopt(fd, level, name, out), 4);
      assert.equal(out[0], value);
      assert.equal(raw.setsockopt(fd, level, name, Int32Array.of(value)), 0);
      assert.deepEqual(result.setsockopt(fd, level, name, value), { ok: true, value: undefined });
    }
  });

  it('gives what the kernel made of a value', () => {
    setsockopt(fd, SOL_SOCKET, SO_RCVBUF, 8192);
    assert.equal(getsockopt(fd, SOL_SOCKET, SO_RCVBUF), process.platform === 'linux' ? 16384 : 8192);
  });

  it('reads options that only tell', () => {
    assert.equal(getsockopt(fd, SOL_SOCKET, SO_TYPE), SOCK_STREAM);
    assert.equal(getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN), false);
    listen(fd);
    assert.equal(getsockopt(fd, SOL_SOCKET, SO_ACCEPTCONN), true);
  });

  it('takes and gives any value as bytes, no more than asked for', () => {
    setsockopt(fd, SOL_SOCKET, SO_LINGER, Int32Array.of(1, 5));
    const out = new Int32Array(4).fill(-1);
    assert.equal(raw.getsockopt(fd, SOL_SOCKET, SO_LINGER, out), 8);
    assert.deepEqual([...out], [1, 5, -1, -1]);
    const memory = new Uint8Array(16).fill(0xee);
    assert.equal(raw.getsockopt(fd, SOL_SOCKET, SO_LINGER, memory.subarray(4, 9)), 5);
    assert.deepEqual([...memory], [0xee, 0xee, 0xee, 0xee, 1, 0, 0, 0, 5, ...new Array<number>(7).fill(0xee)]);
  });

  it('says that an option without a name here is no integer, instead of giving a part of it', function () {
    const xdp = result.socket(AF_XDP, SOCK_RAW);
    if (!xdp.ok) {
      this.test!.title += ` (skipped: ${xdp.code})`;
      return this.skip();
    }
    const XDP_STATISTICS = 7;
    const expected = { name: 'TypeError', code: 'ERR_INVALID_ARG_VALUE', message: /48 bytes/ };
    try {
      assert.throws(() => getsockopt(xdp.value, SOL_XDP, XDP_STATISTICS), expected);
      assert.throws(() => result.getsockopt(xdp.value, SOL_XDP, XDP_STATISTICS), expected);
      assert.equal(getsockopt(xdp.value, SOL_XDP, XDP_STATISTICS, 64).length, 48);
    } finally {
      close(xdp.value);
    }
  });

  it('reads and sets the flags of the description and of the descriptor', () => {
    const flags = fcntl(fd, F_GETFL);
    assert.equal(flags & O_NONBLOCK, 0);
    assert.equal(fcntl(fd, F_SETFL, flags | O_NONBLOCK), 0);
    assert.equal(fcntl(fd, F_GETFL), flags | O_NONBLOCK);
    assert.equal(fcntl(fd, F_GETFD), FD_CLOEXEC);
    assert.equal(raw.fcntl(fd, F_SETFD, 0), 0);
    assert.deepEqual(result.fcntl(fd, F_GETFD), { ok: true, value: 0 });
  });

  it('does not swallow what a blocking call would have waited for', () => {
    fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) | O_NONBLOCK);
    assert.throws(() => recv(fd, new Uint8Array(1)), { code: 'ENOTCONN' });
  });
});
