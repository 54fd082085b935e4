import assert from 'node:assert/strict';
import {
  AF_INET,
  AF_UNIX,
  FD_CLOEXEC,
  F_GETFD,
  F_GETFL,
  O_NONBLOCK,
  SHUT_RD,
  SHUT_RDWR,
  SHUT_WR,
  SOCK_CLOEXEC,
  SOCK_NONBLOCK,
  SOCK_STREAM,
  asFd,
  close,
  fcntl,
  recv,
  send,
  shutdown,
  socket,
  socketType,
  socketpair,
} from '../../lib';
import * as raw from '../../lib/raw';
import * as result from '../../lib/result';
import { kinds, withPair } from '../helpers/kinds';

function flagsOf(fd: number): { cloexec: boolean; nonblock: boolean } {
  const nonblock = (fcntl(asFd(fd), F_GETFL) & O_NONBLOCK) !== 0;
  return { cloexec: fcntl(asFd(fd), F_GETFD) === FD_CLOEXEC, nonblock };
}

describe('socket', () => {
  it('makes a close-on-exec descriptor in the throwing and the result door, and a plain one in the raw door', () => {
    const thrown = socket(AF_INET, SOCK_STREAM);
    const made = result.socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK);
    const plain = raw.socket(AF_INET, SOCK_STREAM);
    const asked = raw.socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC);
    assert.ok(made.ok);
    assert.deepEqual(flagsOf(thrown), { cloexec: true, nonblock: false });
    assert.deepEqual(flagsOf(made.value), { cloexec: true, nonblock: true });
    assert.deepEqual(flagsOf(plain), { cloexec: false, nonblock: false });
    assert.deepEqual(flagsOf(asked), { cloexec: true, nonblock: false });
    for (const fd of [thrown, made.value, plain, asked]) assert.equal(raw.close(fd), 0);
  });

  it('takes flags by socketType', () => {
    const fd = socket(AF_INET, socketType(SOCK_STREAM, SOCK_NONBLOCK));
    assert.deepEqual(flagsOf(fd), { cloexec: true, nonblock: true });
    close(fd);
  });
});

describe('socketpair', () => {
  it('makes two different sockets, in every door', () => {
    const sv = new Int32Array(4).fill(-7);
    const made = result.socketpair(AF_UNIX, SOCK_STREAM);
    assert.equal(raw.socketpair(AF_UNIX, SOCK_STREAM, 0, sv), 0);
    assert.ok(made.ok);
    const fds = [...socketpair(AF_UNIX, SOCK_STREAM), ...made.value, sv[0]!, sv[1]!];
    assert.equal(new Set(fds).size, 6);
    assert.deepEqual([...sv.subarray(2)], [-7, -7]);
    assert.deepEqual(
      fds.map((fd) => flagsOf(fd).cloexec),
      [true, true, true, true, false, false],
    );
    for (const fd of fds) raw.close(fd);
  });
});

describe('shutdown', () => {
  for (const kind of kinds.filter(({ stream }) => stream)) {
    it(`ends one direction of a ${kind.name}, the other flows on`, () => {
      withPair(kind, ({ a, b }) => {
        shutdown(a, SHUT_WR);
        assert.equal(recv(b, new Uint8Array(1)), 0);
        assert.equal(send(b, 'reply'), 5);
        assert.equal(recv(a, new Uint8Array(8)), 5);
        assert.throws(() => send(a, 'x'), { code: 'EPIPE' });
      });
    });
  }

  it('ends receiving, or both, in every door', () => {
    withPair('unix stream pair', ({ a, b }) => {
      assert.equal(raw.shutdown(a, SHUT_RD), 0);
      assert.equal(recv(a, new Uint8Array(1)), 0);
      assert.deepEqual(result.shutdown(b, SHUT_RDWR), { ok: true, value: undefined });
      assert.equal(recv(b, new Uint8Array(1)), 0);
    });
  });
});
